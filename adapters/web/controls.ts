import type { PersonShown } from '../../src/views.ts';
import { fields } from '../../src/wording/labels.ts';
import { byPeople, type Html, html, nothing } from './html.ts';
import { portrait } from './marks.ts';

type Asked = { readonly type: string; readonly [field: string]: string | boolean | readonly string[] };

/** A button that asks for a change; the page sends what is in `asked`, once. */
export function doing(asked: Asked, label: Html | string, style = 'plain'): Html {
  return html`<button type="button" class="button ${style}" data-do="${JSON.stringify(asked)}">${label}</button>`;
}

/** A button that shows something in an answer. */
export function looking(what: string, id: string, label: Html | string, style = 'plain'): Html {
  return html`<button type="button" class="button ${style}" data-look="${what}" data-id="${id}">${label}</button>`;
}

/** A form that asks for a change: its fields are added to what is in `asked`. */
export function form(asked: Asked, inside: Html): Html {
  return html`<form class="fields" data-do="${JSON.stringify(asked)}" novalidate>${inside}<p class="fault" data-fault="" hidden></p></form>`;
}

/** Something that opens on demand, by keyboard as well. */
export function unfolding(label: string, inside: Html): Html {
  return html`<details class="unfolding"><summary class="button plain">${label}</summary>${inside}</details>`;
}

type Field = {
  readonly name: string;
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly value?: string;
  /** What may be chosen instead of typing. */
  readonly offered?: readonly string[];
};

/** A field with its label, its hint, and room for what is wrong with it. */
export function lineField({ name, id, label, hint, value, offered = [] }: Field): Html {
  const list = offered.length === 0 ? nothing : html` list="${id}-list"`;
  return html`<div class="field"><label for="${id}">${label}</label>${hintOf(id, hint)}<input type="text" id="${id}" name="${name}" value="${value ?? ''}" autocomplete="off"${list}${describedBy(id, hint)}>${choices(id, offered)}${faultOf(name, id)}</div>`;
}

function choices(id: string, offered: readonly string[]): Html {
  if (offered.length === 0) return nothing;
  return html`<datalist id="${id}-list">${offered.map((one) => html`<option value="${one}"></option>`)}</datalist>`;
}

export function textField({ name, id, label, hint, value }: Field): Html {
  return html`<div class="field"><label for="${id}">${label}</label>${hintOf(id, hint)}<textarea id="${id}" name="${name}" rows="4"${describedBy(id, hint)}>
${value ?? ''}</textarea>${faultOf(name, id)}</div>`;
}

function hintOf(id: string, hint: string | undefined): Html {
  return hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing;
}

function describedBy(id: string, hint: string | undefined): Html {
  return html` aria-describedby="${hint ? `${id}-hint ` : ''}${id}-fault"`;
}

export function faultOf(name: string, id: string): Html {
  return html`<p class="fault" id="${id}-fault" data-fault="${name}" hidden></p>`;
}

export function whatBrokeField(id: string): Html {
  return lineField({ name: 'whatBroke', id, label: fields.whatBroke, hint: fields.whatBrokeHint });
}

/** People to choose from, any number of them; those `chosen` are so already, and anybody can see that. */
export function heroField(id: string, people: readonly PersonShown[], chosen: ReadonlySet<string>): Html {
  const choices = people
    .filter((person) => person.kind === 'human')
    .map(
      (person) =>
        html`<label class="chip"><input type="checkbox" name="heroes" value="${person.user}"${chosen.has(person.person) ? html` checked` : nothing}>${portrait(person.name)}${byPeople(person.name)}</label>`,
    );
  return html`<fieldset class="field" aria-describedby="${id}-fault"><legend>${fields.heroes}</legend><div class="chips">${choices}</div>${faultOf('heroes', id)}</fieldset>`;
}

type Choice = {
  readonly name: string;
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
  readonly checked?: boolean;
};

export function choice({ name, value, label, hint, checked }: Choice): Html {
  return html`<label class="choice"><input type="radio" name="${name}" value="${value}"${checked ? html` checked` : nothing}><span><b>${label}</b>${hint ? html` <span class="hint">${hint}</span>` : nothing}</span></label>`;
}

export function sendButton(label: string): Html {
  return html`<button type="submit" class="button strong">${label}</button>`;
}
