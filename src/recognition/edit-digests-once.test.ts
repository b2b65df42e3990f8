import { describe, expect, test } from 'vitest';
import { sampleIdea } from '../../test/samples/idea.ts';
import { sampleWin } from '../../test/samples/win.ts';
import type { Noticed } from '../ideas.ts';
import type { Obstacle } from '../obstacles.ts';
import type { Announcement, Decision, Fact } from './decision.ts';
import { digestsEdited, editDigestsOnce } from './edit-digests-once.ts';
import { digestAgain, type TellingDigest } from './revise-digest.ts';

const stamp = { organization: 'o', at: '2026-11-25T09:00:00.000Z' };
const [mine, theirs] = [sampleWin('mine'), sampleWin('theirs')];
const noticed: Noticed = { story: 'mine', words: mine.words, voice: 'colleague', customer: null, teller: mine.teller };
const alive = (id: string) => ({ idea: sampleIdea({ id }), noticed });

const obstacle = (id: string): Obstacle => ({
  id,
  words: `The obstacle ${id}.`,
  kind: null,
  touchpoint: null,
  reporter: null,
  origin: 'named',
  times: 1,
  at: stamp.at,
  now: { state: 'cleared', by: mine.teller, at: stamp.at, whatChanged: 'A second key.' },
});

const digest: TellingDigest = {
  id: 'd1',
  week: '2026-W48',
  slots: [
    { win: 'mine', form: 'full' },
    { win: 'theirs', form: 'full' },
  ],
  wins: [mine, theirs],
  below: {
    ideas: { alive: [alive('cup'), alive('bell')], looking: [sampleIdea({ id: 'map' })] },
    cleared: [obstacle('till'), obstacle('door')],
  },
};

const storyGone: Fact = { type: 'story-retracted', ...stamp, story: mine, by: 'p' };
const ideaGone: Fact = { type: 'idea-withdrawn', ...stamp, idea: 'cup' };
const lookingGone: Fact = { type: 'idea-withdrawn', ...stamp, idea: 'map' };
const obstacleGone: Fact = { type: 'obstacle-removed', ...stamp, obstacle: 'till' };
const reply = { type: 'words-taken-back', stories: 1, ideas: 2, obstacles: 1 } as const;
const withdrawn: Announcement = {
  to: 'wherever-it-stands',
  about: { kind: 'story', id: 'mine' },
  view: { type: 'story-withdrawn' },
};

/** As the rules of each noun leave it: each edits the digest on its own, knowing nothing of the others. */
function decided(...facts: readonly Fact[]): Decision {
  return { reply, facts, announce: [...facts.flatMap(() => digestAgain(digest)), withdrawn] };
}

const edited = (inFull: unknown, below: object) => ({
  to: 'wherever-it-stands',
  about: { kind: 'digest', id: 'd1' },
  view: { type: 'digest', digest: { week: '2026-W48', inFull, inALine: [], ...below } },
});

describe('a digest out of which a story, ideas and an obstacle go at once', () => {
  test('is edited once, with none of them, and the rest stays where it was read', () => {
    const decision = decided(storyGone, ideaGone, lookingGone, obstacleGone);
    expect(digestsEdited(decision)).toEqual(new Set(['d1']));
    const ideas = { alive: [{ ...alive('bell'), noticed: null }], looking: [] };
    expect(editDigestsOnce(decision, [digest]).announce).toEqual([
      withdrawn,
      edited([theirs], { below: { ideas, cleared: [obstacle('door')] } }),
    ]);
  });

  test('is the same in whichever order they were decided', () => {
    const facts = [storyGone, ideaGone, lookingGone, obstacleGone];
    const [one, other] = [decided(...facts), decided(...facts.toReversed())];
    expect(editDigestsOnce(one, [digest]).announce).toEqual(editDigestsOnce(other, [digest]).announce);
  });

  test('says nothing below its stories where nothing is left to say there', () => {
    const below = { ideas: { alive: [], looking: [sampleIdea({ id: 'map' })] }, cleared: [obstacle('till')] };
    const { announce } = editDigestsOnce(decided(lookingGone, obstacleGone), [{ ...digest, below }]);
    expect(announce).toEqual([withdrawn, edited([mine, theirs], {})]);
  });

  test('stays alone where nothing goes out of it', () => {
    const decision: Decision = { reply, facts: [storyGone], announce: [withdrawn] };
    expect(digestsEdited(decision)).toEqual(new Set());
    expect(editDigestsOnce(decision, [])).toEqual(decision);
  });
});
