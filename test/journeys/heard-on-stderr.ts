import { afterAll, beforeAll } from 'vitest';

/** All that is written to the log while this file's tests run; it goes nowhere else. Call it before Herald starts. */
export function heardOnStderr(): () => string {
  const { write } = process.stderr;
  const heard: string[] = [];
  beforeAll(() => {
    process.stderr.write = (chunk: string | Uint8Array) => {
      heard.push(String(chunk));
      return true;
    };
  });
  afterAll(() => {
    process.stderr.write = write;
  });
  return () => heard.join('');
}
