import type { Refusal } from '../../src/views.ts';
import { ideaButtons } from '../../src/wording/idea-labels.ts';
import { buttons } from '../../src/wording/labels.ts';
import { plainPen } from '../../src/wording/pen.ts';
import { refusalSentence } from '../../src/wording/refusals.ts';
import { ACTIONS } from './actions.ts';
import { type Block, button, offers, says } from './blocks.ts';
import { IDEA_ACTIONS } from './idea-actions.ts';
import type { Seen } from './seen.ts';
import { putsBack } from './show-praise.ts';
import { wholeWords } from './show-story.ts';

/** A "no", and a way on. */
export function refusalBlocks(refusal: Refusal, seen: Seen): readonly Block[] {
  const opening = says(refusalSentence(refusal, plainPen(seen.timeZone)));
  switch (refusal.reason) {
    case 'already-told':
      return [opening, ...offers([button(ACTIONS.showStory, buttons.wholeStory, refusal.story)])];
    case 'already-proposed':
      return [opening, ...offers([button(IDEA_ACTIONS.show, ideaButtons.showIdea, refusal.idea)])];
    case 'already-settled':
      return [opening, ...offers(refusal.yours === null ? [] : [putsBack(refusal.yours)])];
    case 'not-stored-yet':
    case 'too-many-stories':
    case 'platform-silent':
    case 'points-at-somebody':
      return [opening, ...wholeWords(refusal.words)];
    default:
      return [opening];
  }
}

/** Refusals after which the form helps: with it, heroes are chosen from a list and a text can be changed. */
export function isForTheForm({ reason }: Refusal): boolean {
  switch (reason) {
    case 'no-hero-named':
    case 'only-yourself':
    case 'own-message-marked':
    case 'only-bots':
    case 'no-words':
    case 'idea-without-words':
    case 'too-long':
    case 'too-many-heroes':
    case 'person-unknown':
    case 'name-ambiguous':
    case 'person-deactivated':
    case 'not-stored-yet':
    case 'platform-silent':
    case 'points-at-somebody':
    case 'obstacle-without-words':
      return true;
    default:
      return false;
  }
}
