import { isOfThePulse } from '../pulse.ts';
import type { Digest, View } from '../views.ts';
import { type AboutTheHouse, houseHeadline } from './house-headlines.ts';
import { ideaHeadline } from './idea-headlines.ts';
import { settledAs } from './labels.ts';
import { weekName } from './moments.ts';
import { count, joinNames } from './names.ts';
import { obstacleHeadline } from './obstacles.ts';
import type { Pen } from './pen.ts';
import { expiredSentence } from './praise-sentences.ts';
import { privacyHeadline } from './privacy.ts';
import { pulseHeadline } from './pulse.ts';
import { openQuestion } from './questions.ts';
import { refusalSentence } from './refusals.ts';
import { changedHeadline, givenHeadline, namedHeadline, toldHeadline } from './story-headlines.ts';
import { touchpointHeadline } from './touchpoints.ts';

/** The one sentence a view says first, in the markup of the pen. For many views it is all there is to say. */
export function headline(view: View, pen: Pen): string {
  return begun(sentence(view, pen));
}

/** A sentence that begins with somebody who is not named begins with a capital all the same. */
function begun(said: string): string {
  return said.replace(/^((?:<[^>]*>|\p{Cf})*)a (?=colleague\b)/u, '$1A ');
}

function sentence(view: View, pen: Pen): string {
  if (isOfThePulse(view)) return pulseHeadline(view, pen);
  switch (view.type) {
    case 'refusal':
      return refusalSentence(view, pen);
    case 'kudos-given':
      return givenHeadline(view.story, pen);
    case 'story':
    case 'story-told':
      return toldHeadline(view.story, pen);
    case 'you-were-named':
      return namedHeadline(view.story, pen);
    case 'customer-thanks-you':
      return `${view.customer === null ? 'A customer' : pen.text(view.customer)} thanks you`;
    case 'customer-thanks':
      return `${view.customer === null ? 'A customer' : pen.text(view.customer)} thanks ${joinNames(view.heroes.map(pen.name))}`;
    case 'story-withdrawn':
    case 'story-moved':
    case 'win-confirmed':
    case 'story-retracted':
    case 'words-corrected':
    case 'details-added':
    case 'cheered':
    case 'win-held':
    case 'win-released':
      return changedHeadline(view);
    case 'praise-waiting':
    case 'praise-already-here':
    case 'praise-settled':
    case 'praise-expired':
    case 'inbox':
    case 'inbox-reminder':
      return praiseHeadline(view, pen);
    case 'digest':
    case 'quiet-week':
    case 'digest-planned':
    case 'digest-already-planned':
    case 'digest-preview':
      return digestHeadline(view, pen);
    case 'touchpoints':
    case 'touchpoint-map':
      return touchpointHeadline(view, pen);
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
      return ideaHeadline(view, pen);
    case 'obstacle':
    case 'obstacles':
    case 'obstacles-waiting':
    case 'obstacles-raised':
    case 'obstacle-withdrawn':
      return obstacleHeadline(view, pen);
    case 'privacy':
    case 'held':
    case 'export':
    case 'name-hidden':
    case 'name-shown':
    case 'taking-back':
    case 'words-taken-back':
    case 'erasing':
    case 'person-erased':
      return privacyHeadline(view, pen);
    default:
      return otherHeadline(view, pen);
  }
}

type Of<Type extends View['type']> = Extract<View, { type: Type }>;

function praiseHeadline(
  view: Of<'praise-waiting' | 'praise-already-here' | 'praise-settled' | 'praise-expired' | 'inbox' | 'inbox-reminder'>,
  pen: Pen,
): string {
  if (view.type === 'inbox-reminder') return reminderHeadline(view, pen);
  if (view.type === 'inbox') {
    const many = view.praise.length + view.more;
    if (many === 0) return 'Your inbox is empty. Forward a customer’s mail, and it waits here for you.';
    return `${count(many, 'customer’s words wait', 'customers’ words wait')} for you to say what they are`;
  }
  const { customer, state } = view.praise;
  if (view.type === 'praise-expired') return expiredSentence(state, pen);
  const who = customer.name === null ? 'a customer' : pen.text(customer.name);
  if (view.type === 'praise-already-here' && state.status !== 'waiting') {
    return `These words were brought in before. ${pen.name(state.by)} settled them as ${settledAs[state.as]}, on ${pen.when(state.at)}.`;
  }
  if (view.type === 'praise-already-here') return `These words from ${who} are here already. What are they?`;
  if (view.type === 'praise-waiting' || state.status === 'waiting')
    return `Words from ${who} have come in. What are they?`;
  return settledHeadline(view, pen);
}

function settledHeadline({ praise, story, channelMissing }: Of<'praise-settled'>, pen: Pen): string {
  const as = praise.state.status === 'waiting' ? 'thanks' : praise.state.as;
  const heroes = story?.heroes.map(pen.name) ?? [];
  const alone = story?.audience === 'heroes';
  const whom = heroes.length === 1 ? heroes[0] : 'Everybody named';
  switch (as) {
    case 'win':
      return `Settled as a win. ${whom} hears of it now, ${alone ? 'and nobody else.' : 'and it can stand in the next digest.'}`;
    case 'recovery':
      return `Settled as a recovery. ${whom} is thanked now; what broke is noted, never who.`;
    case 'thanks':
      return channelMissing
        ? pen.typed(
            'Kept as thanks, without a story. Whoever was named hears of it now, in private; there is no channel yet in which everybody would. An admin can choose one with /kudos settings.',
          )
        : 'Kept as thanks, without a story. Whoever was named hears of it now.';
    case 'not-praise':
      return `Settled as no praise. It is back with ${pen.name(praise.forwarder)}, in private, and stands on nobody’s record.`;
    default:
      return as satisfies never;
  }
}

function reminderHeadline({ waiting, since, brought }: Of<'inbox-reminder'>, pen: Pen): string {
  const words = count(waiting, 'customer’s words wait', 'customers’ words wait');
  const from = brought === 'by-reader' ? '' : ', brought in by somebody whom Herald cannot reach';
  return `${words} for you to say what they are, since ${pen.when(since)}${from}. They wait as long as it takes; Herald does not remind you of them again.`;
}

function digestHeadline(
  view: Of<'digest' | 'quiet-week' | 'digest-planned' | 'digest-already-planned' | 'digest-preview'>,
  pen: Pen,
): string {
  switch (view.type) {
    case 'digest':
      return digestTitle(view.digest);
    case 'quiet-week':
      return openQuestion(view.question);
    case 'digest-planned':
      return plannedHeadline(view);
    case 'digest-already-planned':
      return `The digest of ${weekName(view.week)} was posted already, on ${pen.when(view.at)}. It is not posted twice.`;
    case 'digest-preview': {
      const many = view.digest.inFull.length + view.digest.inALine.length;
      const when = pen.when(view.due);
      return many === 0
        ? pen.typed(`No story waits for the digest of ${when} yet. Tell one with /kudos @name and what happened.`)
        : `The digest of ${when} will tell ${count(many, 'story', 'stories')}`;
    }
    default:
      return view satisfies never;
  }
}

function digestTitle({ week, inFull, inALine, below, question }: Digest): string {
  const isNews = inFull.length + inALine.length === 0 && (below !== undefined || question !== undefined);
  return isNews ? `What moved: the news of ${weekName(week)}` : `What went right: the stories of ${weekName(week)}`;
}

function plannedHeadline({ week, posted, stories }: Of<'digest-planned'>): string {
  switch (posted) {
    case 'stories':
      return `The digest of ${weekName(week)} is posted, with ${count(stories, 'story', 'stories')}.`;
    case 'news':
      return `No win was waiting in ${weekName(week)}: the digest tells what came alive and what no longer stands in the way.`;
    case 'question':
      return `No win was waiting in ${weekName(week)}, so the digest asks one open question.`;
    case 'silent':
      return `No win was waiting in ${weekName(week)}, and the week before had its question: Herald stays silent.`;
    default:
      return posted satisfies never;
  }
}

type List = Of<'mine' | 'search-results' | 'feed' | 'nomination-waiting' | 'nomination-withdrawn'>;

function otherHeadline(view: List | AboutTheHouse, pen: Pen): string {
  switch (view.type) {
    case 'mine':
      return mineHeadline(view, pen);
    case 'search-results':
      return view.stories.length === 0
        ? `No told story has “${pen.text(view.words)}” in it. Try another word, or fewer of them.`
        : `${count(view.stories.length, 'story', 'stories')} with “${pen.text(view.words)}”${view.more ? ', and there are more' : ''}`;
    case 'feed':
      return view.posts.length === 0 ? 'Nothing stands here yet.' : count(view.posts.length, 'message', 'messages');
    case 'nomination-waiting':
      return `You marked a message as a story about ${joinNames(view.nomination.heroes.map(pen.name))}. Shall it be told?`;
    case 'nomination-withdrawn':
      return 'You took your mark away, so nothing is told.';
    default:
      return houseHeadline(view, pen);
  }
}

function mineHeadline({ aboutMe, told, ideas }: Of<'mine'>, pen: Pen): string {
  const ofIdeas = ideas.proposed.length + ideas.helped.length;
  if (aboutMe.length + told.length === 0) {
    return ofIdeas === 0
      ? pen.typed('No story about you and none told by you yet. Tell one with /kudos @name and what happened.')
      : 'Your ideas, and those you lend a hand to';
  }
  return ofIdeas === 0
    ? 'The stories about you, and those you told'
    : 'The stories about you, those you told, and ideas';
}
