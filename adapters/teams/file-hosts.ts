/** Whoever may write to Herald does not choose what Herald calls: only where Microsoft keeps people's files. */
export function keepsFiles(hosts: readonly string[], address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, username, host } = new URL(address);
  if (username !== '') return false;
  return hosts.some((one) => (one.startsWith('.') ? protocol === 'https:' && hostname.endsWith(one) : host === one));
}
