import { once } from 'node:events';
import { type CliCommand, DONE, Misused } from './command.ts';

export function exportCommand(exportAll: () => Promise<AsyncIterable<object>>): CliCommand {
  return {
    name: 'export',
    usage: 'export',
    summary: 'Writes all that Herald keeps to standard output, as JSON Lines.',
    help: 'One record a line; "type" says what it is: win, recovery, praise, digest, person, … Works while Herald runs.',
    async run(words) {
      if (words.length > 0) throw new Misused(`There is no option ${words[0]}.`);
      for await (const record of await exportAll()) {
        if (!process.stdout.write(`${JSON.stringify(record)}\n`)) await once(process.stdout, 'drain');
      }
      return DONE;
    },
  };
}
