/** Mail comes in bursts: whoever clears a folder forwards a dozen within seconds. Longer, and a key taken back would live on. */
const KEPT_MS = 10_000;
const MOST_KEPT = 500;

/** Answers of DNS that were heard just now, and that there is none. Silence and refusals are asked for anew. */
export function createRecentAnswers(now: () => number = () => performance.now()) {
  const kept = new Map<string, { readonly answer: Promise<string[]>; readonly until: number }>();
  return {
    of(question: string, ask: () => Promise<string[]>): Promise<string[]> {
      const known = kept.get(question);
      if (known && known.until > now()) return known.answer;
      if (kept.size >= MOST_KEPT) kept.clear();
      const answer = ask();
      kept.set(question, { answer, until: now() + KEPT_MS });
      answer.catch((error) => {
        if (!isAbsent(error) && kept.get(question)?.answer === answer) kept.delete(question);
      });
      return answer;
    },
  };
}

/** The name or the record is not there, which is an answer; anything else is none. */
export function isAbsent(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return code === 'ENOTFOUND' || code === 'ENODATA';
}
