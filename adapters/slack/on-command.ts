import { randomUUID } from 'node:crypto';
import type { AckFn, RespondArguments } from '@slack/bolt';
import type { View } from '../../src/views.ts';
import { onIt } from '../../src/wording/labels.ts';
import type { Asker } from './asker.ts';
import { type Desk, identity } from './desk.ts';
import type { Draft } from './draft.ts';
import { inTime } from './in-time.ts';
import { kudosForm } from './kudos-form.ts';
import { lookUp } from './look.ts';
import { pastedWords } from './pasted-words.ts';
import { placesFor } from './place-fields.ts';
import { askerOfCommand, type Command, readCommand } from './read.ts';
import { answer, openModal, privateAnswer, sendMore } from './respond.ts';
import { settingsForm } from './settings-form.ts';
import { submit } from './submit.ts';
import { tokensOf, wordsOf } from './tokens.ts';
import { readTypedLine, type TypedLine } from './typed-line.ts';
import { seedOf } from './typed-seed.ts';
import { whomIn } from './whom.ts';

type Ack = AckFn<string | RespondArguments>;

/** `/kudos …`. Acknowledged once what was asked is stored, with the answer itself. */
export async function onCommand(desk: Desk, ack: Ack, body: unknown): Promise<void> {
  const command = readCommand(body);
  if (command === null) return ack();
  const line = readTypedLine(command.text);
  if (line.type === 'form') return openForm(desk, ack, command);
  const asker = askerOf(command, line);
  const reply = await inTime(() => replyTo(desk, command, line, asker), asker.seed.words ?? command.text);
  switch (reply.kind) {
    case 'answer':
      return answerCommand(desk, ack, command, asker, reply.view);
    case 'coming':
      return ack({ response_type: 'ephemeral', text: onIt });
    case 'late':
      await ack({ response_type: 'ephemeral', text: onIt });
      return desk.background.begin(async () => {
        const view = await reply.view;
        if (view !== null) await answer(desk, asker, view);
      });
    default:
      return reply satisfies never;
  }
}

function askerOf(command: Command, line: TypedLine): Asker {
  const asker = askerOfCommand(command);
  return line.type === 'story' ? { ...asker, seed: { ...asker.seed, ...seedOf(line.text) } } : asker;
}

async function openForm(desk: Desk, ack: Ack, command: Command): Promise<void> {
  await ack();
  const asker = askerOfCommand(command);
  desk.background.begin(async () => {
    const places = await placesFor(desk, command.user_id, asker.seed.words ?? null);
    if (await openModal(desk, command.trigger_id, kudosForm(asker.seed, places))) return;
    await answer(desk, asker, { type: 'refusal', reason: 'no-hero-named' });
  });
}

/** The first message goes with the acknowledgement; what does not fit into it follows. */
async function answerCommand(desk: Desk, ack: Ack, command: Command, asker: Asker, view: View): Promise<void> {
  if (view.type === 'settings' && view.mayChange) {
    await ack();
    return desk.background.begin(async () => {
      if (!(await openModal(desk, command.trigger_id, settingsForm(view.settings)))) await answer(desk, asker, view);
    });
  }
  const [first, ...more] = await privateAnswer(desk, asker, view);
  await ack(
    first === undefined ? undefined : { response_type: 'ephemeral', text: first.text, blocks: [...first.blocks] },
  );
  if (more.length > 0) desk.background.begin(() => sendMore(command.response_url, more));
}

async function replyTo(desk: Desk, command: Command, line: Exclude<TypedLine, { type: 'form' }>, asker: Asker) {
  const user = command.user_id;
  const key = `slack:command:${command.trigger_id || randomUUID()}`;
  const does = (draft: Draft) => submit(desk, { key, draft, asker });
  switch (line.type) {
    case 'story': {
      const { channel } = asker;
      return does({ type: 'typed-kudos', user, text: line.text, channel, ts: null });
    }
    case 'praise': {
      const mail = await pastedWords(
        desk,
        wordsOf(tokensOf(line.words), () => null),
      );
      return does({ type: 'ready', command: { type: 'capture-praise', by: identity(desk, user), mail } });
    }
    case 'undo':
      return does({ type: 'ready', command: { type: 'retract-story', by: identity(desk, user), which: 'my-last' } });
    case 'search':
      return lookUp(desk, user, { type: 'search', words: wordsOf(tokensOf(line.words), () => null) });
    case 'digest':
      return lookUp(desk, user, { type: 'digest-preview' });
    case 'map':
      return lookUp(desk, user, { type: 'touchpoint-map' });
    case 'pulse':
      return lookUp(desk, user, { type: 'pulse', team: null });
    case 'erase':
      return lookUp(desk, user, { type: 'erasing', whom: whomIn(line.whom) });
    case 'inbox':
    case 'mine':
    case 'help':
    case 'privacy':
    case 'settings':
      return lookUp(desk, user, { type: line.type });
    default:
      return line satisfies never;
  }
}
