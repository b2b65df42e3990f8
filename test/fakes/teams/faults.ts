/** What goes wrong with a call: said before anything is done, after it was done, or not said at all. */
export type Fault = {
  /** Matches `METHOD /path`, without the service's own address. */
  readonly at: RegExp;
  readonly status?: number;
  readonly code?: string;
  readonly retryAfter?: number;
  /** How often; for ever when not said. */
  readonly times?: number;
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
  const faults: { readonly fault: Fault; left: number }[] = [];
  return {
    add: (fault: Fault): void => void faults.push({ fault, left: fault.times ?? Number.POSITIVE_INFINITY }),
    clear: (): void => void faults.splice(0),
    /** The fault of this call, if it has one. */
    next(call: string): Fault | null {
      const found = faults.find(({ fault, left }) => left > 0 && fault.at.test(call));
      if (!found) return null;
      found.left -= 1;
      return found.fault;
    },
  };
}

export type Faults = ReturnType<typeof createFaults>;
