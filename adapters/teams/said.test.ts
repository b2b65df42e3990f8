import { describe, expect, test } from 'vitest';
import { decoded, namedIn, tokensOf, wordsOf } from './said.ts';

const mention = (id: string, name: string | null, text = `<at>${name}</at>`) => ({
  type: 'mention',
  text,
  mentioned: { id, name },
});
const ana = mention('29:ana', 'Ana');
const ben = mention('29:ben', 'Ben');

describe('what was said', () => {
  test('names people by the entities, in their places', () => {
    expect(tokensOf('kudos <at>Ana</at> and <at>Ben</at> stayed', [ana, ben])).toEqual([
      { kind: 'text', text: 'kudos ' },
      { kind: 'user', user: '29:ana', name: 'Ana' },
      { kind: 'text', text: ' and ' },
      { kind: 'user', user: '29:ben', name: 'Ben' },
      { kind: 'text', text: ' stayed' },
    ]);
  });

  test('what only looks like a mention is text', () => {
    expect(tokensOf('kudos &lt;at&gt;Ana&lt;/at&gt; stayed', [])).toEqual([
      { kind: 'text', text: 'kudos <at>Ana</at> stayed' },
    ]);
    expect(tokensOf('kudos <at>Ana</at>', [])).toEqual([{ kind: 'text', text: 'kudos <at>Ana</at>' }]);
  });

  test('two of one name are told apart by their order', () => {
    const both = [mention('29:ana', 'Sam'), mention('29:ben', 'Sam')];
    expect(tokensOf('<at>Sam</at> <at>Sam</at>', both)).toMatchObject([{ user: '29:ana' }, {}, { user: '29:ben' }]);
  });

  test('a channel or a team that is mentioned is nobody, and stays to be read', () => {
    const news = mention('19:news@thread.tacv2', 'News');
    expect(tokensOf('in <at>News</at> today', [news])).toEqual([{ kind: 'text', text: 'in News today' }]);
  });

  test('entities of another kind, without a place or an id, are passed over', () => {
    const strange = [
      null,
      7,
      { type: 'clientInfo' },
      mention('29:zoe', 'Zoe'),
      mention('', 'Ana'),
      { ...ana, text: '' },
    ];
    expect(tokensOf('<at>Ana</at>', [...strange, ana])).toEqual([{ kind: 'user', user: '29:ana', name: 'Ana' }]);
  });

  test('a name that Teams left out is read in the text', () => {
    expect(tokensOf('<at id="0">Ana &amp; Co</at>', [mention('29:ana', null, '<at id="0">Ana &amp; Co</at>')])).toEqual(
      [{ kind: 'user', user: '29:ana', name: 'Ana & Co' }],
    );
  });

  test('signs are decoded once', () => {
    expect(decoded('1 &lt; 2 &amp;amp; 3&nbsp;&gt; 2 &quot;&#39;&quot; &copy;')).toBe(`1 < 2 &amp; 3 > 2 "'" &copy;`);
  });
});

describe('who is named', () => {
  const read = (text: string) => namedIn(tokensOf(text, [ana, ben]));
  const stayed = { heroes: ['29:ana', '29:ben'], words: 'stayed late.' };

  test.each([
    '<at>Ana</at> <at>Ben</at> stayed late.',
    '<at>Ana</at>, <at>Ben</at>: stayed late.',
    '<at>Ana</at> and <at>Ben</at> stayed late.',
    ' <at>Ana</at>&amp;<at>Ben</at> - stayed late.'.replace(' -', ''),
  ])('names in front are taken out: %s', (text) => expect(read(text)).toEqual(stayed));

  test('names within count, and stay where they are', () => {
    expect(read('Thanks to <at>Ana</at> for helping <at>Ben</at>!')).toEqual({
      heroes: ['29:ana', '29:ben'],
      words: 'Thanks to Ana for helping Ben!',
    });
  });

  test('names after those in front are not heroes', () => {
    expect(read('<at>Ana</at> helped <at>Ben</at>')).toEqual({ heroes: ['29:ana'], words: 'helped Ben' });
  });

  test('somebody named twice is named once', () => {
    expect(namedIn(tokensOf('<at>Ana</at> <at>Ana</at> stayed', [ana, ana])).heroes).toEqual(['29:ana']);
  });

  test('nobody and nothing', () => {
    expect(namedIn([])).toEqual({ heroes: [], words: '' });
    expect(wordsOf(tokensOf('  <at>Ana</at>  ', [ana]))).toBe('Ana');
  });
});
