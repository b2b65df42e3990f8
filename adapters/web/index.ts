import type { Express } from 'express';
import type { DigestSchedule } from '../../src/commands.ts';
import type { Adapter, Clock, Core, MailReader } from '../../src/ports.ts';
import type { Pictures } from '../../src/pulse.ts';
import { type House, peopleHere } from './house.ts';
import { createLive } from './live.ts';
import { mountRoutes } from './routes.ts';
import { colleagues, organization } from './sample.ts';

/** The sandbox: a sample company on one page, for this machine alone. */
export function createWebAdapter(options: {
  /** Listening is its owner's business; the page is mounted at once and answers from `start` on. */
  readonly app: Express;
  readonly clock: Clock;
  readonly mail: MailReader;
  readonly pictures: Pictures;
  /** When the sample company's digest is due, until somebody changes it. */
  readonly schedule: DigestSchedule;
  /** Where told stories of an organization can be read whole, by their ids; a path on the page's own server will do. */
  readonly linksTo: (organization: string, stories: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  /** Hears of errors that the page can only apologise for. */
  readonly onFault?: (error: unknown) => void;
}): Adapter {
  const { app, clock, mail, pictures, schedule } = options;
  const live = createLive();
  let house: House | null = null;
  mountRoutes(app, () => house);
  return {
    platform: 'web',
    async start(core) {
      if (!(await isFurnished(core))) {
        const { furnish } = await import('./furnish.ts');
        await furnish(core, clock, schedule);
      }
      const onFault = options.onFault ?? (() => undefined);
      const linksTo = (stories: readonly string[]) => options.linksTo(organization.id, stories);
      house = { core, clock, mail, pictures, timeZone: schedule.timeZone, linksTo, live, onFault };
    },
    /** The outbox is what the page shows: the tabs only need to hear that there is something to fetch. */
    async deliver(delivery) {
      live.changed();
      return { post: delivery.id };
    },
    async stop() {
      house = null;
      live.stop();
    },
  };
}

/** As it is after the first start, until there is a new colleague in the code. */
async function isFurnished(core: Core): Promise<boolean> {
  const there = await peopleHere(core);
  return colleagues.every(({ user, name }) => there.some((person) => person.user === user && person.name === name));
}
