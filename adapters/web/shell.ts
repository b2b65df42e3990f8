import type { PersonShown } from '../../src/views.ts';
import { visibleName } from '../../src/wording/names.ts';
import { byPeople, type Html, html } from './html.ts';
import { portrait } from './marks.ts';
import { whatTheyDo } from './sample.ts';

export const sampleBadge: Html = html`<span class="badge">Sample</span>`;

/** A colleague as a link that makes the reader them. */
export function personLink(person: PersonShown): Html {
  return html`<a class="person" href="/?as=${person.user}">${portrait(person.name)}<span><b>${byPeople(visibleName(person.name))}</b><span class="hint">${roleOf(person)}</span></span></a>`;
}

function roleOf({ user, manager, admin }: PersonShown): string {
  const role = manager ? 'manager' : admin ? 'admin' : '';
  return [role, whatTheyDo(user)].filter((part) => part !== '').join(' · ');
}

const styles = ['colours', 'base', 'controls', 'house', 'choose', 'composer', 'cards', 'digest', 'answers', 'narrow'];

export function page(title: string, body: Html): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="/sandbox/page/horn.svg" type="image/svg+xml">
${styles.map(
  (style) => html`<link rel="stylesheet" href="/sandbox/page/${style}.css">
`,
)}
</head>
${body}
</html>
`.html;
}
