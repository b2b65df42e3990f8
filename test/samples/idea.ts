import type { KnownIdea } from '../../src/ideas.ts';

/** An idea of Ana's that nobody has answered yet; `different` says what matters to a test. */
export function sampleIdea(different: Partial<KnownIdea> = {}): KnownIdea {
  const at = '2026-11-18T09:00:00.000Z';
  return {
    id: 'i',
    words: 'Write the customer’s name on the cup.',
    author: { person: 'ana', name: 'Ana' },
    hands: [],
    now: { state: 'proposed', since: at },
    at,
    told: 0,
    stories: [],
    ...different,
  };
}
