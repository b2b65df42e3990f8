import { type Desk, identity } from './desk.ts';
import type { Happened } from './happened.ts';
import { lookUp } from './look.ts';
import { publishHome } from './publish-home.ts';
import { readHome } from './read-event.ts';

/** Somebody opened Herald: their first page, and once a welcome. */
export async function onHomeOpened(desk: Desk, { event, key }: Happened): Promise<void> {
  const opened = readHome(event);
  if (opened === null) return;
  const { user, tab } = opened;
  // Nothing is asked for, so nothing can be lost: Slack need not wait until the page is there.
  desk.background.begin(async () => {
    const view = tab === 'messages' ? await lookUp(desk, user, { type: 'home' }) : await publishHome(desk, user);
    if (view.type !== 'home' || view.welcomed) return;
    await desk.core.handle({ type: 'welcome', key, at: desk.clock.now(), by: identity(desk, user) });
  });
}
