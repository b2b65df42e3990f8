import { randomUUID } from 'node:crypto';
import type { Mapped, Touchpoint, TouchpointView } from '../../src/touchpoints.ts';
import { obstacleButtons } from '../../src/wording/obstacle-labels.ts';
import { inTheWay, told, touchpointWords as words } from '../../src/wording/touchpoints.ts';
import { doing, form, lineField, looking, sendButton, unfolding } from './controls.ts';
import { byPeople, type Html, html, nothing } from './html.ts';
import type { Seen } from './seen.ts';
import { headlineOf } from './sentence.ts';

/** Where customers meet the company: as a map, or for those who name it. */
export function touchpointsCard(view: TouchpointView, seen: Seen): Html {
  const items = view.type === 'touchpoint-map' ? view.touchpoints.map(onMap) : view.touchpoints.map(listed(view));
  return html`<div class="touchpoints">
    <h3 class="headline">${headlineOf(view, seen.timeZone)}</h3>
    ${items.length === 0 ? nothing : html`<ul class="lines">${items}</ul>`}
    ${offered(view)}
  </div>`;
}

type Of<Type extends TouchpointView['type']> = Extract<TouchpointView, { type: Type }>;

function onMap(mapped: Mapped): Html {
  return html`<li class="line">${named(mapped)}<p class="hint">${told[mapped.told]}</p>${obstaclesAt(mapped)}</li>`;
}

function obstaclesAt(mapped: Mapped): Html {
  const shown = inTheWay(mapped).map(({ id, words: said }) => {
    const label = html`${obstacleButtons.show}<span class="visually-hidden">: ${byPeople(said)}</span>`;
    return html`<li><p>${words.inTheWay} <q dir="auto">${said}</q> ${looking('obstacle', id, label, 'inline')}</p></li>`;
  });
  const more = mapped.moreObstacles
    ? html`<li>${looking('obstacles', '', words.moreInTheWay, 'inline')}</li>`
    : nothing;
  return shown.length === 0 ? nothing : html`<ul class="beside">${shown}${more}</ul>`;
}

function listed({ mayChange }: Of<'touchpoints'>): (touchpoint: Touchpoint, index: number) => Html {
  return (touchpoint, index) =>
    html`<li class="line">${named(touchpoint)}${mayChange ? changes(touchpoint, index === 0) : nothing}</li>`;
}

function named({ name, promise }: Touchpoint): Html {
  return html`<p><b>${byPeople(name)}</b></p>${promise === '' ? nothing : html`<p><q dir="auto">${promise}</q></p>`}`;
}

/** Many buttons of one name stand on the page: the touchpoint's name tells them apart for a screen reader. */
function changes({ id, name, promise }: Touchpoint, isFirst: boolean): Html {
  const of = html`<span class="visually-hidden">: ${byPeople(name)}</span>`;
  const change = nameForm({ type: 'change-touchpoint', touchpoint: id }, { name, promise }, words.save);
  const raise = doing({ type: 'raise-touchpoint', touchpoint: id }, html`${words.raise}${of}`, 'quiet');
  const remove = doing({ type: 'remove-touchpoint', touchpoint: id }, html`${words.remove}${of}`, 'quiet');
  return html`<div class="changes">${unfolding(words.change, change)}${isFirst ? nothing : raise}${remove}</div>`;
}

function offered(view: TouchpointView): Html {
  const toMap = html`<div class="actions">${looking('map', '', words.showMap, 'quiet')}</div>`;
  if (view.type === 'touchpoints') {
    const add = nameForm({ type: 'add-touchpoint' }, { name: '', promise: '' }, words.add);
    return html`${view.mayChange ? html`<div class="changes">${unfolding(words.add, add)}</div>` : nothing}${toMap}`;
  }
  return view.mayChange ? html`<div class="actions">${looking('touchpoints', '', words.manage)}</div>` : nothing;
}

type Asked = { readonly type: string; readonly touchpoint?: string };

function nameForm(asked: Asked, { name, promise }: Pick<Touchpoint, 'name' | 'promise'>, label: string): Html {
  const id = `touchpoint-${randomUUID()}`;
  return form(
    { ...asked },
    html`${lineField({ name: 'name', id: `${id}-name`, label: words.name, hint: words.nameHint, value: name })}
    ${lineField({ name: 'promise', id: `${id}-promise`, label: words.promise, hint: words.promiseHint, value: promise })}
    <div class="actions">${sendButton(label)}</div>`,
  );
}
