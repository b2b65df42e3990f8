import { readSync, writeSync } from 'node:fs';

/** Says a line and returns when it has left this process: a SIGKILL right after cannot take it back. */
export function say(line: unknown): void {
  let left = Buffer.from(`${JSON.stringify(line)}\n`);
  while (left.length > 0) left = left.subarray(written(left));
}

/** How much of it the pipe took; a full one is waited for. */
function written(bytes: Buffer): number {
  try {
    return writeSync(1, bytes);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN')) throw error;
    Atomics.wait(pause, 0, 0, 1);
    return 0;
  }
}

const pause = new Int32Array(new SharedArrayBuffer(4));

/** What the parent orders, in the first line of standard input: arguments are too short for it. */
export function order<Order>(): Order {
  const chunk = Buffer.alloc(65_536);
  const read: Buffer[] = [];
  for (;;) {
    const bytes = readSync(0, chunk);
    if (bytes === 0) break;
    read.push(Buffer.from(chunk.subarray(0, bytes)));
    if (chunk.subarray(0, bytes).includes(10)) break;
  }
  return JSON.parse(Buffer.concat(read).toString('utf8')) as Order;
}
