import type { Command } from '../../src/commands.ts';
import type { RawCommand } from '../../src/ports.ts';
import type { Refusal } from '../../src/views.ts';
import type { Desk } from './desk.ts';
import { type Draft, peopleIn, type Ready } from './draft.ts';
import { mailFrom } from './mail-file.ts';
import { nominationFrom, permalinkOf } from './marked.ts';
import { introduce, meet } from './meet.ts';
import type { Member } from './member.ts';
import { type Mention, type NameFinder, NEEDS_NAMES } from './mentions.ts';
import { typedName } from './names.ts';
import { kudosFrom, readTyped } from './typed-kudos.ts';

/** As many people as one group may bring into a story before it is called a flood; the core's own limit is stricter. */
const GROUP_LIMIT = 100;
/** What the core takes at most; named in the refusal. */
const HERO_LIMIT = 50;

/** Asks Slack what is missing. Rejects with what Slack said when it does not tell. */
export async function complete(desk: Desk, raw: RawCommand, draft: Draft): Promise<Command | Refusal> {
  const command = await completed(desk, draft);
  if (command.type === 'refusal') return command;
  return { ...command, key: raw.key, at: raw.at } as Command;
}

async function completed(desk: Desk, draft: Draft): Promise<Ready | Refusal> {
  switch (draft.type) {
    case 'ready':
      await meet(desk, peopleIn(draft.command));
      return draft.command;
    case 'typed-kudos':
      return typedKudos(desk, draft);
    case 'marked':
      return nominationFrom(desk, draft);
    case 'mail-file':
      return mailFrom(desk, draft);
    default:
      return draft satisfies never;
  }
}

async function typedKudos(desk: Desk, draft: Extract<Draft, { type: 'typed-kudos' }>): Promise<Ready | Refusal> {
  const { botUser } = desk.workspace;
  const quick = readTyped(draft, botUser, null);
  const read = quick === NEEDS_NAMES ? readTyped(draft, botUser, await nameFinder(desk, draft.user)) : quick;
  if (read === NEEDS_NAMES) throw new Error('Names were looked up and are still missing.');
  if ('refusal' in read) return namesakes(desk, read.refusal);
  const heroes = await membersOf(desk, read.heroes);
  if (heroes.length > GROUP_LIMIT)
    return { type: 'refusal', reason: 'too-many-heroes', limit: HERO_LIMIT, named: heroes.length };
  const known = await meet(desk, [...read.users, ...heroes]);
  const { channel, ts } = draft;
  const permalink = channel === null || ts === null ? null : await permalinkOf(desk, channel, ts);
  return kudosFrom(desk, draft, { words: read.words, heroes, known, permalink });
}

async function membersOf({ directory }: Desk, mentions: readonly Mention[]): Promise<readonly string[]> {
  const members = await Promise.all(
    mentions.map((one) => (one.kind === 'user' ? [one.user] : directory.group(one.group))),
  );
  return [...new Set(members.flat())];
}

/** Finds typed names among those who are here; whoever fits is offered by their user id until they are met. */
export async function nameFinder(desk: Desk, teller: string): Promise<NameFinder> {
  const people = (await desk.directory.everybody()).filter(isHere);
  // Whoever tells is not whom they mean.
  const others = people.filter(({ user }) => user !== teller);
  return (text) => {
    const found = typedName(text, others);
    if ('user' in found) return found;
    const { name, fitting } = found;
    if (fitting.length === 0) return { refusal: { type: 'refusal', reason: 'person-unknown', name } };
    const offered = fitting.map(({ user, facts }) => ({ person: user, name: facts.name }));
    return { refusal: { type: 'refusal', reason: 'name-ambiguous', name, people: offered } };
  };
}

function isHere({ facts }: Member): boolean {
  return facts.active && facts.kind === 'human';
}

/** The offered become known, so that the refusal names people, not user ids. */
async function namesakes(desk: Desk, refusal: Refusal): Promise<Refusal> {
  if (refusal.reason !== 'name-ambiguous') return refusal;
  const users = new Set(refusal.people.map(({ person }) => person));
  const members = (await desk.directory.everybody()).filter(({ user }) => users.has(user));
  await introduce(
    desk,
    members.map(({ facts }) => facts),
  );
  const known = await meet(desk, [...users]);
  const people = [...known.values()].map(({ person, name }) => ({ person, name }));
  return { ...refusal, people };
}
