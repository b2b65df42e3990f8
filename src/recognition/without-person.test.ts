import { describe, expect, it } from 'vitest';
import { textWithout } from './without-name.ts';
import { type Gone, withoutPeople } from './without-person.ts';

const mia = { name: 'Mia Lang', accounts: ['mia@example.com', 'U0MIALANG'] };
const gone: Gone = { ...mia, person: 'p-mia', instead: { person: 'p-nobody', name: 'a colleague' } };
const hidden: Gone = { ...gone, instead: { person: '', name: 'a colleague' } };
const ben = { person: 'p-ben', name: 'Ben Okafor' };
const story = { id: 's', heroes: [{ person: 'p-mia', name: 'Mia Lang' }, ben], teller: ben, words: 'Mia drove over.' };

describe('words without a person', () => {
  it.each([
    ['the whole name', 'Ask Mia Lang.', 'Ask [a colleague].'],
    ['in any case and spacing', 'MIA\n LANG and mia lang', '[a colleague] and [a colleague]'],
    ['an address', 'Write to Mia@Example.com!', 'Write to [a colleague]!'],
    ['a mention', 'Thanks <@U0MIALANG|mia> a lot', 'Thanks [a colleague] a lot'],
    ['an account alone', 'It was @U0MIALANG.', 'It was [a colleague].'],
    ['no part of another word', 'Mia Langley and xMia Lang', 'Mia Langley and xMia Lang'],
    ['no first name that may be anybody’s', 'Mia drove over.', 'Mia drove over.'],
    ['nothing at all', '', ''],
  ])('lose %s', (_, text, left) => expect(textWithout(text, mia, null)).toBe(left));

  it.each([
    [
      'each part of the name',
      'Mia, or Mrs Lang: Mia’s cake',
      [],
      '[a colleague], or Mrs [a colleague]: [a colleague]’s cake',
    ],
    ['no part that somebody else has', 'Mia met Lang & sons', ['Lang'], '[a colleague] met Lang & sons'],
    ['no word in small letters', 'a lang way', [], 'a lang way'],
  ])('lose %s where they are about them', (_, text, others, left) => expect(textWithout(text, mia, others)).toBe(left));

  it.each([
    ['Zoë D’Arc', 'Zoe\u0308 D’Arc rang', '[a colleague] rang'],
    ['山田太郎', '山田太郎さんに感謝', '[a colleague]さんに感謝'],
    ['دانا حداد', 'شكرا دانا حداد!', 'شكرا [a colleague]!'],
    ['A+ (B) [C', 'thanks A+ (B) [C!', 'thanks [a colleague]!'],
  ])('lose %s in any script', (name, text, left) => expect(textWithout(text, { name, accounts: [] }, null)).toBe(left));

  it('keep a name that is a word like any other, unless it is said of them', () => {
    expect(textWithout('Will he? Will did.', { name: 'Will', accounts: [] }, null)).toBe('Will he? Will did.');
    expect(textWithout('What will Will do', { name: 'Will', accounts: [] }, [])).toBe('What will [a colleague] do');
  });
});

describe('facts without a person', () => {
  it('name nobody in their place, and say so where the words do', () => {
    expect(withoutPeople({ type: 'story', story }, [gone])).toEqual({
      type: 'story',
      story: { ...story, heroes: [gone.instead, ben], words: '[a colleague] drove over.' },
    });
  });

  it('name nobody once, however many are gone', () => {
    const again = withoutPeople({ ...story, heroes: [gone.instead, ...story.heroes] }, [gone]);
    expect(again.heroes).toEqual([gone.instead, ben]);
  });

  it('count those who are not named side by side', () => {
    const two = [hidden, { ...hidden, person: ben.person, name: ben.name }];
    expect(withoutPeople({ heroes: story.heroes }, two)).toEqual({ heroes: [{ person: '', name: '2 colleagues' }] });
  });

  it('take them off lists that only say who may be meant, or who there is', () => {
    const lists = {
      guessedHeroes: [
        { ...ben, said: null },
        { person: 'p-mia', name: 'Mia Lang', said: 'Mia' },
      ],
      managers: [{ person: 'p-mia', name: 'Mia Lang', user: 'U0MIALANG' }],
      forwarders: ['MIA@example.com', '@example.com'],
    };
    expect(withoutPeople(lists, [gone])).toEqual({
      guessedHeroes: [{ ...ben, said: null }],
      managers: [],
      forwarders: ['@example.com'],
    });
  });

  it('know whom an id means wherever it stands', () => {
    expect(withoutPeople({ where: { kind: 'person', person: 'p-mia' }, id: 'p-mia' }, [gone])).toEqual({
      where: { kind: 'person', person: 'p-nobody' },
      id: 'p-nobody',
    });
  });

  it('leave what Herald itself says as it is', () => {
    const named = { ...gone, name: 'Win Story' };
    const view = { type: 'story', lane: 'win', heroes: [{ person: 'p-mia', name: 'Win Story' }], words: 'Win won.' };
    expect(withoutPeople(view, [named])).toMatchObject({ type: 'story', lane: 'win', words: '[a colleague] won.' });
  });

  it('are the same where nobody is gone', () => {
    expect(withoutPeople(story, [])).toBe(story);
    expect(withoutPeople(story, [{ ...gone, person: 'p-else', name: 'Ada Else', accounts: [] }])).toEqual(story);
  });
});
