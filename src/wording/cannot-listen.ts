type Listening = { readonly host: string; readonly port: number; readonly settings: { host: string; port: string } };

/** What an operator reads when a server could not begin to listen, with what to change. */
export function cannotListen({ host, port, settings }: Listening, error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown fault';
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} at ${host} is taken by another program. Stop that one, or choose another port with ${settings.port}.`;
    case 'EACCES':
      return `Port ${port} needs rights that the user who runs Herald does not have. Choose one from 1024 up with ${settings.port}.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'EINVAL':
      return `${host} is no address of this machine. Set ${settings.host} to one that is: 127.0.0.1 for this machine alone, 0.0.0.0 for all its addresses.`;
    default:
      return `Nothing can listen at ${host} port ${port} (${code}). Look at ${settings.host} and ${settings.port}.`;
  }
}
