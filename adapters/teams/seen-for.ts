import { setTimeout as sleep } from 'node:timers/promises';
import type { Pulse } from '../../src/pulse.ts';
import type { View } from '../../src/views.ts';
import type { Seen } from './card.ts';
import type { Desk } from './desk.ts';
import { DRAWING_MS, PICTURE_WIDTH } from './limits.ts';

/** More than these no list in a form offers; names are typed then. */
const OFFERED = 100;

/** What it takes to show a view. */
export async function seenFor(
  desk: Desk,
  view: View,
  as: Seen['as'],
  surface: Seen['surface'] = 'message',
): Promise<Seen> {
  const people = await desk.company.people();
  const users = await desk.company.users();
  const choosing = CHOOSING.includes(view.type);
  const there = choosing ? people.filter(({ kind, active }) => kind === 'human' && active) : [];
  return {
    timeZone: await desk.settings.timeZone(),
    as,
    surface,
    userOf: (person) => users.get(person) ?? null,
    colleagues: there.length > OFFERED ? [] : there.map(({ user, name }) => ({ user, name })),
    channels: view.type === 'settings' || view.type === 'settings-changed' ? await desk.channels() : [],
    places: { named: [], suggested: null },
    wholeStories: new Map(),
    ...(view.type === 'pulse' ? { picture: await pictureOf(desk, view.pulse) } : {}),
    short: false,
  };
}

/** A pulse drawn; null where it was not in time or not at all, and the words say the same. */
async function pictureOf({ pictures }: Desk, pulse: Pulse): Promise<string | null> {
  const drawn = pictures.png(pulse, PICTURE_WIDTH).catch(() => null);
  const png = await Promise.race([drawn, sleep(DRAWING_MS, null, { ref: false })]);
  return png === null ? null : `data:image/png;base64,${Buffer.from(png).toString('base64')}`;
}

/** These offer people to choose from. */
const CHOOSING: readonly View['type'][] = ['praise-waiting', 'praise-already-here', 'nomination-waiting', 'settings'];

/** The same for a form. */
export async function seenForForm(desk: Desk, surface: Seen['surface']): Promise<Seen> {
  const seen = await seenFor(desk, { type: 'nomination-withdrawn' }, 'answer', surface);
  const people = (await desk.company.people()).filter(({ kind, active }) => kind === 'human' && active);
  return {
    ...seen,
    colleagues: people.length > OFFERED ? [] : people.map(({ user, name }) => ({ user, name })),
    channels: await desk.channels(),
  };
}
