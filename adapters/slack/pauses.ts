import { CALL_MS, CHANNEL_PACE_MS } from './limits.ts';

/** The waits that Slack's own ways ask for. Tests, whose Slack is of their own making, need not sit through them. */
export type Pauses = {
  /** From one message in a channel to the next. */
  readonly messageMs: number;
  /** Until a call that nobody answers is cut off. */
  readonly callMs: number;
  /** Between the two connections' beginnings, so that Slack does not refresh both at once. */
  readonly socketMs: number;
};

export const SLACKS_PAUSES: Pauses = { messageMs: CHANNEL_PACE_MS, callMs: CALL_MS, socketMs: 2500 };
