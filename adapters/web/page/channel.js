// What changes by itself: fetched anew whenever something happened, and drawn without disturbing who reads.

import { bringIntoView, say } from './answers.js';
import { fetchChannel, Unreached } from './server.js';

const scroll = document.getElementById('channel-scroll');
const drawn = new WeakMap();
let fetching = null;
let again = false;
let first = true;

/** Fetches and draws; while that is under way, further calls make one more round. Resolves to whether Herald answered. */
export function refresh() {
  if (fetching !== null) {
    again = true;
    return fetching;
  }
  fetching = fetchAndDraw().finally(() => {
    fetching = null;
    if (!again) return;
    again = false;
    void refresh();
  });
  return fetching;
}

async function fetchAndDraw() {
  try {
    draw(await fetchChannel());
    return true;
  } catch (error) {
    if (error instanceof Unreached) return false;
    throw error;
  }
}

function draw(channel) {
  const atEnd = scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < 80;
  const fresh = drawPosts(document.getElementById('posts'), channel.posts);
  const forYou = drawPosts(document.getElementById('for-you'), channel.forYou);
  drawPart(document.getElementById('tour'), channel.tour);
  drawPart(document.getElementById('inbox'), channel.inbox);
  document.getElementById('channel-empty').hidden = channel.posts.length > 0;
  document.getElementById('inbox-empty').hidden = channel.inbox !== '';
  document.getElementById('for-you-empty').hidden = channel.forYou.length > 0;
  drawNumber(document.getElementById('waiting-number'), channel.waiting);
  drawClock(channel.clock);
  if (first) scroll.scrollTop = channel.posts.length > 1 ? scroll.scrollHeight : 0;
  else announce(fresh, forYou, atEnd);
  first = false;
}

function announce(fresh, forYou, atEnd) {
  const news = [
    ...forYou.map(({ said }) => `For you: ${said}`),
    ...fresh.map(({ said }) => `New in the channel: ${said}`),
  ];
  if (news.length > 0) say(news.join('. '));
  const newest = fresh.at(-1)?.element;
  // Whoever is filling something in stays there.
  if (!newest || document.getElementById('answers').contains(document.activeElement)) return;
  if (newest.matches('.digest, .quiet-week')) bringIntoView(newest);
  else if (atEnd) scroll.scrollTop = scroll.scrollHeight;
}

/** Adds, replaces and removes only what differs. Returns what is new. */
function drawPosts(place, posts) {
  const standing = new Map([...place.children].map((element) => [element.dataset.post, element]));
  const fresh = [];
  let before = place.firstElementChild;
  for (const { id, html, said } of posts) {
    const old = standing.get(id);
    standing.delete(id);
    const element = old && drawn.get(old) === html ? old : elementOf(html);
    if (old && element !== old) {
      if (before === old) before = element;
      replaceKeepingFocus(old, element);
    }
    if (!old) fresh.push({ said, element });
    if (element === before) before = before.nextElementSibling;
    else place.insertBefore(element, before);
  }
  for (const gone of standing.values()) gone.remove();
  return fresh;
}

function elementOf(html) {
  const template = document.createElement('template');
  template.innerHTML = html;
  const element = template.content.firstElementChild;
  drawn.set(element, html);
  return element;
}

function drawPart(place, html) {
  if (drawn.get(place) === html) return;
  drawn.set(place, html);
  const focused = focusWithin(place);
  place.innerHTML = html;
  giveFocusBack(place, focused);
}

function replaceKeepingFocus(old, element) {
  const focused = focusWithin(old);
  old.replaceWith(element);
  giveFocusBack(element, focused);
}

const CONTROLS = 'a, button, input, summary, textarea, [tabindex]';

/** Which of the controls in it has the focus, if one has. */
function focusWithin(place) {
  const active = document.activeElement;
  if (!place.contains(active)) return null;
  return { at: [...place.querySelectorAll(CONTROLS)].indexOf(active), mark: active.dataset.focus };
}

function giveFocusBack(place, focused) {
  if (focused === null) return;
  const marked = focused.mark && place.querySelector(`[data-focus="${focused.mark}"]`);
  const controls = [...place.querySelectorAll(CONTROLS)];
  (marked || controls[focused.at] || controls.at(-1) || document.getElementById('composer-text')).focus();
}

function drawNumber(place, number) {
  place.hidden = number === 0;
  place.textContent = String(number);
}

function drawClock({ now, text, due, dueText }) {
  const time = document.getElementById('clock-text');
  time.textContent = text;
  time.dateTime = now;
  const button = document.getElementById('move-clock');
  button.hidden = due === null;
  button.textContent = `Move to ${dueText}`;
  if (due !== null) button.dataset.do = JSON.stringify({ type: 'move-clock', to: due });
}
