import type { Desk } from './desk.ts';
import type { Happened } from './happened.ts';
import { introduce, knownAmong } from './meet.ts';
import { readMember } from './member.ts';
import { readPerson } from './read-event.ts';

/** Somebody was renamed, deactivated or given another role. People whom Herald never met stay unknown to it. */
export async function onUserChanged(desk: Desk, { event }: Happened): Promise<void> {
  const member = readMember(readPerson(event), desk.workspace.team);
  if (member === null) return;
  if ((await knownAmong(desk, [member.user])).size > 0) await introduce(desk, [member.facts]);
}
