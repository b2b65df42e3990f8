// HTML to the text that a reader sees. What is hidden from the eye is not the customer's word: trackers and
// newsletters hide previews in it, and a forger could hide a second mail.

import { compile, type FormatCallback } from 'html-to-text';
import { MAX_OPEN_ELEMENTS, MAX_TEXT } from './limits.ts';

/** The same line that Outlook's plain text has where its HTML has a rule. */
const RULE = '_'.repeat(32);

const HIDDEN_STYLES: readonly RegExp[] = [
  /(?:^|;)display:none/,
  /(?:^|;)visibility:(?:hidden|collapse)/,
  /(?:^|;)font-size:0(?:px|pt|em|rem|%)?(?:;|!|$)/,
  /(?:^|;)opacity:0(?:\.0*)?(?:;|!|$)/,
  /(?:^|;)max-height:0(?:px|pt|em|rem|%)?(?:;|!|$)/,
  /(?:^|;)mso-hide:all/,
];

function isHiddenStyle(style: string): boolean {
  const plain = style.slice(0, 2000).replace(/\s+/g, '').toLowerCase();
  return HIDDEN_STYLES.some((hidden) => hidden.test(plain));
}

// Shows an element that turned out to be visible as its own tag wants: without the attribute it is picked anew.
const unlessHidden: FormatCallback = (element, walk, builder) => {
  const { style, ...others } = element.attribs;
  if (isHiddenStyle(style ?? '')) return;
  element.attribs = others;
  walk([element], builder);
};

const skipped = ['[hidden]', 'title', 'template', 'img', 'object', 'svg', 'input', 'select', 'button'];

const convert = compile({
  wordwrap: false,
  baseElements: { selectors: [], returnDomByDefault: true },
  limits: { maxDepth: 300, maxChildNodes: 100_000, ellipsis: '' },
  formatters: { unlessHidden },
  selectors: [
    ...skipped.map((selector) => ({ selector, format: 'skip' })),
    { selector: '[style]', format: 'unlessHidden' },
    { selector: 'a', options: { ignoreHref: true } },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
    { selector: 'ul', options: { itemPrefix: '- ' } },
    { selector: 'hr', format: 'blockString', options: { string: RULE } },
    { selector: 'tr', format: 'block', options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
    { selector: 'td', format: 'inlineSurround', options: { suffix: ' ' } },
    { selector: 'th', format: 'inlineSurround', options: { suffix: ' ' } },
  ],
});

export function htmlToText(html: string): string {
  return convert(cutWhereTooDeep(html.slice(0, MAX_TEXT)));
}

/** Elements that have no end tag, or that the next of their kind ends. */
const UNCLOSED = new Set(
  'area base br col embed hr img input link meta source track wbr p li td th tr dt dd option'.split(' '),
);

function cutWhereTooDeep(html: string): string {
  let open = 0;
  for (const tag of html.matchAll(/<(\/?)([a-z][a-z0-9]{0,20})/gi)) {
    if (UNCLOSED.has((tag[2] ?? '').toLowerCase())) continue;
    open = tag[1] === '/' ? Math.max(0, open - 1) : open + 1;
    if (open > MAX_OPEN_ELEMENTS) return html.slice(0, tag.index);
  }
  return html;
}
