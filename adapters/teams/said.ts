import { z } from 'zod';

/** A piece of what a person typed, with those named in it as Teams tells, never as the text does. */
export type Token =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'user'; readonly user: string; readonly name: string };

const mention = z.looseObject({
  type: z.literal('mention'),
  text: z.string().min(1),
  mentioned: z.looseObject({ id: z.string().min(1), name: z.string().nullish() }),
});

/** Channels and teams are mentioned by the ids of their conversations; nobody is meant by them. */
const CONVERSATION = /^19:|@thread\./;

/**
 * What was said, taken apart. Each mention stands in the text as its entity has it; the same text typed by hand has no
 * entity and stays text.
 */
export function tokensOf(text: string, entities: readonly unknown[]): readonly Token[] {
  const tokens: Token[] = [];
  let rest = text;
  for (const entity of entities) {
    const { success, data } = mention.safeParse(entity);
    if (!success) continue;
    const at = rest.indexOf(data.text);
    if (at < 0) continue;
    addText(tokens, decoded(rest.slice(0, at)));
    const name = decoded(data.mentioned.name ?? data.text.replace(/<[^>]*>/g, ''));
    if (!CONVERSATION.test(data.mentioned.id)) tokens.push({ kind: 'user', user: data.mentioned.id, name });
    else addText(tokens, name);
    rest = rest.slice(at + data.text.length);
  }
  addText(tokens, decoded(rest));
  return tokens;
}

function addText(tokens: Token[], text: string): void {
  if (text === '') return;
  const last = tokens.at(-1);
  if (last?.kind === 'text') tokens[tokens.length - 1] = { kind: 'text', text: last.text + text };
  else tokens.push({ kind: 'text', text });
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ' };

/** Teams writes what a person typed with the five signs of HTML as entities. */
export function decoded(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (_, name: string) => NAMED[name] ?? '').replace(/\u00a0/g, ' ');
}

/** The words as everybody reads them. */
export function wordsOf(tokens: readonly Token[]): string {
  return tokens
    .map((token) => (token.kind === 'text' ? token.text : token.name))
    .join('')
    .trim();
}

export type Named = { readonly heroes: readonly string[]; readonly words: string };

const BETWEEN = /^[\s,;:]*(?:(?:and|&|\+)[\s,;:]*)?$/i;
const AFTER = /^[\s,;:]+/;

/** Those whose names begin a text ("@Ana and @Ben stayed late") are taken out of it; when none does, those within it count and stay. */
export function namedIn(tokens: readonly Token[]): Named {
  const heroes: string[] = [];
  let rest = [...tokens];
  for (;;) {
    const [head, next] = rest;
    if (head?.kind === 'user') {
      heroes.push(head.user);
      rest = rest.slice(1);
    } else if (head?.kind === 'text' && next?.kind === 'user' && BETWEEN.test(head.text)) rest = rest.slice(1);
    else break;
  }
  if (heroes.length > 0) return { heroes: [...new Set(heroes)], words: wordsOf(rest).replace(AFTER, '') };
  const within = rest.flatMap((token) => (token.kind === 'user' ? [token.user] : []));
  return { heroes: [...new Set(within)], words: wordsOf(rest) };
}
