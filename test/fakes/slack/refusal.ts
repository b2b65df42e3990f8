import type { Thing } from './json.ts';

/** Slack's `ok: false`, with the error's name and whatever Slack says beside it. */
export class SlackRefusal extends Error {
  readonly error: string;
  readonly details: Thing;
  constructor(error: string, details: Thing = {}) {
    super(error);
    this.name = 'SlackRefusal';
    this.error = error;
    this.details = details;
  }
}

/** A refusal that lists faults the way Slack's validators do. */
export function refusalWithFaults(error: string, faults: readonly string[]): SlackRefusal {
  return new SlackRefusal(error, {
    errors: faults,
    response_metadata: { messages: faults.map((fault) => `[ERROR] ${fault}`) },
  });
}
