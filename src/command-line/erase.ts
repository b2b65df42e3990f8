import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import type { House } from '../house.ts';
import type { Person } from '../recognition/organization.ts';
import { named } from '../recognition/story-heroes.ts';
import { plainText } from '../wording/plain.ts';
import { agreed } from './agreed.ts';
import { type CliCommand, DONE, FAILED, Misused, type Output } from './command.ts';
import { personMeant } from './person-meant.ts';

export function eraseCommand(openHouse: () => Promise<House>): CliCommand {
  return {
    usage: 'erase <name|email|id> [--yes]',
    summary: 'Forgets a person: their stories stay, without their name. Cannot be undone.',
    help: [
      'Says what will happen and asks; with --yes it does not ask, as a script needs it. Works while Herald runs, which then',
      'edits what stands in channels. It is done when this command ends: nothing of them is in the database file any more.',
      'Backups are yours to delete. Exit code 1 when nobody or more than one is meant, or when you said no.',
    ].join('\n'),
    async run(words, out) {
      const { whom, sure } = understood(words);
      const house = await openHouse();
      try {
        const person = await personMeant(house, whom, out);
        if (person === null) return FAILED;
        if (!sure && !(await agrees(house, person, out))) return FAILED;
        return await erase(house, person, out);
      } finally {
        await house.close();
      }
    },
  };
}

function understood(words: readonly string[]): { readonly whom: string; readonly sure: boolean } {
  const { positionals, values } = parse(words);
  if (positionals.length === 0) throw new Misused('Say whom: a name, a mail address or an id.');
  return { whom: positionals.join(' '), sure: values.yes ?? false };
}

function parse(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], allowPositionals: true, options: { yes: { type: 'boolean' } } });
  } catch (error) {
    throw new Misused('The only option is --yes.', { cause: error });
  }
}

async function agrees({ ledger }: House, person: Person, out: Output): Promise<boolean> {
  const footprint = await ledger.read.footprint(person.id);
  return agreed(plainText({ type: 'erasing', whom: named(person), footprint, yourself: false }), out);
}

async function erase({ core, ledger, clock }: House, person: Person, out: Output): Promise<number> {
  const reply = await core.handle({
    type: 'erase-by-operator',
    key: `erase:${randomUUID()}`,
    at: clock.now(),
    organization: person.organization,
    person: person.id,
  });
  if (reply.type !== 'person-erased') {
    out.problem(plainText(reply));
    return FAILED;
  }
  await ledger.sweepUp();
  out.line(plainText(reply));
  return DONE;
}
