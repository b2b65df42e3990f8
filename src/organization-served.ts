import { type Config, servesSandbox } from './config.ts';
import type { Organization } from './recognition/organization.ts';

/** Whose chats are configured; null before they first opened. */
export function organizationServed(config: Config, organizations: readonly Organization[]): Organization | null {
  const served = servesSandbox(config) ? ['web'] : ['slack', 'teams'];
  const isServed = ({ connections }: Organization) => connections.some(({ platform }) => served.includes(platform));
  return organizations.find(isServed) ?? null;
}
