// Troubles that a test asks for: Slack failing, slow, silent, or done without saying so.

export type Trouble =
  /** `ok: false` with this error. */
  | { readonly kind: 'error'; readonly error: string }
  /** HTTP 429 with `Retry-After`, nothing done. */
  | { readonly kind: 'ratelimited'; readonly retryAfter: number }
  /** Another HTTP status, nothing done. */
  | { readonly kind: 'status'; readonly status: number }
  /** The call is taken and never answered, nothing done. */
  | { readonly kind: 'black-hole' }
  /** The call is done, and never answered. */
  | { readonly kind: 'done-unanswered' }
  /** The connection is cut, nothing done. */
  | { readonly kind: 'reset' }
  /** The call is done, and the connection cut before the answer. */
  | { readonly kind: 'done-reset' }
  /** The call is done, and answered later. */
  | { readonly kind: 'slow'; readonly milliseconds: number };

export type Fault = {
  readonly trouble: Trouble;
  /** All methods, when left out; `response_url` stands for the answering addresses, `file` for downloads. */
  readonly method?: string;
  readonly channel?: string;
  /** How many calls it meets; all, when left out. */
  readonly times?: number;
  /** Meets only each nth of the calls that fit. */
  readonly every?: number;
};

export type Planted = { readonly met: () => number; readonly lift: () => void };

export function createFaults() {
  const planted = new Set<Fault & { seen: number; met: number }>();

  return {
    plant(fault: Fault): Planted {
      const one = { ...fault, seen: 0, met: 0 };
      planted.add(one);
      return { met: () => one.met, lift: () => planted.delete(one) };
    },
    /** The trouble that this call runs into, counted as met. */
    meet(method: string, channel: string): Trouble | null {
      for (const one of planted) {
        if (one.method !== undefined && one.method !== method) continue;
        if (one.channel !== undefined && one.channel !== channel) continue;
        if (one.times !== undefined && one.met >= one.times) continue;
        one.seen += 1;
        if (one.seen % (one.every ?? 1) !== 0) continue;
        one.met += 1;
        return one.trouble;
      }
      return null;
    },
    liftAll() {
      planted.clear();
    },
  };
}
