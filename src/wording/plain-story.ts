import type { Praise, Story } from '../views.ts';
import { isolate } from './isolate.ts';
import { details, wordsMissing } from './labels.ts';
import { date } from './moments.ts';
import { count, joinNames } from './names.ts';
import { plainPen } from './pen.ts';
import { maybeMeantSentence, suggestionSentence, surelyNamed, unsureSentence } from './praise-sentences.ts';
import { shortened } from './shorten.ts';
import { toldHeadline } from './story-headlines.ts';
import { shownWords, unwrap } from './unwrap.ts';

/** As much of a story as stands in a list. */
const LINE_LIMIT = 100;
/** As much of a customer's mail as stands in a list. */
const PRAISE_LIMIT = 600;

/** The whole story: its words, and what is known around them. */
export function plainStory(story: Story, timeZone: string): string {
  return paragraphs(quote(shownWords(story)), storyDetails(story, timeZone));
}

/** A story among others, with its headline. */
export function plainStoryListed(story: Story, timeZone: string): string {
  return paragraphs(toldHeadline(story, plainPen(timeZone)), plainStory(story, timeZone));
}

/** A story in one line: "Ana and Ben: “The parcel came … read on”". */
export function plainStoryLine(story: Story, timeZone: string): string {
  const heroes = joinNames(story.heroes.map(plainPen(timeZone).name));
  return `${heroes}: ${quote(shortened(story.words.replace(/\s+/g, ' '), LINE_LIMIT))}`;
}

/** What is known around a story's words, a line each. */
function storyDetails(story: Story, timeZone: string): string {
  const { customer, touchpoint, cheers } = story;
  const lines = [
    story.voice === 'customer' ? `${details.broughtInBy} ${plainPen(timeZone).name(story.teller)}` : null,
    customer === null ? null : `${details.customer}: ${isolate(customer)}`,
    touchpoint === null ? null : `${details.touchpoint}: ${isolate(touchpoint)}`,
    story.lane === 'recovery' ? `${details.whatBroke}: ${isolate(story.whatBroke)}` : null,
    story.audience === 'heroes' ? details.onlyHeroes : null,
    story.permalink === null ? null : `${details.permalink}: ${story.permalink}`,
    cheers === 0 ? null : count(cheers, 'cheer', 'cheers'),
    date(story.at, timeZone),
  ];
  return lines.filter((line) => line !== null).join('\n');
}

/** A customer's words with all that a person needs to say what they are. */
export function plainPraise(praise: Praise, timeZone: string): string {
  const pen = plainPen(timeZone);
  const { customer, suggestion, guessedHeroes, state } = praise;
  const surely = surelyNamed(guessedHeroes);
  const from = [customer.name, customer.email === null ? null : `<${customer.email}>`].filter((part) => part !== null);
  const lines = [
    from.length === 0 ? '' : `${details.from}: ${isolate(from.join(' '))}`,
    praise.subject === null ? '' : `${details.subject}: ${isolate(praise.subject)}`,
    praise.wroteAt === null ? '' : `${details.written}: ${date(praise.wroteAt, timeZone)}`,
    praise.note === '' ? '' : `${details.note} ${pen.name(praise.forwarder)}: ${isolate(praise.note)}`,
    state.status === 'settled' || praise.words === '' ? '' : unsureSentence(praise),
    suggestion === null || state.status === 'settled' ? '' : suggestionSentence(suggestion, pen),
    surely.length === 0 || state.status === 'settled' ? '' : `${details.namedInIt}: ${joinNames(surely.map(pen.name))}`,
    state.status === 'settled' ? '' : maybeMeantSentence(guessedHeroes, pen),
  ];
  const words = praise.words === '' ? wordsMissing : quote(shortened(unwrap(praise.words), PRAISE_LIMIT));
  return paragraphs(words, lines.filter((line) => line !== '').join('\n'));
}

export function quote(words: string): string {
  return `“${isolate(words)}”`;
}

/** Texts below each other with an empty line between; empty ones leave no gap. */
export function paragraphs(...texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join('\n\n');
}
