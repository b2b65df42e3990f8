import type { View } from '../../src/views.ts';
import type { Asker } from './asker.ts';
import { nameFinder } from './complete.ts';
import type { Desk } from './desk.ts';
import type { Draft } from './draft.ts';
import { permalinkOf } from './marked.ts';
import { readMessage } from './message.ts';
import { tokensOf, wordsOf } from './tokens.ts';
import { seedOf } from './typed-seed.ts';

/** Who asked, with what the form needs after a "no" to which Slack knows more than what was typed. */
export async function clearerAsker(desk: Desk, draft: Draft, asker: Asker, reply: View): Promise<Asker> {
  if (reply.type !== 'refusal') return asker;
  if (draft.type === 'typed-kudos' && (reply.reason === 'person-unknown' || reply.reason === 'name-ambiguous')) {
    const seed = seedOf(draft.text, await nameFinder(desk, draft.user));
    return { ...asker, seed: { ...asker.seed, ...seed } };
  }
  if (draft.type === 'marked' && reply.reason === 'own-message-marked') {
    const { channel, ts } = draft;
    const message = await readMessage(desk, channel, ts);
    const permalink = await permalinkOf(desk, channel, ts);
    const words = wordsOf(tokensOf(message?.text ?? ''), () => null);
    return { ...asker, seed: { words, where: channel, ...(permalink === null ? {} : { permalink }) } };
  }
  return asker;
}
