import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import type { House } from '../house.ts';
import { hasWords } from '../privacy.ts';
import type { Person } from '../recognition/organization.ts';
import type { View } from '../views.ts';
import { plainText } from '../wording/plain.ts';
import { privacyOf, takenBackOf, takingBackOf } from '../wording/privacy-of.ts';
import { agreed } from './agreed.ts';
import { type CliCommand, DONE, FAILED, Misused, type Output } from './command.ts';
import { personMeant } from './person-meant.ts';

type Asked = 'look' | 'hide-name' | 'show-name' | 'take-words-back';

export function privacyCommand(openHouse: () => Promise<House>): CliCommand {
  return {
    usage: 'privacy <name|email|id> [--unnamed|--named|--take-words-back]',
    summary: 'Says what is kept about a person, and does for them what they can ask for themselves.',
    help: [
      'Alone it changes nothing; herald export --person writes all that is kept. --unnamed has them be “a colleague” wherever',
      'others read, also in what stands there already; --named names them again in what is told from then on.',
      '--take-words-back takes back every story they told, every idea they proposed and what they reported by name: it says',
      'what will go and asks, with --yes it does not ask. It is done when this command ends, and a running Herald edits what',
      'stands. Exit code 1 when nobody or more than one is meant, when there is nothing to take back, or when you said no.',
    ].join('\n'),
    async run(words, out) {
      const { whom, asked, sure } = understood(words);
      const house = await openHouse();
      try {
        const person = await personMeant(house, whom, out);
        if (person === null) return FAILED;
        if (asked === 'look') return await look(house, person, out);
        if (asked === 'take-words-back' && !sure && !(await mayTakeBack(house, person, out))) return FAILED;
        return await change(house, person, asked, out);
      } finally {
        await house.close();
      }
    },
  };
}

function understood(words: readonly string[]): {
  readonly whom: string;
  readonly asked: Asked;
  readonly sure: boolean;
} {
  const { positionals, values } = parse(words);
  if (positionals.length === 0) throw new Misused('Say whom: a name, a mail address or an id.');
  const chosen: readonly (Asked | false)[] = [
    values.unnamed ? 'hide-name' : false,
    values.named ? 'show-name' : false,
    values['take-words-back'] ? 'take-words-back' : false,
  ];
  const [asked, ...more] = chosen.filter((one) => one !== false);
  if (more.length > 0) throw new Misused('Say one of --unnamed, --named and --take-words-back.');
  if (values.yes && asked !== 'take-words-back') throw new Misused('--yes goes with --take-words-back alone.');
  return { whom: positionals.join(' '), asked: asked ?? 'look', sure: values.yes ?? false };
}

function parse(words: readonly string[]) {
  const option = { type: 'boolean' } as const;
  const options = { unnamed: option, named: option, 'take-words-back': option, yes: option };
  try {
    return parseArgs({ args: [...words], allowPositionals: true, options });
  } catch (error) {
    throw new Misused('The options are --unnamed, --named and --take-words-back [--yes].', { cause: error });
  }
}

async function look({ ledger: { read } }: House, person: Person, out: Output): Promise<number> {
  const hidden = await read.isUnnamed(person.id);
  for (const line of privacyOf(person.name, hidden, await read.footprint(person.id))) out.line(line);
  return DONE;
}

/** Where there is nothing to take back, that is said when it is tried. */
async function mayTakeBack({ ledger: { read } }: House, person: Person, out: Output): Promise<boolean> {
  const footprint = await read.footprint(person.id);
  if (!hasWords(footprint)) return true;
  const { told: stories, ideas, obstacles } = footprint;
  return agreed(takingBackOf(person.name, { stories, ideas, obstacles }), out);
}

/** As if they had asked for it themselves, in any of their chats. */
async function change(house: House, person: Person, asked: Exclude<Asked, 'look'>, out: Output): Promise<number> {
  const { core, ledger, clock } = house;
  const [by] = await ledger.read.identitiesOf(person.id);
  if (by === undefined) {
    out.problem(`${person.name} has no account that Herald knows.`);
    return FAILED;
  }
  const reply = await core.handle({ type: asked, key: `operator:${randomUUID()}`, by, at: clock.now() });
  if (reply.type === 'refusal') {
    const nothing = reply.reason === 'nothing-to-undo';
    out.problem(nothing ? `There is nothing that ${person.name} could take back.` : plainText(reply));
    return FAILED;
  }
  await ledger.sweepUp();
  out.line(said(person, reply));
  return DONE;
}

function said({ name }: Person, reply: View): string {
  switch (reply.type) {
    case 'name-hidden':
      return `${name} is not named any more where others read; what stands there already is edited.`;
    case 'name-shown':
      return `${name} may be named again in what is told from now on.`;
    case 'words-taken-back':
      return takenBackOf(name, reply);
    default:
      return plainText(reply);
  }
}
