import type { Background } from './background.ts';
import { TYPING_AFTER_MS } from './limits.ts';
import type { Pace } from './pace.ts';
import type { Talk, TeamsService } from './service.ts';

type Typist = { readonly teams: Pick<TeamsService, 'typing'>; readonly pace: Pace; readonly background: Background };

/**
 * Shows "typing" to whoever waits longer than a moment, and not beside an answer that stands already, nor where Teams
 * takes nothing just now.
 */
export function createTyping({ teams, pace, background }: Typist) {
  const awaited = new Map<string, NodeJS.Timeout>();

  function answered(key: string): void {
    clearTimeout(awaited.get(key));
    awaited.delete(key);
  }

  /** In its turn like a message, since to this too Teams may say to wait. */
  async function showTyping(talk: Talk): Promise<void> {
    await pace.inTurn(talk.conversation, () => teams.typing(talk)).catch(() => null);
  }

  return {
    /** Somebody waits there from now on. */
    whenSlow(key: string, talk: Talk): void {
      answered(key);
      const show = () => {
        awaited.delete(key);
        if (pace.isFree(talk.conversation)) background.begin(() => showTyping(talk));
      };
      awaited.set(key, setTimeout(show, TYPING_AFTER_MS).unref());
    },
    /** What was asked under this key is answered now. */
    answered,
  };
}

export type Typing = ReturnType<typeof createTyping>;
