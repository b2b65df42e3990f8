import type { View } from '../../src/views.ts';
import type { Desk } from './desk.ts';
import { homeTab } from './home.ts';
import { lookUp, seenFor } from './look.ts';

/** Brings somebody's first page up to date. Resolves to what it shows. */
export async function publishHome(desk: Desk, user: string): Promise<View> {
  const view = await lookUp(desk, user, { type: 'home' });
  if (view.type !== 'home') return view;
  await desk.api.views.publish({ user_id: user, view: homeTab(view, await seenFor(desk, view, 'answer')) });
  return view;
}
