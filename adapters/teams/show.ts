import { isOfThePulse } from '../../src/pulse.ts';
import type { View } from '../../src/views.ts';
import { headline } from '../../src/wording/headlines.ts';
import { isolate } from '../../src/wording/isolate.ts';
import { buttons, headings } from '../../src/wording/labels.ts';
import { count, visibleName } from '../../src/wording/names.ts';
import { plainSettings } from '../../src/wording/plain-settings.ts';
import { privacyButtons } from '../../src/wording/privacy.ts';
import { touchpointWords } from '../../src/wording/touchpoints.ts';
import { unwrap } from '../../src/wording/unwrap.ts';
import type { Look } from './asked.ts';
import type { Seen, Shown } from './card.ts';
import { digestParts, issue, preview } from './digest.ts';
import { adds, notes, says } from './elements.ts';
import { helpFace, homeFace, tell, welcomeFace } from './home.ts';
import { teamsPen } from './pen.ts';
import { first, press } from './press.ts';
import type { Room } from './room.ts';
import { settingsNamed } from './settings-named.ts';
import { all, ideaFace, ideasOf, proposing } from './show-ideas.ts';
import { storyLines, titled } from './show-lists.ts';
import { nominationCard } from './show-nomination.ts';
import { myObstacles, obstacleFace } from './show-obstacles.ts';
import { praiseCard, praiseLines } from './show-praise.ts';
import { privacyFace } from './show-privacy.ts';
import { pulseFace } from './show-pulse.ts';
import { refusalCard } from './show-refusal.ts';
import { storyAnswer, storyCard, storyPost, storyWhole, wholeWords } from './show-story.ts';
import { touchpointsFace } from './show-touchpoints.ts';
import { asShown, type Face } from './shown.ts';
import { VERBS } from './verbs.ts';

/** A view as Teams' card. `back` is the list in which a story was found. */
export function show(view: View, seen: Seen, back: Look | null = null): Shown {
  return asShown(view, seen, (room) => faceOf(view, seen, room, back));
}

/** The same as all the messages that it takes: one, but for a long digest. */
export function showParts(view: View, seen: Seen): readonly Shown[] {
  return view.type === 'digest' ? digestParts(view.digest, seen) : [show(view, seen)];
}

type Of<Type extends View['type']> = Extract<View, { type: Type }>;

function faceOf(view: View, seen: Seen, room: Room, back: Look | null): Face {
  if (isOfThePulse(view)) return pulseFace(view, seen, room);
  switch (view.type) {
    case 'story-told':
      return storyPost(view.story, opening(view, seen), seen, room);
    case 'you-were-named':
      return { body: storyWhole(view.story, opening(view, seen), seen, room) };
    case 'kudos-given':
    case 'story-moved':
    case 'win-confirmed':
    case 'words-corrected':
    case 'details-added':
      return storyAnswer(view, seen, room);
    case 'story':
      return storyCard(view, seen, room, back);
    case 'story-retracted':
      return { body: [says(opening(view, seen)), ...(view.waitsAgain ? [] : wholeWords(view.words, room))] };
    case 'customer-thanks':
    case 'customer-thanks-you':
      return { body: [says(opening(view, seen)), ...wholeWords(unwrap(view.words), room)] };
    case 'praise-waiting':
    case 'praise-already-here':
    case 'praise-settled':
      return praiseCard(view, seen, room);
    case 'digest':
      return issue(view.digest, seen, room);
    case 'digest-preview':
      return preview(view, seen, room);
    case 'touchpoints':
    case 'touchpoint-map':
      return touchpointsFace(view, opening(view, seen), seen, room);
    case 'nomination-waiting':
      return nominationCard(view, seen, room);
    case 'obstacle':
    case 'obstacles':
    case 'obstacles-waiting':
    case 'obstacles-raised':
    case 'obstacle-withdrawn':
      return obstacleFace(view, seen, room);
    case 'refusal':
      return refusalCard(view, seen, room);
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
      return ideaFace(view, seen, room);
    case 'privacy':
    case 'held':
    case 'export':
    case 'name-hidden':
    case 'name-shown':
    case 'taking-back':
    case 'words-taken-back':
    case 'erasing':
    case 'person-erased':
      return privacyFace(view, seen);
    default:
      return listFace(view, seen, room);
  }
}

type Listing = Of<
  | 'inbox'
  | 'mine'
  | 'search-results'
  | 'win-held'
  | 'win-released'
  | 'home'
  | 'help'
  | 'welcome'
  | 'quiet-week'
  | 'settings'
  | 'settings-changed'
  | 'delivery-unconfirmed'
  | 'inbox-reminder'
  | Sentence['type']
>;

function listFace(view: Listing, seen: Seen, room: Room): Face {
  const sentence = opening(view, seen);
  const listed = { seen, most: room.listed };
  switch (view.type) {
    case 'inbox': {
      const praise = view.praise.slice(0, room.listed);
      return { body: [says(sentence), ...praiseLines(praise, seen)] };
    }
    case 'mine': {
      const back = { type: 'mine' } as const;
      return {
        body: [
          says(sentence),
          ...titled(headings.aboutMe, view.aboutMe, { ...listed, back }),
          ...titled(headings.toldByMe, view.told, { ...listed, back }),
          ...ideasOf(view.ideas, room.listed, seen),
          ...myObstacles(view.obstacles, room.listed, seen),
        ],
        actions: [tell(seen), proposing(seen), all(seen), press(seen, VERBS.showPrivacy, privacyButtons.privacy)],
      };
    }
    case 'search-results':
      return {
        body: [says(sentence), ...storyLines(view.stories, { ...listed, back: { type: 'search', words: view.words } })],
      };
    case 'win-held':
    case 'win-released':
      return { body: [says(sentence), ...storyLines([view.story], { ...listed, back: { type: 'digest-preview' } })] };
    default:
      return houseFace(view, sentence, seen);
  }
}

type House = Exclude<Listing, Of<'inbox' | 'mine' | 'search-results' | 'win-held' | 'win-released'>>;

function houseFace(view: House, sentence: string, seen: Seen): Face {
  switch (view.type) {
    case 'home':
      return homeFace(view, seen);
    case 'help':
      return helpFace(sentence, seen);
    case 'welcome':
      return welcomeFace(sentence, seen);
    case 'quiet-week':
      return { body: [says(sentence)], actions: [tell(seen)] };
    case 'settings':
    case 'settings-changed': {
      const change = first(press(seen, VERBS.askSettings, buttons.changeSettings));
      const mayChange = view.type === 'settings' && view.mayChange;
      return {
        body: [says(sentence), adds(plainSettings(settingsNamed(view.settings, seen)))],
        actions: [...(mayChange ? [change] : []), press(seen, VERBS.showMap, touchpointWords.title)],
      };
    }
    case 'delivery-unconfirmed':
      return {
        body: [says(sentence)],
        actions: [press(seen, VERBS.postAgain, buttons.postAgain, { delivery: view.delivery })],
      };
    case 'inbox-reminder':
      return { body: [says(sentence)], actions: [first(press(seen, VERBS.showInbox, buttons.showInbox))] };
    default:
      return { body: sentenceBody(view, sentence) };
  }
}

type Sentence = Of<
  | 'people'
  | 'known'
  | 'people-met'
  | 'feed'
  | 'praise-expired'
  | 'inboxes-reminded'
  | 'praise-let-go'
  | 'welcomed-before'
  | 'nomination-withdrawn'
  | 'story-withdrawn'
  | 'cheered'
  | 'digest-planned'
  | 'digest-already-planned'
  | 'clock-moved'
  | 'connection-open'
  | 'connection-lost'
  | 'place-lost'
  | 'place-found'
  | 'posted-again'
  | 'delivery-given-up'
  | 'addresses'
>;

/** Those that are one sentence, and those that Teams shows nobody. */
function sentenceBody(view: Sentence, sentence: string): Face['body'] {
  switch (view.type) {
    case 'people':
    case 'known':
    case 'people-met': {
      const names = view.people.slice(0, 100).map(({ name }) => isolate(visibleName(name)));
      return [says(sentence), adds(names.join('\n'))];
    }
    case 'feed':
      return [says(sentence), notes(count(view.posts.length, 'message', 'messages'))];
    case 'praise-expired':
    case 'inboxes-reminded':
    case 'praise-let-go':
    case 'welcomed-before':
    case 'nomination-withdrawn':
    case 'story-withdrawn':
    case 'cheered':
    case 'digest-planned':
    case 'digest-already-planned':
    case 'clock-moved':
    case 'connection-open':
    case 'connection-lost':
    case 'place-lost':
    case 'place-found':
    case 'posted-again':
    case 'delivery-given-up':
    case 'addresses':
      return [says(sentence)];
    default:
      return view satisfies never;
  }
}

function opening(view: View, seen: Seen): string {
  return headline(view, teamsPen(seen.timeZone));
}
