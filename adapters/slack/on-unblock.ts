import { randomUUID } from 'node:crypto';
import type { AckFn, RespondArguments } from '@slack/bolt';
import type { View } from '../../src/views.ts';
import { onIt } from '../../src/wording/labels.ts';
import type { Asker } from './asker.ts';
import type { Desk } from './desk.ts';
import { inTime } from './in-time.ts';
import { lookUp } from './look.ts';
import { obstacleForm } from './obstacle-forms.ts';
import { placesFor } from './place-fields.ts';
import { askerOfCommand, type Command, readCommand } from './read.ts';
import { answer, openModal, privateAnswer, sendMore } from './respond.ts';
import { typedObstacle } from './sent-obstacle.ts';
import { submit } from './submit.ts';
import { tokensOf, wordsOf } from './tokens.ts';

type Ack = AckFn<string | RespondArguments>;

/** `/unblock …`. Acknowledged once what was said is stored, with the answer itself. */
export async function onUnblock(desk: Desk, ack: Ack, body: unknown): Promise<void> {
  const command = readCommand(body);
  if (command === null) return ack();
  const text = command.text.trim();
  const words = wordsOf(tokensOf(text), () => null);
  const asker: Asker = { ...askerOfCommand(command), seed: { words, form: 'obstacle' } };
  if (text === '') return openForm(desk, ack, command, asker);
  const reply = await inTime(() => replyTo(desk, command, text, asker), words);
  if (reply.kind === 'answer') return answerNow(desk, ack, command, asker, reply.view);
  await ack({ response_type: 'ephemeral', text: onIt });
  if (reply.kind !== 'late') return;
  desk.background.begin(async () => {
    const view = await reply.view;
    if (view !== null) await answer(desk, asker, view);
  });
}

async function replyTo(desk: Desk, command: Command, text: string, asker: Asker): Promise<View | null> {
  if (text.toLowerCase() === 'list') return lookUp(desk, command.user_id, { type: 'obstacles' });
  const draft = { type: 'ready', command: typedObstacle(desk, command.user_id, text) } as const;
  return submit(desk, { key: `slack:command:${command.trigger_id || randomUUID()}`, draft, asker });
}

async function openForm(desk: Desk, ack: Ack, command: Command, asker: Asker): Promise<void> {
  await ack();
  desk.background.begin(async () => {
    const form = obstacleForm({}, await placesFor(desk, command.user_id, null));
    if (await openModal(desk, command.trigger_id, form)) return;
    await answer(desk, asker, { type: 'refusal', reason: 'obstacle-without-words' });
  });
}

/** The first message goes with the acknowledgement; what does not fit into it follows. */
async function answerNow(desk: Desk, ack: Ack, command: Command, asker: Asker, view: View): Promise<void> {
  const [first, ...more] = await privateAnswer(desk, asker, view);
  await ack(
    first === undefined ? undefined : { response_type: 'ephemeral', text: first.text, blocks: [...first.blocks] },
  );
  if (more.length > 0) desk.background.begin(() => sendMore(command.response_url, more));
}
