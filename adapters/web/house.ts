import type { Clock, Core, MailReader } from '../../src/ports.ts';
import type { Pictures } from '../../src/pulse.ts';
import type { PersonShown } from '../../src/views.ts';
import { Away } from './faults.ts';
import type { createLive } from './live.ts';
import { CONNECTION } from './sample.ts';

export type House = {
  readonly core: Core;
  readonly clock: Clock;
  readonly mail: MailReader;
  readonly pictures: Pictures;
  readonly timeZone: string;
  /** Where told stories can be read whole, by their ids. */
  readonly linksTo: (stories: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  readonly live: ReturnType<typeof createLive>;
  /** Hears of errors that are nobody's fault but ours. */
  readonly onFault: (error: unknown) => void;
};

/** What is behind the page; throws Away when nothing is. */
export function open(house: () => House | null): House {
  const here = house();
  if (here === null) throw new Away('Herald is not open.');
  return here;
}

export async function peopleHere(core: Core): Promise<readonly PersonShown[]> {
  const view = await core.ask({ type: 'people', connection: CONNECTION });
  return view.type === 'people' ? view.people : [];
}
