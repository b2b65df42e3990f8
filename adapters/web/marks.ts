import type { Story } from '../../src/views.ts';
import { lanes } from '../../src/wording/labels.ts';
import { visibleName } from '../../src/wording/names.ts';
import { type Html, html } from './html.ts';

/** A herald's horn. */
export const horn: Html = html`<svg class="horn" viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false"><path d="M5 12.5v7l3.2.5L22 26V6L8.2 12z" fill="currentColor"/><path d="M25.5 11.5a6 6 0 0 1 0 9" fill="none" stroke="currentColor" stroke-width="2.4" stroke-linecap="round"/><path d="M9.5 20.5l1.8 5.5h3.2l-1.6-4.4" fill="currentColor"/></svg>`;

const spark = html`<svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false"><path d="M8 .8l1.7 5.5L15.2 8l-5.5 1.7L8 15.2l-1.7-5.5L.8 8l5.5-1.7z" fill="currentColor"/></svg>`;

const mended = html`<svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false"><path d="M12.6 4.1A6 6 0 1 0 14 8" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round"/><path d="M5.5 8l2 2L14 3.5" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/></svg>`;

export const heart: Html = html`<svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false"><path d="M8 14.3S1.5 10.6 1.5 5.9A3.4 3.4 0 0 1 8 4.6a3.4 3.4 0 0 1 6.5 1.3c0 4.7-6.5 8.4-6.5 8.4z" fill="var(--heart-fill, none)" stroke="currentColor" stroke-width="1.6" stroke-linejoin="round"/></svg>`;

/** Which lane a story is in: by word, shape and colour, so that none of them has to be seen. */
export function laneMark(lane: Story['lane']): Html {
  return html`<span class="lane lane-${lane}">${lane === 'win' ? spark : mended}${lanes[lane]}</span>`;
}

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
