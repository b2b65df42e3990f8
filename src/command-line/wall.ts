import { randomBytes } from 'node:crypto';
import type { House } from '../house.ts';
import { type CliCommand, DONE, Misused, type Output } from './command.ts';

export function wallCommand(open: () => Promise<House>): CliCommand {
  return {
    usage: 'wall [--renew]',
    summary: 'Prints the link to the story wall, for a screen in the office.',
    help: [
      'Whoever has the link can read every story that a digest told to everyone, and nothing else. It begins with',
      'PUBLIC_URL when that is set. --renew makes a new one: the link before it, and those in digests that were posted',
      'already, open nothing any more.',
    ].join('\n'),
    async run(words, out) {
      const [option, ...more] = words;
      if (more.length > 0 || (option !== undefined && option !== '--renew')) {
        throw new Misused(`There is no option ${option === '--renew' ? more[0] : option}.`);
      }
      const house = await open();
      try {
        if (option === '--renew') await renew(house);
        await print(house, out);
      } finally {
        await house.close();
      }
      return DONE;
    },
  };
}

async function renew({ ledger }: House): Promise<void> {
  for (const { organization } of await ledger.wall.all()) {
    await ledger.wall.renew(organization, randomBytes(24).toString('hex'));
  }
}

async function print({ config, ledger }: House, out: Output): Promise<void> {
  for (const { key, name } of await ledger.wall.all()) out.line(`${name}: ${addressOf(config)}/wall?key=${key}`);
  if (config.publicUrl === null) {
    out.problem(
      'PUBLIC_URL is not set, so the link begins with the HOST and PORT set here. A Herald that runs with others answers there.',
    );
  }
}

function addressOf({ publicUrl, host, port }: House['config']): string {
  return publicUrl ?? `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
