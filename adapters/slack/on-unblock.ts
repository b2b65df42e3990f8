import { randomUUID } from 'node:crypto';
import type { View } from '../../src/views.ts';
import { type Ack, answerCommand } from './answer-command.ts';
import type { Asker } from './asker.ts';
import type { Desk } from './desk.ts';
import { lookUp } from './look.ts';
import { obstacleForm } from './obstacle-forms.ts';
import { placesFor } from './place-fields.ts';
import { askerOfCommand, type Command, readCommand } from './read.ts';
import { answer, openModal } from './respond.ts';
import { typedObstacle } from './sent-obstacle.ts';
import { submit } from './submit.ts';
import { tokensOf, wordsOf } from './tokens.ts';

/** `/unblock …`. Acknowledged once what was said is stored, with the answer itself. */
export async function onUnblock(desk: Desk, ack: Ack, body: unknown): Promise<void> {
  const command = readCommand(body);
  if (command === null) return ack();
  const text = command.text.trim();
  const words = wordsOf(tokensOf(text), () => null);
  const asker: Asker = { ...askerOfCommand(command), seed: { words, form: 'obstacle' } };
  if (text === '') return openForm(desk, ack, command, asker);
  return answerCommand(desk, ack, command, asker, () => replyTo(desk, command, text, asker));
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
