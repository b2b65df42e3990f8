import type { ConnectionLost } from '../commands.ts';
import { answer, refuse } from './answer.ts';
import type { Decision } from './decision.ts';
import type { Organization, Person } from './organization.ts';
import { tellAdmins } from './tell-admins.ts';

type Known = {
  readonly command: ConnectionLost;
  readonly organization: Organization | null;
  /** Those whom another connection, not lost, reaches. */
  readonly reached: readonly Person[];
};

/** Herald was thrown out, for whichever reason it hears first: its messages there wait until it is back. */
export function loseConnection({ command, organization, reached }: Known): Decision {
  const connection = organization?.connections.find(({ id }) => id === command.connection);
  if (!organization || !connection) return refuse({ reason: 'person-unknown', name: '' });
  const view = { type: 'connection-lost', platform: connection.platform, why: connection.lost ?? command.why } as const;
  if (connection.lost !== null) return answer(view);
  const stamp = { organization: organization.id, at: command.at };
  return {
    reply: view,
    facts: [{ type: 'connection-lost', ...stamp, connection: connection.id, why: command.why }],
    announce: tellAdmins(reached, command.key, view),
  };
}
