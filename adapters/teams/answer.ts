import type { View } from '../../src/views.ts';
import type { Asker } from './asker.ts';
import type { Shown } from './card.ts';
import type { Desk } from './desk.ts';
import type { Draft } from './draft.ts';
import { formAfter } from './form-after.ts';
import { lookUp } from './look.ts';
import { change, edit, post, say } from './speak.ts';
import { isGone, TeamsRefused } from './trouble.ts';

/** Answers something typed: where it was typed, or in private what is not for everybody's eyes. */
export async function answer(desk: Desk, asker: Asker, view: View): Promise<void> {
  const next = await whatIsSaid(desk, asker, view);
  if (next === null) return;
  if (asker.personal || isForAll(next)) await say(desk, asker.talk, next);
  else await sayPrivately(desk, asker, next);
}

/** Answers a form or a button when it was not known in time: in place of it, or else as something typed. */
export async function answerLater(desk: Desk, asker: Asker, draft: Draft, view: View): Promise<void> {
  const form = await formAfter(desk, asker, draft, view);
  if (form !== null) return inPlace(desk, asker, form);
  const next = await whatIsSaid(desk, asker, view);
  if (next === null) return;
  if (asker.personal && asker.message !== null) {
    try {
      return await change(desk, asker.talk, asker.message, next);
    } catch (error) {
      if (!isGone(error)) throw error;
    }
  }
  await answer(desk, asker, view);
}

/** A form with what was typed, in place of the one that was sent; in a channel the first is still there. */
async function inPlace(desk: Desk, { talk, personal, message }: Asker, form: Shown): Promise<void> {
  if (personal && message !== null) await edit(desk, talk, message, form);
  else await post(desk, talk, form);
}

/** What whoever asked is told; null where another message says it. */
async function whatIsSaid(desk: Desk, { user, talk, personal }: Asker, view: View): Promise<View | null> {
  switch (view.type) {
    case 'kudos-given':
      // In a channel the story itself is the answer; whoever told it has their own buttons in it.
      return !personal && view.story.audience === 'everyone' && (await desk.settings.tellsAtOnce()) ? null : view;
    // The message itself shows it.
    case 'praise-waiting':
    case 'welcome':
    case 'nomination-waiting':
    case 'nomination-withdrawn':
      return null;
    case 'win-held':
    case 'win-released':
      return lookUp(desk, talk, user, { type: 'digest-preview' });
    default:
      return view;
  }
}

/** Everybody in a channel reads the answer: what is for one person's eyes goes to their own chat with Herald. */
function isForAll(view: View): boolean {
  switch (view.type) {
    case 'kudos-given':
      return view.story.audience === 'everyone';
    case 'help':
    case 'search-results':
      return true;
    case 'refusal':
      return true;
    default:
      return false;
  }
}

async function sayPrivately(desk: Desk, { user, talk }: Asker, view: View): Promise<void> {
  const conversation = desk.references.chat(user) ?? (await beginChat(desk, talk.serviceUrl, user));
  if (conversation !== null) await say(desk, { serviceUrl: talk.serviceUrl, conversation }, view);
}

/** A card for one person's eyes, in their own chat with Herald. */
export async function postPrivately(desk: Desk, { user, talk }: Asker, shown: Shown): Promise<void> {
  const conversation = desk.references.chat(user) ?? (await beginChat(desk, talk.serviceUrl, user));
  if (conversation === null) return;
  await post(desk, { serviceUrl: talk.serviceUrl, conversation }, shown);
}

/** The chat with somebody; null when Teams lets Herald have none. */
export async function beginChat(desk: Desk, serviceUrl: string, user: string): Promise<string | null> {
  try {
    const conversation = await desk.teams.chatWith(serviceUrl, user);
    await desk.references.keepChat(user, conversation);
    return conversation;
  } catch (error) {
    if (error instanceof TeamsRefused && error.status === 403) return null;
    throw error;
  }
}
