import { type Ack, answerCommand } from './answer-command.ts';
import type { Asker } from './asker.ts';
import { type Desk, identity } from './desk.ts';
import { ideaForm } from './idea-forms.ts';
import { type IdeaLine, readIdeaLine } from './idea-line.ts';
import { lookUp } from './look.ts';
import { askerOfCommand, readCommand } from './read.ts';
import { answer, openModal } from './respond.ts';
import type { Seed } from './seed.ts';
import { submit } from './submit.ts';
import { plainWords } from './tokens.ts';

/** `/idea …`: proposes one; alone it opens the form. */
export async function onIdea(desk: Desk, ack: Ack, body: unknown, since: number): Promise<void> {
  const command = readCommand(body);
  if (command === null) return ack();
  const line = readIdeaLine(command.text);
  const given = askerOfCommand(command);
  const asker: Asker = { ...given, seed: ideaSeed(line) };
  if (line.type === 'idea-form') {
    await ack();
    return desk.background.begin(async () => {
      if (await openModal(desk, command.trigger_id, ideaForm(undefined))) return;
      await answer(desk, asker, { type: 'refusal', reason: 'idea-without-words' });
    });
  }
  return answerCommand(desk, ack, command, asker, since, (key) => replyToIdea(desk, command.user_id, key, line, asker));
}

/** What somebody asks about ideas in words, answered. */
export async function replyToIdea(desk: Desk, user: string, key: string, line: IdeaLine, asker: Asker) {
  if (line.type === 'help') return lookUp(desk, user, { type: 'help' });
  // Where no form can open, the list of all has a way to it.
  if (line.type !== 'idea') return lookUp(desk, user, { type: 'ideas' });
  const words = plainWords(line.words);
  const command = { type: 'propose-idea', by: identity(desk, user), words, anyway: false } as const;
  return submit(desk, { key, draft: { type: 'ready', command }, asker });
}

/** What the form begins with, should it be needed. */
export function ideaSeed(line: IdeaLine): Seed {
  return line.type === 'idea' ? { words: plainWords(line.words), form: 'idea' } : { form: 'idea' };
}
