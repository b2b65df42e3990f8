import { randomUUID } from 'node:crypto';
import type { Story, View } from '../../src/views.ts';
import { buttons, details, fields, laneQuestion } from '../../src/wording/labels.ts';
import { date } from '../../src/wording/moments.ts';
import { count, joinNames, visibleName } from '../../src/wording/names.ts';
import { shorten } from '../../src/wording/shorten.ts';
import { doing, form, looking, sendButton, textField, unfolding, whatBrokeField } from './controls.ts';
import { byPeople, type Html, html, nothing } from './html.ts';
import { laneMark } from './lane-mark.ts';
import { FACES_SHOWN, LINE_SHOWN, STORY_SHOWN } from './limits.ts';
import { heart, portrait } from './marks.ts';
import type { Seen, StoryNow } from './seen.ts';
import { headlineOf, sentence } from './sentence.ts';
import { storyPlace } from './story-place.ts';
import { firstWords, wholeWords } from './words.ts';

type StoryView = Extract<View, { story: Story }>;

/** A story with its headline, words, what is known around it, and what the reader can do with it. */
export function storyCard(view: StoryView, seen: Seen): Html {
  const now = storyNow(view.story, seen);
  const { story } = now;
  const told = { ...view, story } as StoryView;
  return html`<div class="story ${story.lane}">
    ${storyHead(story, html`<h3 class="headline">${headlineOf(told, seen.timeZone)}</h3>`)}
    ${storyBody(now, seen)}
  </div>`;
}

/** The faces of those whom a story is about, beside its headline. */
export function storyHead(story: Story, heading: Html): Html {
  const faces = story.heroes.slice(0, FACES_SHOWN).map((hero) => portrait(hero.name));
  return html`<div class="story-head"><div class="faces">${faces}</div>${heading}</div>`;
}

/** A story's words and all below them. */
export function storyBody(now: StoryNow, seen: Seen): Html {
  return html`${storyWords(now.story, seen)}${storyDetails(now.story, seen)}${storyActions(now, seen)}`;
}

/** The message says what was true when it was written; the story may have moved on since. */
export function storyNow(story: Story, seen: Seen): StoryNow {
  return seen.stories.get(story.id) ?? { story, cheeredByMe: false, mayChange: false };
}

function storyWords({ id, words, voice }: Story, seen: Seen): Html {
  return seen.as === 'answer'
    ? wholeWords(words, voice, 'The whole story')
    : firstWords(words, voice, STORY_SHOWN, wayToWhole(id, seen));
}

function wayToWhole(id: string, { wholeStories }: Seen): Html {
  const address = wholeStories.get(id);
  return address === undefined
    ? looking('story', id, buttons.readOn, 'inline')
    : html`<a href="${address}" target="_blank" rel="noopener">${buttons.readWhole}</a>`;
}

function storyDetails(story: Story, seen: Seen): Html {
  const { customer, touchpoint } = story;
  const known = [
    story.lane === 'recovery' ? html`<li><b>${details.whatBroke}:</b> ${byPeople(story.whatBroke)}</li>` : nothing,
    customer === null || story.voice === 'customer'
      ? nothing
      : html`<li>${details.customer}: ${byPeople(customer)}</li>`,
    story.voice === 'customer'
      ? html`<li>${details.broughtInBy} ${byPeople(visibleName(story.teller.name))}</li>`
      : nothing,
    touchpoint === null ? nothing : html`<li>${details.touchpoint}: ${byPeople(touchpoint)}</li>`,
    seen.as === 'post' ? nothing : html`<li>${date(story.at, seen.timeZone)}</li>`,
    story.audience === 'heroes' ? html`<li>${details.onlyHeroes}</li>` : nothing,
  ];
  return html`<ul class="details">${laneItem(story)}${known}</ul>`;
}

/** While its lane is being asked, a story stands in none. */
function laneItem(story: Story): Html {
  const asked = story.lane === 'win' && !story.settled;
  return asked ? nothing : html`<li class="in-lane">${laneMark(story.lane)}</li>`;
}

function storyActions(now: StoryNow, seen: Seen): Html {
  const { story, mayChange } = now;
  const change = mayChange && seen.as === 'post' ? looking('story', story.id, buttons.changeStory, 'quiet') : nothing;
  const asked = mayChange && seen.as === 'post' && story.lane === 'win' && !story.settled;
  const question = asked ? looking('story', story.id, laneQuestion.asked, 'asking') : nothing;
  return html`<div class="actions">${cheerButton(now)}${question}${change}</div>${mayChange && seen.as === 'answer' ? changes(story, seen) : nothing}`;
}

function cheerButton({ story, cheeredByMe }: StoryNow): Html {
  const asked = { type: cheeredByMe ? 'take-cheer-back' : 'cheer-story', story: story.id };
  const heroes = joinNames(story.heroes.map((hero) => visibleName(hero.name)));
  return html`<button type="button" class="button cheer" aria-pressed="${String(cheeredByMe)}" data-do="${JSON.stringify(asked)}" data-focus="cheer-${story.id}">${heart}<span>${buttons.cheer}<span class="visually-hidden"> ${byPeople(heroes)}</span></span>${story.cheers === 0 ? nothing : html`<span class="number">${story.cheers}<span class="visually-hidden"> ${story.cheers === 1 ? 'cheer' : 'cheers'} so far</span></span>`}</button>`;
}

/** What the teller can change: the answer to the open question, the lane, the words, and whether it stands at all. */
export function changes(story: Story, seen: Seen): Html {
  const id = `change-${randomUUID()}`;
  const toRecovery = form(
    { type: 'move-story', story: story.id, lane: 'recovery' },
    html`${whatBrokeField(`${id}-broke`)}<div class="actions">${sendButton(buttons.makeRecovery)}</div>`,
  );
  const words = form(
    { type: 'correct-words', story: story.id },
    html`${textField({ name: 'words', id: `${id}-words`, label: fields.words, value: story.words })}<div class="actions">${sendButton(buttons.saveWords)}</div>`,
  );
  const correct = story.voice === 'colleague' ? unfolding(buttons.correctWords, words) : nothing;
  const details = storyPlace(story, seen);
  const undo = doing({ type: 'retract-story', story: story.id }, buttons.undo);
  if (story.lane === 'recovery') {
    const toWin = doing({ type: 'move-story', story: story.id, lane: 'win' }, buttons.makeWin);
    return html`<div class="changes">${toWin}${correct}${details}${undo}</div>`;
  }
  if (story.settled)
    return html`<div class="changes">${unfolding(buttons.somethingWentWrong, toRecovery)}${correct}${details}${undo}</div>`;
  return html`<fieldset class="question"><legend>${laneQuestion.asked}</legend>
    <p class="hint">${laneQuestion.untilAnswered}</p>
    <div class="changes">${doing({ type: 'confirm-win', story: story.id }, buttons.nothingWentWrong, 'strong')}
    ${unfolding(buttons.yesSomethingWentWrong, toRecovery)}</div></fieldset>
    <div class="changes">${correct}${details}${undo}</div>`;
}

/** A story in a line of a list, with a way to all of it. */
export function storyLine(story: Story, seen: Seen, action: Html = nothing): Html {
  const { words, cut } = shorten(story.words.replace(/\s+/g, ' '), LINE_SHOWN);
  const heroes = sentence((pen) => joinNames(story.heroes.map(pen.name)), seen.timeZone);
  const cheers =
    story.cheers === 0 ? nothing : html` <span class="hint">${count(story.cheers, 'cheer', 'cheers')}</span>`;
  return html`<li class="line"><p><b>${heroes}</b> <q dir="auto">${words}${cut ? '…' : ''}</q>${cheers}</p>
    <div class="actions">${looking('story', story.id, wholeStoryOf(story), 'quiet')}${action}</div></li>`;
}

/** Many buttons of this name can stand on one page: the name of a hero tells them apart for a screen reader. */
function wholeStoryOf(story: Story): Html {
  return html`${buttons.wholeStory}<span class="visually-hidden"> about ${byPeople(visibleName(story.heroes[0]?.name ?? ''))}</span>`;
}

export function storyList(heading: string, stories: readonly Story[], seen: Seen): Html {
  if (stories.length === 0) return nothing;
  const lines = stories.map((story) => storyLine(storyNow(story, seen).story, seen));
  return html`<h4>${heading}</h4><ul class="lines">${lines}</ul>`;
}
