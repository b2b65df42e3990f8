import type { Organization } from './recognition/organization.ts';

/**
 * The connection by which people are known whom an organization knows by their mail address alone. The sandbox's sample
 * company has its own, since a real one may share its database.
 */
export function mailboxOf({ id, sample }: Pick<Organization, 'id' | 'sample'>): string {
  return sample ? `email:${id}` : 'email';
}
