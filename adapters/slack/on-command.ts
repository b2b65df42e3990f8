import { type Ack, answerCommand } from './answer-command.ts';
import type { Asker } from './asker.ts';
import { type Desk, identity } from './desk.ts';
import type { Draft } from './draft.ts';
import { kudosForm } from './kudos-form.ts';
import { lookUp } from './look.ts';
import { pastedWords } from './pasted-words.ts';
import { placesFor } from './place-fields.ts';
import { askerOfCommand, type Command, readCommand } from './read.ts';
import { answer, openModal } from './respond.ts';
import { submit } from './submit.ts';
import { tokensOf, wordsOf } from './tokens.ts';
import { readTypedLine, type TypedLine } from './typed-line.ts';
import { seedOf } from './typed-seed.ts';
import { whomIn } from './whom.ts';

/** `/kudos …`. Acknowledged once what was asked is stored, with the answer itself. */
export async function onCommand(desk: Desk, ack: Ack, body: unknown, since: number): Promise<void> {
  const command = readCommand(body);
  if (command === null) return ack();
  const line = readTypedLine(command.text);
  if (line.type === 'form') return openForm(desk, ack, command);
  const asker = askerOf(command, line);
  return answerCommand(desk, ack, command, asker, since, (key) => replyTo(desk, command, line, key, asker));
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

async function replyTo(
  desk: Desk,
  { user_id: user }: Command,
  line: Exclude<TypedLine, { type: 'form' }>,
  key: string,
  asker: Asker,
) {
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
    case 'export':
      return lookUp(desk, user, { type: 'export', what: 'all' });
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
