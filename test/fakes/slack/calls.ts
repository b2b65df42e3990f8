// What the app asked of Slack, and what it got: for tests to look at.

import type { Thing } from './json.ts';

export type Call = {
  readonly method: string;
  readonly args: Thing;
  readonly at: number;
  /** `ok`, the error's name, `http 429`, or `unanswered` when nothing ever came back. */
  outcome: string;
};

export function createCalls() {
  const all: Call[] = [];
  return {
    all,
    record(method: string, args: Thing): Call {
      const call: Call = { method, args, at: Date.now(), outcome: 'unanswered' };
      all.push(call);
      return call;
    },
    of: (method: string) => all.filter((call) => call.method === method),
    /** Calls that Slack refused: a well-behaved app leaves none in ordinary use. */
    refused: () => all.filter((call) => call.outcome !== 'ok'),
    forget() {
      all.length = 0;
    },
  };
}
