import type { Command } from '../../src/commands.ts';
import type { RawCommand } from '../../src/ports.ts';
import type { Refusal } from '../../src/views.ts';
import type { Ready } from './asked.ts';
import type { Asker } from './asker.ts';
import type { Desk } from './desk.ts';
import { type Draft, peopleIn, withPeople } from './draft.ts';
import { mailFrom } from './mail-file.ts';
import type { Member } from './member.ts';
import { membersCalled } from './names.ts';
import { inTeams, introduce, isTeamsId, knownAmong, meet } from './people.ts';

/** Asks Teams what is missing. Rejects with what Teams said when it does not tell. */
export async function complete(desk: Desk, raw: RawCommand, draft: Draft, asker: Asker): Promise<Command | Refusal> {
  const command = draft.type === 'file' ? await mailFrom(desk, draft) : await withEverybody(desk, draft, asker);
  if (command.type === 'refusal') return command;
  await meet(desk, asker.talk, [command.by.user]);
  return { ...command, key: raw.key, at: raw.at } as Command;
}

async function withEverybody(
  desk: Desk,
  { command, typedNames }: Extract<Draft, { type: 'ready' }>,
  { talk }: Asker,
): Promise<Ready | Refusal> {
  const people = peopleIn(command);
  const known = await meet(desk, talk, people);
  const stranger = people.find((user) => !known.has(user) && !isTeamsId(user));
  if (stranger !== undefined) return { type: 'refusal', reason: 'person-unknown', name: 'the person you chose' };
  const named = await peopleNamed(desk, typedNames, talk, command.by.user);
  return 'reason' in named ? named : withPeople(command, (user) => inTeams(desk, user), named.users);
}

/** Finds typed names among those who are here. */
async function peopleNamed(
  desk: Desk,
  names: readonly string[],
  talk: Asker['talk'],
  teller: string,
): Promise<Refusal | { readonly users: readonly string[] }> {
  if (names.length === 0) return { users: [] };
  // Whoever tells is not whom they mean.
  const others = (await desk.roster.everybody(talk)).filter(({ user }) => user !== teller);
  const found: Member[] = [];
  for (const name of names) {
    const fitting = membersCalled(name, others);
    const [member] = fitting;
    if (member === undefined) return { type: 'refusal', reason: 'person-unknown', name };
    await introduce(
      desk,
      fitting.map(({ facts }) => facts),
    );
    if (fitting.length > 1) return namesakes(desk, name, fitting);
    found.push(member);
  }
  return { users: found.map(({ user }) => user) };
}

async function namesakes(desk: Desk, name: string, fitting: readonly Member[]): Promise<Refusal> {
  const known = await knownAmong(
    desk,
    fitting.map(({ user }) => user),
  );
  const people = [...known.values()].map((one) => ({ person: one.person, name: one.name }));
  return { type: 'refusal', reason: 'name-ambiguous', name, people };
}
