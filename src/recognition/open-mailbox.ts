import type { OpenMailbox } from '../commands.ts';
import { answer, refuse } from './answer.ts';
import type { Decision, Fact } from './decision.ts';
import type { Organization } from './organization.ts';
import { faultIn, settingsOf, tidySettings } from './settings.ts';

type Known = { readonly command: OpenMailbox; readonly organization: Organization | null };

/** Makes a mailbox known, and seeds the list of forwarders while there is none. */
export function openMailbox({ command, organization }: Known): Decision {
  const { at, connection } = command;
  if (organization === null) return refuse({ reason: 'person-unknown', name: '' });
  const stamp = { organization: organization.id, at };
  const facts: Fact[] = [];
  if (!organization.connections.some(({ id }) => id === connection)) {
    const opened = { id: connection, platform: 'email', digestChannel: null } as const;
    facts.push({ type: 'connection-opened', ...stamp, connection: opened });
  }
  if (organization.forwarders.length === 0 && command.forwarders.length > 0) {
    const { forwarders } = command;
    const settings = tidySettings({ ...settingsOf(organization, connection), forwarders });
    const fault = faultIn(settings);
    if (fault) return answer(fault);
    const { scheduledSince } = organization;
    facts.push({ type: 'settings-changed', ...stamp, settings, scheduledSince, connection, channelNamed: false });
  }
  return { reply: { type: 'connection-open', organization: organization.id, again: null }, facts, announce: [] };
}
