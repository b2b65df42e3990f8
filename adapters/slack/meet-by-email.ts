import type { Desk } from './desk.ts';
import { introduce } from './meet.ts';
import type { Member } from './member.ts';
import { troubleOf } from './trouble.ts';

/** Makes whoever has this address in the workspace known; rejects when Slack does not tell. */
export async function meetByEmail(desk: Desk, email: string): Promise<void> {
  const member = (await lookUp(desk, email)) ?? (await amongAll(desk, email));
  if (member) await introduce(desk, [member.facts]);
}

async function lookUp({ directory }: Desk, email: string): Promise<Member | null> {
  try {
    return await directory.withEmail(email);
  } catch (error) {
    const trouble = troubleOf(error);
    if (trouble.kind === 'refused' && trouble.error === 'users_not_found') return null;
    throw error;
  }
}

/** Slack looks up active members only; that somebody has left has to be known too. */
async function amongAll({ directory }: Desk, email: string): Promise<Member | null> {
  return (await directory.everybody()).find(({ facts }) => facts.email?.toLowerCase() === email) ?? null;
}
