import { visibleName } from '../../src/wording/names.ts';
import { type Html, html } from './html.ts';

/** A herald's horn. */
export const horn: Html = html`<svg class="horn" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false"><path d="M5 12.5v7l3.2.5L22 26V6L8.2 12z" fill="currentColor"/><path d="M25.5 11.5a6 6 0 0 1 0 9" fill="none" stroke="currentColor" stroke-width="2.4" stroke-linecap="round"/><path d="M9.5 20.5l1.8 5.5h3.2l-1.6-4.4" fill="currentColor"/></svg>`;

export const heart: Html = html`<svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false"><path d="M8 14.3S1.5 10.6 1.5 5.9A3.4 3.4 0 0 1 8 4.6a3.4 3.4 0 0 1 6.5 1.3c0 4.7-6.5 8.4-6.5 8.4z" fill="var(--heart-fill, none)" stroke="currentColor" stroke-width="1.6" stroke-linejoin="round"/></svg>`;

const TINTS = 6;

/** A person's initials on a colour that stays theirs. Decoration: the name always stands beside it. */
export function portrait(name: string): Html {
  const seen = visibleName(name);
  const initials = seen
    .split(/[\s-]+/)
    .map((part) => [...part][0] ?? '')
    .filter((letter) => /\p{L}/u.test(letter));
  const tint = [...seen].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % TINTS;
  const shown = [initials[0] ?? '·', initials.length > 1 ? (initials.at(-1) ?? '') : ''].join('').toUpperCase();
  return html`<span class="portrait tint-${tint}" aria-hidden="true">${shown}</span>`;
}
