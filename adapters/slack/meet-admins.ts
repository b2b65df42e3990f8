import { setTimeout as sleep } from 'node:timers/promises';
import type { Desk } from './desk.ts';
import { introduce } from './meet.ts';

/** As many as are told of troubles. */
const ADMINS = 20;
/** Between tries, while Slack does not tell. */
const AGAIN_MS = 30_000;

/**
 * Somebody has to be known who can be told of troubles: at the first start those who run the workspace are met. Tries
 * until Slack tells who they are, or `stopping`.
 */
export async function meetAdmins(desk: Desk, stopping: AbortSignal, onFault: (error: unknown) => void): Promise<void> {
  while (!stopping.aborted) {
    try {
      return await meetOnce(desk);
    } catch (error) {
      onFault(error);
      await sleep(AGAIN_MS, null, { signal: stopping, ref: false }).catch(() => null);
    }
  }
}

async function meetOnce(desk: Desk): Promise<void> {
  const { core, workspace, directory } = desk;
  const view = await core.ask({ type: 'people', connection: workspace.connection });
  if (view.type === 'people' && view.people.some(({ admin, active }) => admin && active)) return;
  const admins = await directory.admins();
  await introduce(
    desk,
    admins.slice(0, ADMINS).map(({ facts }) => facts),
  );
}
