import { parentPort, workerData } from 'node:worker_threads';
import { findStories } from './find-stories.ts';
import type { Answer, Question } from './search.ts';
import { connect, statements } from './sqlite.ts';

// Runs on a thread of its own, with a connection of its own.

const connection = connect((workerData as { file: string }).file, { readonly: true });
const handle = statements(connection);

parentPort?.on('message', async ({ id, organization, words, limit }: Question) => {
  const answer = await findStories(handle, organization, words, limit).then(
    (found): Answer => ({ id, found }),
    (error: unknown): Answer => ({ id, error: error instanceof Error ? error.message : String(error) }),
  );
  parentPort?.postMessage(answer);
});
