import { expect, test } from 'vitest';
import type { CliCommand } from '../../src/command-line/command.ts';
import { privacyCommand } from '../../src/command-line/privacy.ts';
import { retentionCommand } from '../../src/command-line/retention.ts';
import { runCommand } from '../../src/command-line/run-command.ts';
import type { House } from '../../src/house.ts';
import { channel, person } from '../fakes/company.ts';
import { beginJourney, MONDAY_9 } from './journey.ts';
import { forgotten, foundOnDisk } from './on-disk.ts';

type Journey = Awaited<ReturnType<typeof beginJourney>>;

/** Types a command on the same house. Resolves to its exit code and what it said. */
function operatorOf({ core, ledger, clock }: Journey) {
  const house = { core, ledger, clock, close: async () => undefined } as unknown as House;
  const commands: Readonly<Record<string, () => Promise<CliCommand>>> = {
    privacy: async () => privacyCommand(async () => house),
    retention: async () => retentionCommand(async () => house),
  };
  return async (...words: readonly string[]) => {
    const said: string[] = [];
    const problems: string[] = [];
    const out = { line: (text: string) => void said.push(text), problem: (text: string) => void problems.push(text) };
    const code = await runCommand(commands, words, out);
    return { code, said: said.join('\n'), problems: problems.join('\n') };
  };
}

test('herald privacy says what is kept, has somebody go unnamed, and takes their words back once that is said again', async () => {
  const journey = await beginJourney();
  const herald = operatorOf(journey);
  await journey.give('Person 2 drew a quollish map.');
  await journey.give('A numbat stays.', { by: person(4), heroes: [person(1)] });
  expect(await herald('privacy', 'p2@example.com')).toEqual({
    code: 0,
    said: 'Person 2 is named in stories that everyone may read.\nHerald keeps 1 story about them; and who they are in each chat.',
    problems: '',
  });
  expect(await herald('privacy', 'person', '2', '--unnamed')).toMatchObject({ code: 0, problems: '' });
  expect(JSON.stringify(await journey.seenAt(channel))).not.toContain('Person 2');
  expect((await herald('privacy', 'p2@example.com')).said).toContain('Person 2 is not named where others read');
  expect(await herald('privacy', 'p2@example.com', '--named')).toMatchObject({ code: 0, problems: '' });
  expect((await herald('privacy', 'p2@example.com')).said).toContain('Person 2 is named in stories');

  const takesBack = ['privacy', 'p1@example.com', '--take-words-back'] as const;
  const asked = await herald(...takesBack);
  expect(asked).toMatchObject({ code: 1, problems: 'Nothing is done yet: say --yes to go ahead.' });
  expect(asked.said).toContain('Take back the story of Person 1?');
  expect(foundOnDisk(journey.file, ['quollish'])).toEqual(['quollish']);
  expect(await herald(...takesBack, '--yes')).toMatchObject({ code: 0 });
  await journey.settled();
  await forgotten(journey.file, ['quollish']);
  expect(foundOnDisk(journey.file, ['numbat'])).toEqual(['numbat']);
  const nothing = 'There is nothing that Person 1 could take back.';
  expect(await herald(...takesBack, '--yes')).toMatchObject({ code: 1, problems: nothing });

  for (const [words, code, says] of [
    [[], 2, 'Say whom'],
    [['Person', '2', '--unnamed', '--named'], 2, 'Say one of'],
    [['Person', '2', '--yes'], 2, '--yes goes with'],
    [['Person', '2', '--forget'], 2, 'The options are'],
    [['Person'], 1, 'p0@example.com'],
    [['Walter'], 1, 'Walter'],
  ] as const) {
    const problems = expect.stringContaining(says);
    expect(await herald('privacy', ...words)).toEqual({ code, said: '', problems });
  }
});

test('herald retention says and sets for how many days settled words are kept; older ones go', async () => {
  const journey = await beginJourney();
  const herald = operatorOf(journey);
  const brought = await journey.bring({ words: 'Quollish roses for Person 2.' });
  if (brought.type !== 'praise-waiting') throw new Error(brought.type);
  const thanks = { as: 'thanks', heroes: [person(2)], audience: 'heroes', customer: 'no-name' } as const;
  await journey.settle(brought.praise.id, thanks);
  expect((await herald('retention')).said).toContain('kept for 90 days once');
  expect(await herald('retention', '0')).toMatchObject({ code: 1, said: '' });
  expect(await herald('retention', 'long')).toMatchObject({ code: 2, said: '' });
  expect(foundOnDisk(journey.file, ['Quollish'])).toEqual(['Quollish']);
  expect(await herald('retention', '1')).toMatchObject({
    code: 0,
    said: expect.stringContaining('kept for 1 day once'),
  });
  expect(await journey.ask({ type: 'settings', by: person(0) })).toMatchObject({ settings: { praiseDays: 1 } });
  await journey.passTo(MONDAY_9);
  await journey.settled();
  await forgotten(journey.file, ['Quollish']);
});
