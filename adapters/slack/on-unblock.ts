import type { View } from '../../src/views.ts';
import { type Ack, answerCommand } from './answer-command.ts';
import type { Asker } from './asker.ts';
import type { Desk } from './desk.ts';
import { lookUp } from './look.ts';
import { obstacleForm } from './obstacle-forms.ts';
import { placesFor } from './place-fields.ts';
import { askerOfCommand, type Command, readCommand } from './read.ts';
import { answer, openModal } from './respond.ts';
import type { Seed } from './seed.ts';
import { typedObstacle } from './sent-obstacle.ts';
import { submit } from './submit.ts';
import { plainWords } from './tokens.ts';
import { readUnblockLine, type UnblockLine } from './unblock-line.ts';

/** `/unblock …`. Acknowledged once what was said is stored, with the answer itself. */
export async function onUnblock(desk: Desk, ack: Ack, body: unknown, since: number): Promise<void> {
  const command = readCommand(body);
  if (command === null) return ack();
  const line = readUnblockLine(command.text);
  const asker: Asker = { ...askerOfCommand(command), seed: unblockSeed(line) };
  if (line.type === 'obstacle-form') return openForm(desk, ack, command, asker);
  return answerCommand(desk, ack, command, asker, since, (key) =>
    replyToUnblock(desk, command.user_id, key, line, asker),
  );
}

/** What somebody says in words of what stands in the way, answered. */
export async function replyToUnblock(
  desk: Desk,
  user: string,
  key: string,
  line: UnblockLine,
  asker: Asker,
): Promise<View | null> {
  // Where no form can open, the list has a way to it.
  if (line.type !== 'obstacle') return lookUp(desk, user, { type: 'obstacles' });
  return submit(desk, { key, draft: { type: 'ready', command: typedObstacle(desk, user, line.text) }, asker });
}

/** What the form begins with, should it be needed. */
export function unblockSeed(line: UnblockLine): Seed {
  return line.type === 'obstacle' ? { words: plainWords(line.text), form: 'obstacle' } : { form: 'obstacle' };
}

async function openForm(desk: Desk, ack: Ack, command: Command, asker: Asker): Promise<void> {
  await ack();
  desk.background.begin(async () => {
    const form = obstacleForm({}, await placesFor(desk, command.user_id, null));
    if (await openModal(desk, command.trigger_id, form)) return;
    await answer(desk, asker, { type: 'refusal', reason: 'obstacle-without-words' });
  });
}
