import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { type Shared, serveConnection } from './connection.ts';
import { addMessage, createFolder } from './mailbox.ts';

/** A mailbox at the other end of the network: a strict server of as much IMAP as Herald speaks. */
export async function openImapServer(port = 0) {
  const shared: Shared = {
    user: 'praise@herald.example',
    password: 'a "secret" of ours',
    folders: new Map([['INBOX', createFolder('INBOX')]]),
    can: { idle: true, move: true },
    said: [],
  };
  const connections = new Map<Socket, ReturnType<typeof serveConnection>>();
  const server = createServer((socket) => {
    connections.set(socket, serveConnection(socket, shared));
    socket.on('close', () => connections.delete(socket));
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');

  return {
    ...shared,
    port: (server.address() as AddressInfo).port,
    connections: () => connections.size,
    /** A mail comes; who waits for one is told. */
    receive(raw: Buffer, folder = 'INBOX'): void {
      const there = shared.folders.get(folder) ?? createFolder(folder);
      shared.folders.set(folder, there);
      addMessage(there, raw);
      for (const connection of connections.values()) connection.announce(folder);
    },
    /** What lies there: each mail's flags. */
    flagsIn: (folder: string) => shared.folders.get(folder)?.messages.map(({ flags }) => [...flags].toSorted()) ?? [],
    /** The network breaks. */
    drop(): void {
      for (const socket of connections.keys()) socket.destroy();
    },
    async close(): Promise<void> {
      for (const socket of connections.keys()) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
