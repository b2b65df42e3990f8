import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { ToldWin, WallFacts, WallPosition } from '../../../src/wall.ts';
import { details } from '../../../src/wording/labels.ts';
import { weekName } from '../../../src/wording/moments.ts';
import { visibleName } from '../../../src/wording/names.ts';
import { toldHeadline } from '../../../src/wording/story-headlines.ts';
import { cheersLine, wall } from '../../../src/wording/wall.ts';
import { byPeople, type Html, html, nothing } from '../html.ts';
import { horn } from '../marks.ts';
import { sentence } from '../sentence.ts';
import { everyWord } from '../words.ts';

/** In the page itself: a wall is one request, and works where nothing else of Herald's is served. */
const style = readFileSync(new URL('./wall.css', import.meta.url), 'utf8');

/** What the browser may apply as style: this text and no other. https://www.w3.org/TR/CSP3/#hash-source */
export const STYLE_SOURCE = `'sha256-${createHash('sha256').update(style).digest('base64')}'`;

export function wallPage(shown: {
  readonly facts: WallFacts;
  readonly told: readonly ToldWin[];
  readonly more: boolean;
  /** Null on the first page. */
  readonly after: WallPosition | null;
}): string {
  const { facts, told, more, after } = shown;
  const weeks = [...Map.groupBy(told, ({ week }) => week)];
  const last = told.at(-1);
  return page(
    facts,
    html`${weeks.length === 0 ? html`<p class="empty">${wall.empty}</p>` : nothing}
    ${weeks.map(([week, stories]) => html`<section><h2>${inFull(week)}</h2>${stories.map((one) => story(facts, one))}</section>`)}
    <nav>${after === null ? nothing : html`<a href="${link(facts, '/wall')}">${wall.newest}</a>`}
    ${more && last ? html`<a rel="next" href="${link(facts, '/wall', { after: `${last.week}.${last.position}` })}">${wall.older}</a>` : nothing}</nav>`,
  );
}

/** Whoever came by the link to one story finds that one, and no way to the others. */
type Reader = { readonly facts: WallFacts; readonly whole: boolean };

export function storyPage({ facts, whole }: Reader, told: ToldWin): string {
  const shown = story(facts, told, whole);
  return page(facts, html`<section><h2>${inFull(told.week)}</h2>${shown}</section>${whole ? toAll(facts) : nothing}`);
}

export function gonePage({ facts, whole }: Reader): string {
  return page(facts, html`<p class="empty">${wall.gone}</p>${whole ? toAll(facts) : nothing}`);
}

export function closedPage(): string {
  return document(wall.title, html`<main><h1>${horn}${wall.title}</h1><p class="lead">${wall.closed}</p></main>`);
}

function toAll(facts: WallFacts): Html {
  return html`<nav><a href="${link(facts, '/wall')}">${wall.all}</a></nav>`;
}

function story(facts: WallFacts, told: ToldWin, linked = true): Html {
  const { win } = told;
  const around = [
    [details.customer, win.voice === 'customer' ? null : win.customer],
    [details.touchpoint, win.touchpoint],
  ].flatMap(([label, value]) => (value ? [html`<div><dt>${label ?? null}</dt><dd>${byPeople(value)}</dd></div>`] : []));
  const cheers = cheersLine(told);
  const headline = sentence((pen) => toldHeadline(win, pen), facts.timeZone);
  return html`<article id="${win.id}">
    <h3>${linked ? html`<a href="${link(facts, `/wall/${win.id}`)}">${headline}</a>` : headline}</h3>
    ${everyWord(win.words, win.voice)}
    ${around.length === 0 ? nothing : html`<dl>${around}</dl>`}
    ${cheers === null ? nothing : html`<p class="cheers">${cheers}</p>`}
  </article>`;
}

/** "Week 47 of 2026". */
function inFull(week: string): string {
  const name = weekName(week);
  return `${name.charAt(0).toUpperCase()}${name.slice(1)} of ${week.slice(0, 4)}`;
}

function link({ key }: WallFacts, path: string, more: Readonly<Record<string, string>> = {}): string {
  return `${path}?${new URLSearchParams({ key, ...more })}`;
}

function page(facts: WallFacts, body: Html): string {
  const name = visibleName(facts.name);
  return document(
    `${wall.title} · ${name}`,
    html`<header><h1>${horn}${wall.title}</h1><p class="lead">${byPeople(name)}. ${wall.lead}</p></header><main>${body}</main>`,
  );
}

/** A screen in the office looks again every half hour, without a script. */
function document(title: string, body: Html): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="refresh" content="1800">
<style>${{ html: style }}</style>
</head>
<body>${body}</body>
</html>
`.html;
}
