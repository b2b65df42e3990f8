import { createInterface } from 'node:readline/promises';
import type { Output } from './command.ts';

/** Whether whoever typed it goes ahead; asked only where somebody sits who can answer. */
export async function agreed(question: string, out: Output): Promise<boolean> {
  out.line(question);
  if (!process.stdin.isTTY) {
    out.problem('Nothing is done yet: say --yes to go ahead.');
    return false;
  }
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question('Type yes to go ahead: ');
  terminal.close();
  return answer.trim().toLowerCase() === 'yes';
}
