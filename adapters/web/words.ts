import { shorten } from '../../src/wording/shorten.ts';
import { shownWords } from '../../src/wording/unwrap.ts';
import { type Html, html, nothing } from './html.ts';
import { LONG_WORDS } from './limits.ts';

/** Whose words: a customer's stand out by their quotation mark. */
type Voice = 'colleague' | 'customer';

/** All of somebody's words, as long as they are. */
export function everyWord(words: string, voice: Voice): Html {
  return html`<blockquote dir="auto" class="${voice}">${paragraphs(shownWords({ words, voice }))}</blockquote>`;
}

/** All of somebody's words; very long ones scroll in a box of their own, which the keyboard can reach. */
export function wholeWords(given: string, voice: Voice, label: string): Html {
  const words = shownWords({ words: given, voice });
  if (words.length <= LONG_WORDS) return everyWord(given, voice);
  return html`<blockquote dir="auto" class="${voice} long" tabindex="0" role="region" aria-label="${label}">${paragraphs(words)}</blockquote>`;
}

/** The beginning of somebody's words, with a way to the rest where there is more. */
export function firstWords(words: string, voice: Voice, limit: number, readOn: Html): Html {
  const begun = shorten(shownWords({ words, voice }), limit);
  return html`<blockquote dir="auto" class="${voice}">${paragraphs(begun.words, begun.cut ? html`… ${readOn}` : nothing)}</blockquote>`;
}

/** The beginning of somebody's words on as few lines as they take, for a list. */
export function wordsInBrief(words: string, limit: number): Html {
  const begun = shorten(words.replace(/\s+/g, ' ').trim(), limit);
  return html`<blockquote dir="auto" class="short">${begun.words}${begun.cut ? '…' : ''}</blockquote>`;
}

/** Words as they were written, with room instead of empty lines. */
function paragraphs(words: string, after: Html = nothing): Html {
  const parts = words.split(/\n[^\S\n]*(?:\n[^\S\n]*)+/);
  return html`${parts.map((part, index) => html`<p>${part}${index === parts.length - 1 ? after : nothing}</p>`)}`;
}
