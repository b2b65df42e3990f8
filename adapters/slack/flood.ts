/** Stories that one person may tell within a minute: more than anybody types, and little to everybody else's. */
export const TOLD_A_MINUTE = 60;
const MINUTE_MS = 60_000;
/** Slack sends an event again for six minutes: that is no further story. */
const REMEMBERED_MS = 10 * MINUTE_MS;

/** Keeps one person, or a script of theirs, from taking up everybody's Herald. */
export function createFlood(now: () => number) {
  const told = new Map<string, Map<string, number>>();

  /** Whether this person's story under this key may be taken in; what was taken in once may come again. */
  function takes(user: string, key: string): boolean {
    const at = now();
    const theirs = told.get(user) ?? new Map<string, number>();
    if (theirs.has(key)) return true;
    for (const [old, when] of theirs) {
      if (when > at - REMEMBERED_MS) break;
      theirs.delete(old);
    }
    if (theirs.size >= TOLD_A_MINUTE && toldSince(at - MINUTE_MS, theirs) >= TOLD_A_MINUTE) return false;
    theirs.set(key, at);
    told.set(user, theirs);
    return true;
  }

  return { takes };
}

function toldSince(moment: number, told: ReadonlyMap<string, number>): number {
  return [...told.values()].filter((when) => when > moment).length;
}

export type Flood = ReturnType<typeof createFlood>;
