import { randomUUID } from 'node:crypto';
import type { View } from '../../src/views.ts';
import { beginChat } from './answer.ts';
import type { Desk } from './desk.ts';
import { askerOf } from './happened.ts';
import { type CardAnswer, onCard } from './on-card.ts';
import { onDialogAsked, onDialogSent, onSearched } from './on-extension.ts';
import { type Activity, readCardAction, readFileConsent } from './read.ts';
import type { InvokeAnswer } from './service.ts';
import { edit, post } from './speak.ts';
import { isGone } from './trouble.ts';

/** What somebody pressed, sent or searched. Teams waits for the answer. */
export async function onInvoke(desk: Desk, activity: Activity): Promise<InvokeAnswer> {
  const key = `teams:invoke:${randomUUID()}`;
  desk.typing.whenSlow(key, askerOf(activity).talk);
  try {
    return await answerTo(desk, activity);
  } finally {
    desk.typing.answered(key);
  }
}

async function answerTo(desk: Desk, activity: Activity): Promise<InvokeAnswer> {
  switch (activity.name) {
    case 'adaptiveCard/action':
      return onPressed(desk, activity);
    case 'fileConsent/invoke':
      return onFileConsent(desk, activity);
    case 'composeExtension/query':
      return onSearched(desk, activity);
    case 'composeExtension/fetchTask':
      return onDialogAsked(desk, activity);
    case 'composeExtension/submitAction':
      return onDialogSent(desk, activity);
    default:
      return { status: 501 };
  }
}

/** In their own chat alone, where Teams asks. */
function onFileConsent(desk: Desk, activity: Activity): InvokeAnswer {
  const consent = readFileConsent(activity.value);
  const asker = askerOf(activity);
  if (consent === null || !asker.personal) return { status: 400 };
  desk.background.begin(async () => {
    const { putExport } = await import('./export-file.ts');
    await putExport(desk, asker, consent);
  });
  return { status: 200 };
}

async function onPressed(desk: Desk, activity: Activity): Promise<InvokeAnswer> {
  const pressed = readCardAction(activity.value);
  if (pressed === null) return { status: 400 };
  const { verb, data } = pressed.action;
  const asker = askerOf(activity);
  const submitted = { verb: verb ?? '', data: data ?? {} };
  const answer = await onCard(desk, { asker, key: activity.id ?? '', submitted, surface: 'message' });
  desk.background.begin(() => keepShown(desk, activity, answer));
  return { status: 200, body: bodyOf(answer) };
}

/** learn.microsoft.com/adaptive-cards/authoring-cards/universal-action-model */
function bodyOf(answer: CardAnswer) {
  switch (answer.kind) {
    case 'card':
      return { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: answer.shown.card };
    case 'sentence':
      return { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: answer.text };
    case 'nothing':
      return {
        statusCode: 400,
        type: 'application/vnd.microsoft.error',
        value: { code: 'BadRequest', message: 'This button is none of Herald’s.' },
      };
    default:
      return answer satisfies never;
  }
}

/** These are decided for good: whoever opens the chat again finds the message as it became. */
const LASTING: readonly View['type'][] = [
  'kudos-given',
  'story-moved',
  'win-confirmed',
  'story-retracted',
  'words-corrected',
  'details-added',
  'settings-changed',
];

/** Teams shows the answer to whoever pressed, until they look again: the message itself is changed behind it. */
async function keepShown(desk: Desk, activity: Activity, answer: CardAnswer): Promise<void> {
  if (answer.kind !== 'card' || answer.of === 'form' || !LASTING.includes(answer.of)) return;
  const { talk, personal, message, user } = askerOf(activity);
  if (message === null) return;
  if (personal) return edit(desk, talk, message, answer.shown).catch(unlessGone);
  if (answer.of !== 'kudos-given') return;
  // In a channel the story is told by itself, or is not for everybody: the form it came from goes.
  await desk.teams.remove(talk, message).catch(unlessGone);
  const conversation = desk.references.chat(user) ?? (await beginChat(desk, talk.serviceUrl, user));
  if (conversation !== null) await post(desk, { serviceUrl: talk.serviceUrl, conversation }, answer.shown);
}

function unlessGone(error: unknown): void {
  if (!isGone(error)) throw error;
}
