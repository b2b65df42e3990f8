// Where one types.

import { say, showAnswer } from './answers.js';
import { refresh } from './channel.js';
import { completeNames } from './names.js';
import { createSubmission, whenReached } from './server.js';

const form = document.getElementById('composer');
const text = document.getElementById('composer-text');
const fault = document.getElementById('composer-fault');
const me = document.body.dataset.as;
const people = JSON.parse(form.dataset.people);
const draft = `herald-draft-${me}`;

/** These answers are to be filled in: the focus goes there. */
const TO_FILL_IN = new Set([
  'kudos-form',
  'idea-form',
  'obstacle-form',
  'mail-form',
  'praise-waiting',
  'praise-already-here',
]);

let submission = createSubmission();
let sending = false;
let stopWaiting = null;

export function startComposer() {
  restoreDraft();
  const others = people.filter((person) => person.user !== me);
  const names = completeNames({ text, list: document.getElementById('names'), people: others, say });
  text.addEventListener('keydown', (event) => {
    if (names.key(event)) event.preventDefault();
    else if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      form.requestSubmit();
    }
  });
  text.addEventListener('input', () => {
    fitHeight();
    keepDraft();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void send();
  });
  return names;
}

/** Puts text where one types, as if it had been typed. */
export function fill(words) {
  text.value = words;
  text.focus();
  text.setSelectionRange(words.length, words.length);
  text.dispatchEvent(new Event('input', { bubbles: true }));
}

/** Puts words before what is typed, such as a command that was forgotten. */
export function prefix(words) {
  fill(words + text.value.trimStart());
}

/** Says which of several people was meant. */
export function replaceName(typed, user) {
  const name = people.find((person) => person.user === user)?.name ?? user;
  fill(text.value.replace(`@${typed}`, `@${name}`));
}

async function send() {
  const typed = text.value.trim();
  if (typed === '' || sending) return;
  stopWaiting?.();
  showFault('');
  sending = true;
  form.setAttribute('aria-busy', 'true');
  try {
    const answer = await submission.send({ type: 'type', text: typed });
    if (!answer.refused && text.value.trim() === typed) text.value = '';
    const card = showAnswer(answer, { focus: TO_FILL_IN.has(answer.type) });
    if (answer.type === 'kudos-form') card?.querySelector('input')?.focus();
    if (answer.type === 'obstacle-form') card?.querySelector('textarea')?.focus();
    void refresh();
  } catch (error) {
    showFault(`${error.message} It goes out as soon as Herald is back.`);
    stopWaiting = whenReached(() => {
      // Whoever went on typing meanwhile sends it when it is ready.
      if (text.value.trim() === typed) void send();
      else showFault('');
    });
  } finally {
    sending = false;
    form.removeAttribute('aria-busy');
    fitHeight();
    keepDraft();
  }
}

function showFault(message) {
  fault.textContent = message;
  fault.hidden = message === '';
  if (message !== '') say(message);
}

/** As tall as what is typed, up to what the style sheet allows. */
function fitHeight() {
  text.style.height = 'auto';
  text.style.height = `${text.scrollHeight}px`;
}

function keepDraft() {
  sessionStorage.setItem(draft, JSON.stringify({ text: text.value, begun: submission.begun }));
}

function restoreDraft() {
  const kept = sessionStorage.getItem(draft);
  if (kept === null) return;
  const { text: words, begun } = JSON.parse(kept);
  text.value = words;
  submission = createSubmission(begun);
  fitHeight();
}
