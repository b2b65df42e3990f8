import { shorten } from '../../src/wording/shorten.ts';
import { TEXT } from './limits.ts';

/**
 * Text for a place that Slack reads as mrkdwn, such that it notifies nobody and links nowhere
 * (docs.slack.dev/messaging/formatting-message-text: & < > are the only signs to escape).
 */
function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

/** A message's top-level text, for phones and screen readers: escaped, and visibly cut where it would not fit. */
export function topLevel(text: string): string {
  const whole = escaped(text);
  if (whole.length <= TEXT) return whole;
  const growth = whole.length / text.length;
  let limit = Math.floor((TEXT - 2) / growth);
  let cut = escaped(shorten(text, limit).words);
  while (cut.length > TEXT - 2) {
    limit = Math.floor(limit * 0.9);
    cut = escaped(shorten(text, limit).words);
  }
  return `${cut} …`;
}

/** What a person typed, out of the form in which Slack hands it over (`&lt;` for `<`). */
export function unescaped(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');
}
