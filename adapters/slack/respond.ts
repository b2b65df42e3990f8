import { setTimeout as sleep } from 'node:timers/promises';
import type { types } from '@slack/bolt';
import { DeliveryError } from '../../src/ports.ts';
import type { View } from '../../src/views.ts';
import { isolate } from '../../src/wording/isolate.ts';
import { buttons } from '../../src/wording/labels.ts';
import { ACTIONS, FIELDS } from './actions.ts';
import type { Asker } from './asker.ts';
import { type Block, button, offers, quotes } from './blocks.ts';
import type { Desk } from './desk.ts';
import { topLevel } from './escape.ts';
import { IDEA_ACTIONS } from './idea-actions.ts';
import { MESSAGE_CHARACTERS, RESPONSE_URL_USES } from './limits.ts';
import { seenFor, withNames } from './look.ts';
import { answerModal } from './modal.ts';
import { fits, type Seed, written } from './seed.ts';
import type { Shown } from './seen.ts';
import { sendAnswer } from './send-answer.ts';
import { sendExport } from './send-export.ts';
import { sendPicture } from './send-picture.ts';
import { show } from './show.ts';
import { isForTheForm } from './show-refusal.ts';
import { deliveryErrorOf, troubleOf } from './trouble.ts';

/** For how long an answer waits for its turn: whoever asked is still there. */
const PATIENCE_MS = 10_000;

/** A view as a private answer; after a "no" with everything that was typed, and the form that takes it from there. */
export async function privateAnswer(desk: Desk, asker: Asker, view: View): Promise<readonly Shown[]> {
  if (view.type === 'pulse' && desk.workspace.uploads) {
    desk.background.begin(() => sendPicture(desk, asker.user, view));
  }
  if (view.type === 'export' && desk.workspace.uploads) {
    desk.background.begin(() => sendExport(desk, asker.user, view.what));
  }
  const shown = show(await withNames(desk, view), await seenFor(desk, view, 'answer'));
  if (view.type !== 'refusal' || !isForTheForm(view)) return shown;
  const words = asker.seed.words ?? '';
  const [first, ...more] = shown;
  if (first === undefined) return shown;
  const typed = 'words' in view || words === '' ? [] : chunks(words);
  const action = FORM_OF[asker.seed.form ?? 'story'];
  const form = offers([button(action, buttons.openForm, written(travelling(desk, asker.seed)))]);
  const [quoted, ...further] = typed.map(
    // Where Slack sends the message along with a click, the form reads the words back from the first.
    (chunk, index): Block => ({ ...quotes(isolate(chunk)), ...(index === 0 ? { block_id: FIELDS.words } : {}) }),
  );
  return [
    { ...first, blocks: [...first.blocks, ...(quoted ? [quoted] : []), ...form] },
    ...more,
    ...further.map((block, index) => ({ text: topLevel(typed[index + 1] ?? ''), blocks: [block] })),
  ];
}

const FORM_OF = { story: ACTIONS.kudosForm, obstacle: ACTIONS.askObstacle, idea: IDEA_ACTIONS.form } as const;

function travelling({ keptWords }: Desk, seed: Seed): Seed {
  return fits(seed) || seed.words === undefined ? seed : { ...seed, keptWords: keptWords.keep(seed.words) };
}

/** Nobody shall have to type their words twice, however many they are: what no message holds goes into several. */
function chunks(words: string): readonly string[] {
  const size = MESSAGE_CHARACTERS - 500;
  const many = Math.min(Math.ceil(words.length / size), RESPONSE_URL_USES);
  return Array.from({ length: many }, (_, index) => words.slice(index * size, (index + 1) * size).toWellFormed());
}

/** Shows a reply to whoever asked, and to them alone. Throws DeliveryError when there was no way. */
export async function answer(desk: Desk, asker: Asker, view: View): Promise<void> {
  const shown = await privateAnswer(desk, asker, view);
  for (const [index, one] of shown.entries()) await tell(desk, asker, one, index === 0);
}

async function tell(desk: Desk, asker: Asker, shown: Shown, first: boolean): Promise<void> {
  if (first && asker.modal !== null && (await inModal(desk, asker.modal, shown))) return;
  if (asker.responseUrl !== null && (await overUrl(asker.responseUrl, shown, first && asker.replaces))) return;
  if (asker.channel !== null && !asker.direct && (await quietly(desk, asker.channel, asker, shown))) return;
  await directly(desk, asker, shown);
}

async function inModal({ api }: Desk, modal: string, shown: Shown): Promise<boolean> {
  try {
    await api.views.update({ view_id: modal, view: answerModal(shown) });
    return true;
  } catch {
    // Closed by now, most likely: the answer finds another way.
    return false;
  }
}

function overUrl(url: string, shown: Shown, replaces: boolean): Promise<boolean> {
  return sendAnswer(url, { response_type: 'ephemeral', replace_original: replaces, ...parts(shown) });
}

/** What did not fit into an answer, after it. */
export async function sendMore(url: string, more: readonly Shown[]): Promise<void> {
  for (const shown of more) await overUrl(url, shown, false);
}

async function quietly({ api }: Desk, channel: string, asker: Asker, shown: Shown): Promise<boolean> {
  try {
    await api.chat.postEphemeral({ channel, user: asker.user, ...inThread(asker), ...parts(shown) });
    return true;
  } catch {
    // Herald or the person is not in that channel.
    return false;
  }
}

/** In the person's own conversation: what else Herald has to tell them there goes out at the same pace. */
async function directly(desk: Desk, asker: Asker, shown: Shown): Promise<void> {
  const { user, channel, direct } = asker;
  const { api, pace, clock } = desk;
  const to = direct && channel !== null ? channel : user;
  const now = () => Date.parse(clock.now());
  const where = { channel: to, ...(direct ? inThread(asker) : {}) };
  const call = () => api.chat.postMessage({ ...where, ...parts(shown), unfurl_links: false, unfurl_media: false });
  for (const patience = now() + PATIENCE_MS; ; ) {
    try {
      await pace.inTurn(user, call);
      return;
    } catch (thrown) {
      const error = thrown instanceof DeliveryError ? thrown : deliveryErrorOf(thrown, now(), true);
      const again = error.retryAt === null ? null : Date.parse(error.retryAt);
      if (again === null || again > patience) throw error;
      await sleep(again - now());
    }
  }
}

function inThread({ thread }: Asker): { thread_ts?: string } {
  return thread === null ? {} : { thread_ts: thread };
}

function parts({ text, blocks }: Shown): { text: string; blocks: types.KnownBlock[] } {
  return { text, blocks: [...blocks] };
}

/** Opens a modal; false when the moment for it had passed. */
export async function openModal({ api }: Desk, trigger: string, view: types.ModalView): Promise<boolean> {
  try {
    await api.views.open({ trigger_id: trigger, view });
    return true;
  } catch (error) {
    const trouble = troubleOf(error);
    if (trouble.kind === 'refused' && !/trigger/.test(trouble.error)) throw error;
    return false;
  }
}
