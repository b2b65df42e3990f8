import { randomUUID } from 'node:crypto';
import type { Refusal, View } from '../../src/views.ts';
import { headline } from '../../src/wording/headlines.ts';
import { ideaButtons } from '../../src/wording/idea-labels.ts';
import { buttons, headings } from '../../src/wording/labels.ts';
import { obstacleButtons } from '../../src/wording/obstacle-labels.ts';
import { plainPen } from '../../src/wording/pen.ts';
import { beginWithKudos, chooseSettlement, commandUnknown } from '../../src/wording/ways-forward.ts';
import { type Html, html } from './html.ts';
import { ideaForm } from './idea-card.ts';
import { kudosForm } from './kudos-form.ts';
import { obstacleForm } from './obstacle-form.ts';
import { sampleMails } from './sample-mails.ts';
import type { Seen } from './seen.ts';
import { show } from './show.ts';

/** What the page gets for something that was asked: a card that only this person sees. */
export type Answer = {
  readonly type:
    | View['type']
    | 'kudos-form'
    | 'idea-form'
    | 'mail-form'
    | 'obstacle-form'
    | 'way-forward'
    | 'lane-missing';
  readonly html: string;
  /** For the live region, so that a screen reader says what happened. */
  readonly said: string;
  /** A "no": the page keeps what was typed. */
  readonly refused: boolean;
  /** The field that a refusal is about, as forms name it. */
  readonly field: string | null;
};

export function answerOf(view: View, seen: Seen): Answer {
  return {
    type: view.type,
    html: card(show(view, seen)).html,
    said: headline(view, plainPen(seen.timeZone)),
    refused: view.type === 'refusal',
    field: view.type === 'refusal' ? fieldOf(view) : null,
  };
}

export function kudosFormAnswer(seen: Seen): Answer {
  const inside = html`<h3 class="headline">${headings.tellAStory}</h3>${kudosForm(`form-${randomUUID()}`, seen)}`;
  return { type: 'kudos-form', html: card(inside).html, said: 'The form is open.', refused: false, field: null };
}

export function obstacleFormAnswer(seen: Seen): Answer {
  const inside = html`<h3 class="headline">${obstacleButtons.form}</h3>${obstacleForm(`obstacle-${randomUUID()}`, seen)}`;
  return { type: 'obstacle-form', html: card(inside).html, said: 'The form is open.', refused: false, field: null };
}

export function ideaFormAnswer(): Answer {
  const inside = html`<h3 class="headline">${ideaButtons.proposeAnIdea}</h3>${ideaForm(`form-${randomUUID()}`)}`;
  return { type: 'idea-form', html: card(inside).html, said: 'The form is open.', refused: false, field: null };
}

/** Room for forwarded mails: dropped, chosen, pasted, or a sample of ours. */
export function mailFormAnswer(): Answer {
  const id = `mail-${randomUUID()}`;
  const samples = sampleMails.map(
    (sample) => html`<button type="button" class="button plain" data-sample="${sample.id}">${sample.label}</button>`,
  );
  const inside = html`<h3 class="headline">Bring in a customer’s words</h3>
    <div class="drop"><label for="${id}-files">Drop forwarded mails anywhere on this page, or choose them here (.eml)</label>
      <input type="file" id="${id}-files" data-mails multiple accept=".eml,message/rfc822,text/plain"></div>
    <div class="field"><label for="${id}-text">Or paste the mail’s text</label><textarea id="${id}-text" data-paste rows="4"></textarea></div>
    <div class="actions"><button type="button" class="button strong" data-bring-pasted>Bring it in</button></div>
    <h4>No mail at hand? Take one of these samples</h4><div class="actions">${samples}</div>`;
  return {
    type: 'mail-form',
    html: card(inside).html,
    said: 'You can bring in a mail now.',
    refused: false,
    field: null,
  };
}

/** To text that is no command. */
export function wayForward(command: string | null): Answer {
  const said = command === null ? beginWithKudos : commandUnknown(command);
  const offer =
    command === null
      ? html`<button type="button" class="button plain" data-prefix="/kudos ">${buttons.makeKudos}</button>`
      : null;
  const inside = html`<h3 class="headline">${said}</h3><div class="actions">${offer}<button type="button" class="button plain" data-look="help" data-id="">${buttons.showHelp}</button></div>`;
  return { type: 'way-forward', html: card(inside).html, said, refused: true, field: null };
}

/** To a settlement in which nothing was chosen. */
export function laneMissing(): Answer {
  return { type: 'lane-missing', html: '', said: chooseSettlement, refused: true, field: 'as' };
}

function card(inside: Html): Html {
  const id = `answer-${randomUUID()}`;
  return html`<article class="answer" aria-labelledby="${id}"><p class="private"><span id="${id}">Only you see this</span><button type="button" class="button quiet" data-close>Close</button></p>${inside}<p class="fault" data-card-fault hidden></p></article>`;
}

function fieldOf(refusal: Refusal): string | null {
  switch (refusal.reason) {
    case 'no-hero-named':
    case 'only-yourself':
    case 'only-bots':
    case 'too-many-heroes':
    case 'person-unknown':
    case 'name-ambiguous':
      return 'heroes';
    case 'idea-without-words':
    case 'already-proposed':
    case 'no-words':
    case 'already-told':
      return 'words';
    case 'clearing-missing':
      return 'clearing';
    case 'rest-reason-missing':
      return 'reason';
    case 'points-at-somebody':
      return refusal.field;
    case 'obstacle-without-words':
      return 'words';
    case 'what-changed-missing':
      return 'whatChanged';
    case 'too-long':
      return refusal.field === 'idea' ? 'words' : refusal.field === 'restReason' ? 'reason' : refusal.field;
    case 'touchpoint-without-name':
    case 'touchpoint-known':
    case 'too-many-touchpoints':
      return 'name';
    case 'what-broke-missing':
      return 'whatBroke';
    default:
      return null;
  }
}
