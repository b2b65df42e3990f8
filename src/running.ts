import type { Express } from 'express';
import type { Behind } from './behind.ts';
import type { House } from './house.ts';
import { createHttp } from './http.ts';
import { faultFields } from './log.ts';
import type { Adapter, Intake, Ledger, Resolver } from './ports.ts';
import { tellingOperator } from './tell-operator.ts';

/** Herald with its doors open. */
export type Herald = {
  readonly address: string;
  /** Takes nothing new in, finishes what is under way, and lets go of everything. The first call's code counts. */
  stop(code?: number): Promise<void>;
  /** Resolves to the exit code once it has stopped. */
  readonly stopped: Promise<number>;
};

/** The people of one platform, as it has them listed. */
export type Directory = {
  /** Makes whoever has this address known with `meet-people`, if anybody has. Rejects when it cannot be asked. */
  meetByEmail(email: string): Promise<void>;
};

/** A platform's adapter, with its resolver where what people ask for may need the platform to complete it. */
export type Door = {
  readonly adapter: Adapter;
  readonly resolver: Resolver | null;
  /** Where the platform's people can be looked up. */
  readonly directory: Directory | null;
};

export type Doors = { readonly chats: readonly Door[]; readonly intakes: readonly Intake[] };

/** After so long whatever still hangs is left: what was acknowledged is stored, what waits is in the outbox. */
const STOP_MS = 9000;
/** Whoever stands at the door is let in first. */
const BEHIND_AFTER_MS = 20;

/** How many connections people are reached over, and which of them Herald was thrown out of. Mail is only taken in. */
async function connectionsOf({ read }: Ledger) {
  const all = (await read.organizations()).flatMap(({ connections }) => connections);
  const reaching = all.filter(({ platform }) => platform !== 'email');
  const lost = reaching.flatMap(({ platform, lost }) => (lost === null ? [] : [{ platform, why: lost }]));
  return { reaching: reaching.length, lost };
}

/** Opens the doors of a house, in the order in which people need them; all or none. */
export async function runHerald(
  house: House,
  doorsOf: (shared: { readonly app: Express }) => Promise<Doors>,
  lock: { release(): void },
): Promise<Herald> {
  const { config, ledger, clock, log } = house;
  const decide = tellingOperator(house.core, log);
  let ready = false;
  const http = createHttp({
    host: config.host,
    port: config.port,
    health: async () => ({ ready, waiting: await ledger.outbox.waiting(), ...(await connectionsOf(ledger)) }),
    onFault: (error) => log.error('request-failed', faultFields(error)),
  });
  const { chats, intakes } = await doorsOf(http);
  const adapters = chats.map(({ adapter }) => adapter);
  let behind: Promise<Behind> | undefined;
  let beginning: NodeJS.Timeout | undefined;

  function beginBehind(): Promise<Behind> {
    clearTimeout(beginning);
    behind ??= import('./behind.ts').then(({ workBehind }) => workBehind(house, chats, decide));
    behind.catch((error) => log.error('nothing-goes-on', faultFields(error)));
    return behind;
  }

  const stopFailed = (error: unknown) => log.error('stop-failed', faultFields(error));

  async function shutDoors(): Promise<void> {
    clearTimeout(beginning);
    const steps = [
      () => Promise.all([...intakes, ...adapters].map((door) => door.stop())),
      () => http.close(),
      async () => (await behind)?.stop(),
    ];
    for (const step of steps) await step().catch(stopFailed);
  }

  async function openDoors(): Promise<string> {
    try {
      const address = await http.listen();
      for (const adapter of adapters) await adapter.start(decide);
      beginning = setTimeout(beginBehind, BEHIND_AFTER_MS);
      for (const intake of intakes) await intake.start(decide);
      return address;
    } catch (error) {
      // Doors left open would keep the process alive, and people in front of a Herald that never answers.
      await shutDoors();
      throw error;
    }
  }

  const { promise: stopped, resolve } = Promise.withResolvers<number>();
  let stopping: Promise<void> | null = null;
  async function close(code: number): Promise<void> {
    ready = false;
    log.info('stopping');
    const giveUp = setTimeout(() => {
      log.warn('stopped-late');
      resolve(code);
    }, STOP_MS);
    await shutDoors();
    await house.close().catch(stopFailed);
    lock.release();
    clearTimeout(giveUp);
    log.info('stopped');
    resolve(code);
  }

  // Whoever moves the sandbox's clock to Monday sees the digest at once, not with the next minute.
  clock.onMoved(async () => (await beginBehind()).tick());
  const address = await openDoors();
  ready = true;
  log.info('started', { address });
  return {
    address,
    stopped,
    stop(code = 0) {
      stopping ??= close(code);
      return stopping;
    },
  };
}
