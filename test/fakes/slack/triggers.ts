// Trigger ids: what lets an app open a modal in front of a person, for three seconds and once.

import type { SlackClock } from './clock.ts';
import { newSecret } from './ids.ts';
import { SlackRefusal } from './refusal.ts';

export function createTriggers(clock: SlackClock, lifetime: number) {
  const issued = new Map<string, { readonly user: string; readonly at: number; exchanged: boolean }>();

  return {
    issue(user: string): string {
      const id = `${Math.floor(clock.now() / 1000)}.${issued.size + 1}.${newSecret()}`;
      issued.set(id, { user, at: clock.now(), exchanged: false });
      return id;
    },
    /** The user who gave the app this trigger. */
    exchange(id: string): string {
      const trigger = issued.get(id);
      if (trigger === undefined) throw new SlackRefusal('invalid_trigger_id');
      if (trigger.exchanged) throw new SlackRefusal('exchanged_trigger_id');
      if (clock.now() - trigger.at > lifetime) throw new SlackRefusal('expired_trigger_id');
      trigger.exchanged = true;
      return trigger.user;
    },
    /** Who a trigger belonged to, whether or not it still opens anything. */
    userOf(id: string): string | null {
      return issued.get(id)?.user ?? null;
    },
  };
}
