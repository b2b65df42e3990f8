import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { House } from '../house.ts';
import { recordOf } from '../write-out.ts';
import { type CliCommand, DONE, FAILED, Misused, type Output } from './command.ts';
import { personMeant } from './person-meant.ts';

export function exportCommand(
  exportAll: () => Promise<AsyncIterable<object>>,
  openHouse: () => Promise<House>,
): CliCommand {
  return {
    usage: 'export [--person <name|email|id>]',
    summary: 'Writes all that Herald keeps to standard output, as JSON Lines.',
    help: [
      'One record a line; "type" says what it is: win, recovery, praise, digest, person, … Works while Herald runs.',
      'With --person only what is held about them: a row of each table a line; "type" is the table.',
    ].join('\n'),
    async run(words, out) {
      const whom = personIn(words);
      const records = whom === null ? await exportAll() : await heldAbout(openHouse, whom, out);
      if (records === null) return FAILED;
      try {
        await pipeline(Readable.from(lines(records)), process.stdout, { end: false });
      } catch (error) {
        // Whoever reads may have had enough, as `head` has; of any other fault there, whoever runs the command hears.
        if (!(error instanceof Error && 'syscall' in error && error.syscall === 'write')) throw error;
      }
      return DONE;
    },
  };
}

function personIn([option, whom, ...others]: readonly string[]): string | null {
  if (option === undefined) return null;
  if (option !== '--person' || others.length > 0) throw new Misused(`There is no option ${others[0] ?? option}.`);
  if (whom === undefined || whom.startsWith('-')) throw new Misused('Say whom: a name, a mail address or an id.');
  return whom;
}

async function heldAbout(
  openHouse: () => Promise<House>,
  whom: string,
  out: Output,
): Promise<readonly object[] | null> {
  const house = await openHouse();
  try {
    const found = await personMeant(house, whom, out);
    if (found === null) return null;
    const held = await house.ledger.heldAbout(found.id);
    return held.map(recordOf);
  } finally {
    await house.close();
  }
}

async function* lines(records: AsyncIterable<object> | Iterable<object>): AsyncGenerator<string> {
  for await (const record of records) yield `${JSON.stringify(record)}\n`;
}
