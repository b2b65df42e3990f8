import type { Win } from '../../src/views.ts';

/** A win that any digest may tell; `different` says what matters to a test. */
export function sampleWin(id: string, different: Partial<Win> & { readonly about?: readonly string[] } = {}): Win {
  const { about = [`hero of ${id}`], ...facts } = different;
  return {
    id,
    lane: 'win',
    words: `The story ${id}.`,
    heroes: about.map((person) => ({ person, name: person })),
    teller: { person: `teller of ${id}`, name: `Teller of ${id}` },
    voice: 'colleague',
    customer: null,
    touchpoint: null,
    audience: 'everyone',
    permalink: null,
    at: '2026-11-18T09:00:00.000Z',
    cheers: 0,
    settled: true,
    ...facts,
  };
}
