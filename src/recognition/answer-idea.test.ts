import { describe, expect, test } from 'vitest';
import { sampleIdea } from '../../test/samples/idea.ts';
import { ana, ben, chloe, dana, eva, identityOf } from '../../test/samples/people.ts';
import type { KnownIdea } from '../ideas.ts';
import { backIdea, bringIdeaAlive, restIdea, wakeIdea } from './answer-idea.ts';
import { ideaChoices } from './idea-choices.ts';
import type { Person } from './organization.ts';

const at = '2026-11-20T09:00:00.000Z';
const stamp = (by: Person) => ({ key: 'k', by: identityOf(by), at, idea: 'i' });
const back = (idea: KnownIdea | null, person: Person, clearing = 'Pens', backerLeft = false) =>
  backIdea({ command: { type: 'back-idea', ...stamp(person), clearing }, person, idea, backerLeft });
const rest = (idea: KnownIdea, person: Person, reason = 'Not this year') =>
  restIdea({ command: { type: 'rest-idea', ...stamp(person), reason }, person, idea });
const wake = (idea: KnownIdea, person: Person) =>
  wakeIdea({ command: { type: 'wake-idea', ...stamp(person) }, person, idea });
const alive = (idea: KnownIdea, person: Person) =>
  bringIdeaAlive({ command: { type: 'bring-idea-alive', ...stamp(person) }, person, idea });

const backing = { by: { person: 'dana', name: 'Dana' }, clearing: 'Pens', at };
const proposed = sampleIdea({ hands: [{ person: 'chloe', name: 'Chloe' }] });
const backed: KnownIdea = { ...proposed, now: { state: 'backed', backing } };
const living: KnownIdea = { ...proposed, now: { state: 'alive', by: { person: 'ana', name: 'Ana' }, at, backing } };
const resting: KnownIdea = {
  ...proposed,
  now: { state: 'resting', by: { person: 'dana', name: 'Dana' }, at, reason: 'No' },
};

type Outcome = ReturnType<typeof back>;
const told = ({ announce }: Outcome) =>
  announce.map(({ to }) => (to === 'wherever-it-stands' || to.kind !== 'person' ? '' : to.person));
const outcome = ({ reply }: Outcome) =>
  reply.type === 'refusal' ? reply.reason : reply.type === 'idea-changed' ? reply.idea.now.state : reply.type;

describe('who answers an idea', () => {
  test.each([
    ['a manager backs it', back(proposed, dana), 'backed', ['ana', 'chloe']],
    ['an admin backs it where nobody manages', back(proposed, eva), 'backed', ['ana', 'chloe']],
    ['nobody else does', back(proposed, ben), 'not-yours-to-answer', []],
    ['a second manager is told who does', back(backed, eva), 'already-backed', []],
    ['unless the first has left', back(backed, eva, 'Cups', true), 'backed', ['ana', 'dana', 'chloe']],
    ['whoever backs it can say it better', back(backed, dana, 'Better pens'), 'backed', ['ana', 'chloe']],
    ['a resting one is backed and so awake', back(resting, dana), 'backed', ['ana', 'chloe']],
    ['one alive needs nobody', back(living, dana), 'idea-stands-so', []],
    ['one withdrawn meanwhile is not there', back(null, dana), 'idea-unknown', []],
    ['an empty promise is none', back(proposed, dana, ' \u200b'), 'clearing-missing', []],
    ['nor is an endless one', back(proposed, dana, 'a'.repeat(501)), 'too-long', []],
    ['a manager lets it rest', rest(proposed, dana), 'resting', ['ana', 'chloe']],
    ['its author does', rest(proposed, ana), 'resting', ['chloe']],
    ['no colleague does', rest(proposed, ben), 'not-yours-to-answer', []],
    ['another manager does not, while it is backed', rest(backed, { ...dana, id: 'other' }), 'already-backed', []],
    ['whoever backs it does', rest(backed, dana), 'resting', ['ana', 'chloe']],
    ['who backed it hears when its author does', rest(backed, ana), 'resting', ['dana', 'chloe']],
    ['never without a reason', rest(proposed, dana, ''), 'rest-reason-missing', []],
    ['not twice', rest(resting, dana), 'idea-stands-so', []],
    ['its author wakes it', wake(resting, ana), 'proposed', ['chloe']],
    ['no colleague does', wake(resting, ben), 'not-your-idea', []],
    ['what is awake stays so', wake(proposed, ana), 'idea-stands-so', []],
    ['its author says that it is alive', alive(proposed, ana), 'alive', ['chloe']],
    ['whoever backs it does', alive(backed, dana), 'alive', ['ana', 'chloe']],
    ['no hand does', alive(backed, chloe), 'not-your-idea', []],
    ['not twice', alive(living, ana), 'idea-stands-so', []],
    ['not while it rests', alive(resting, ana), 'idea-stands-so', []],
  ] as const)('%s (%#)', (_name, decision, expected, heard) => {
    expect(outcome(decision)).toBe(expected);
    expect(told(decision)).toEqual(heard);
    expect(decision.facts.length).toBe(decision.reply.type === 'refusal' ? 0 : 1);
  });

  test('what is offered is what is taken', () => {
    for (const person of [ana, ben, chloe, dana, eva]) {
      for (const idea of [proposed, backed, living, resting]) {
        const choices = ideaChoices(idea, person);
        const taken = (decision: Outcome) => decision.reply.type !== 'refusal';
        if (choices.back) expect(taken(back(idea, person))).toBe(true);
        expect(taken(rest(idea, person))).toBe(choices.rest);
        expect(taken(wake(idea, person))).toBe(choices.wake);
        expect(taken(alive(idea, person))).toBe(choices.bringAlive);
      }
    }
  });

  test('each message has a number of its own', () => {
    const first = back(proposed, dana);
    const [fact] = first.facts;
    if (fact?.type !== 'idea-changed') throw new Error('It did not change.');
    const second = alive(fact.idea, ana);
    expect(first.announce[0]?.about).toEqual({ kind: 'idea', id: 'i 1' });
    expect(second.announce[0]?.about).toEqual({ kind: 'idea', id: 'i 2' });
  });
});
