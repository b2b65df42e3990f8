import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type CliCommand, DONE, Misused } from './command.ts';

export function exportCommand(exportAll: () => Promise<AsyncIterable<object>>): CliCommand {
  return {
    usage: 'export',
    summary: 'Writes all that Herald keeps to standard output, as JSON Lines.',
    help: 'One record a line; "type" says what it is: win, recovery, praise, digest, person, … Works while Herald runs.',
    async run(words) {
      if (words.length > 0) throw new Misused(`There is no option ${words[0]}.`);
      try {
        await pipeline(Readable.from(lines(await exportAll())), process.stdout, { end: false });
      } catch (error) {
        // Whoever reads may have had enough, as `head` has: that is an end, not a fault.
        if (!(error instanceof Error && 'code' in error && error.code === 'EPIPE')) throw error;
      }
      return DONE;
    },
  };
}

async function* lines(records: AsyncIterable<object>): AsyncGenerator<string> {
  for await (const record of records) yield `${JSON.stringify(record)}\n`;
}
