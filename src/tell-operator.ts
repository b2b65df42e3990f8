import type { Log } from './log.ts';
import type { Core } from './ports.ts';

/**
 * Has an operator hear at once, in the log, that Herald was thrown out of a connection: where it was the only one, no
 * admin can be told.
 */
export function tellingOperator(core: Core, log: Log): Core {
  const lost = new Set<string>();
  return {
    ...core,
    async handle(command) {
      const reply = await core.handle(command);
      if (command.type === 'open-connection') lost.delete(command.connection.id);
      if (command.type === 'connection-lost' && reply.type === 'connection-lost' && !lost.has(command.connection)) {
        lost.add(command.connection);
        const { platform, why } = reply;
        log.error('connection-lost', { connection: command.connection, platform, why, see: 'herald doctor' });
      }
      return reply;
    },
  };
}
