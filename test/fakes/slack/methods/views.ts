import { z } from 'zod';
import { json } from '../arguments.ts';
import { valuesOf } from '../field-values.ts';
import type { Thing } from '../json.ts';
import { refusalWithFaults, SlackRefusal } from '../refusal.ts';
import type { State } from '../state.ts';
import { acceptView } from '../surfaces.ts';
import { describeView, type View } from '../views.ts';
import { type Method, method } from './method.ts';

const opened = z.strictObject({
  trigger_id: z.string().optional(),
  interactivity_pointer: z.string().optional(),
  view: json,
});

export const viewMethods: Readonly<Record<string, Method>> = {
  'views.open': method([], opened, (args, state) => {
    const content = acceptView(args.view, 'modal');
    const user = exchange(args, state);
    return answer(state.views.open(user, content));
  }),

  'views.push': method([], opened, (args, state) => {
    const content = acceptView(args.view, 'modal');
    const user = exchange(args, state);
    return answer(state.views.push(user, content));
  }),

  'views.update': method(
    [],
    z.strictObject({
      view: json,
      view_id: z.string().optional(),
      external_id: z.string().optional(),
      hash: z.string().optional(),
    }),
    (args, state) => {
      const content = acceptView(args.view, 'modal');
      const by = args.view_id === undefined ? { externalId: args.external_id ?? '' } : { id: args.view_id };
      const view = state.views.find(by);
      state.views.update(view, content, args.hash ?? '');
      return answer(view);
    },
  ),

  'views.publish': method(
    [],
    z.strictObject({ user_id: z.string(), view: json, hash: z.string().optional() }),
    (args, state) => {
      if (state.manifest.features?.app_home?.home_tab_enabled !== true) throw new SlackRefusal('not_enabled');
      const user = state.workspace.users.get(args.user_id);
      if (user === undefined || user.isBot) throw new SlackRefusal('user_not_found');
      const content = acceptView(args.view, 'home');
      return answer(state.views.publish(args.user_id, content, args.hash ?? ''));
    },
  ),
};

function exchange(args: z.infer<typeof opened>, state: State): string {
  const trigger = args.trigger_id ?? args.interactivity_pointer;
  if (trigger === undefined) throw refusalWithFaults('invalid_arguments', ['missing required field: trigger_id']);
  return state.triggers.exchange(trigger);
}

function answer(view: View): Thing {
  return { view: describeView(view, valuesOf(view)) };
}
