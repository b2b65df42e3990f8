import type { View } from '../../src/views.ts';
import { afterwards } from './afterwards.ts';
import { type Asker, askerOf } from './asker.ts';
import { type Desk, identity } from './desk.ts';
import type { Draft } from './draft.ts';
import { isReceived } from './file-facts.ts';
import type { Happened } from './happened.ts';
import { ideaSaid } from './idea-line.ts';
import { lookUp } from './look.ts';
import { bringMail } from './on-file.ts';
import { ideaSeed, replyToIdea } from './on-idea.ts';
import { replyToUnblock, unblockSeed } from './on-unblock.ts';
import { pastedWords } from './pasted-words.ts';
import { readSaid } from './read-event.ts';
import { answer } from './respond.ts';
import type { Seed } from './seed.ts';
import { submit } from './submit.ts';
import { tokensOf, wordsOf } from './tokens.ts';
import { readTypedLine } from './typed-line.ts';
import { seedOf } from './typed-seed.ts';
import { unblockSaid } from './unblock-line.ts';
import { whomIn } from './whom.ts';

/** Something said to Herald: by its name in a channel, or in plain words in a direct message. */
export async function onSaid(desk: Desk, { event, key }: Happened): Promise<void> {
  const said = readSaid(event);
  if (said === null) return;
  const { user, text, channel, ts, subtype, bot_id, channel_type, files, thread_ts: thread = null } = said;
  for (const file of files ?? [])
    if (isReceived(file)) await bringMail(desk, file.id, null, askerOf(desk.workspace.botUser));
  // What people say to each other is not said to Herald.
  if (channel_type === 'channel' || channel_type === 'group' || channel_type === 'mpim') return;
  // Edits, joins, files and what bots say are not said to Herald; dropped mails come as files.
  if (!user || !text || subtype != null || bot_id != null) return;
  const direct = channel_type === 'im';
  const spoken = withoutName(text, desk.workspace.botUser);
  const where = direct ? {} : { where: channel };
  const other = otherSaid(desk, { user, key, spoken });
  if (other !== null) {
    const asking = askerOf(user, { channel, thread, direct, seed: { ...where, ...other.seed } });
    const view = await other.reply(asking);
    return desk.background.begin(() => (view === null ? Promise.resolve() : answer(desk, asking, view)));
  }
  const asker = askerOf(user, { channel, thread, direct, seed: { ...where, ...seedOf(spoken) } });
  const line = readTypedLine(spoken);
  const submitted = (draft: Draft) => submit(desk, { key, draft, asker });
  const tell = (view: View | null) =>
    desk.background.begin(async () => {
      const next = view === null ? null : await afterwards(desk, asker, view);
      if (next !== null) await answer(desk, asker, next);
    });
  switch (line.type) {
    case 'form':
    case 'help':
      return desk.background.begin(async () => tell(await lookUp(desk, user, { type: 'help' })));
    case 'story': {
      const place = direct ? { channel: null, ts: null } : { channel, ts };
      return tell(await submitted({ type: 'typed-kudos', user, text: spoken, ...place }));
    }
    case 'praise': {
      const mail = await pastedWords(
        desk,
        wordsOf(tokensOf(line.words), () => null),
      );
      return tell(
        await submitted({ type: 'ready', command: { type: 'capture-praise', by: identity(desk, user), mail } }),
      );
    }
    case 'undo':
      return tell(
        await submitted({
          type: 'ready',
          command: { type: 'retract-story', by: identity(desk, user), which: 'my-last' },
        }),
      );
    case 'search':
      return desk.background.begin(async () => tell(await lookUp(desk, user, line)));
    case 'digest':
      return desk.background.begin(async () => tell(await lookUp(desk, user, { type: 'digest-preview' })));
    case 'map':
      return desk.background.begin(async () => tell(await lookUp(desk, user, { type: 'touchpoint-map' })));
    case 'pulse':
      return desk.background.begin(async () => tell(await lookUp(desk, user, { type: 'pulse', team: null })));
    case 'export':
      return desk.background.begin(async () => tell(await lookUp(desk, user, { type: 'export', what: 'all' })));
    case 'erase':
      return desk.background.begin(async () =>
        tell(await lookUp(desk, user, { type: 'erasing', whom: whomIn(line.whom) })),
      );
    case 'inbox':
    case 'mine':
    case 'privacy':
    case 'settings': {
      const { type } = line;
      return desk.background.begin(async () => tell(await lookUp(desk, user, { type })));
    }
    default:
      return line satisfies never;
  }
}

type Spoken = { readonly user: string; readonly key: string; readonly spoken: string };
type Other = { readonly seed: Seed; readonly reply: (asker: Asker) => Promise<View | null> };

/** What begins like another command than `/kudos` is meant as that; null for what does not. */
function otherSaid(desk: Desk, { user, key, spoken }: Spoken): Other | null {
  const idea = ideaSaid(spoken);
  if (idea !== null) {
    return { seed: ideaSeed(idea), reply: (asker) => replyToIdea(desk, user, key, idea, asker) };
  }
  const unblock = unblockSaid(spoken);
  if (unblock === null) return null;
  return { seed: unblockSeed(unblock), reply: (asker) => replyToUnblock(desk, user, key, unblock, asker) };
}

/** "@Herald …": to whom it is said is no part of it; a slash command typed as words is meant as one. */
function withoutName(text: string, botUser: string): string {
  const name = new RegExp(`^\\s*<@${botUser}(?:\\|[^>]*)?>[\\s,:]*`);
  return text
    .replace(name, '')
    .replace(/^\/kudos\b\s*/i, '')
    .trim();
}
