// Two spellings that are one slip apart: a letter too many, too few, another one, or two that changed places. Accents
// and case are no difference at all.

/** The spelling, and it with each of its letters left out. Those of two spellings one slip apart have one in common. */
export function slipKeys(name: string): readonly string[] {
  const plain = plainLetters(name);
  const shorter = Array.from(plain, (_, at) => plain.slice(0, at) + plain.slice(at + 1));
  return [...new Set([plain, ...shorter])];
}

export function isOneSlipApart(one: string, other: string): boolean {
  const [long, short] = [plainLetters(one), plainLetters(other)].toSorted((a, b) => b.length - a.length) as [
    string,
    string,
  ];
  let same = 0;
  while (same < short.length && long[same] === short[same]) same += 1;
  const [restLong, restShort] = [long.slice(same), short.slice(same)];
  if (long.length !== short.length) return long.length === short.length + 1 && restLong.slice(1) === restShort;
  const swapped = `${restShort[1]}${restShort[0]}${restShort.slice(2)}`;
  return restLong.slice(1) === restShort.slice(1) || restLong === swapped;
}

function plainLetters(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
