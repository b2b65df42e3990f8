import type { Desk } from './desk.ts';
import { introduce } from './meet.ts';

/** As many as are told of troubles. */
const ADMINS = 20;

/** Somebody has to be known who can be told of troubles: at the first start those who run the workspace are met. */
export async function meetAdmins(desk: Desk): Promise<void> {
  const { core, workspace, directory } = desk;
  const view = await core.ask({ type: 'people', connection: workspace.connection });
  if (view.type === 'people' && view.people.some(({ admin, active }) => admin && active)) return;
  const admins = (await directory.everybody()).filter(
    ({ facts }) => facts.admin && facts.active && facts.kind === 'human',
  );
  await introduce(
    desk,
    admins.slice(0, ADMINS).map(({ facts }) => facts),
  );
}
