import { setTimeout as sleep } from 'node:timers/promises';
import type { Background } from './background.ts';
import { TYPING_AFTER_MS } from './limits.ts';
import type { Talk, TeamsService } from './service.ts';

/** Shows "typing" to whoever waits longer than a moment, and not beside an answer that stands already. */
export function createTyping({ teams, background }: { readonly teams: TeamsService; readonly background: Background }) {
  const awaited = new Map<string, AbortController>();

  async function showUnlessAnswered(key: string, talk: Talk, answered: AbortController): Promise<void> {
    const isSlow = await sleep(TYPING_AFTER_MS, true, { signal: answered.signal, ref: false }).catch(() => false);
    if (awaited.get(key) === answered) awaited.delete(key);
    if (isSlow) await teams.typing(talk).catch(() => null);
  }

  return {
    /** Somebody waits there from now on. */
    whenSlow(key: string, talk: Talk): void {
      const answered = new AbortController();
      awaited.set(key, answered);
      background.begin(() => showUnlessAnswered(key, talk, answered));
    },
    /** What was asked under this key is answered now. */
    answered: (key: string): void => awaited.get(key)?.abort(),
  };
}

export type Typing = ReturnType<typeof createTyping>;
