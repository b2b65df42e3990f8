import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { formOf, readSubmit } from './read-submit.ts';
import { VERBS } from './verbs.ts';

const by = { connection: 'teams', user: '29:ben' };
const read = (verb: string, data: Record<string, unknown> = {}) => readSubmit({ verb, data }, by);

describe('the kudos form', () => {
  const filled = {
    heroes: '29:ana,29:chloe',
    'typed-heroes': '@Dee, Eli ;',
    words: ' Stayed on the line. ',
    'went-wrong': 'no',
    'what-broke': '',
    customer: 'Garden Shop Example',
    touchpoint: ' ',
    audience: 'heroes',
    seed: { where: '19:channel', permalink: 'https://teams.example.com/l/message/1' },
  };

  it('becomes a story, with who was chosen and who was typed', () => {
    expect(read(VERBS.sendKudos, filled)).toEqual({
      asks: 'command',
      typedHeroes: ['Dee', 'Eli'],
      command: {
        type: 'give-kudos',
        by,
        heroes: [
          { connection: 'teams', user: '29:ana' },
          { connection: 'teams', user: '29:chloe' },
        ],
        words: ' Stayed on the line. ',
        whatBroke: null,
        customer: 'Garden Shop Example',
        touchpoint: null,
        audience: 'heroes',
        permalink: 'https://teams.example.com/l/message/1',
        where: { kind: 'channel', connection: 'teams', channel: '19:channel' },
      },
    });
  });

  it('is a recovery when something had gone wrong, even before anybody wrote what', () => {
    for (const whatBroke of ['The printer', '']) {
      const asked = read(VERBS.sendKudos, { ...filled, 'went-wrong': 'yes', 'what-broke': whatBroke });
      expect(asked).toMatchObject({ command: { whatBroke } });
    }
  });

  it('is asked again when it says that nothing had gone wrong and yet what broke', () => {
    const asked = read(VERBS.sendKudos, { ...filled, 'what-broke': 'The printer' });
    expect(asked).toMatchObject({ asks: 'again', slip: { field: 'went-wrong' } });
  });

  it('confirms a nomination when it began as one', () => {
    const asked = read(VERBS.sendKudos, { ...filled, seed: { nomination: 'n-1' } });
    expect(asked).toMatchObject({ command: { type: 'confirm-nomination', nomination: 'n-1', where: null } });
  });

  it('takes no address but one of the web as the message it was made from', () => {
    const asked = read(VERBS.sendKudos, { ...filled, seed: { permalink: 'javascript:alert(1)' } });
    expect(asked).toMatchObject({ command: { permalink: null } });
  });
});

describe('settling a customer’s words', () => {
  const chosen = {
    praise: 'pr-1',
    heroes: '29:ana',
    'typed-heroes': 'Dee',
    'what-broke': '',
    audience: '',
    'customer-shown': 'first-name',
  };
  const customer = 'first-name';
  const heroes = [{ connection: 'teams', user: '29:ana' }];

  test.each([
    [VERBS.settleWin, { as: 'win', heroes, audience: 'everyone', customer }, ['Dee']],
    [VERBS.settleRecovery, { as: 'recovery', heroes, audience: 'everyone', customer, whatBroke: '' }, ['Dee']],
    [VERBS.settleThanks, { as: 'thanks', heroes, audience: 'heroes', customer }, ['Dee']],
    [VERBS.settleNot, { as: 'not-praise' }, []],
  ])('%s', (verb, settlement, typedHeroes) => {
    const command = { type: 'settle-praise', by, praise: 'pr-1', settlement };
    expect(read(verb, chosen)).toEqual({ asks: 'command', command, typedHeroes });
  });

  it('never makes a win of what broke', () => {
    expect(read(VERBS.settleWin, { ...chosen, 'what-broke': 'The printer' })).toMatchObject({ asks: 'again' });
  });
});

describe('other cards', () => {
  test.each([
    [VERBS.cheer, { story: 's' }, { type: 'cheer-story', by, story: 's' }],
    [VERBS.undo, { story: 's' }, { type: 'retract-story', by, which: { story: 's' } }],
    [VERBS.makeWin, { story: 's' }, { type: 'move-story', by, story: 's', to: { lane: 'win' } }],
    [
      VERBS.sendWhatBroke,
      { story: 's', 'what-broke': 'The printer' },
      { type: 'move-story', by, story: 's', to: { lane: 'recovery', whatBroke: 'The printer' } },
    ],
    [VERBS.postAgain, { delivery: 'd' }, { type: 'post-again', by, delivery: 'd' }],
    [
      VERBS.sendCompletion,
      { praise: 'p', words: 'Thank you!', customer: ' ' },
      { type: 'complete-praise', by, praise: 'p', words: 'Thank you!', name: null },
    ],
    [VERBS.reopenPraise, { praise: 'p' }, { type: 'reopen-praise', by, praise: 'p' }],
  ])('%s', (verb, data, command) => {
    expect(read(verb, data)).toEqual({ asks: 'command', command, typedHeroes: [] });
  });

  test('a story found in a list leads back to it', () => {
    const back = { type: 'search', words: 'box' };
    const look = { type: 'story', story: 's' };
    expect(read(VERBS.showStory, { story: 's', back })).toEqual({ asks: 'look', look, back });
    expect(read(VERBS.showStory, { story: 's', back: { type: 'story', story: 's' } })).toMatchObject({ back: null });
  });

  test('settings are taken as they were sent, for the core to check', () => {
    const data = {
      'digest-channel': 'none',
      weekday: '1',
      time: '09:05',
      'time-zone': ' Europe/Berlin ',
      announce: 'digest-only',
      managers: '29:ana',
      'praise-days': '365',
      'typed-managers': 'Dee',
      forwarders: 'ana@example.com\n@example.com',
    };
    expect(read(VERBS.sendSettings, data)).toMatchObject({
      typedHeroes: ['Dee'],
      command: {
        changes: {
          digestChannel: null,
          schedule: { minute: 5, hour: 9, weekday: 1, timeZone: 'Europe/Berlin' },
          announce: 'digest-only',
          praiseDays: 365,
          forwarders: ['ana@example.com', '@example.com'],
          managers: [{ connection: 'teams', user: '29:ana' }],
        },
      },
    });
  });

  test('a form that was sent can be asked for again; a button alone cannot', () => {
    expect(formOf({ verb: VERBS.sendKudos, data: { seed: { where: '19:c' } } })).toEqual({
      form: 'kudos',
      seed: { where: '19:c' },
    });
    expect(formOf({ verb: VERBS.settleWin, data: { praise: 'p' } })).toEqual({ form: 'settle', praise: 'p' });
    expect(formOf({ verb: VERBS.sendWords, data: { story: 's' } })).toEqual({ form: 'words', story: 's' });
    expect(formOf({ verb: VERBS.cheer, data: { story: 's' } })).toBeNull();
  });
});

test('whatever a client sends is read without harm', () => {
  const anything = fc.dictionary(
    fc.constantFrom('story', 'praise', 'seed', 'back', 'words', 'heroes', 'time', 'what-broke', '__proto__', 'verb'),
    fc.anything(),
  );
  const verb = fc.oneof(fc.constantFrom(...Object.values(VERBS)), fc.string());
  fc.assert(
    fc.property(verb, anything, (name, data) => {
      const asked = readSubmit({ verb: name, data }, by);
      formOf({ verb: name, data });
      if (asked?.asks === 'command') expect(asked.command).toMatchObject({ by });
    }),
    { numRuns: 400 },
  );
});

test.each(['', 'toString', '__proto__', 'give-kudos'])('“%s” is no button of ours', (verb) => {
  expect(read(verb, { story: 's', praise: 'p' })).toBeNull();
  expect(formOf({ verb, data: { story: 's' } })).toBeNull();
});
