import type { Story, View } from '../../src/views.ts';
import { headline } from '../../src/wording/headlines.ts';
import { isolate } from '../../src/wording/isolate.ts';
import { buttons, details, laneQuestion, lanes } from '../../src/wording/labels.ts';
import { date } from '../../src/wording/moments.ts';
import { joinNames, visibleName } from '../../src/wording/names.ts';
import { plainPen } from '../../src/wording/pen.ts';
import { toldHeadline } from '../../src/wording/story-headlines.ts';
import { itWasAt } from '../../src/wording/touchpoints.ts';
import { shownWords } from '../../src/wording/unwrap.ts';
import { ACTIONS } from './actions.ts';
import { type Block, type Button, button, links, notes, offers, quotes, says } from './blocks.ts';
import { fitting, fittingWithRest } from './fitting.ts';
import { INPUT_TEXT, STORY_SHOWN } from './limits.ts';
import type { Seen } from './seen.ts';
import { soundsLike } from './show-ideas.ts';

type Of<Type extends View['type']> = Extract<View, { type: Type }>;

/** A story in a channel: applause for everyone, a way to the whole of it when it is long. */
export function storyPost(story: Story, first: Block, seen: Seen, limit = STORY_SHOWN): readonly Block[] {
  const { words, cut } = fittingWithRest(shownWords(story), limit);
  const whole = cut ? [wayToWhole(story, seen)] : [];
  return [first, quotes(isolate(words)), ...around(story, seen), ...offers([cheerButton(story), ...whole])];
}

/** To the wall, where the story stands on it: there the link can be kept and passed on. */
function wayToWhole({ id }: Story, { wholeStories }: Seen): Button {
  const url = wholeStories.get(id);
  return url === undefined
    ? button(ACTIONS.showStory, buttons.readOn, id)
    : { ...button(ACTIONS.field, buttons.readWhole, ''), url };
}

/** A story for its heroes, or in a private answer, whole. */
export function storyWhole(story: Story, first: string, seen: Seen): readonly Block[] {
  return [says(first), ...wholeWords(shownWords(story)), ...around(story, seen)];
}

export function wholeWords(words: string): readonly Block[] {
  return words === '' ? [] : [quotes(isolate(fitting(words, INPUT_TEXT * 2)))];
}

/** To the teller, and to whoever changed something: what stands now, and what can still be done about it. */
export function storyAnswer(
  view: Of<'kudos-given' | 'story-moved' | 'win-confirmed' | 'words-corrected' | 'details-added'>,
  seen: Seen,
): readonly Block[] {
  const first = headline(view, plainPen(seen.timeZone));
  const { words, cut } = fittingWithRest(shownWords(view.story), STORY_SHOWN);
  return [
    says(first),
    quotes(isolate(words)),
    ...around(view.story, seen),
    ...untilAnswered(view.story),
    ...offers([...changes(view.story), ...(cut ? [wayToWhole(view.story, seen)] : [])]),
    ...(view.type === 'kudos-given' ? meant(view, seen) : []),
  ];
}

/** What the words may be about; nobody has to say. */
function meant(view: Of<'kudos-given' | 'story'>, seen: Seen): readonly Block[] {
  const { story, mayBeAt } = view;
  return [
    ...soundsLike(view.soundsLike, story.id, seen),
    ...(mayBeAt === undefined
      ? []
      : offers([button(ACTIONS.place, itWasAt(mayBeAt.name, plainPen(seen.timeZone)), `${story.id} ${mayBeAt.id}`)])),
  ];
}

/** A story that somebody asked to see. */
export function storyCard(view: Of<'story'>, seen: Seen): readonly Block[] {
  const { story, cheeredByMe, mayChange } = view;
  const first = toldHeadline(story, plainPen(seen.timeZone));
  const cheer = cheeredByMe
    ? button(ACTIONS.uncheer, `${buttons.cheered}: take it back`, story.id)
    : cheerButton(story);
  return [
    ...storyWhole(story, first, seen),
    ...offers([cheer]),
    ...offers(mayChange ? changes(story) : []),
    ...meant(view, seen),
  ];
}

function isAsked(story: Story): boolean {
  return story.lane === 'win' && !story.settled;
}

function untilAnswered(story: Story): readonly Block[] {
  return isAsked(story) ? [notes(laneQuestion.untilAnswered)] : [];
}

function changes(story: Story): ReturnType<typeof button>[] {
  const undo = button(ACTIONS.undo, buttons.undo, story.id);
  // A customer's words stay as the customer wrote them.
  const words = story.voice === 'colleague' ? [button(ACTIONS.askWords, buttons.correctWords, story.id)] : [];
  const own = [button(ACTIONS.askDetails, buttons.addDetails, story.id), ...words];
  if (story.lane === 'recovery') return [button(ACTIONS.makeWin, buttons.makeWinShort, story.id), ...own, undo];
  const wentWrong = button(ACTIONS.askWhatBroke, buttons.somethingWentWrong, story.id);
  if (story.settled) return [wentWrong, ...own, undo];
  const yes = button(ACTIONS.askWhatBroke, buttons.yesSomethingWentWrong, story.id);
  const nothing = button(ACTIONS.confirmWin, buttons.nothingWentWrong, story.id, { style: 'primary' });
  return [nothing, yes, ...own, undo];
}

function cheerButton(story: Story): ReturnType<typeof button> {
  const heroes = joinNames(story.heroes.map((hero) => visibleName(hero.name)));
  const label = story.cheers === 0 ? buttons.cheer : `${buttons.cheer} · ${story.cheers.toLocaleString('en')}`;
  return { ...button(ACTIONS.cheer, label, story.id), accessibility_label: fitting(`${label} ${heroes}`, 75) };
}

/** What is known around a story's words. */
function around(story: Story, seen: Seen): readonly Block[] {
  const { customer, touchpoint, voice, teller } = story;
  const known = [
    // Where all can read it, the headline says which lane it is in; while that is being asked, it is in none.
    seen.as === 'post' || isAsked(story) ? null : lanes[story.lane],
    story.lane === 'recovery' ? `${details.whatBroke}: ${isolate(story.whatBroke)}` : null,
    customer === null || voice === 'customer' ? null : `${details.customer}: ${isolate(customer)}`,
    voice === 'customer' ? `${details.broughtInBy} ${isolate(visibleName(teller.name))}` : null,
    touchpoint === null ? null : `${details.touchpoint}: ${isolate(touchpoint)}`,
    seen.as === 'post' ? null : date(story.at, seen.timeZone),
    story.audience === 'heroes' ? details.onlyHeroes : null,
  ];
  const said = known.filter((one) => one !== null).join(' · ');
  const from = story.permalink === null ? [] : [links(details.permalink, story.permalink, details.permalinkShown)];
  return [...(said === '' ? [] : [notes(said)]), ...from];
}
