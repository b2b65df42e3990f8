import type { Member } from './member.ts';

/** Namesakes that are offered. */
const OFFERED = 8;

/** Those who are called so: by all of the name, or else by a part of it. */
export function membersCalled(typed: string, members: readonly Member[]): readonly Member[] {
  const wanted = folded(typed);
  if (wanted === '') return [];
  const here = members.filter(({ facts }) => facts.active && facts.kind === 'human');
  const exactly = here.filter(({ facts }) => folded(facts.name) === wanted || facts.email === typed.toLowerCase());
  const fitting = exactly.length > 0 ? exactly : here.filter(({ facts }) => parts(facts.name).includes(wanted));
  return fitting.slice(0, OFFERED);
}

function parts(name: string): readonly string[] {
  return folded(name).split(/[ ,]+/);
}

/** Without accents, capitals and extra space: "chloe" finds "Chloé". */
function folded(name: string): string {
  return name.normalize('NFKD').replace(/\p{M}/gu, '').replace(/\s+/g, ' ').trim().toLowerCase();
}
