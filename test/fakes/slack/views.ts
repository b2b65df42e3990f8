// Modals in front of people, and their Home tabs.

import { elementsOf } from './block-rules.ts';
import type { SlackClock } from './clock.ts';
import { newId, newSecret } from './ids.ts';
import { type Thing, text, things } from './json.ts';
import { refusalWithFaults, SlackRefusal } from './refusal.ts';
import { bot, ourTeam } from './workspace.ts';

export type View = {
  readonly id: string;
  readonly user: string;
  readonly root: string;
  readonly previous: string | null;
  /** What the app sent, with ids filled in. */
  content: Thing;
  hash: string;
  open: boolean;
  /** What the person has typed or chosen so far, by `block_id` and `action_id`, as `state.values` tells it. */
  readonly typed: Map<string, Thing>;
};

const mostPushed = 3;

export function createViews(clock: SlackClock) {
  const all = new Map<string, View>();
  const stacks = new Map<string, View[]>();
  const homes = new Map<string, View>();

  const newHash = () => `${Math.floor(clock.now() / 1000)}.${newSecret().slice(0, 8)}`;
  const stackOf = (user: string) => stacks.get(user)?.filter((view) => view.open) ?? [];

  function create(user: string, content: Thing, below: View | null): View {
    const external = text(content.external_id);
    if (external !== '' && [...all.values()].some((view) => view.open && view.content.external_id === external)) {
      throw new SlackRefusal('duplicate_external_id');
    }
    const id = newId('V');
    const place = { root: below?.root ?? id, previous: below?.id ?? null };
    const view: View = { id, user, ...place, content, hash: newHash(), open: true, typed: new Map() };
    all.set(id, view);
    return view;
  }

  function change(view: View, content: Thing, hash: string) {
    if (hash !== '' && hash !== view.hash) throw new SlackRefusal('hash_conflict');
    if (content.type !== view.content.type) {
      throw refusalWithFaults('invalid_arguments', ['view type cannot be changed [json-pointer:/view/type]']);
    }
    view.content = content;
    view.hash = newHash();
    const still = new Set(fieldsOf(content).map((field) => field.key));
    for (const key of view.typed.keys()) if (!still.has(key)) view.typed.delete(key);
  }

  return {
    stackOf,
    homeOf: (user: string) => homes.get(user) ?? null,
    /** A new modal on an empty stack; one that was open is put away. */
    open(user: string, content: Thing): View {
      for (const view of stackOf(user)) view.open = false;
      const view = create(user, content, null);
      stacks.set(user, [view]);
      return view;
    },
    push(user: string, content: Thing): View {
      const stack = stackOf(user);
      const top = stack.at(-1);
      if (top === undefined) throw new SlackRefusal('not_found');
      if (stack.length >= mostPushed) throw new SlackRefusal('push_limit_reached');
      const view = create(user, content, top);
      stacks.set(user, [...stack, view]);
      return view;
    },
    find(by: { readonly id: string } | { readonly externalId: string }): View {
      const named = (name: string) => [...all.values()].findLast((one) => one.open && one.content.external_id === name);
      const view = 'id' in by ? all.get(by.id) : named(by.externalId);
      if (view?.open !== true) throw new SlackRefusal('not_found');
      return view;
    },
    update(view: View, content: Thing, hash: string) {
      change(view, content, hash);
    },
    publish(user: string, content: Thing, hash: string): View {
      const home = homes.get(user);
      if (home === undefined) {
        const made = create(user, content, null);
        homes.set(user, made);
        return made;
      }
      change(home, content, hash);
      return home;
    },
    close(view: View) {
      view.open = false;
    },
  };
}

export type Field = { readonly key: string; readonly block: Thing; readonly element: Thing };

export const fieldKey = (blockId: unknown, actionId: unknown) => `${text(blockId)} ${text(actionId)}`;

/** Everything in a view that keeps a value: elements of inputs, actions and sections. */
export function fieldsOf(content: Thing): readonly Field[] {
  return things(content.blocks).flatMap((block) =>
    elementsOf(block)
      .filter((element) => keepsValue(text(element.type)))
      .map((element) => ({ key: fieldKey(block.block_id, element.action_id), block, element })),
  );
}

function keepsValue(type: string): boolean {
  return /(_select|_input|picker)$|^(checkboxes|radio_buttons)$/.test(type);
}

export function describeView(view: View, values: Thing): Thing {
  const { content } = view;
  const modal = content.type === 'modal';
  return {
    id: view.id,
    team_id: ourTeam.id,
    type: content.type,
    blocks: content.blocks,
    private_metadata: content.private_metadata ?? '',
    callback_id: content.callback_id ?? '',
    state: { values },
    hash: view.hash,
    title: content.title ?? { type: 'plain_text', text: 'View Title', emoji: true },
    clear_on_close: content.clear_on_close ?? false,
    notify_on_close: content.notify_on_close ?? false,
    close: content.close ?? null,
    submit: content.submit ?? null,
    previous_view_id: view.previous,
    root_view_id: view.root,
    app_id: bot.app,
    external_id: content.external_id ?? '',
    app_installed_team_id: ourTeam.id,
    bot_id: bot.id,
    ...(modal ? { submit_disabled: false } : {}),
  };
}
