import type { Member } from './member.ts';

/** More words than names have; a typed name is looked for no further. */
const NAME_WORDS = 5;
/** Namesakes that are offered. */
const OFFERED = 8;

export type Typed =
  | { readonly user: string; readonly length: number }
  | { readonly name: string; readonly fitting: readonly Member[] };

/** Whose name stands at the beginning of a text, after the @; the longest that fits wins. Nobody or several otherwise. */
export function typedName(text: string, members: readonly Member[]): Typed {
  const parts = [...text.slice(1, 400).matchAll(/[\p{L}\p{M}\p{N}_'’.-]+/gu)].slice(0, NAME_WORDS);
  let several: readonly Member[] = [];
  for (let many = parts.length; many > 0; many -= 1) {
    const last = parts[many - 1];
    if (last === undefined) continue;
    const typed = text.slice(1, 1 + last.index + last[0].length);
    for (const spelling of [typed, typed.replace(/['’]s$|[.'’-]+$/u, '')]) {
      const fitting = membersCalled(spelling, members);
      const [member] = fitting;
      if (member && fitting.length === 1) return { user: member.user, length: 1 + spelling.length };
      if (fitting.length > 1) several = fitting;
    }
  }
  return { name: (parts[0]?.[0] ?? text.slice(1, 40)).trim(), fitting: several.slice(0, OFFERED) };
}

function membersCalled(typed: string, members: readonly Member[]): readonly Member[] {
  const wanted = folded(typed);
  if (wanted === '') return [];
  const exactly = members.filter((member) => member.calledAs.some((name) => folded(name) === wanted));
  if (exactly.length > 0) return exactly;
  return members.filter((member) => member.calledAs.some((name) => folded(name).split(' ').includes(wanted)));
}

/** Without accents, capitals and extra space: "@chloe" finds "Chloé". */
function folded(name: string): string {
  return name.normalize('NFKD').replace(/\p{M}/gu, '').replace(/\s+/g, ' ').trim().toLowerCase();
}
