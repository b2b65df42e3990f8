import { setTimeout as pause } from 'node:timers/promises';

/**
 * The mail does not wait longer for the chat; its sender is met with their next one, or when they come by. Whoever is met in
 * time is asked at once, and whoever brings the mail waits for longer than this.
 */
const PATIENCE_MS = 4000;
/** More than forward mail in any company; then it begins anew. */
const REMEMBERED = 1000;

/**
 * Has the chat make a sender known before their mail is stored, so that they are asked there even if they never used
 * Herald. Once each; a chat that cannot be reached holds up no mail.
 */
export function createGreeting(meet: (email: string) => Promise<void>, onFault: (error: unknown) => void) {
  const met = new Set<string>();

  async function greet(email: string): Promise<void> {
    try {
      await meet(email);
      if (met.size >= REMEMBERED) met.clear();
      met.add(email);
    } catch (error) {
      onFault(error);
    }
  }

  return async (email: string): Promise<void> => {
    if (!met.has(email)) await Promise.race([greet(email), pause(PATIENCE_MS, null, { ref: false })]);
  };
}
