import { randomUUID } from 'node:crypto';
import type { Praise, View } from '../../src/views.ts';
import { buttons, customerNames, details, fields, settlements, thanksHeard } from '../../src/wording/labels.ts';
import { date } from '../../src/wording/moments.ts';
import { visibleName } from '../../src/wording/names.ts';
import {
  canBeCompleted,
  maybeMeantSentence,
  suggestionSentence,
  surelyNamed,
  unsureSentence,
} from '../../src/wording/praise-sentences.ts';
import {
  choice,
  doing,
  faultOf,
  form,
  heroField,
  lineField,
  looking,
  sendButton,
  textField,
  unfolding,
  whatBrokeField,
} from './controls.ts';
import { byPeople, type Html, html, nothing } from './html.ts';
import { soundsLike } from './idea-card.ts';
import { PRAISE_SHOWN } from './limits.ts';
import type { Seen } from './seen.ts';
import { headlineOf, sentence } from './sentence.ts';
import { wholeWords, wordsInBrief } from './words.ts';

type PraiseView = Extract<View, { praise: Praise }>;

/** A customer's words, what is known of them, and the few clicks that say what they are. */
export function praiseCard(view: PraiseView, seen: Seen): Html {
  const { praise } = view;
  const settled = praise.state.status === 'settled';
  if (seen.as === 'post' || view.type === 'praise-settled') return praiseNote(view, seen);
  return html`<div class="praise">
    <h3 class="headline">${headlineOf(view, seen.timeZone)}</h3>
    ${praise.words === '' ? nothing : wholeWords(praise.words, 'customer', 'The customer’s words')}
    ${praiseDetails(praise, seen)}
    ${canBeCompleted(praise) ? completeForm(praise) : nothing}
    ${settled ? nothing : settleForm(praise, seen)}
  </div>`;
}

function praiseNote(view: PraiseView, seen: Seen): Html {
  const { praise } = view;
  const heard = view.type === 'praise-settled' ? soundsLike(view.soundsLike, view.story?.id, seen) : nothing;
  return html`<div class="praise"><h3 class="headline">${headlineOf(view, seen.timeZone)}</h3>${wordsInBrief(praise.words, PRAISE_SHOWN)}${heard}${wayBack(praise)}</div>`;
}

/** After a slip: what became a story is changed there, the rest waits again. */
function wayBack({ id, state }: Praise): Html {
  if (state.status === 'waiting') return nothing;
  const back =
    state.story === null
      ? doing({ type: 'reopen-praise', praise: id }, buttons.reopenPraise, 'quiet')
      : looking('story', state.story, buttons.changeStory, 'quiet');
  return html`<div class="actions">${back}</div>`;
}

/** To whoever settled it and thinks better of it: a story is taken back, and its words wait again like all others. */
export function putsBack({ praise, story }: { readonly praise: string; readonly story: string | null }): Html {
  const asked =
    story === null ? ({ type: 'reopen-praise', praise } as const) : ({ type: 'retract-story', story } as const);
  return html`<div class="actions">${doing(asked, buttons.reopenPraise)}</div>`;
}

/** Praise in the inbox. */
export function praiseLine(praise: Praise): Html {
  const who = praise.customer.name ?? praise.customer.email;
  const from = who === null ? html`A customer` : byPeople(who);
  const label = html`${buttons.lookAtPraise}<span class="visually-hidden">: words from ${from}</span>`;
  return html`<li class="line"><p><b>${from}</b></p>${wordsInBrief(praise.words, PRAISE_SHOWN)}<div class="actions">${looking('praise', praise.id, label, 'strong')}</div></li>`;
}

function praiseDetails(praise: Praise, { timeZone }: Seen): Html {
  const { customer, subject, wroteAt, unsure, note, forwarder } = praise;
  const from = [customer.name, customer.email === null ? null : `<${customer.email}>`].filter((part) => part !== null);
  const known = [
    detail(details.from, from.length === 0 ? '' : from.join(' '), unsure.includes('name') || unsure.includes('email')),
    detail(details.subject, subject ?? '', false),
    detail(details.written, wroteAt === null ? '' : date(wroteAt, timeZone), unsure.includes('date')),
  ];
  const forwarded =
    note === ''
      ? nothing
      : html`<p class="note"><b>${details.note} ${byPeople(visibleName(forwarder.name))}:</b> ${byPeople(note)}</p>`;
  const doubt =
    unsure.length === 0 ? nothing : html`<p class="check"><b>Please check.</b> ${unsureSentence(praise)}</p>`;
  return html`<dl class="known">${known}</dl>${forwarded}${doubt}`;
}

function detail(label: string, value: string, unsure: boolean): Html {
  if (value === '' && !unsure) return nothing;
  const shown = value === '' ? 'not found' : value;
  return html`<div${unsure ? html` class="unsure"` : nothing}><dt>${label}</dt><dd>${byPeople(shown)}${unsure ? html` <span class="mark">please check</span>` : nothing}</dd></div>`;
}

/** What the mail did not say; missing words are asked for at once, the rest on demand. */
function completeForm({ id, words, customer, unsure }: Praise): Html {
  const field = `complete-${randomUUID()}`;
  const { customersWords, customersWordsHint, customersName } = fields;
  const inside = html`
    ${unsure.includes('words') ? textField({ name: 'words', id: `${field}-words`, label: customersWords, hint: customersWordsHint, value: words }) : nothing}
    ${unsure.includes('name') ? lineField({ name: 'name', id: `${field}-name`, label: customersName, value: customer.name ?? '' }) : nothing}
    <div class="actions">${sendButton(buttons.savePraise)}</div>`;
  const asked = form({ type: 'complete-praise', praise: id }, inside);
  return words === '' ? asked : unfolding(buttons.completePraise, asked);
}

function settleForm(praise: Praise, seen: Seen): Html {
  const id = `settle-${randomUUID()}`;
  const { suggestion } = praise;
  const guessed = new Set(surelyNamed(praise.guessedHeroes).map((hero) => hero.person));
  const maybe = sentence((pen) => maybeMeantSentence(praise.guessedHeroes, pen), seen.timeZone);
  const mayBeMeant = praise.guessedHeroes.length > guessed.size;
  const lanes = (['win', 'recovery', 'thanks', 'not-praise'] as const).map((as) =>
    choice({ name: 'as', value: as, ...settlements[as], checked: suggestion?.sure === true && suggestion.lane === as }),
  );
  return form(
    { type: 'settle-praise', praise: praise.id },
    html`<fieldset class="field lanes" aria-describedby="${id}-why ${id}-as-fault"><legend>${fields.lane}</legend>
      <p class="hint" id="${id}-why">${suggestion === null ? '' : sentence((pen) => suggestionSentence(suggestion, pen), seen.timeZone)}</p>
      ${lanes}${faultOf('as', `${id}-as`)}</fieldset>
    <div data-when="as=recovery" hidden>${whatBrokeField(`${id}-broke`)}</div>
    <div data-when="as=win as=recovery as=thanks" hidden>
      ${guessed.size === 0 ? nothing : html`<p class="hint">${fields.guessedHeroes}</p>`}
      ${mayBeMeant ? html`<p class="hint">${maybe}</p>` : nothing}
      ${heroField(`${id}-heroes`, seen.people, guessed)}</div>
    <fieldset class="field" data-when="as=win as=recovery" hidden><legend>${fields.publish}</legend>
      ${choice({ name: 'audience', value: 'everyone', ...fields.publishYes, checked: true })}
      ${choice({ name: 'audience', value: 'heroes', ...fields.publishNo })}
    </fieldset>
    <fieldset class="field" data-when="as=thanks" hidden><legend>${fields.passThanksOn}</legend>
      ${choice({ name: 'thanks', value: 'heroes', label: thanksHeard.heroes, checked: true })}
      ${choice({ name: 'thanks', value: 'everyone', label: thanksHeard.everyone })}
    </fieldset>
    ${praise.customer.name === null ? nothing : customerField(praise.customer.name)}
    <div class="actions">${sendButton(buttons.settle)}</div>`,
  );
}

/** In the story and to its heroes; whoever settles it sees the whole name above. */
function customerField(name: string): Html {
  const choices = (['full-name', 'first-name', 'no-name'] as const).map((value) =>
    choice({ name: 'customer', value, label: customerNames[value], checked: value === 'full-name' }),
  );
  return html`<fieldset class="field" data-when="as=win as=recovery as=thanks" hidden><legend>${fields.customerShown}</legend>
    <p class="hint">${byPeople(name)}</p>${choices}</fieldset>`;
}
