import { z } from 'zod';
import { DeliveryError, type RawCommand, type Resolver } from '../../src/ports.ts';
import type { View } from '../../src/views.ts';
import { afterwards } from './afterwards.ts';
import { askerOf, askerShape } from './asker.ts';
import { clearerAsker } from './clearer-asker.ts';
import { complete } from './complete.ts';
import type { Desk } from './desk.ts';
import { draftShape } from './draft.ts';
import { someoneWhoManages } from './mail-file.ts';
import { answer } from './respond.ts';
import { deliveryErrorOf, isOutside } from './trouble.ts';

const payloadShape = z.object({ draft: draftShape, asker: askerShape });

/** Completes what was kept by asking Slack, and answers whoever asked, be it after a restart. */
export function createResolver(desk: () => Desk): Resolver {
  return {
    platform: 'slack',
    async complete(raw) {
      try {
        return await complete(desk(), raw, read(raw).draft);
      } catch (error) {
        desk().awaited.notSoon(raw.key);
        if (!isOutside(error)) throw error;
        throw deliveryErrorOf(error, Date.parse(desk().clock.now()), true);
      }
    },
    async answer(raw, reply) {
      const { draft, asker: asked } = read(raw);
      if (draft.type === 'mail-file' && draft.user === null) return tellKeeper(desk(), reply);
      // Should Slack not tell now, the form begins with what is known anyway.
      const asker = await clearerAsker(desk(), draft, asked, reply).catch(() => asked);
      const next = await afterwards(desk(), asker, reply);
      if (await desk().awaited.give(raw.key, { asker, view: next })) return;
      if (next !== null) await answer(desk(), asker, next);
    },
  };
}

/** A mail that came to a channel was asked for by nobody: what became of it is news only where it was not taken. */
async function tellKeeper(desk: Desk, reply: View): Promise<void> {
  if (reply.type !== 'refusal' || reply.reason !== 'mail-from-stranger') return;
  const keeper = await someoneWhoManages(desk);
  if (keeper !== null) await answer(desk, askerOf(keeper), reply);
}

function read(raw: RawCommand): z.infer<typeof payloadShape> {
  const { success, data, error } = payloadShape.safeParse(raw.payload);
  if (!success) throw new DeliveryError('This was kept by another version of Herald.', { fatal: true, cause: error });
  return data;
}
