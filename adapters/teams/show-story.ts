import type { Story, View } from '../../src/views.ts';
import { headline } from '../../src/wording/headlines.ts';
import { isolate } from '../../src/wording/isolate.ts';
import { buttons, details, laneQuestion, lanes } from '../../src/wording/labels.ts';
import { date } from '../../src/wording/moments.ts';
import { count, joinNames, visibleName } from '../../src/wording/names.ts';
import { toldHeadline } from '../../src/wording/story-headlines.ts';
import { itWasAt } from '../../src/wording/touchpoints.ts';
import { shownWords } from '../../src/wording/unwrap.ts';
import type { Look } from './asked.ts';
import type { Card, Seen } from './card.ts';
import { type Action, type Element, type Line, leadsTo, notes, offers, quotes, says } from './elements.ts';
import { fitting, fittingWithRest, oneLine } from './fitting.ts';
import { teamsPen } from './pen.ts';
import { first, leadsBack, press } from './press.ts';
import { LINE_SHOWN, type Room } from './room.ts';
import { soundsLike } from './show-ideas.ts';
import type { Face } from './shown.ts';
import { VERBS } from './verbs.ts';

type Of<Type extends View['type']> = Extract<View, { type: Type }>;

/** A story where all can see it: applause for everyone, and the whole of it when it is long. */
export function storyPost(story: Story, sentence: string, seen: Seen, room: Room): Face {
  const { words, cut } = fittingWithRest(shownWords(story), room.story);
  const whole = cut ? [wayToWhole(story, seen)] : [];
  return {
    body: [says(sentence), quotes(isolate(words)), ...around(story, seen)],
    actions: [cheerButton(story, seen), ...whole],
    ...tellersOwn(story, seen),
  };
}

/** To the wall, where the story stands on it: there the link can be kept and passed on. */
export function wayToWhole({ id }: Story, seen: Seen): Action {
  const url = seen.wholeStories.get(id);
  return url === undefined
    ? press(seen, VERBS.showStory, buttons.wholeStory, { story: id })
    : { type: 'Action.OpenUrl', title: buttons.readWhole, url };
}

/** Whoever told it finds their own buttons on the same post; Teams asks for them when they see it. */
function tellersOwn(story: Story, seen: Seen): { readonly refresh?: Card['refresh'] } {
  const teller = seen.userOf(story.teller.person);
  if (teller === null || seen.as !== 'post' || seen.surface !== 'message') return {};
  const action = press(seen, VERBS.showTold, buttons.changeStory, { story: story.id });
  return { refresh: { action, userIds: [teller] } };
}

/** A story for its heroes, or in an answer, whole. */
export function storyWhole(story: Story, sentence: string, seen: Seen, room: Room): readonly Element[] {
  return [says(sentence), ...wholeWords(shownWords(story), room), ...around(story, seen)];
}

export function wholeWords(words: string, room: Room): readonly Element[] {
  return words === '' ? [] : [quotes(isolate(fitting(words, room.whole)))];
}

/** To the teller, and to whoever changed something: what stands now, and what can still be done about it. */
export function storyAnswer(
  view: Of<'kudos-given' | 'story-moved' | 'win-confirmed' | 'words-corrected' | 'details-added'>,
  seen: Seen,
  room: Room,
): Face {
  const { story } = view;
  const asked = story.lane === 'win' && !story.settled ? [notes(laneQuestion.untilAnswered)] : [];
  const sentence = headline(view, teamsPen(seen.timeZone));
  const about = view.type === 'kudos-given' ? meant(view, seen) : [];
  return { body: [...storyWhole(story, sentence, seen, room), ...asked, ...about], actions: changes(story, seen) };
}

/** What the words may be about; nobody has to say. */
function meant(view: Of<'kudos-given' | 'story'>, seen: Seen): readonly Element[] {
  const { story, mayBeAt } = view;
  const sounds = soundsLike(view.soundsLike, story.id, seen);
  if (mayBeAt === undefined) return sounds;
  const label = itWasAt(mayBeAt.name, teamsPen(seen.timeZone));
  return [...sounds, ...offers([press(seen, VERBS.place, label, { story: story.id, about: mayBeAt.id })])];
}

/** A story that somebody asked to see, perhaps out of a list. */
export function storyCard(view: Of<'story'>, seen: Seen, room: Room, back: Look | null): Face {
  const { story, cheeredByMe, mayChange } = view;
  const cheer = cheeredByMe
    ? press(seen, VERBS.uncheer, `${buttons.cheered}: take it back`, { story: story.id, card: true })
    : cheerButton(story, seen, { card: true });
  return {
    body: [...storyWhole(story, toldHeadline(story, teamsPen(seen.timeZone)), seen, room), ...meant(view, seen)],
    actions: [
      ...(mayChange ? changes(story, seen) : []),
      cheer,
      ...(back === null ? [] : [leadsBack(seen, back, buttons.back)]),
    ],
  };
}

function changes(story: Story, seen: Seen): readonly Action[] {
  const about = { story: story.id };
  const undo = press(seen, VERBS.undo, buttons.undo, about);
  // A customer's words stay as the customer wrote them.
  const words = story.voice === 'colleague' ? [press(seen, VERBS.askWords, buttons.correctWords, about)] : [];
  const own = [press(seen, VERBS.askDetails, buttons.addDetails, about), ...words];
  // Short, since narrow windows cut buttons; what they mean in full is said on hovering.
  if (story.lane === 'recovery') {
    const makeWin = press(seen, VERBS.makeWin, buttons.makeWinShort, about);
    return [undo, { ...makeWin, tooltip: buttons.makeWin }, ...own];
  }
  const wentWrong = (label: string) => press(seen, VERBS.askWhatBroke, label, about);
  if (story.settled) return [undo, { ...wentWrong(buttons.makeRecovery), tooltip: buttons.somethingWentWrong }, ...own];
  const nothing = press(seen, VERBS.confirmWin, buttons.nothingWentWrong, about);
  return [first(nothing), wentWrong(buttons.yesSomethingWentWrong), undo];
}

function cheerButton(story: Story, seen: Seen, more: { readonly card?: true } = {}): Action {
  const heroes = joinNames(story.heroes.map((hero) => visibleName(hero.name)));
  const label = story.cheers === 0 ? buttons.cheer : `${buttons.cheer} · ${story.cheers.toLocaleString('en')}`;
  const cheer = press(seen, VERBS.cheer, label, { story: story.id, ...more });
  return { ...cheer, tooltip: fitting(`${buttons.cheer} ${heroes}`, LINE_SHOWN) };
}

/** What is known around a story's words. */
export function around(story: Story, seen: Seen): readonly Element[] {
  const { customer, touchpoint, voice, teller } = story;
  const known = [
    lanes[story.lane],
    story.lane === 'recovery' ? `${details.whatBroke}: ${isolate(story.whatBroke)}` : null,
    customer === null || voice === 'customer' ? null : `${details.customer}: ${isolate(customer)}`,
    voice === 'customer' ? `${details.broughtInBy} ${isolate(visibleName(teller.name))}` : null,
    touchpoint === null ? null : `${details.touchpoint}: ${isolate(touchpoint)}`,
    seen.as === 'post' ? null : date(story.at, seen.timeZone),
    story.audience === 'heroes' ? details.onlyHeroes : null,
  ];
  const from =
    story.permalink === null ? [] : [leadsTo(`${details.permalink} `, story.permalink, details.permalinkShown)];
  return [notes(known.filter((one) => one !== null).join(' · ')), ...from];
}

/** A story among others, in a line, with the links that are given. */
export function lineOf(story: Story, links: readonly Action[]): Line {
  const lead = joinNames(story.heroes.map((hero) => isolate(visibleName(hero.name))));
  const words = isolate(fitting(oneLine(shownWords(story)), LINE_SHOWN));
  const cheers = story.cheers === 0 ? '' : ` (${count(story.cheers, 'cheer', 'cheers')})`;
  return { lead: fitting(lead, LINE_SHOWN), text: `“${words}”${cheers}`, links };
}
