import { allFigures } from '../answer-pulse.ts';
import type { House } from '../house.ts';
import { pulseOf } from '../shown-pulse.ts';
import { plainText } from '../wording/plain.ts';
import { type CliCommand, DONE, Misused } from './command.ts';

export function pulseCommand(open: () => Promise<House>): CliCommand {
  return {
    usage: 'pulse [--csv]',
    summary: 'Prints the pulse: wins beside recoveries, and how many people were seen.',
    help: [
      'With --csv all weeks that were ever counted, of everybody and of each chosen team, as comma-separated values.',
      'No figure is of fewer than five people.',
    ].join('\n'),
    async run(words, out) {
      const csv = words.includes('--csv');
      const unknown = words.find((word) => word !== '--csv');
      if (unknown !== undefined) throw new Misused(`There is no option ${unknown}.`);
      const house = await open();
      try {
        for (const organization of await house.ledger.read.organizations()) {
          out.line(csv ? await allFigures(house.ledger.read, organization) : await shown(house, organization));
        }
      } finally {
        await house.close();
      }
      return DONE;
    },
  };
}

type Organization = Awaited<ReturnType<House['ledger']['read']['organizations']>>[number];

async function shown({ ledger, clock }: House, organization: Organization): Promise<string> {
  const pulse = await pulseOf(ledger.read, organization, null, clock.now());
  if (pulse === null) return `${organization.name}: no week was counted yet, or fewer than five people are here.`;
  return `${organization.name}\n${plainText({ type: 'pulse', pulse, teams: [], mayExport: true })}`;
}
