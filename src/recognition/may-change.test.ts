import { describe, expect, test } from 'vitest';
import { ana, ben, chloe, dana, eva } from '../../test/samples/people.ts';
import { sampleWin } from '../../test/samples/win.ts';
import { changeRefused, mayRewrite, maySayLane, maySee } from './may-change.ts';
import { named } from './story-heroes.ts';

const open = sampleWin('open', { teller: named(ben), heroes: [named(ana)] });
const between = sampleWin('between', { teller: named(ben), heroes: [named(ana)], audience: 'heroes' });

describe('who may', () => {
  test.each([
    ['its teller', ben, { rewrite: true, sayLane: true, see: true, seeBetween: true }],
    ['a hero', ana, { rewrite: false, sayLane: true, see: true, seeBetween: true }],
    ['a colleague', chloe, { rewrite: false, sayLane: false, see: true, seeBetween: false }],
    ['a manager', dana, { rewrite: false, sayLane: true, see: true, seeBetween: false }],
    ['an admin', eva, { rewrite: true, sayLane: true, see: true, seeBetween: false }],
  ])('%s', (_who, person, may) => {
    expect({
      rewrite: mayRewrite(open, person),
      sayLane: maySayLane(open, person),
      see: maySee(open, person),
      seeBetween: maySee(between, person),
    }).toEqual(may);
  });
});

describe('a change is refused', () => {
  const unknown = { type: 'refusal', reason: 'story-unknown' };
  test.each([
    ['to nobody who may', open, ben, null],
    [
      'to a colleague, who is told whose it is',
      open,
      chloe,
      { type: 'refusal', reason: 'not-yours-to-change', teller: named(ben) },
    ],
    ['when it is not there', null, ben, unknown],
    ['to those who may not even know of it, as if it were not there', between, chloe, unknown],
    [
      'to a hero of a story between them',
      between,
      ana,
      { type: 'refusal', reason: 'not-yours-to-change', teller: named(ben) },
    ],
  ])('%s', (_what, story, person, refusal) => expect(changeRefused(story, person, mayRewrite)).toEqual(refusal));
});
