// Who is looking, where, and what they do there; what it looks like comes from the server, twice a second.

import { chosenIn, drawBlocks, make } from './draw.js';

const at = (id) => document.getElementById(id);
let user = 'UANA';
let place = 'C0NEWS';
let seen = null;
let drawnPlace = '';
let drawnModal = '';

const nameOf = (id) => seen.users.find((one) => one.id === id)?.displayName ?? id;
const people = () => seen.users.filter((one) => !one.isBot).map(({ id, displayName }) => [id, displayName]);
const channels = () => seen.channels.map(({ id, name }) => [id, `#${name}`]);

async function act(name, more = {}) {
  const response = await fetch('act', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ user, act: name, ...more }),
  });
  const { trouble, errors } = response.ok ? await response.json() : { trouble: await response.text(), errors: {} };
  at('trouble').textContent = trouble ?? '';
  for (const error of document.querySelectorAll('#modal .error')) {
    error.textContent = errors[error.closest('.block').dataset.block] ?? '';
  }
  if (trouble !== null && at('modal').open)
    at('modal')
      .querySelector('footer')
      .prepend(make('small', {}, trouble));
  await look();
  return { trouble, errors };
}

async function look() {
  const asked = { user, place };
  const response = await fetch(`seen?${new URLSearchParams({ user, place: place === 'home' ? 'herald' : place })}`);
  if (!response.ok || asked.user !== user || asked.place !== place) return;
  seen = await response.json();
  draw();
}

function draw() {
  drawNavigation();
  const now = JSON.stringify([user, place, place === 'home' ? seen.home : seen.messages]);
  if (now !== drawnPlace) {
    drawnPlace = now;
    at('shown').replaceChildren(...(place === 'home' ? drawHome() : seen.messages.map(drawMessage)));
    if (place !== 'home') at('shown').scrollTop = at('shown').scrollHeight;
  }
  const modal = JSON.stringify([user, seen.modal?.id, seen.modal?.hash]);
  if (modal !== drawnModal) drawModal();
  drawnModal = modal;
}

function drawNavigation() {
  if (at('user').options.length === 0) {
    at('user').append(...people().map(([value, text]) => make('option', { value }, text)));
  }
  const places = [...channels(), ['herald', 'Herald · messages'], ['home', 'Herald · home']];
  at('places').replaceChildren(
    ...places.map(([id, name]) => {
      const button = make('button', { type: 'button', 'aria-current': String(id === place) }, name);
      button.addEventListener('click', () => go(id));
      return button;
    }),
  );
  at('title').textContent = places.find(([id]) => id === place)[1];
  at('composer').hidden = place === 'home';
}

async function go(to) {
  place = to;
  if (to === 'home') await act('open-home');
  await look();
}

function drawMessage(message) {
  const { ts, from, privately, thread, edited, fallback, blocks, reacted, bot } = message;
  const where = { place, ts };
  const surroundings = {
    nameOf,
    people,
    channels,
    standing: (block, element) => message.values[block.block_id]?.[element.action_id] ?? {},
    touch: (block, element) => act('touch-message', { ...where, action: element.action_id, block: block.block_id }),
    changed: (block, element, chosen) =>
      act('touch-message', { ...where, action: element.action_id, block: block.block_id, chosen }),
  };
  const tool = (label, name, more) => {
    const button = make('button', { type: 'button' }, label);
    button.addEventListener('click', () => act(name, { ...where, ...more }));
    return button;
  };
  const mine = reacted.some((one) => one.emoji === 'firefly' && one.mine);
  const tools = [
    tool(mine ? 'Take :firefly: back' : ':firefly:', 'react', { emoji: 'firefly', away: mine }),
    tool('Make this a story', 'message-shortcut', { name: 'make-story' }),
    tool('Customer praise', 'message-shortcut', { name: 'customer-praise' }),
  ];
  const kind = [privately ? 'private' : '', thread !== null && thread !== ts ? 'thread' : ''].join(' ');
  return make(
    'article',
    { className: kind },
    privately ? make('div', { className: 'small' }, 'Only visible to you') : null,
    make('span', { className: 'from' }, from),
    make('span', { className: 'small' }, `${bot ? ' APP' : ''}${edited ? ' (edited)' : ''}`),
    ...(blocks.length === 0 ? [make('div', { className: 'block' }, fallback)] : drawBlocks(blocks, surroundings)),
    make('div', { className: 'small' }, reacted.map(({ emoji, count }) => `:${emoji}: ${count}`).join(' ')),
    make('div', { className: 'tools' }, ...tools),
  );
}

function drawHome() {
  if (seen.home === null) return [make('p', {}, 'Nothing here yet.')];
  return drawBlocks(seen.home.content.blocks, viewSurroundings('home', seen.home));
}

function viewSurroundings(where) {
  const touch = (block, element, chosen) =>
    act('touch-view', { where, action: element.action_id, block: block.block_id, ...(chosen ? { chosen } : {}) });
  return {
    nameOf,
    people,
    channels,
    standing: (_block, element) => standingAtFirst(element),
    touch,
    async changed(block, element, chosen) {
      if (!block.dispatch_action) return;
      // What has been typed so far stays when the form changes.
      await act('fill', { filled: filled() });
      await touch(block, element, chosen);
    },
  };
}

/** What a form begins with, as the app set it. */
function standingAtFirst(element) {
  return {
    value: element.initial_value,
    selected_time: element.initial_time,
    selected_option: element.initial_option,
    selected_options: element.initial_options,
    selected_users: element.initial_users,
    selected_conversation: element.initial_conversation,
  };
}

function filled() {
  const fields = [...document.querySelectorAll('#modal .block.input [data-field]')];
  return Object.fromEntries(fields.map((field) => [field.closest('.block').dataset.block, chosenIn(field)]));
}

function drawModal() {
  const dialog = at('modal');
  const kept = dialog.open ? filled() : {};
  if (seen.modal === null) return dialog.close();
  const { title, submit, close, blocks } = seen.modal.content;
  const surroundings = viewSurroundings('modal');
  const standing = (block, element) =>
    block.block_id in kept ? standingAgain(element, kept[block.block_id]) : standingAtFirst(element);
  const closing = make('button', { type: 'button', className: 'touch' }, close?.text ?? 'Close');
  closing.addEventListener('click', () => act('close'));
  const sending = make('button', { type: 'button', className: 'touch primary' }, submit?.text ?? '');
  sending.addEventListener('click', () => act('submit', { filled: filled() }));
  dialog.replaceChildren(
    make('header', {}, title.text),
    make('div', { className: 'body' }, ...drawBlocks(blocks, { ...surroundings, standing })),
    make('footer', {}, closing, submit ? sending : null),
  );
  if (!dialog.open) dialog.showModal();
}

/** What had been typed or chosen before the form changed. */
function standingAgain(element, value) {
  const options = [value].flat().flatMap((one) => (element.options ?? []).filter((option) => option.value === one));
  return {
    value,
    selected_time: value,
    selected_option: options[0],
    selected_options: options,
    selected_users: value,
    selected_conversation: value,
  };
}

at('user').addEventListener('change', async () => {
  user = at('user').value;
  await go(place);
});
at('composer').addEventListener('submit', async (event) => {
  event.preventDefault();
  const line = at('line').value;
  at('line').value = '';
  const { trouble } = await act('type', { place, line });
  if (trouble !== null) at('line').value = line;
});
at('modal').addEventListener('cancel', (event) => {
  event.preventDefault();
  void act('close');
});
at('tell-story').addEventListener('click', () => act('shortcut', { name: 'tell-story' }));
at('drop-mail').addEventListener('click', async () => {
  place = 'herald';
  await act('drop-mail');
});
at('post-digest').addEventListener('click', async () => {
  place = 'C0NEWS';
  await act('post-digest');
});

await look();
setInterval(look, 500);
