import { randomUUID } from 'node:crypto';
import { SHORTCUTS } from './actions.ts';
import { askerOf } from './asker.ts';
import { type Desk, identity } from './desk.ts';
import { inTime } from './in-time.ts';
import { kudosForm } from './kudos-form.ts';
import { permalinkOf } from './marked.ts';
import { knownAmong } from './meet.ts';
import { pastedWords } from './pasted-words.ts';
import { placesFor } from './place-fields.ts';
import { readShortcut, type Shortcut } from './read.ts';
import { answer, openModal } from './respond.ts';
import type { Seed } from './seed.ts';
import { submit } from './submit.ts';
import { tokensOf, usersIn, wordsOf } from './tokens.ts';

/** The shortcuts: the form, with or without a message in it, and a message as a customer's words. */
export async function onShortcut(desk: Desk, ack: () => Promise<void>, body: unknown): Promise<void> {
  const shortcut = readShortcut(body);
  switch (shortcut?.callback_id) {
    case SHORTCUTS.tellStory:
      await ack();
      return desk.background.begin(() => openKudosForm(desk, shortcut, {}));
    case SHORTCUTS.makeStory:
      await ack();
      return desk.background.begin(async () => {
        await openKudosForm(desk, shortcut, await storySeed(desk, shortcut));
      });
    case SHORTCUTS.customerPraise:
      return capture(desk, ack, shortcut);
    default:
      return ack();
  }
}

async function openKudosForm(desk: Desk, { trigger_id, user }: Shortcut, seed: Seed): Promise<void> {
  await openModal(desk, trigger_id, kudosForm(seed, await placesFor(desk, user.id, seed.words ?? null)));
}

/** The message's words, and as heroes those it names or else whoever wrote it; never whoever tells it. */
async function storySeed(desk: Desk, { user, channel, message }: Shortcut): Promise<Seed> {
  const tokens = tokensOf(message?.text ?? '');
  const writer = message?.user ?? null;
  const named = usersIn(tokens).filter((one) => one !== desk.workspace.botUser);
  const heroes = [...new Set(named.length > 0 ? named : writer === null ? [] : [writer])].filter(
    (one) => one !== user.id,
  );
  const known = await knownAmong(desk, usersIn(tokens));
  const where = channel?.id;
  const permalink = where && message?.ts ? await permalinkOf(desk, where, message.ts) : null;
  return {
    words: wordsOf(tokens, (one) => known.get(one)?.name ?? null),
    heroes,
    ...(where === undefined ? {} : { where }),
    ...(permalink === null ? {} : { permalink }),
  };
}

async function capture(desk: Desk, ack: () => Promise<void>, shortcut: Shortcut): Promise<void> {
  const { user, channel, message, response_url, trigger_id } = shortcut;
  const words = wordsOf(tokensOf(message?.text ?? ''), () => null);
  const asker = askerOf(user.id, { channel: channel?.id ?? null, responseUrl: response_url || null, seed: { words } });
  const reply = await inTime(async () => {
    const mail = await pastedWords(desk, words);
    const command = { type: 'capture-praise', by: identity(desk, user.id), mail } as const;
    return submit(desk, {
      key: `slack:shortcut:${trigger_id || randomUUID()}`,
      draft: { type: 'ready', command },
      asker,
    });
  }, words);
  await ack();
  desk.background.begin(async () => {
    const view = reply.kind === 'answer' ? reply.view : reply.kind === 'late' ? await reply.view : null;
    if (view !== null) await answer(desk, asker, view);
  });
}
