// The sandbox page: what happens when something is clicked, filled in or heard.

import { closeCard, say, showAnswer, showCardFault, showPane } from './answers.js';
import { refresh } from './channel.js';
import { fill, prefix, replaceName, startComposer } from './composer.js';
import { askedBy, clearFaults, showAskedFields, showFault } from './forms.js';
import { listen } from './live.js';
import { bringAll, bringPasted, bringSample, startMails } from './mails.js';
import { createSubmission, look, reached, Unreached, whenReached } from './server.js';

const submissions = new WeakMap();
const busy = new WeakSet();

/** Each button and form has a submission of its own: two clicks on one are one. */
function submissionOf(control) {
  const known = submissions.get(control) ?? createSubmission();
  submissions.set(control, known);
  return known;
}

/** While a control's request is under way, it does not start another. */
async function once(control, act) {
  if (busy.has(control)) return;
  busy.add(control);
  control.setAttribute('aria-busy', 'true');
  try {
    await act();
  } finally {
    busy.delete(control);
    control.removeAttribute('aria-busy');
  }
}

/** What a button asks for. */
async function act(button) {
  const card = button.closest('.answer');
  try {
    const answer = await submissionOf(button).send(JSON.parse(button.dataset.do));
    if (answer.refused && card) showCardFault(card, answer.said);
    else await showChange(answer, card, button);
    void refresh();
  } catch (error) {
    const again = error instanceof Unreached ? ' It goes out as soon as Herald is back.' : '';
    if (card) showCardFault(card, error.message + again);
    else say(error.message + again);
    if (again) whenReached(() => button.isConnected && once(button, () => act(button)));
  }
}

/** Holding a win changes the preview that it was held in; everything else has an answer of its own. */
async function showChange(answer, card, button) {
  if (card?.dataset.kind === 'digest-preview' && !answer.refused && /^win-/.test(answer.type)) {
    showAnswer(await look('digest'), { instead: card, focus: true });
    say(answer.said);
    return;
  }
  if (answer.type === 'cheered' && card) {
    const id = card.querySelector('[data-focus]')?.dataset.focus.replace('cheer-', '');
    showAnswer(await look('story', id), { instead: card });
    document.querySelector(`#answers [data-focus="cheer-${id}"]`)?.focus();
    return;
  }
  showAnswer(answer, { instead: card, opener: button, focus: true });
}

async function open(button) {
  try {
    const answer = await look(button.dataset.look, button.dataset.id);
    const card = showAnswer(answer, { opener: button, focus: true });
    if (answer.type === 'kudos-form') card.querySelector('input').focus();
  } catch (error) {
    say(error.message);
  }
}

async function submitForm(form) {
  clearFaults(form);
  const asked = askedBy(form);
  try {
    const answer = await submissionOf(form).send(asked);
    if (answer.refused) showFault(form, answer.field, answer.said);
    else showAnswer(answer, { instead: form.closest('.answer'), focus: true });
    void refresh();
  } catch (error) {
    const unreached = error instanceof Unreached;
    showFault(form, null, error.message + (unreached ? ' It goes out as soon as Herald is back.' : ''));
    say(error.message);
    const same = () => form.isConnected && JSON.stringify(askedBy(form)) === JSON.stringify(asked);
    if (unreached) whenReached(() => same() && once(form, () => submitForm(form)));
  }
}

async function bringFrom(button) {
  const field = button.closest('.answer').querySelector('[data-paste]');
  if (field.value.trim() === '') return field.focus();
  if (await bringPasted(field.value)) button.closest('.answer').remove();
}

document.addEventListener('click', (event) => {
  const control = event.target.closest('button');
  if (control === null) return;
  const { dataset } = control;
  if ('do' in dataset) void once(control, () => act(control));
  else if ('look' in dataset) void once(control, () => open(control));
  else if ('close' in dataset) closeCard(control.closest('.answer'));
  else if ('fill' in dataset) fill(dataset.fill);
  else if ('prefix' in dataset) prefix(dataset.prefix);
  else if ('name' in dataset) replaceName(dataset.insteadOf, dataset.name);
  else if ('sample' in dataset) void once(control, () => bringSample(dataset.sample));
  else if ('bringPasted' in dataset) void once(control, () => bringFrom(control));
  else if ('showPane' in dataset) showPane(dataset.showPane);
});

document.addEventListener('submit', (event) => {
  if (!event.target.matches('form[data-do]')) return;
  event.preventDefault();
  void once(event.target, () => submitForm(event.target));
});

document.addEventListener('change', (event) => {
  const form = event.target.closest('form[data-do]');
  if (form) showAskedFields(form);
  if (event.target.matches('[data-mails]')) {
    void bringAll([...event.target.files]);
    event.target.value = '';
  }
});

const who = document.querySelector('.who');
document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape' || !who.open) return;
  who.open = false;
  who.querySelector('summary').focus();
});
document.addEventListener('pointerdown', (event) => {
  if (!who.contains(event.target)) who.open = false;
});

const lineState = document.getElementById('line-state');
function showAway() {
  lineState.textContent = 'Herald does not answer. Trying again…';
  document.body.dataset.line = 'away';
}

let trying;

/** Looks whether Herald answers, before long; several wishes for it are one. */
function tryAgain() {
  clearTimeout(trying);
  trying = setTimeout(update, 1500);
}

async function update() {
  if (!(await refresh())) {
    showAway();
    tryAgain();
    return;
  }
  lineState.textContent = '';
  delete document.body.dataset.line;
  reached();
}

document.addEventListener('waiting', tryAgain);
startComposer();
startMails();
listen({ onNews: update, onAway: showAway });
void update();
setInterval(() => {
  if (!document.hidden) void update();
}, 20_000);
document.addEventListener('visibilitychange', () => {
  if (!document.hidden) void update();
});
