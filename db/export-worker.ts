import { parentPort, workerData } from 'node:worker_threads';
import { exportAll } from './export.ts';
import type { ExportRecord } from './export-record.ts';

// Runs on a thread of its own, with a connection of its own. Writes a piece each time it is asked for more, then null.

const PIECE = 64 * 1024;

const { file, organization } = workerData as { file: string; organization: string };
const records = exportAll(file);

parentPort?.on('message', async () => parentPort?.postMessage(await nextPiece()));

/** The file may hold other organizations as well. */
function isTheirs(record: ExportRecord): boolean {
  return record.type === 'organization' ? record.id === organization : record.organization === organization;
}

async function nextPiece(): Promise<string | null> {
  let piece = '';
  while (piece.length < PIECE) {
    const { value, done } = await records.next();
    if (done) return piece === '' ? null : piece;
    if (isTheirs(value)) piece += `${JSON.stringify(value)}\n`;
  }
  return piece;
}
