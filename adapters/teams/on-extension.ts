import { headings } from '../../src/wording/labels.ts';
import type { WantedForm } from './asked.ts';
import type { Shown } from './card.ts';
import type { Desk } from './desk.ts';
import { EXTENSION, foundStories, installCard, SEARCH_PARAMETER } from './extension.ts';
import { askerOf, talkOf } from './happened.ts';
import { MEETING_MS } from './limits.ts';
import { lookUp } from './look.ts';
import { onCard } from './on-card.ts';
import { openForm } from './open-form.ts';
import { meet } from './people.ts';
import { plainOf } from './plain-of.ts';
import { type Activity, type Extension, readExtension } from './read.ts';
import { seenFor } from './seen-for.ts';
import type { InvokeAnswer } from './service.ts';
import { TeamsRefused } from './trouble.ts';
import { within } from './within.ts';

/** A form in a dialog: from the compose box, or from a message. */
export async function onDialogAsked(desk: Desk, activity: Activity): Promise<InvokeAnswer> {
  const asked = readExtension(activity.value);
  if (asked === null) return { status: 400 };
  if (!(await isThere(desk, activity))) return dialog(installCard());
  const wanted = await wantedForm(desk, activity, asked);
  if (wanted === null) return { status: 400 };
  const opened = await openForm(desk, askerOf(activity), wanted, 'dialog');
  return 'shown' in opened ? dialog(opened.shown.card) : { status: 400 };
}

/** A dialog that was sent. It shows the answer in its place, and the form again after a "no". */
export async function onDialogSent(desk: Desk, activity: Activity): Promise<InvokeAnswer> {
  const asked = readExtension(activity.value);
  if (asked === null) return { status: 400 };
  const { data } = asked;
  const verb = typeof data?.verb === 'string' ? data.verb : '';
  // Herald was added just now: what was wanted is asked for once more.
  if (verb === '') return onDialogAsked(desk, activity);
  const asker = askerOf(activity);
  const submitted = { verb, data: data ?? {} };
  const answer = await onCard(desk, { asker, key: activity.id ?? '', submitted, surface: 'dialog' });
  switch (answer.kind) {
    case 'card':
      return dialog(answer.shown.card);
    case 'sentence':
      return { status: 200, body: { task: { type: 'message', value: answer.text } } };
    case 'nothing':
      return { status: 400 };
    default:
      return answer satisfies never;
  }
}

/** Told stories with these words, to paste one; before anything is typed, those of this week. */
export async function onSearched(desk: Desk, activity: Activity): Promise<InvokeAnswer> {
  const asked = readExtension(activity.value);
  if (asked?.commandId !== EXTENSION.findStories) return { status: 400 };
  const typed = asked.parameters?.find(({ name }) => name === SEARCH_PARAMETER)?.value;
  const words = typeof typed === 'string' ? typed.slice(0, 500) : '';
  const { talk, user } = askerOf(activity);
  const look = words.trim() === '' ? ({ type: 'home' } as const) : ({ type: 'search', words } as const);
  const view = await lookUp(desk, talk, user, look);
  const stories = view.type === 'search-results' ? view.stories : view.type === 'home' ? view.thisWeek : [];
  const seen = await seenFor(desk, { type: 'help' }, 'post');
  const attachments = foundStories(stories, seen).map(({ card, preview }) => ({
    contentType: 'application/vnd.microsoft.card.adaptive',
    content: card,
    preview: { contentType: 'application/vnd.microsoft.card.thumbnail', content: preview },
  }));
  return { status: 200, body: { composeExtension: { type: 'result', attachmentLayout: 'list', attachments } } };
}

async function wantedForm(desk: Desk, activity: Activity, asked: Extension): Promise<WantedForm | null> {
  const message = asked.messagePayload;
  const words = plainOf(message?.body?.content ?? '');
  switch (asked.commandId) {
    case EXTENSION.tellStory:
      return { form: 'kudos', seed: whereOf(activity) };
    case EXTENSION.makeStory: {
      const permalink = message?.linkToMessage;
      const seed = { ...whereOf(activity), words, ...(permalink ? { permalink } : {}) };
      return { form: 'kudos', seed: { ...seed, heroes: await writer(desk, activity, asked) } };
    }
    case EXTENSION.customerPraise:
      return { form: 'praise', words };
    default:
      return null;
  }
}

/** A story is told where it was made, if Herald may speak there and others are there. */
function whereOf(activity: Activity): { readonly where?: string } {
  const { personal, talk } = askerOf(activity);
  return personal ? {} : { where: talk.conversation };
}

/** Whoever wrote a message is whom its story is about, until the teller says otherwise. */
async function writer(desk: Desk, activity: Activity, { messagePayload: message }: Extension) {
  const user = message?.from?.user;
  const teller = activity.from.aadObjectId?.toLowerCase();
  if (!user || user.id.toLowerCase() === teller) return [];
  const known = await within(MEETING_MS, meet(desk, talkOf(activity), [user.id])).catch(() => null);
  const person = known?.get(user.id);
  if (person) return [{ user: person.user, name: person.name }];
  return user.displayName ? [{ user: user.id, name: user.displayName }] : [];
}

/** Whether Herald is in the conversation; when Teams does not say in time, it is taken to be. */
async function isThere(desk: Desk, activity: Activity): Promise<boolean> {
  const { personal, talk, user } = askerOf(activity);
  if (personal) return true;
  try {
    await within(MEETING_MS, desk.teams.member(talk, user));
    return true;
  } catch (error) {
    return !(error instanceof TeamsRefused && (error.status === 403 || error.status === 404));
  }
}

function dialog(card: Shown['card']): InvokeAnswer {
  const attachment = { contentType: 'application/vnd.microsoft.card.adaptive', content: card };
  const value = { title: headings.tellAStory, height: 'medium', width: 'medium', card: attachment };
  return { status: 200, body: { task: { type: 'continue', value } } };
}
