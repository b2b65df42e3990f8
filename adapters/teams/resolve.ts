import { z } from 'zod';
import { DeliveryError, type RawCommand, type Resolver } from '../../src/ports.ts';
import { answerLater } from './answer.ts';
import { askerShape } from './asker.ts';
import { complete } from './complete.ts';
import type { Desk } from './desk.ts';
import { draftShape } from './draft.ts';
import { deliveryErrorOf, isOutside } from './trouble.ts';

const payloadShape = z.object({ draft: draftShape, asker: askerShape });

/** Completes what was kept by asking Teams, and answers whoever asked, be it after a restart. */
export function createResolver(desk: () => Desk): Resolver {
  return {
    platform: 'teams',
    async complete(raw) {
      const { draft, asker } = read(raw);
      try {
        return await complete(desk(), raw, draft, asker);
      } catch (error) {
        if (!isOutside(error)) throw error;
        throw deliveryErrorOf(error, Date.parse(desk().clock.now()), true);
      }
    },
    async answer(raw, reply) {
      try {
        const { draft, asker } = read(raw);
        desk().typing.answered(raw.key);
        await answerLater(desk(), asker, draft, reply);
      } catch (error) {
        if (!isOutside(error)) throw error;
        throw deliveryErrorOf(error, Date.parse(desk().clock.now()), true);
      }
    },
  };
}

function read(raw: RawCommand): z.infer<typeof payloadShape> {
  const { success, data, error } = payloadShape.safeParse(raw.payload);
  if (!success) throw new DeliveryError('This was kept by another version of Herald.', { fatal: true, cause: error });
  return data;
}
