import { unescaped } from './escape.ts';

/** A piece of what a person typed, out of Slack's form (docs.slack.dev/messaging/formatting-message-text). */
export type Token =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'user'; readonly user: string; readonly label: string | null }
  | { readonly kind: 'group'; readonly group: string; readonly label: string | null };

const SPECIAL = /<([@#!]?)([^<>|]*)(?:\|([^<>]*))?>/g;

export function tokensOf(typed: string): readonly Token[] {
  const tokens: Token[] = [];
  let end = 0;
  for (const match of typed.matchAll(SPECIAL)) {
    addText(tokens, unescaped(typed.slice(end, match.index)));
    const [whole, sign = '', inner = '', label] = match;
    addSpecial(tokens, sign, inner, label === undefined || label === '' ? null : unescaped(label));
    end = match.index + whole.length;
  }
  addText(tokens, unescaped(typed.slice(end)));
  return tokens;
}

function addSpecial(tokens: Token[], sign: string, inner: string, label: string | null): void {
  const group = /^subteam\^(\w+)$/.exec(inner)?.[1];
  if (sign === '@' && /^\w+$/.test(inner)) tokens.push({ kind: 'user', user: inner, label });
  else if (sign === '!' && group !== undefined) tokens.push({ kind: 'group', group, label });
  else if (sign === '#') addText(tokens, `#${label ?? 'a channel'}`);
  else if (sign === '!') addText(tokens, label ?? `@${inner.replace(/\^.*$/, '')}`);
  else addText(tokens, linkText(unescaped(inner), label));
}

function linkText(url: string, label: string | null): string {
  const address = url.replace(/^mailto:/, '');
  return label === null || label === address || url.endsWith(label) ? (label ?? address) : `${label} (${address})`;
}

function addText(tokens: Token[], text: string): void {
  if (text === '') return;
  const last = tokens.at(-1);
  if (last?.kind === 'text') tokens[tokens.length - 1] = { kind: 'text', text: last.text + text };
  else tokens.push({ kind: 'text', text });
}

/** The words as everybody reads them, with names for whom Slack has ids. */
export function wordsOf(tokens: readonly Token[], nameOf: (user: string) => string | null): string {
  return tokens
    .map((token) => {
      switch (token.kind) {
        case 'text':
          return token.text;
        case 'user':
          return nameOf(token.user) ?? token.label ?? 'someone';
        case 'group':
          return token.label?.replace(/^@/, '') ?? 'the team';
        default:
          return token satisfies never;
      }
    })
    .join('')
    .trim();
}

export function usersIn(tokens: readonly Token[]): readonly string[] {
  return tokens.flatMap((token) => (token.kind === 'user' ? [token.user] : []));
}

/** What a person typed as everybody reads it, where Herald asks nobody for names. */
export function plainWords(typed: string): string {
  return wordsOf(tokensOf(typed), () => null);
}
