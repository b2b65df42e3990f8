import type { Platform } from '../../src/commands.ts';
import type { Adapter, Delivery } from '../../src/ports.ts';

/** The far end of a platform: keeps what it was given, in order, and has it at once. */
export type RecordingAdapter = Adapter & { readonly delivered: Delivery[] };

/** `meet` is asked first with each delivery: what it throws is the platform's fault, what it awaits its slowness. */
export function createRecordingAdapter(
  options: { readonly platform?: Platform; readonly meet?: (delivery: Delivery) => Promise<void> } = {},
): RecordingAdapter {
  const delivered: Delivery[] = [];
  return {
    platform: options.platform ?? 'web',
    delivered,
    start: async () => undefined,
    async deliver(delivery) {
      await options.meet?.(delivery);
      delivered.push(delivery);
      return { post: delivery.id };
    },
    stop: async () => undefined,
  };
}
