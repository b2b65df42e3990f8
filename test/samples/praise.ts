import type { Praise } from '../../src/views.ts';

/** Customer's words that wait; `different` says what matters to a test. */
export function samplePraise(different: Partial<Praise> = {}): Praise {
  return {
    id: 'praise',
    words: 'Ana called me back on a Sunday.',
    note: 'Look at this!',
    customer: { name: 'Grete Holm', email: 'grete@example.com' },
    subject: 'Thank you',
    wroteAt: '2026-11-18T09:00:00.000Z',
    unsure: [],
    forwarder: { person: 'ben', name: 'Ben' },
    suggestion: null,
    guessedHeroes: [],
    capturedAt: '2026-11-19T13:05:00.000Z',
    state: { status: 'waiting' },
    ...different,
  };
}
