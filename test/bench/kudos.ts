import { join } from 'node:path';
import { createBareLedger } from './bare-ledger.ts';
import { type Company, inFreshFolder, kudos, openCompany } from './company.ts';
import { type Report, shown } from './report.ts';
import { compete, milliseconds, ratios, spreadOf } from './rounds.ts';

const AT_ONCE = 16;
/** Kudos of one turn. */
const TURN = AT_ONCE * 16;

/** A kudos from command to durable reply, against bare scripts that write the same rows. */
export async function benchKudos({ quick }: { readonly quick: boolean }): Promise<Report> {
  return inFreshFolder(async (folder) => {
    const company = await openCompany(join(folder, 'herald.db'));
    const together = await openBare(join(folder, 'together.db'));
    const alone = await openBare(join(folder, 'alone.db'));
    const turn = (round: number) => Array.from({ length: TURN }, (_, number) => kudos(round * TURN + number));
    const perSecond = async (work: () => unknown) => (TURN / (await milliseconds(work))) * 1000;
    const rates = await compete(
      {
        core: (round) => perSecond(() => throughCore(company, turn(round))),
        together: (round) => perSecond(() => inBatches(turn(round), together.writeTogether)),
        alone: (round) => perSecond(() => turn(round).map((command) => alone.writeTogether([command]))),
      },
      { warmUp: 6, counted: quick ? 20 : 80 },
    );
    await company.ledger.close();
    together.close();
    alone.close();
    const toTogether = ratios(rates.core, rates.together);
    const toAlone = ratios(rates.core, rates.alone);
    const each = (values: readonly number[]) => shown(spreadOf(values), 0);
    return {
      rows: [
        {
          what: 'kudos a second, core and ledger to bare script with the same group commit',
          measured: shown(toTogether),
          target: '≥ 0.7',
          met: toTogether.median >= 0.7,
        },
        {
          what: 'kudos a second, core and ledger to bare script that commits each alone',
          measured: shown(toAlone),
          target: '> 1',
          met: toAlone.median > 1,
        },
      ],
      notes: [
        `Kudos a second: ${each(rates.core)} through core and ledger, ${each(rates.together)} bare in groups of ` +
          `${AT_ONCE}, ${each(rates.alone)} bare and alone.`,
      ],
    };
  });
}

/** Sixteen people who each give the next kudos once theirs is durable. */
async function throughCore({ core }: Company, commands: readonly ReturnType<typeof kudos>[]): Promise<void> {
  const left = commands.values();
  const person = async () => {
    for (const command of left) {
      const reply = await core.handle(command);
      if (reply.type !== 'kudos-given') throw new Error(`Expected a told story, got ${JSON.stringify(reply)}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, person));
}

function inBatches<Each>(all: readonly Each[], write: (batch: readonly Each[]) => void): void {
  for (let first = 0; first < all.length; first += AT_ONCE) write(all.slice(first, first + AT_ONCE));
}

async function openBare(file: string) {
  const { ledger } = await openCompany(file);
  const people = await ledger.read.peopleOnConnection(kudos(0).by.connection);
  await ledger.close();
  return createBareLedger(file, new Map(people.map((person) => [person.user, person])));
}
