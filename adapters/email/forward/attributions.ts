// The line above a quoted mail: "On 3 February 2025, Jane Sample <jane@example.com> wrote:".
// To add a language, add how such a line starts (words before a date, "" for none) and its "wrote".

import { firstAddress, type Mailbox, readMailbox } from './mailbox.ts';
import { isBlank, type Line } from './quote.ts';

type Row = { readonly language: string; readonly starts: string; readonly wrote: string };

const ROWS: readonly Row[] = [
  { language: 'en', starts: 'on ', wrote: 'wrote' },
  { language: 'de', starts: 'am ', wrote: 'schrieb' },
  { language: 'fr', starts: 'le ', wrote: 'a écrit' },
  { language: 'es', starts: 'el ', wrote: 'escribió' },
  { language: 'nl', starts: 'op ', wrote: 'schreef' },
  { language: 'ja', starts: '', wrote: 'のメール|さんは書きました|が書き込みました|wrote' },
  { language: 'it', starts: 'il ', wrote: 'ha scritto' },
  { language: 'pt', starts: 'em |a ', wrote: 'escreveu' },
  { language: 'pl', starts: 'dnia |w dniu ', wrote: 'napisał(a)|napisał|napisała|pisze' },
  { language: 'sv', starts: 'den ', wrote: 'skrev' },
  { language: 'da', starts: 'den |d. ', wrote: 'skrev' },
  { language: 'nb', starts: 'den ', wrote: 'skrev' },
  { language: 'fi', starts: '', wrote: 'kirjoitti' },
  { language: 'cs', starts: 'dne ', wrote: 'napsal(a)|napsal|napsala' },
  { language: 'sk', starts: 'dňa ', wrote: 'napísal(a)|napísal|napísala' },
  { language: 'hu', starts: '', wrote: 'ezt írta|írta' },
  { language: 'ro', starts: 'în ', wrote: 'a scris' },
  { language: 'tr', starts: '', wrote: 'şunu yazdı|tarihinde yazdı' },
  { language: 'el', starts: 'στις ', wrote: 'έγραψε' },
  { language: 'ru', starts: '', wrote: 'написал(а)|написал|написала|пишет' },
  { language: 'uk', starts: '', wrote: 'пише|написав(ла)|написав|написала' },
  { language: 'zh', starts: '在', wrote: '写道|寫道' },
  { language: 'ko', starts: '', wrote: '작성|씀' },
  { language: 'ar', starts: 'في ', wrote: 'كتب' },
  { language: 'he', starts: 'ב', wrote: 'כתב/ה|כתב|כתבה|מאת' },
  { language: 'id', starts: 'pada ', wrote: 'menulis' },
  { language: 'vi', starts: 'vào ', wrote: 'đã viết' },
  { language: 'bg', starts: 'на ', wrote: 'написа' },
  { language: 'hr', starts: 'dana ', wrote: 'je napisao|je napisala|napisao je|napisala je' },
  { language: 'sl', starts: 'dne ', wrote: 'je napisal|je napisala' },
  { language: 'ca', starts: 'el ', wrote: 'va escriure' },
  { language: 'lt', starts: '', wrote: 'rašė' },
  { language: 'th', starts: 'เมื่อ ', wrote: 'เขียนว่า' },
];

export type Attribution = {
  readonly author: Mailbox;
  readonly sent: string;
  readonly languages: readonly string[];
  /** Index of the first line behind it. */
  readonly end: number;
};

const LONGEST = 400;
const MOST_LINES = 3;
const YEAR = /(?<!\d)(?:19|20)\d\d(?!\d)|\d\d?[./]\d\d?[./]\d\d(?!\d)/;

/** Reads the attribution that begins at a line; mail programs wrap it over as many as three. */
export function readAttribution(lines: readonly Line[], start: number): Attribution | null {
  let text = '';
  for (let at = start; at < start + MOST_LINES; at += 1) {
    const line = lines[at];
    if (line === undefined || isBlank(line) || line.content.length > LONGEST) return null;
    if (line.depth !== lines[start]?.depth) return null;
    text = text === '' ? line.content.trim() : `${text} ${line.content.trim()}`;
    if (text.length > LONGEST) return null;
    if (/[:：]$/.test(text)) return attributionIn(text, lines, start, at + 1);
  }
  return null;
}

function attributionIn(text: string, lines: readonly Line[], start: number, end: number): Attribution | null {
  const lower = text.toLowerCase();
  const address = firstAddress(text);
  const quotes =
    (lines[end]?.depth ?? 0) > (lines[start]?.depth ?? 0) ||
    (isBlank(lines[end]) && (lines[end + 1]?.depth ?? 0) > (lines[start]?.depth ?? 0));
  if (!quotes && address === null && !YEAR.test(text)) return null;
  for (const row of ROWS) {
    const verb = row.wrote.split('|').find((word) => lower.includes(word));
    if (verb === undefined) continue;
    const started = row.starts !== '' && row.starts.split('|').some((word) => lower.startsWith(word));
    const dated = /\d/.test(text);
    // A start word makes a wrapped line's first line known; without one only a whole line is trusted.
    const oneLine = end === start + 1;
    if ((started && (dated || quotes)) || (oneLine && (address !== null || (dated && YEAR.test(text))))) {
      return compose(text, lower.indexOf(verb), verb.length, row.language, end);
    }
  }
  const datedAddress = end === start + 1 && YEAR.test(text) && /<[^<>\s@]+@[^<>\s]+>\s*[:：]$/.test(text);
  return datedAddress ? compose(text, text.length, 0, 'en', end) : null;
}

function compose(text: string, verb: number, length: number, language: string, end: number): Attribution {
  const behind = text.slice(verb + length).replace(/[\s:：]+$/, '');
  const before = text.slice(0, verb);
  const who = /\p{L}{2}/u.test(behind) && !YEAR.test(behind) ? behind : lastWords(withoutDateBehind(before));
  const mailbox = readMailbox(who);
  const author = { ...mailbox, email: mailbox.email ?? firstAddress(text) };
  return { author, sent: text.replace(who, ' '), languages: [language], end };
}

/** Chinese and Turkish programs put the date between the address and "wrote". */
function withoutDateBehind(text: string): string {
  const address = text.lastIndexOf('>');
  return address > 0 && /\d/.test(text.slice(address)) ? text.slice(0, address + 1) : text;
}

const NOT_A_NAME = new Set([
  'am',
  'pm',
  'a.m.',
  'p.m.',
  'a. m.',
  'm.',
  'uhr',
  'um',
  'at',
  'à',
  'las',
  'ore',
  'klo',
  'kl.',
  'kl',
  'o',
  'v',
  'в',
  'г.',
  'om',
  'gmt',
  'utc',
  'cet',
  'cest',
  'den',
  'odesílatel',
  'użytkownik',
  'používateľ',
  'uživatel',
]);

/** The name and address at the end of "On Mon, 3 Feb 2025 at 10:00 AM Jane Sample <jane@example.com>". */
function lastWords(text: string): string {
  const words = text.trim().split(/\s+/);
  let from = words.length;
  while (from > 0) {
    const word = words[from - 1] ?? '';
    const isAddress = word.includes('@');
    if (!isAddress && (/\d/.test(word) || NOT_A_NAME.has(word.toLowerCase().replace(/,$/, '')))) break;
    if (/[,،]$/.test(word) && from < words.length) break;
    from -= 1;
  }
  return words.slice(from).join(' ').replace(/,$/, '');
}
