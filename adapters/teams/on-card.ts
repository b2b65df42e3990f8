import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { View } from '../../src/views.ts';
import { headline } from '../../src/wording/headlines.ts';
import { onIt } from '../../src/wording/labels.ts';
import { answerLater } from './answer.ts';
import type { Again, CardAsks, Look, Ready, Submitted } from './asked.ts';
import type { Asker } from './asker.ts';
import type { Seen, Shown } from './card.ts';
import { type Desk, identity } from './desk.ts';
import { peopleIn, wordsIn } from './draft.ts';
import { inTime } from './in-time.ts';
import { andItsFile } from './its-file.ts';
import { MEETING_MS } from './limits.ts';
import { lookUp } from './look.ts';
import { openForm } from './open-form.ts';
import { pastedWords } from './pasted-words.ts';
import { teamsPen } from './pen.ts';
import { meet } from './people.ts';
import { chooseTeams } from './pulse-teams.ts';
import { formOf, readSubmit } from './read-submit.ts';
import { seenFor } from './seen-for.ts';
import { show } from './show.ts';
import { submit } from './submit.ts';

/** What a button or a form is answered with. */
export type CardAnswer =
  | { readonly kind: 'card'; readonly shown: Shown; readonly of: View['type'] | 'form' }
  | { readonly kind: 'sentence'; readonly text: string }
  /** None of Herald's cards. */
  | { readonly kind: 'nothing' };

type Pressed = {
  readonly asker: Asker;
  /** The same press, sent again, has the same. */
  readonly key: string;
  readonly submitted: Submitted;
  readonly surface: Seen['surface'];
};

/** A button or a form in a card, or in a dialog of the message extension. */
export async function onCard(desk: Desk, pressed: Pressed): Promise<CardAnswer> {
  const { asker, submitted, surface } = pressed;
  const asked = readSubmit(submitted, identity(desk, asker.user));
  if (asked === null) return { kind: 'nothing' };
  switch (asked.asks) {
    case 'look': {
      const view = await lookUp(desk, asker.talk, asker.user, asked.look);
      desk.background.begin(() => andItsFile(desk, asker, view));
      return shows(desk, pressed, view, asked.back);
    }
    case 'form':
      return formOr(desk, pressed, await openForm(desk, asker, asked.form, surface));
    case 'again':
      return asksAgain(desk, pressed, asked.slip);
    case 'praise':
    case 'command':
      return decides(desk, pressed, asked);
    default:
      return asked satisfies never;
  }
}

async function decides(
  desk: Desk,
  pressed: Pressed,
  asked: Extract<CardAsks, { asks: 'command' | 'praise' }>,
): Promise<CardAnswer> {
  const { asker, submitted } = pressed;
  const command = await commandOf(desk, asker, asked);
  const typedNames = asked.asks === 'command' ? asked.typedHeroes : [];
  const words = wordsIn(command);
  const reply = await inTime(async () => {
    await tryToMeet(desk, asker, command);
    const draft = { type: 'ready', command, typedNames } as const;
    return submit(desk, { key: keyOf(pressed), draft, asker });
  }, words);
  if (reply.kind === 'answer') return replyTo(desk, pressed, reply.view);
  if (reply.kind === 'late') {
    desk.background.begin(async () => {
      const view = await reply.view;
      if (view !== null) await answerLater(desk, asker, { type: 'ready', command, typedNames }, view);
    });
  }
  return formOf(submitted) === null
    ? { kind: 'sentence', text: onIt }
    : { kind: 'card', shown: saysOnly(onIt), of: 'form' };
}

async function commandOf(
  desk: Desk,
  { user }: Asker,
  asked: Extract<CardAsks, { asks: 'command' | 'praise' }>,
): Promise<Ready> {
  if (asked.asks === 'command') return asked.command;
  const mail = await pastedWords(desk, asked.words, asked.customer);
  return { type: 'capture-praise', by: identity(desk, user), mail };
}

async function replyTo(desk: Desk, pressed: Pressed, view: View): Promise<CardAnswer> {
  const { asker, submitted } = pressed;
  if (view.type === 'settings-changed') {
    desk.settings.changed();
    desk.background.begin(() => chooseTeams(desk, asker.user, submitted.data));
  }
  if (view.type === 'refusal' && formOf(submitted) !== null) return asksAgain(desk, pressed, view);
  if (view.type === 'cheered' && submitted.data.card === true) {
    return shows(desk, pressed, await lookUp(desk, asker.talk, asker.user, { type: 'story', story: view.story }));
  }
  if (view.type === 'win-held' || view.type === 'win-released') {
    return shows(desk, pressed, await lookUp(desk, asker.talk, asker.user, { type: 'digest-preview' }));
  }
  // The message that was pressed on shows the rest by itself.
  if (view.type === 'refusal' || SAID_IN_A_SENTENCE.includes(view.type)) {
    return { kind: 'sentence', text: headline(view, teamsPen(await desk.settings.timeZone())) };
  }
  return shows(desk, pressed, view);
}

const SAID_IN_A_SENTENCE: readonly View['type'][] = ['cheered', 'posted-again', 'nomination-withdrawn'];

/** The form that was sent, with all that was typed and what is wrong with it. */
async function asksAgain(desk: Desk, pressed: Pressed, no: Again['no']): Promise<CardAnswer> {
  const { asker, submitted, surface } = pressed;
  const wanted = formOf(submitted);
  if (wanted === null) return { kind: 'nothing' };
  return formOr(desk, pressed, await openForm(desk, asker, wanted, surface, { typed: submitted.data, no }));
}

async function formOr(desk: Desk, pressed: Pressed, opened: Awaited<ReturnType<typeof openForm>>): Promise<CardAnswer> {
  return 'shown' in opened ? { kind: 'card', shown: opened.shown, of: 'form' } : shows(desk, pressed, opened.view);
}

async function shows(desk: Desk, { surface }: Pressed, view: View, back: Look | null = null): Promise<CardAnswer> {
  const seen = await seenFor(desk, view, 'answer', surface);
  return { kind: 'card', shown: show(view, seen, back), of: view.type };
}

function saysOnly(text: string): Shown {
  const body = [{ type: 'TextBlock', text, wrap: true }];
  return { card: { type: 'AdaptiveCard', version: '1.5', body }, text, summary: text };
}

/** While the form is open nothing can be lost: with everybody known, a "no" stands at its field. */
async function tryToMeet(desk: Desk, { talk }: Asker, command: Ready): Promise<void> {
  await Promise.race([meet(desk, talk, peopleIn(command)), sleep(MEETING_MS, null, { ref: false })]).catch(() => null);
}

/** The same form with the same in it is the same command, however often it is sent; corrected, it is another. */
function keyOf({ key, asker, submitted }: Pressed): string {
  if (asker.message === null || formOf(submitted) === null) return `teams:press:${key}`;
  const print = createHash('sha256').update(JSON.stringify(submitted)).digest('base64url').slice(0, 22);
  return `teams:form:${asker.talk.conversation}:${asker.message}:${asker.user}:${print}`;
}
