import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { types } from '@slack/bolt';
import type { View } from '../../src/views.ts';
import { onIt } from '../../src/wording/labels.ts';
import { plainPen } from '../../src/wording/pen.ts';
import { refusalSentence } from '../../src/wording/refusals.ts';
import { chooseSettlement } from '../../src/wording/ways-forward.ts';
import { FIELDS } from './actions.ts';
import { afterwards } from './afterwards.ts';
import { type Asker, askerOf } from './asker.ts';
import { says } from './blocks.ts';
import type { Desk } from './desk.ts';
import { peopleIn, type Ready } from './draft.ts';
import { errorAt, fieldOf, isFinal } from './form-errors.ts';
import { inTime } from './in-time.ts';
import { meet } from './meet.ts';
import { answerModal } from './modal.ts';
import { publishHome } from './publish-home.ts';
import { chooseTeams } from './pulse-teams.ts';
import { readSent, type Sent, typedIn, usersChosen, type Values } from './read.ts';
import { answer, privateAnswer } from './respond.ts';
import { readSeed, type Seed } from './seed.ts';
import { commandOf } from './sent-command.ts';
import { submit } from './submit.ts';

/** What Slack does with a form that was sent. */
export type FormAnswer =
  | { readonly response_action: 'update'; readonly view: types.ModalView }
  | { readonly response_action: 'errors'; readonly errors: Record<string, string> }
  | { readonly response_action: 'clear' };

type Ack = (response?: FormAnswer) => Promise<void>;

/** A form. It shows the answer in its place; after a "no" it stays as it is, with all that was typed. */
export async function onSent(desk: Desk, ack: Ack, body: unknown, since: number): Promise<void> {
  const sent = readSent(body);
  if (sent === null) return ack();
  const values = sent.view.state?.values ?? {};
  const command = await commandOf(desk, sent, values);
  if (command === null) return ack();
  if ('missing' in command) return ack(errorAt(values, command.missing, chooseSettlement));
  const words = typedIn(values, FIELDS.words);
  const asker = askerOf(sent.user.id, {
    modal: sent.view.id,
    seed: { words, heroes: [...usersChosen(values, FIELDS.heroes)] },
  });
  const key = keyOf(sent, values);
  const expected = desk.awaited.expect(key, since, ({ view }) =>
    view === null ? ack() : tell(desk, ack, sent, view, asker),
  );
  const reply = await inTime(async () => {
    await tryToMeet(desk, command);
    return submit(desk, { key, draft: { type: 'ready', command }, asker });
  }, words);
  if (reply.kind !== 'coming') expected.end();
  if (reply.kind === 'answer') return tell(desk, ack, sent, reply.view, asker);
  if (reply.kind === 'coming' && (await expected.comes())) return;
  await ack({ response_action: 'update', view: answerModal({ text: onIt, blocks: [says(onIt)] }) });
  if (reply.kind !== 'late') return;
  desk.background.begin(async () => {
    const view = await reply.view;
    if (view !== null) await answer(desk, asker, view);
  });
}

async function tell(desk: Desk, ack: Ack, { view: form }: Sent, view: View, asker: Asker): Promise<void> {
  const { behind } = readSeed(form.private_metadata);
  if (view.type !== 'refusal' && behind) return showBehind(desk, ack, view, asker, behind);
  return ack(await answerTo(desk, form.state?.values ?? {}, view, asker));
}

/** How long Slack is asked about people chosen in a form, before it is kept for later. */
const MEETING_MS = 1200;

/** While the form is open nothing can be lost: with everybody known, a "no" stands at its field. */
async function tryToMeet(desk: Desk, command: Ready): Promise<void> {
  await Promise.race([meet(desk, peopleIn(command)), sleep(MEETING_MS, null, { ref: false })]).catch(() => null);
}

/** The same form with the same in it is the same command, however often it is sent; corrected, it is another. */
function keyOf({ view }: Sent, values: Values): string {
  const print = createHash('sha256').update(JSON.stringify(values)).digest('base64url').slice(0, 22);
  return `slack:form:${view.id}:${print}`;
}

/** Closes the form; what stood behind it shows what became of it, so that nothing there is out of date. */
async function showBehind(
  desk: Desk,
  ack: Ack,
  view: View,
  asker: Asker,
  behind: NonNullable<Seed['behind']>,
): Promise<void> {
  switch (behind.kind) {
    case 'standing': {
      const next = await afterwards(desk, { ...asker, direct: true, modal: null }, view);
      return ack(next === null ? undefined : await answerTo(desk, {}, next, asker));
    }
    case 'home':
      await ack(await answerTo(desk, {}, view, asker));
      return desk.background.begin(() => publishHome(desk, asker.user));
    case 'modal':
      await ack();
      return desk.background.begin(async () => {
        await answer(desk, { ...asker, modal: behind.view }, view);
        await publishHome(desk, asker.user);
      });
    case 'private':
      await ack();
      return desk.background.begin(() =>
        answer(desk, { ...asker, modal: null, responseUrl: behind.url, replaces: true }, view),
      );
    default:
      return behind satisfies never;
  }
}

async function answerTo(desk: Desk, values: Values, view: View, asker: Asker): Promise<FormAnswer> {
  if (view.type === 'refusal' && !isFinal(view)) {
    return errorAt(values, fieldOf(view), refusalSentence(view, plainPen(await desk.settings.timeZone())));
  }
  if (view.type === 'settings-changed') {
    desk.settings.changed();
    desk.background.begin(() => chooseTeams(desk, asker.user, values));
  }
  const [shown] = await privateAnswer(desk, asker, view);
  return shown ? { response_action: 'update', view: answerModal(shown) } : { response_action: 'clear' };
}
