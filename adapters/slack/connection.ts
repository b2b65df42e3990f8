import { randomUUID } from 'node:crypto';
import type { Desk } from './desk.ts';

/** Whether Slack's refusal means that the token is of no more use. */
export function isLost(error: string): boolean {
  return error === 'token_revoked' || error === 'account_inactive' || error === 'invalid_auth';
}

/** Tells the core that Herald was thrown out. Said twice, in whichever order, it is so once. */
export async function loseConnection({ core, clock, workspace }: Desk, error: string): Promise<void> {
  const why = error === 'account_inactive' ? 'uninstalled' : 'token-revoked';
  const key = `slack:lost:${randomUUID()}`;
  await core.handle({ type: 'connection-lost', key, at: clock.now(), connection: workspace.connection, why });
}
