/** What goes wrong with a call: said before anything is done, after it was done, or not said at all. */
export type Fault = {
  /** Matches `METHOD /path`, without the service's own address. */
  readonly at: RegExp;
  readonly status?: number;
  readonly code?: string;
  readonly retryAfter?: number;
  /** How often; for ever when not said. */
  readonly times?: number;
  /** Of those that match, each so-manieth; all of them when not said. */
  readonly every?: number;
  /** The call is done all the same. */
  readonly done?: boolean;
  /** The connection breaks instead of an answer. */
  readonly breaks?: boolean;
  /** Before it is done, or would be. */
  readonly delayMs?: number;
  /** Between its being done and the answer. */
  readonly lateMs?: number;
};

export function createFaults() {
  const faults: { readonly fault: Fault; left: number; met: number }[] = [];
  return {
    add: (fault: Fault): void => void faults.push({ fault, left: fault.times ?? Number.POSITIVE_INFINITY, met: 0 }),
    clear: (): void => void faults.splice(0),
    /** The fault of this call, if it has one. */
    next(call: string): Fault | null {
      for (const one of faults) {
        if (one.left === 0 || !one.fault.at.test(call)) continue;
        one.met += 1;
        if (one.met % (one.fault.every ?? 1) !== 0) continue;
        one.left -= 1;
        return one.fault;
      }
      return null;
    },
  };
}

export type Faults = ReturnType<typeof createFaults>;
