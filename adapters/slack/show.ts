import { isOfThePulse } from '../../src/pulse.ts';
import type { View } from '../../src/views.ts';
import { headline } from '../../src/wording/headlines.ts';
import { howToBegin, twoLanes, whatToType } from '../../src/wording/help.ts';
import { buttons, headings } from '../../src/wording/labels.ts';
import { plainPen } from '../../src/wording/pen.ts';
import { plainText } from '../../src/wording/plain.ts';
import { plainSettings } from '../../src/wording/plain-settings.ts';
import { privacyButtons } from '../../src/wording/privacy.ts';
import { touchpointWords } from '../../src/wording/touchpoints.ts';
import { unwrap } from '../../src/wording/unwrap.ts';
import { ACTIONS } from './actions.ts';
import { adds, type Block, button, heads, lists, notes, offers, says } from './blocks.ts';
import { digestParts, previewBlocks } from './digest.ts';
import { topLevel } from './escape.ts';
import { homeBlocks } from './home.ts';
import { LISTED, MESSAGE_BLOCKS, MESSAGE_CHARACTERS } from './limits.ts';
import { firstThatFit } from './packing.ts';
import type { Seen, Shown } from './seen.ts';
import { all, ideaBlocks, ideasOf, proposing } from './show-ideas.ts';
import { nominationCard } from './show-nomination.ts';
import { myObstacles, obstacleBlocks } from './show-obstacles.ts';
import { praiseCard, praiseLines } from './show-praise.ts';
import { privacyBlocks } from './show-privacy.ts';
import { pulseBlocks } from './show-pulse.ts';
import { refusalBlocks } from './show-refusal.ts';
import { type OneSentence, sentence } from './show-sentence.ts';
import { storyAnswer, storyCard, storyPost, storyWhole, wholeWords } from './show-story.ts';
import { touchpointBlocks } from './show-touchpoints.ts';
import { linesAboutMe, linesToldByMe, storyLines } from './story-lines.ts';

/** A view as Slack's messages: the first, and for a long digest those of its thread. */
export function show(view: View, seen: Seen): readonly Shown[] {
  if (view.type === 'digest') return digestParts(view.digest, seen);
  const room = { blocks: MESSAGE_BLOCKS - 1, characters: MESSAGE_CHARACTERS };
  const { blocks, cut } = firstThatFit(blocksOf(view, seen), room);
  return [
    {
      text: topLevel(plainText(view, seen.timeZone)),
      blocks: cut ? [...blocks, notes('… and more, which does not fit here')] : blocks,
    },
  ];
}

type Of<Type extends View['type']> = Extract<View, { type: Type }>;

function blocksOf(view: Exclude<View, Of<'digest'>>, seen: Seen): readonly Block[] {
  if (isOfThePulse(view)) return pulseBlocks(view, seen);
  switch (view.type) {
    case 'story-told':
      return storyPost(view.story, says(first(view, seen)), seen);
    case 'you-were-named':
      return storyWhole(view.story, first(view, seen), seen);
    case 'kudos-given':
    case 'story-moved':
    case 'win-confirmed':
    case 'words-corrected':
    case 'details-added':
      return storyAnswer(view, seen);
    case 'story':
      return storyCard(view, seen);
    case 'win-held':
    case 'win-released':
      return [says(first(view, seen)), ...storyLines([view.story], seen)];
    case 'story-retracted':
      return [says(first(view, seen)), ...(view.waitsAgain ? [] : wholeWords(view.words))];
    case 'customer-thanks-you':
    case 'customer-thanks':
      return [says(first(view, seen)), ...wholeWords(unwrap(view.words))];
    case 'praise-waiting':
    case 'praise-already-here':
    case 'praise-settled':
      return praiseCard(view, seen);
    case 'inbox':
      return [says(first(view, seen)), ...praiseLines(view.praise.slice(0, LISTED))];
    case 'digest-preview':
      return previewBlocks(view, seen);
    case 'touchpoints':
    case 'touchpoint-map':
      return touchpointBlocks(view, first(view, seen));
    case 'nomination-waiting':
      return nominationCard(view, seen);
    case 'obstacle':
    case 'obstacles':
    case 'obstacles-waiting':
    case 'obstacles-raised':
    case 'obstacle-withdrawn':
      return obstacleBlocks(view, seen);
    case 'refusal':
      return refusalBlocks(view, seen);
    case 'idea-proposed':
    case 'ideas-alike':
    case 'idea':
    case 'idea-changed':
    case 'idea-taken-back':
    case 'idea-news':
    case 'idea-noticed':
    case 'idea-withdrawn':
    case 'idea-waiting':
    case 'ideas-put-forward':
    case 'ideas':
      return ideaBlocks(view, seen);
    case 'privacy':
    case 'held':
    case 'export':
    case 'name-hidden':
    case 'name-shown':
    case 'taking-back':
    case 'words-taken-back':
    case 'erasing':
    case 'person-erased':
      return privacyBlocks(view, seen);
    default:
      return simpleBlocks(view, seen);
  }
}

type Simple = Of<
  | 'quiet-week'
  | 'mine'
  | 'search-results'
  | 'help'
  | 'home'
  | 'welcome'
  | 'settings'
  | 'settings-changed'
  | 'delivery-unconfirmed'
  | 'inbox-reminder'
  | OneSentence['type']
>;

function simpleBlocks(view: Simple, seen: Seen): readonly Block[] {
  const opening = says(first(view, seen));
  switch (view.type) {
    case 'quiet-week':
      return [opening, ...offers([button(ACTIONS.kudosForm, buttons.tellAStory, '')])];
    case 'mine':
      return mineBlocks(view, opening, seen);
    case 'search-results':
      return [opening, ...storyLines(view.stories.slice(0, LISTED), seen)];
    case 'help':
      return [
        opening,
        lists(
          whatToType.map(({ type, does }) => ({ lead: type, text: does })),
          'code',
        ),
        notes(twoLanes),
      ];
    case 'home':
      return homeBlocks(view, seen);
    case 'welcome':
      return [
        opening,
        adds(howToBegin),
        notes(twoLanes),
        ...offers([button(ACTIONS.kudosForm, buttons.tellAStory, '')]),
      ];
    case 'settings':
    case 'settings-changed':
      return [
        opening,
        adds(plainSettings(view.settings)),
        ...offers([button(ACTIONS.showMap, touchpointWords.title, '')]),
      ];
    case 'inbox-reminder':
      return [opening, ...offers([button(ACTIONS.showInbox, buttons.showInbox, '', { style: 'primary' })])];
    case 'delivery-unconfirmed':
      return [opening, ...offers([button(ACTIONS.postAgain, buttons.postAgain, view.delivery)])];
    default:
      return sentence(view, opening);
  }
}

/** The titles say what it is; where there are none, the sentence says how to begin. */
function mineBlocks(view: Of<'mine'>, opening: Block, seen: Seen): readonly Block[] {
  const parts = [
    ...titled(headings.aboutMe, linesAboutMe(view.aboutMe.slice(0, LISTED), seen)),
    ...titled(headings.toldByMe, linesToldByMe(view.told.slice(0, LISTED))),
    ...ideasOf(view.ideas, seen),
    ...myObstacles(view.obstacles, LISTED, seen),
  ];
  return [
    ...(parts.length === 0 ? [opening] : parts),
    ...offers([proposing, all, button(ACTIONS.showPrivacy, privacyButtons.privacy, '')]),
  ];
}

function titled(title: string, below: readonly Block[]): readonly Block[] {
  return below.length === 0 ? [] : [heads(title), ...below];
}

function first(view: View, seen: Seen): string {
  return headline(view, plainPen(seen.timeZone));
}
