import type { Story } from '../../src/views.ts';
import { lanes } from '../../src/wording/labels.ts';
import { type Html, html } from './html.ts';

const spark = html`<svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false"><path d="M8 .8l1.7 5.5L15.2 8l-5.5 1.7L8 15.2l-1.7-5.5L.8 8l5.5-1.7z" fill="currentColor"/></svg>`;

const mended = html`<svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false"><path d="M12.6 4.1A6 6 0 1 0 14 8" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round"/><path d="M5.5 8l2 2L14 3.5" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/></svg>`;

/** Which lane a story is in: by word, shape and colour, so that none of them has to be seen. */
export function laneMark(lane: Story['lane']): Html {
  return html`<span class="lane lane-${lane}">${lane === 'win' ? spark : mended}${lanes[lane]}</span>`;
}
