import type { Refusal } from '../../src/views.ts';
import { buttons } from '../../src/wording/labels.ts';
import { refusalSentence } from '../../src/wording/refusals.ts';
import type { Seen } from './card.ts';
import { says } from './elements.ts';
import { teamsPen } from './pen.ts';
import { press } from './press.ts';
import type { Room } from './room.ts';
import { putsBack } from './show-praise.ts';
import { wholeWords } from './show-story.ts';
import type { Face } from './shown.ts';
import { VERBS } from './verbs.ts';

/** A "no", and a way on. */
export function refusalCard(refusal: Refusal, seen: Seen, room: Room): Face {
  const opening = says(refusalSentence(refusal, teamsPen(seen.timeZone)));
  switch (refusal.reason) {
    case 'already-told':
      return {
        body: [opening],
        actions: [press(seen, VERBS.showStory, buttons.wholeStory, { story: refusal.story })],
      };
    case 'already-settled':
      return { body: [opening], actions: refusal.yours === null ? [] : [putsBack(refusal.yours, seen)] };
    case 'not-stored-yet':
    case 'platform-silent':
      return {
        body: [opening, ...wholeWords(refusal.words, room)],
        actions: [press(seen, VERBS.askKudos, buttons.openForm, { seed: { words: refusal.words } })],
      };
    case 'no-hero-named':
    case 'no-words':
    case 'nothing-to-undo':
      return { body: [opening], actions: [press(seen, VERBS.askKudos, buttons.openForm, { seed: {} })] };
    case 'story-unknown':
      return { body: [opening], actions: [press(seen, VERBS.showMine, buttons.myStories)] };
    case 'praise-unknown':
      return { body: [opening], actions: [press(seen, VERBS.showInbox, buttons.myInbox)] };
    default:
      return { body: [opening] };
  }
}
