import type { Platform } from '../../src/commands.ts';
import type { Adapter, Delivery } from '../../src/ports.ts';

/** The far end of a platform: keeps what it was given, in order, and has it at once. */
export type RecordingAdapter = Adapter & { readonly delivered: Delivery[] };

type Meet = (...given: Parameters<Adapter['deliver']>) => Promise<void>;

/** `meet` is asked first with each delivery: what it throws is the platform's fault, what it awaits its slowness. */
export function createRecordingAdapter(
  options: { readonly platform?: Platform; readonly meet?: Meet } = {},
): RecordingAdapter {
  const delivered: Delivery[] = [];
  return {
    platform: options.platform ?? 'web',
    delivered,
    start: async () => undefined,
    async deliver(delivery, standsSoFar) {
      await options.meet?.(delivery, standsSoFar);
      delivered.push(delivery);
      return { post: delivery.id };
    },
    stop: async () => undefined,
  };
}
