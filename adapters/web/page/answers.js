// The cards that only this person sees: where answers appear, and where forms are filled in.

import { showAskedFields } from './forms.js';

const place = document.getElementById('answers');
const status = document.getElementById('said');
const openers = new WeakMap();

/** Of these, one card is enough: the newer one takes the older one's place. */
const ONE_OF_A_KIND = new Set([
  'help',
  'inbox',
  'mine',
  'digest-preview',
  'touchpoints',
  'touchpoint-map',
  'kudos-form',
  'obstacle-form',
  'obstacles',
  'idea-form',
  'idea',
  'ideas',
  'mail-form',
  'search-results',
  'privacy',
  'held',
  'export',
]);
/** Once something else is answered, these have done their work; what they offer stands at the story as well. */
const PASSING = new Set([
  'refusal',
  'way-forward',
  'kudos-given',
  'story-moved',
  'win-confirmed',
  'words-corrected',
  'praise-settled',
  'idea-proposed',
  'idea-changed',
  'ideas-alike',
]);
/** These say all they have to say in the live region; the channel shows the rest. */
const WITHOUT_CARD = new Set(['cheered', 'clock-moved']);

/** Has a screen reader say it. */
export function say(text) {
  status.textContent = '';
  setTimeout(() => {
    status.textContent = text;
  }, 50);
}

/** Shows an answer, in place of the card `instead` or below the others; `focus` moves there. */
export function showAnswer(answer, { instead = null, opener = null, focus = false } = {}) {
  say(answer.said);
  if (WITHOUT_CARD.has(answer.type)) return null;
  const card = cardOf(answer);
  for (const other of [...place.children]) if (other !== instead && givesWay(other, answer)) other.remove();
  openers.set(card, opener ?? openers.get(instead));
  if (instead?.isConnected) instead.replaceWith(card);
  else place.append(card);
  for (const form of card.querySelectorAll('form')) showAskedFields(form);
  showPane('channel');
  bringIntoView(card);
  if (focus) card.querySelector('.headline')?.focus({ preventScroll: true });
  return card;
}

/** Nothing gives way in which somebody is filling something in. */
function givesWay(card, answer) {
  const { kind } = card.dataset;
  if (card.querySelector('details[open]')) return false;
  return PASSING.has(kind) || (kind === answer.type && ONE_OF_A_KIND.has(kind));
}

function cardOf(answer) {
  const template = document.createElement('template');
  template.innerHTML = answer.html;
  const card = template.content.firstElementChild;
  card.dataset.kind = answer.type;
  card.querySelector('.headline')?.setAttribute('tabindex', '-1');
  return card;
}

/** Takes a card away and brings the focus back to where it was opened. */
export function closeCard(card) {
  const opener = openers.get(card);
  card.remove();
  (opener?.isConnected ? opener : document.getElementById('composer-text')).focus();
}

export function showCardFault(card, message) {
  const fault = card.querySelector('[data-card-fault]');
  fault.textContent = message;
  fault.hidden = false;
  say(message);
}

/** A card of the page's own, for what Herald could not be asked. */
export function showNote(message, label, act) {
  const card = cardOf({ type: 'note', html: '<article class="answer" aria-label="Not sent yet"></article>' });
  const text = document.createElement('p');
  text.className = 'headline';
  text.textContent = message;
  const button = document.createElement('button');
  Object.assign(button, { type: 'button', className: 'button strong', textContent: label });
  button.addEventListener('click', act);
  card.append(text, button);
  place.append(card);
  bringIntoView(card);
  say(message);
  return card;
}

/** Scrolls the channel, and nothing around it, so that a card is seen: all of it, or else its beginning. */
export function bringIntoView(card) {
  const scroll = place.parentElement;
  const from = card.offsetTop - 12;
  const end = from + card.offsetHeight + 24;
  if (from < scroll.scrollTop || card.offsetHeight > scroll.clientHeight - 24) scroll.scrollTop = from;
  else if (end > scroll.scrollTop + scroll.clientHeight) scroll.scrollTop = end - scroll.clientHeight;
}

/** On a narrow page one of the two views is shown at a time. */
export function showPane(pane) {
  document.body.dataset.pane = pane;
  for (const button of document.querySelectorAll('[data-show-pane]')) {
    if (button.dataset.showPane === pane) button.setAttribute('aria-current', 'true');
    else button.removeAttribute('aria-current');
  }
}
