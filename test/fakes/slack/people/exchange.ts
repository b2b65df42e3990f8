// Something a person did that the app hears of, and what they get to see for it.

import type { Heard } from '../door.ts';
import { type Thing, text, thing } from '../json.ts';
import type { Message } from '../messages.ts';
import { blocksOf, type Shown, type ShownMessage, showBlocks, showMessage } from '../shown.ts';
import type { State } from '../state.ts';
import type { View } from '../views.ts';
import { canSee } from './sight.ts';

export type ShownView = Shown & { readonly title: string; readonly view: View };

export type Exchange = {
  readonly heard: Heard;
  /** The line that Slack shows when the app failed it; null when all went well. */
  readonly trouble: string | null;
  readonly trigger: string;
  /** Messages that came into this person's sight since they began, in any channel. */
  messages(): readonly ShownMessage[];
  /** Waits until something came into sight, a message or a modal; throws when nothing did. */
  first(patience?: number): Promise<ShownMessage | ShownView>;
  /** Like `first`, but it has to be a message. */
  message(patience?: number): Promise<ShownMessage>;
  /** Like `first`, but it has to be a modal that was opened or changed since. */
  modal(patience?: number): Promise<ShownView>;
  /** Field errors that came back on a submission, by `block_id`. */
  readonly errors: Readonly<Record<string, string>>;
};

/** Notes what a person sees now, so that an exchange can tell what came since. */
export function beginExchange(user: string, state: State) {
  const begun = state.messages.nextTs();
  const hashes = new Map(state.views.stackOf(user).map((view) => [view.id, view.hash]));

  const isNew = (message: Message) => message.ts > begun || (message.edited !== null && message.edited.ts > begun);
  const messages = () =>
    state.messages.all
      .filter((message) => isNew(message) && message.user !== user && canSee(user, message, state))
      .map((message) => showMessage(message, state.workspace));

  function changedModal(): ShownView | null {
    const top = state.views.stackOf(user).at(-1);
    return top === undefined || hashes.get(top.id) === top.hash ? null : showView(top, state);
  }

  return (
    heard: Heard,
    trigger: string,
    rest: { readonly trouble?: string | null; readonly errors?: Readonly<Record<string, string>> } = {},
  ): Exchange => {
    const shows = () => rest.trouble ?? (heard.failure === null ? 'nothing' : heard.failure);
    return {
      heard,
      trigger,
      trouble: rest.trouble ?? null,
      errors: rest.errors ?? {},
      messages,
      first: (patience) => soon(() => changedModal() ?? messages()[0] ?? null, 'message or modal', shows, patience),
      message: (patience) => soon(() => messages()[0] ?? null, 'message', shows, patience),
      modal: (patience) => soon(changedModal, 'modal', shows, patience),
    };
  };
}

async function soon<T>(look: () => T | null, what: string, instead: () => string, patience = 10_000): Promise<T> {
  const until = Date.now() + patience;
  for (;;) {
    const seen = look();
    if (seen !== null) return seen;
    if (Date.now() > until) throw new Error(`No ${what} came into sight within ${patience} ms, but: ${instead()}`);
    await new Promise((later) => setTimeout(later, 5));
  }
}

export function showView(view: View, state: State): ShownView {
  const title = text(thing(view.content.title).text);
  return { ...showBlocks(blocksOf(view.content), state.workspace), title, view };
}

/** A button's or field's own account of itself, as `block_actions` tells it. */
export function actionOf(touched: { readonly block: Thing; readonly element: Thing }, value: Thing, ts: string): Thing {
  const { element, block } = touched;
  const { options: _, option_groups: __, confirm: ___, style: ____, ...said } = element;
  return { ...said, ...value, block_id: block.block_id, action_ts: ts };
}
