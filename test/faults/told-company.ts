import type { Fact } from '../../src/recognition/decision.ts';
import { COMPANY, CONNECTION, channel, foundCompany, kudos, person } from '../fakes/company.ts';
import { openCore } from '../fakes/open-core.ts';

const at = '2026-11-16T08:00:00.000Z';
const EACH_TRANSACTION = 1000;

/**
 * A database in which much has been told already: a few stories through the core, the others written by the ledger, for
 * their heroes alone, so that no digest is full of them.
 */
export async function makeToldCompany(file: string, stories: number): Promise<void> {
  const { core, ledger, close } = await openCore(file);
  await foundCompany(core, { at, people: 40 });
  for (let number = 0; number < 40; number += 1) {
    const whatBroke = number % 4 === 0 ? 'The label printer' : null;
    await core.handle(
      kudos(`core-${number}`, `Story ${number} by hand.`, at, { heroes: [person(3), person(4)], whatBroke }),
    );
  }
  const people = await ledger.read.peopleOnConnection(CONNECTION);
  for (let from = 0; from < stories; from += EACH_TRANSACTION) {
    const facts = Array.from({ length: Math.min(EACH_TRANSACTION, stories - from) }, (_, step): Fact => {
      const number = from + step;
      const teller = people[number % people.length]!;
      const hero = people[(number + 7) % people.length]!;
      return {
        type: 'story-told',
        organization: COMPANY,
        at,
        praise: null,
        story: {
          id: `story-${number}`,
          lane: 'win',
          settled: true,
          words: `Story ${number}: ${'stayed until the last box had found its way. '.repeat(4)}`.trim(),
          heroes: [{ person: hero.id, name: hero.name }],
          teller: { person: teller.id, name: teller.name },
          voice: 'colleague',
          customer: 'Garden Shop Example',
          touchpoint: null,
          audience: 'heroes',
          permalink: null,
          at,
          cheers: 0,
        },
      };
    });
    const announce = [{ to: channel, about: { kind: 'digest', id: `${from}` }, view: { type: 'help' } }] as const;
    await ledger.decide({ organization: COMPANY, key: `stories-${from}`, at, by: null }, async () => ({
      reply: { type: 'help' },
      facts,
      announce,
    }));
  }
  await close();
}
