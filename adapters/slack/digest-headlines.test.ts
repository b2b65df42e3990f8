import { describe, expect, it } from 'vitest';
import type { Named, Win } from '../../src/views.ts';
import { headlines } from './digest-headlines.ts';

const ana = { person: 'ana', name: 'Ana' };
const ben = { person: 'ben', name: 'Ben' };
const dana = { person: 'dana', name: 'Dana' };
const colleague = { person: '', name: 'a colleague' };

const about = (id: string, heroes: readonly Named[], more: Partial<Win> = {}): Win => ({
  id,
  lane: 'win',
  settled: true,
  words: 'stayed late',
  heroes,
  teller: dana,
  voice: 'colleague',
  customer: null,
  touchpoint: null,
  audience: 'everyone',
  permalink: null,
  at: '2026-11-18T09:00:00.000Z',
  cheers: 0,
  ...more,
});

/** What stands above each: text as it is, and whoever is mentioned by their account. */
function above(inFull: readonly Win[], inALine: readonly Win[] = [], limit = 900): readonly unknown[] {
  const headlineOf = headlines(
    { week: '2026-W47', inFull, inALine },
    {
      timeZone: 'Europe/Berlin',
      as: 'post',
      userOf: () => null,
      mentionOf: (person) => (['ana', 'ben', 'dana'].includes(person) ? `U${person.toUpperCase()}` : null),
      wholeStories: new Map(),
    },
  );
  return [...inFull, ...inALine].map((win) => partsOf(headlineOf(win, limit)));
}

function partsOf(block: ReturnType<ReturnType<typeof headlines>>): readonly unknown[] {
  const [section] = block.type === 'rich_text' ? block.elements : [];
  if (section?.type !== 'rich_text_section') throw new Error('No sentence.');
  return section.elements.map((one) => (one.type === 'user' ? { user: one.user_id } : 'text' in one && one.text));
}

describe('where a digest mentions people', () => {
  it('each is mentioned above the first of their stories, and named above the others', () => {
    expect(above([about('1', [ana, ben])], [about('2', [ben]), about('3', [dana, ana], { teller: ben })])).toEqual([
      ['Dana tells a story about ', { user: 'UANA' }, ' and ', { user: 'UBEN' }],
      ['Dana tells a story about Ben'],
      ['Ben tells a story about ', { user: 'UDANA' }, ' and Ana'],
    ]);
  });

  it('whoever tells a story that they are in is mentioned as its hero alone', () => {
    expect(above([about('1', [dana, ana])])).toEqual([
      ['Dana tells a story about ', { user: 'UDANA' }, ' and ', { user: 'UANA' }],
    ]);
  });

  it('whoever is not named, or not in this workspace, stands as text', () => {
    expect(above([about('1', [colleague, ana]), about('2', [{ person: 'eva', name: 'Eva' }])])).toEqual([
      ['Dana tells a story about a colleague and ', { user: 'UANA' }],
      ['Dana tells a story about Eva'],
    ]);
  });

  it('no name can pass for a mention, or move one to somebody else', () => {
    const odd = '\u{f0000}<@UEVA>';
    const story = about('1', [{ person: 'eva', name: odd }, ana], { customer: odd, voice: 'customer' });
    expect(above([story])).toEqual([['<@UEVA> about <@UEVA> and ', { user: 'UANA' }]]);
  });

  it('a sentence that is too long is cut behind the last whole name', () => {
    const eva = { person: 'eva', name: 'Eva '.repeat(20).trim() };
    const [parts] = above([about('1', [ana, eva, ben])], [], 60);
    expect(parts).toEqual(['Dana tells a story about ', { user: 'UANA' }, expect.stringMatching(/^, Eva Eva .*…$/)]);
  });
});
