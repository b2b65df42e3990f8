import { createHash } from 'node:crypto';
import type { Command } from '../../src/commands.ts';
import type { View } from '../../src/views.ts';
import { answer } from './answer.ts';
import type { Ready } from './asked.ts';
import { type Desk, identity } from './desk.ts';
import { wordsIn } from './draft.ts';
import { formAfter } from './form-after.ts';
import { askerOf, messageKey } from './happened.ts';
import { kudosFrom, saidIn } from './on-message.ts';
import type { Activity } from './read.ts';
import { post } from './speak.ts';
import { submit } from './submit.ts';
import { readTypedLine } from './typed-line.ts';

/**
 * Somebody changed what they had typed: the story in it says so too. Under the first message's key its first reply
 * comes back, which names the story; where that was a "no", the changed message is taken as a new one.
 */
export async function onEdited(desk: Desk, activity: Activity): Promise<void> {
  const line = readTypedLine(saidIn(activity), activity.recipient?.id ?? '');
  if (line.type !== 'story') return;
  const asker = askerOf(activity);
  const command = kudosFrom(desk, activity, line.tokens);
  const tell = (key: string) => submit(desk, { key, draft: { type: 'ready', command, typedNames: [] }, asker });
  const first = await tell(messageKey(activity));
  const story = storyIn(first);
  const words = wordsIn(command);
  if (story === null) {
    if (first?.type !== 'refusal') return;
    const key = `${messageKey(activity)}:${printOf(words, command)}`;
    const again = await tell(key);
    if (again === null) return;
    return desk.background.begin(async () => {
      const form = await formAfter(desk, asker, { type: 'ready', command, typedNames: [] }, again);
      if (form !== null) await post(desk, asker.talk, form);
      else await answer(desk, asker, again);
    });
  }
  if (story.words === words || words === '') return;
  const key = `${messageKey(activity)}:words:${printOf(words, command)}`;
  const reply = await decide(desk, key, {
    type: 'correct-words',
    by: identity(desk, asker.user),
    story: story.id,
    words,
  });
  // Where the story stands it changes by itself; in their own chat people like to hear it.
  if (asker.personal && reply.type !== 'refusal') desk.background.begin(() => answer(desk, asker, reply));
}

/** Somebody deleted what they had typed: the story in it is taken back, if it was theirs. */
export async function onDeleted(desk: Desk, activity: Activity): Promise<void> {
  const by = identity(desk, activity.from.id);
  // Under a key that was never used this tells nothing: there is nobody in it.
  const nothing = kudosFrom(desk, { ...activity, text: '', entities: [] }, []);
  const story = storyIn(await decide(desk, messageKey(activity), nothing));
  if (story === null) return;
  await decide(desk, `${messageKey(activity)}:deleted`, { type: 'retract-story', by, which: { story: story.id } });
}

function storyIn(view: View | null): { readonly id: string; readonly words: string } | null {
  return view?.type === 'kudos-given' ? view.story : null;
}

function decide({ core, clock }: Desk, key: string, command: Ready): Promise<View> {
  return core.handle({ ...command, key, at: clock.now() } as Command);
}

function printOf(words: string, command: Ready): string {
  const heroes = 'heroes' in command ? command.heroes.map(({ user }) => user) : [];
  return createHash('sha256')
    .update(JSON.stringify([words, heroes]))
    .digest('base64url')
    .slice(0, 22);
}
