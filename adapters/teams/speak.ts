import { setTimeout as sleep } from 'node:timers/promises';
import { DeliveryError } from '../../src/ports.ts';
import type { View } from '../../src/views.ts';
import type { Look } from './asked.ts';
import type { Seen, Shown } from './card.ts';
import type { Desk } from './desk.ts';
import { seenFor } from './seen-for.ts';
import type { Posted, Talk } from './service.ts';
import { show } from './show.ts';
import { isPassing, isTooBig, jittered, TeamsRefused } from './trouble.ts';

/** Waits before trying again to answer somebody, who is still there. */
const WAITS_MS = [500, 1500, 4000];

/** Says something in a conversation, shorter when it was too long. Rejects with what Teams said in the end. */
export function say(desk: Desk, talk: Talk, view: View, about: About = {}): Promise<Posted> {
  return fitting(desk, view, about.as ?? 'answer', (seen) => {
    const shown = show(view, seen, about.back);
    return post(desk, talk, shown);
  });
}

/** Posts what is shown already, as soon as Teams takes it. Rejects with what Teams said in the end. */
export function post(desk: Desk, talk: Talk, shown: Shown): Promise<Posted> {
  return inTurn(desk, talk, () => desk.teams.post(talk, shown));
}

/** Says something into a conversation when it is its turn there, as soon as Teams takes it. */
export function inTurn(desk: Desk, talk: Talk, say: () => Promise<Posted>): Promise<Posted> {
  return withPatience(() => desk.pace.inTurn(talk.conversation, say));
}

/** Puts what is shown already in place of a message of ours. */
export function edit({ teams }: Desk, talk: Talk, id: string, shown: Shown): Promise<void> {
  return withPatience(() => teams.edit(talk, id, shown));
}

/** Puts something in place of a message of ours. */
export function change(desk: Desk, talk: Talk, id: string, view: View, about: About = {}): Promise<void> {
  return fitting(desk, view, about.as ?? 'answer', (seen) => {
    const shown = show(view, seen, about.back);
    return edit(desk, talk, id, shown);
  });
}

type About = { readonly as?: Seen['as']; readonly back?: Look | null };

/** Shows a view by `make`, and once more shorter when Teams found it too big. */
export async function fitting<T>(desk: Desk, view: View, as: Seen['as'], make: (seen: Seen) => Promise<T>): Promise<T> {
  const seen = await seenFor(desk, view, as);
  try {
    return await make(seen);
  } catch (error) {
    if (!isTooBig(error)) throw error;
    return make({ ...seen, short: true });
  }
}

async function withPatience<T>(make: () => Promise<T>): Promise<T> {
  for (const wait of WAITS_MS) {
    try {
      return await make();
    } catch (error) {
      await sleep(askedBy(error) + jittered(wait));
    }
  }
  return make();
}

/** How long whoever said "not now" wants to be left alone; throws on what no waiting helps. */
function askedBy(error: unknown): number {
  if (error instanceof DeliveryError && error.retryAt !== null)
    return Math.max(0, Date.parse(error.retryAt) - Date.now());
  if (!isPassing(error)) throw error;
  return error instanceof TeamsRefused ? (error.waitMs ?? 0) : 0;
}
