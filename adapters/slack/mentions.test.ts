import { describe, expect, it } from 'vitest';
import { type NameFinder, NEEDS_NAMES, readMentions } from './mentions.ts';
import { tokensOf, usersIn, wordsOf } from './tokens.ts';

const find: NameFinder = (text) => {
  const known = ['Ana Duarte', 'Ana', 'Ben'].find((name) => text.slice(1).startsWith(name));
  if (known === undefined) return { refusal: { type: 'refusal', reason: 'person-unknown', name: text.slice(1, 5) } };
  return { user: known === 'Ben' ? 'UBEN' : 'UANA', length: known.length + 1 };
};

function read(text: string, finder: NameFinder | null = find) {
  const found = readMentions(tokensOf(text), finder);
  if (found === NEEDS_NAMES || 'refusal' in found) return found;
  const heroes = found.heroes.map((hero) => (hero.kind === 'user' ? hero.user : hero.group));
  return { heroes, words: wordsOf(found.words, (user) => (user === 'UBEN' ? 'Ben Okafor' : null)) };
}

describe('whom a typed text is about', () => {
  it.each([
    ['<@UANA|ana> <@UBEN|ben> stayed late', ['UANA', 'UBEN'], 'stayed late'],
    ['<@UANA>, <@UBEN> and <!subteam^SOPS|@ops>: stayed late', ['UANA', 'UBEN', 'SOPS'], 'stayed late'],
    ['<@UANA> & <@UBEN> stayed', ['UANA', 'UBEN'], 'stayed'],
    ['@Ana Duarte and @Ben stayed late', ['UANA', 'UBEN'], 'stayed late'],
    ['<@UANA> @Ben stayed', ['UANA', 'UBEN'], 'stayed'],
    ['thanks to <@UBEN|ben>!', ['UBEN'], 'thanks to Ben Okafor!'],
    ['<@UANA> showed <@UBEN|ben> the way', ['UANA'], 'showed Ben Okafor the way'],
    ['thanks to @Ben!', ['UBEN'], 'thanks to @Ben!'],
    ['wrote to support@Ben.example', [], 'wrote to support@Ben.example'],
    ['nobody at all', [], 'nobody at all'],
    ['<@UANA>', ['UANA'], ''],
    ['<@UANA> and that was it', ['UANA'], 'and that was it'],
  ])('%s', (text, heroes, words) => {
    expect(read(text)).toEqual({ heroes, words });
  });

  it('asks for names only when one was typed that nobody picked', () => {
    expect(read('@Ana stayed', null)).toBe(NEEDS_NAMES);
    expect(read('thanks to @Ana', null)).toBe(NEEDS_NAMES);
    expect(read('<@UANA> stayed', null)).toEqual({ heroes: ['UANA'], words: 'stayed' });
    expect(read('<@UANA> asked @everyone', null)).toEqual({ heroes: ['UANA'], words: 'asked @everyone' });
  });

  it('says which name it does not know', () => {
    expect(read('@Zed stayed')).toMatchObject({ refusal: { reason: 'person-unknown' } });
  });
});

describe('what Slack makes of what people type', () => {
  it.each([
    ['a &lt;b&gt; &amp; &amp;lt;', 'a <b> & &lt;'],
    [
      '<https://example.com|example.com> <https://example.com/a|the page>',
      'example.com the page (https://example.com/a)',
    ],
    ['<mailto:a@example.com|a@example.com>', 'a@example.com'],
    ['in <#C1|general> and <#C2>', 'in #general and #a channel'],
    ['<!here> <!channel|channel> <!date^1^{date}|yesterday>', '@here channel yesterday'],
    ['<!subteam^S1|@ops> and <!subteam^S2>', 'ops and the team'],
    ['<@U1|kim> <@U2>', 'kim someone'],
    ['<nothing <@UBEN> >', '<nothing Ben Okafor >'],
  ])('%s', (typed, words) => {
    expect(wordsOf(tokensOf(typed), (user) => (user === 'UBEN' ? 'Ben Okafor' : null))).toBe(words);
  });

  it('names everybody who has to be known', () => {
    expect(usersIn(tokensOf('<@U1> and <@U2|two> and <!subteam^S1>'))).toEqual(['U1', 'U2']);
  });
});
