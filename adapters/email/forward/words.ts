// The words that a person wrote, out of the lines of a letter: without warnings above, footers and quotes below.
// A sign-off stays: it carries the customer's name.

import { folded, tidyLines } from '../text.ts';
import { bannerCues, deviceLines, footerCues } from './phrases.ts';
import { readSeparator } from './separators.ts';

/** Warnings stand within the first paragraphs. */
const BANNER_PARAGRAPHS = 3;
/** Footers stand within the last ones. */
const FOOTER_PARAGRAPHS = 30;
const LONGEST_DEVICE_LINE = 120;
/** A longer line with a warning in it also holds somebody's words. */
const LONGEST_BANNER_LINE = 500;
const LONGEST_SIGN_OFF_LINE = 60;

/** The customer's words. */
export function wordsOf(lines: readonly string[]): string {
  const shown = withoutQuoteBelow(withoutDeviceLines(lines));
  const paragraphs = withoutFooters(withoutBanners(paragraphsOf(shown)));
  return withoutTag(tidyLines(withoutRules(paragraphs.flatMap((paragraph) => [...paragraph, '']))));
}

/** The forwarder's note: the same, but a legal footer is the forwarder's own and nothing is quoted. */
export function noteOf(lines: readonly string[]): string {
  return tidyLines(
    withoutRules(withoutFooters(paragraphsOf(withoutDeviceLines(lines))).flatMap((one) => [...one, ''])),
  );
}

type Paragraph = readonly string[];

function paragraphsOf(lines: readonly string[]): Paragraph[] {
  const paragraphs: string[][] = [[]];
  for (const line of lines) {
    if (line.trim() === '') paragraphs.push([]);
    else if (readSeparator(line)?.kind === 'rule') paragraphs.push([line], []);
    else paragraphs.at(-1)?.push(line);
  }
  return paragraphs.filter((paragraph) => paragraph.length > 0);
}

function withoutDeviceLines(lines: readonly string[]): string[] {
  return lines.filter((line) => !isDeviceLine(line));
}

function isDeviceLine(line: string): boolean {
  if (line.length > LONGEST_DEVICE_LINE) return false;
  const text = folded(line).replace(/^[-–—*<[( ]+/, '');
  return deviceLines.some((start) => text.startsWith(start));
}

/** Quoted lines at the end are what this letter answers; a letter of nothing else is kept and loses its marks. */
function withoutQuoteBelow(lines: readonly string[]): readonly string[] {
  let end = lines.length;
  while (end > 0 && (lines[end - 1]?.trim() === '' || lines[end - 1]?.startsWith('>'))) end -= 1;
  if (end > 0) return lines.slice(0, end);
  return lines.map((line) => line.replace(/^[> ]+/, ''));
}

function withoutBanners(paragraphs: readonly Paragraph[]): Paragraph[] {
  return paragraphs.map((paragraph, at) => (at < BANNER_PARAGRAPHS ? withoutCued(paragraph, bannerCues) : paragraph));
}

/** Takes out the lines from the first cue to the last; words that follow without an empty line stay. */
function withoutCued(paragraph: Paragraph, cues: readonly string[]): Paragraph {
  const cued = paragraph.map((line) => line.length <= LONGEST_BANNER_LINE && hasCue(line, cues));
  const first = cued.indexOf(true);
  if (first < 0) return paragraph;
  return [...paragraph.slice(0, first), ...paragraph.slice(cued.lastIndexOf(true) + 1)];
}

function withoutFooters(paragraphs: readonly Paragraph[]): Paragraph[] {
  return paragraphs.map((paragraph, at) => {
    if (at < paragraphs.length - FOOTER_PARAGRAPHS || !hasCue(paragraph.join(' '), footerCues)) return paragraph;
    const above = signOffAbove(paragraph);
    // A letter begins with words. Where it does not seem to, the cue was one of them.
    return at === 0 && above.length === 0 ? paragraph : above;
  });
}

/** A footer may follow the sign-off without an empty line; short lines above its first cue are the sign-off. */
function signOffAbove(paragraph: Paragraph): Paragraph {
  const kept: string[] = [];
  for (const [at, line] of paragraph.entries()) {
    const next = `${line} ${paragraph[at + 1] ?? ''}`;
    if (line.length > LONGEST_SIGN_OFF_LINE || hasCue(line, footerCues)) break;
    if (hasCue(next, footerCues) && !hasCue(paragraph[at + 1] ?? '', footerCues)) break;
    kept.push(line);
  }
  return kept;
}

function hasCue(line: string, cues: readonly string[]): boolean {
  const text = folded(line.slice(0, 4000));
  const start = text.replace(/^[^\p{L}]{1,10}/u, '');
  return cues.some((cue) => (cue.startsWith('^') ? start.startsWith(cue.slice(1)) : text.includes(cue)));
}

/** A rule at either end has lost what it separated. */
function withoutRules(lines: readonly string[]): readonly string[] {
  const isEmpty = (line: string | undefined) =>
    line !== undefined && (line.trim() === '' || readSeparator(line)?.kind === 'rule' || line.trim() === '--');
  let start = 0;
  let end = lines.length;
  while (start < end && isEmpty(lines[start])) start += 1;
  while (end > start && isEmpty(lines[end - 1])) end -= 1;
  return lines.slice(start, end);
}

function withoutTag(text: string): string {
  return text.replace(/^\s*\[(?:external|extern|externe|externo|esterno|ext)\]:?\s*/i, '');
}
