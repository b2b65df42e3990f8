import type { House } from '../house.ts';
import { type CliCommand, DONE, Misused } from './command.ts';

export function wallCommand(open: () => Promise<House>): CliCommand {
  return {
    usage: 'wall',
    summary: 'Prints the link to the story wall, for a screen in the office.',
    help: [
      'Whoever has the link can read every story that a digest told to everyone, and nothing else. It begins with',
      'PUBLIC_URL when that is set.',
    ].join('\n'),
    async run(words, out) {
      if (words.length > 0) throw new Misused(`There is no option ${words[0]}.`);
      const house = await open();
      try {
        for (const { key, name } of await house.ledger.wall.all()) {
          out.line(`${name}: ${addressOf(house.config)}/wall?key=${key}`);
        }
      } finally {
        await house.close();
      }
      return DONE;
    },
  };
}

function addressOf({ publicUrl, host, port }: House['config']): string {
  return publicUrl ?? `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
