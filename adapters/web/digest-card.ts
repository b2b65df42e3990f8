import type { Digest, View, Win } from '../../src/views.ts';
import { buttons, headings } from '../../src/wording/labels.ts';
import { weekName } from '../../src/wording/moments.ts';
import { openQuestion } from '../../src/wording/questions.ts';
import { toldHeadline } from '../../src/wording/story-headlines.ts';
import { doing } from './controls.ts';
import { belowStories } from './digest-below-card.ts';
import { type Html, html, nothing } from './html.ts';
import { clearedList } from './obstacle-card.ts';
import type { Seen } from './seen.ts';
import { headlineOf, sentence } from './sentence.ts';
import { storyBody, storyHead, storyLine, storyNow } from './story-card.ts';

type Of<Type extends View['type']> = Extract<View, { type: Type }>;

/** The weekly issue. */
export function digestCard(view: Of<'digest'>, seen: Seen): Html {
  const { inFull, inALine } = view.digest;
  return html`<div class="digest">
    <p class="masthead">${headings.digest}</p>
    <h3 class="headline">${headlineOf(view, seen.timeZone)}</h3>
    ${inFull.map((win) => storyInFull(win, seen, nothing))}
    ${others(headings.alsoTold, inALine, seen, () => nothing)}
    ${belowStories(view.digest.below, seen)}
    ${clearedList(view.digest.below?.cleared ?? [], seen)}
    ${asks(view.digest)}
  </div>`;
}

function asks({ question }: Digest): Html {
  return question === undefined ? nothing : html`<h4>${openQuestion(question)}</h4>${wayToTell}`;
}

function storyInFull(win: Win, seen: Seen, action: Html): Html {
  const now = storyNow(win, seen);
  return html`<section class="in-full">
    ${storyHead(now.story, html`<h4>${sentence((pen) => toldHeadline(now.story, pen), seen.timeZone)}</h4>`)}
    ${storyBody(now, { ...seen, as: 'post' })}${action}
  </section>`;
}

function others(heading: string, wins: readonly Win[], seen: Seen, action: (win: Win) => Html): Html {
  if (wins.length === 0) return nothing;
  const lines = wins.map((win) => storyLine(storyNow(win, seen).story, seen, action(win)));
  return html`<h4>${heading}</h4><ul class="lines">${lines}</ul>`;
}

/** What the next digest will tell; those who may can hold a story for a week. */
export function previewCard(view: Of<'digest-preview'>, seen: Seen): Html {
  const { digest, held, unsettled, mayHold } = view;
  const offer = (type: 'hold-win' | 'release-win', label: string) => (win: Win) =>
    mayHold ? doing({ type, story: win.id }, label) : nothing;
  const hold = offer('hold-win', buttons.hold);
  return html`<div class="preview">
    <h3 class="headline">${headlineOf(view, seen.timeZone)}</h3>
    ${others(headings.inFull, digest.inFull, seen, hold)}
    ${others(headings.inALine, digest.inALine, seen, hold)}
    ${belowStories(digest.below, seen)}
    ${clearedList(digest.below?.cleared ?? [], seen)}
    ${others(headings.held, held, seen, offer('release-win', buttons.release))}
    ${others(headings.unsettled, unsettled, seen, () => nothing)}
  </div>`;
}

/** A week without wins. */
export function quietWeekCard(view: Of<'quiet-week'>, seen: Seen): Html {
  return html`<div class="digest quiet">
    <p class="masthead">A quiet ${weekName(view.week)}</p>
    <h3 class="headline">${headlineOf(view, seen.timeZone)}</h3>
    ${wayToTell}
  </div>`;
}

const wayToTell = html`<p class="hint">Tell it with <button type="button" class="button inline" data-fill="/kudos @">/kudos @name</button> and what happened.</p>`;
