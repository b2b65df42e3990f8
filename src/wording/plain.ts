import type { Idea } from '../ideas.ts';
import { isOfThePulse } from '../pulse.ts';
import type { Meant, Story, View } from '../views.ts';
import { headline } from './headlines.ts';
import { howToBegin, twoLanes, whatToType } from './help.ts';
import { soundsLikeQuestion } from './idea-sentences.ts';
import { headings, laneQuestion } from './labels.ts';
import { type Pen, plainPen } from './pen.ts';
import { plainDigest, plainPreview } from './plain-digest.ts';
import { plainIdeas, plainIdeasOf } from './plain-ideas.ts';
import { plainMyObstacles, plainObstacles } from './plain-obstacles.ts';
import { plainSettings } from './plain-settings.ts';
import { paragraphs, plainPraise, plainStory, plainStoryLine, plainStoryListed, quote } from './plain-story.ts';
import { settledBy } from './praise-sentences.ts';
import { privacyBody } from './privacy.ts';
import { plainPulse, pulseSentence } from './pulse.ts';
import { howToTell } from './questions.ts';
import { plainTouchpoints, wasItAt } from './touchpoints.ts';
import { unwrap } from './unwrap.ts';

/** A view in full as plain text; times as on the wall clock of the time zone, commands as the pen has them typed. */
export function plainText(view: View, timeZone = 'UTC', pen: Pen = plainPen(timeZone)): string {
  return paragraphs(headline(view, pen), body(view, timeZone, pen));
}

/** All that a view says after its headline; empty for those that are one sentence. */
function body(view: View, timeZone: string, pen: Pen): string {
  if (isOfThePulse(view)) return plainPulse(view);
  switch (view.type) {
    case 'kudos-given':
      return paragraphs(plainStory(view.story, timeZone), untilAnswered(view.story), plainMeant(view, pen));
    case 'story-told':
    case 'you-were-named':
    case 'story-moved':
    case 'win-confirmed':
    case 'words-corrected':
    case 'details-added':
      return plainStory(view.story, timeZone);
    case 'story':
      return paragraphs(plainStory(view.story, timeZone), plainMeant(view, pen));
    case 'win-held':
    case 'win-released':
      return plainStoryLine(view.story, timeZone);
    case 'customer-thanks-you':
    case 'customer-thanks':
      return quote(unwrap(view.words));
    case 'story-retracted':
      return view.waitsAgain ? '' : quote(view.words);
    case 'praise-waiting':
    case 'praise-already-here':
      return plainPraise(view.praise, timeZone);
    case 'praise-settled':
      return paragraphs(
        plainPraise(view.praise, timeZone),
        settledBy(view.praise, pen),
        soundsLike(view.soundsLike, pen),
      );
    case 'inbox':
      return view.praise.map((praise) => plainPraise(praise, timeZone)).join('\n\n* * *\n\n');
    case 'digest':
      return paragraphs(
        plainDigest(view.digest, timeZone),
        view.digest.question === undefined ? '' : pen.typed(howToTell),
      );
    case 'digest-preview':
      return plainPreview(view, timeZone);
    case 'obstacle':
    case 'obstacles':
    case 'obstacles-waiting':
    case 'obstacles-raised':
    case 'obstacle-withdrawn':
      return plainObstacles(view, timeZone, pen);
    case 'quiet-week':
      return pen.typed(howToTell);
    case 'touchpoints':
    case 'touchpoint-map':
      return plainTouchpoints(view);
    case 'refusal':
      return 'words' in view && view.words !== '' ? quote(view.words) : '';
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
      return plainIdeas(view, timeZone, pen);
    case 'privacy':
    case 'held':
    case 'export':
    case 'name-hidden':
    case 'name-shown':
    case 'taking-back':
    case 'words-taken-back':
    case 'erasing':
    case 'person-erased':
      return paragraphs(...privacyBody(view, pen));
    default:
      return bodyOfList(view, timeZone, pen);
  }
}

function untilAnswered(story: Story): string {
  return story.lane === 'win' && !story.settled ? laneQuestion.untilAnswered : '';
}

function plainMeant(meant: Meant, pen: Pen): string {
  const { mayBeAt } = meant;
  return paragraphs(soundsLike(meant.soundsLike, pen), mayBeAt === undefined ? '' : wasItAt(mayBeAt.name, pen));
}

function soundsLike(idea: Idea | undefined, pen: Pen): string {
  return idea === undefined ? '' : paragraphs(soundsLikeQuestion(idea, pen), quote(idea.words));
}

type Rest = Extract<
  View,
  {
    type:
      | 'mine'
      | 'home'
      | 'known'
      | 'settings'
      | 'settings-changed'
      | 'welcome'
      | 'welcomed-before'
      | 'nomination-waiting'
      | 'nomination-withdrawn'
      | 'connection-lost'
      | 'place-lost'
      | 'place-found'
      | 'addresses'
      | 'delivery-unconfirmed'
      | 'posted-again'
      | 'search-results'
      | 'people'
      | 'feed'
      | 'help'
      | 'people-met'
      | 'story-withdrawn'
      | 'cheered'
      | 'digest-planned'
      | 'praise-expired'
      | 'inbox-reminder'
      | 'inboxes-reminded'
      | 'praise-let-go'
      | 'digest-already-planned'
      | 'clock-moved'
      | 'connection-open'
      | 'delivery-given-up';
  }
>;

function bodyOfList(view: Rest, timeZone: string, pen: Pen): string {
  switch (view.type) {
    case 'mine':
      return paragraphs(
        ownStories(view, timeZone),
        plainIdeasOf(view.ideas, pen),
        plainMyObstacles(view.obstacles, pen),
      );
    case 'home':
      return paragraphs(
        list(headings.soFar, storyLines(view.thisWeek, timeZone)),
        list(
          headings.waiting,
          view.inbox.praise.map((praise) => headline({ type: 'praise-waiting', praise }, pen)),
        ),
        ownStories(view, timeZone),
        plainIdeasOf(view.ideas, pen),
        plainMyObstacles(view.obstacles, pen),
        view.pulse === null ? '' : pulseSentence(view.pulse, pen),
      );
    case 'settings':
    case 'settings-changed':
      return plainSettings(view.settings);
    case 'welcome':
      return `${pen.typed(howToBegin)}\n\n${twoLanes}`;
    case 'nomination-waiting': {
      const { words, permalink } = view.nomination.message;
      return paragraphs(words === '' ? '' : quote(words), permalink ?? '');
    }
    case 'search-results':
      return view.stories.map((story) => plainStoryListed(story, timeZone)).join('\n\n* * *\n\n');
    case 'people':
    case 'known':
    case 'people-met':
      return view.people.map(pen.name).join('\n');
    case 'feed':
      return view.posts
        .map((post) => `${pen.when(post.at)}\n${plainText(post.view, timeZone, pen)}`)
        .join('\n\n* * *\n\n');
    case 'help':
      return paragraphs(whatToType.map(({ type, does }) => `${pen.typed(type)}\n  ${does}`).join('\n'), twoLanes);
    case 'story-withdrawn':
    case 'nomination-withdrawn':
    case 'welcomed-before':
    case 'connection-lost':
    case 'place-lost':
    case 'place-found':
    case 'addresses':
    case 'delivery-unconfirmed':
    case 'posted-again':
    case 'cheered':
    case 'digest-planned':
    case 'praise-expired':
    case 'inbox-reminder':
    case 'inboxes-reminded':
    case 'praise-let-go':
    case 'digest-already-planned':
    case 'clock-moved':
    case 'connection-open':
    case 'delivery-given-up':
      return '';
    default:
      return view satisfies never;
  }
}

function ownStories({ aboutMe, told }: Pick<Extract<View, { type: 'mine' }>, 'aboutMe' | 'told'>, timeZone: string) {
  return paragraphs(
    list(headings.aboutMe, storyLines(aboutMe, timeZone)),
    list(headings.toldByMe, storyLines(told, timeZone)),
  );
}

function storyLines(stories: readonly Story[], timeZone: string): readonly string[] {
  return stories.map((story) => plainStoryLine(story, timeZone));
}

function list(heading: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : [`${heading}:`, ...lines.map((line) => `- ${line}`)].join('\n');
}
