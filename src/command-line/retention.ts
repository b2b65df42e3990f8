import { randomUUID } from 'node:crypto';
import type { House } from '../house.ts';
import { plainText } from '../wording/plain.ts';
import { type CliCommand, DONE, FAILED, Misused, type Output } from './command.ts';

export function retentionCommand(openHouse: () => Promise<House>): CliCommand {
  return {
    usage: 'retention [<days>]',
    summary: 'Says, or sets, for how many days customers’ words are kept once they are settled.',
    help: [
      'A story made from the words stays; what was no praise is kept for a week at most, and what waits is kept until somebody',
      'settles it. With fewer days than before, what is older goes within minutes while Herald runs, or else at its next',
      'start. The same number is in /kudos settings. What is not counted in these days: docs/privacy.md.',
    ].join('\n'),
    async run(words, out) {
      const days = understood(words);
      const house = await openHouse();
      try {
        return days === null ? await say(house, out) : await set(house, days, out);
      } finally {
        await house.close();
      }
    },
  };
}

function understood([days, ...others]: readonly string[]): number | null {
  if (others.length > 0 || (days !== undefined && !/^\d{1,6}$/.test(days))) {
    throw new Misused('Say one whole number of days, or nothing to hear how many there are.');
  }
  return days === undefined ? null : Number(days);
}

async function say({ ledger }: House, out: Output): Promise<number> {
  for (const { name, praiseDays } of await ledger.read.organizations()) out.line(sentence(name, praiseDays));
  return DONE;
}

async function set({ core, ledger, clock }: House, days: number, out: Output): Promise<number> {
  for (const { id: organization, name } of await ledger.read.organizations()) {
    const key = `retention:${randomUUID()}`;
    const reply = await core.handle({ type: 'keep-praise-for', key, at: clock.now(), organization, days });
    if (reply.type === 'refusal') {
      out.problem(plainText(reply));
      return FAILED;
    }
    out.line(sentence(name, days));
  }
  return DONE;
}

function sentence(name: string, days: number): string {
  return `${name}: customers’ words are kept for ${days === 1 ? '1 day' : `${days} days`} once they are settled.`;
}
