import type { Checkup, Finding } from '../command-line/doctor.ts';
import type { Config } from '../config.ts';
import { organizationServed } from '../organization-served.ts';

// What `herald doctor` looks at.

export async function checkDatabase({ databaseFile: file }: Config): Promise<Checkup> {
  const { checkUp } = await import('../../db/checkup.ts');
  const { holderOf } = await import('../../db/lock.ts');
  return { file, database: await checkUp(file), running: holderOf(file) };
}

export async function checkDoors(config: Config, checkup: Checkup): Promise<readonly Finding[]> {
  const doors = [checkSlackDoor, checkTeamsDoor, checkEmailDoors];
  return (await Promise.all(doors.map((check) => check(config, checkup)))).flat();
}

/** What Slack says. The digest's channel is the stored one; until there is one, the one that is configured. */
async function checkSlackDoor({ slack, digestChannel }: Config, { database }: Checkup): Promise<readonly Finding[]> {
  if (!slack) return [];
  const { checkSlack } = await import('../../adapters/slack/doctor.ts');
  const stored = storedConnection(database, 'slack');
  return checkSlack(slack, stored ? stored.digestChannel : digestChannel);
}

async function checkTeamsDoor({ teams }: Config, { database }: Checkup): Promise<readonly Finding[]> {
  if (!teams) return [];
  const { checkTeams } = await import('../../adapters/teams/doctor.ts');
  return checkTeams(teams, storedConnection(database, 'teams')?.digestChannel ?? null);
}

function storedConnection(database: Checkup['database'], wanted: 'slack' | 'teams') {
  const connections = database?.organizations.flatMap((organization) => organization.connections) ?? [];
  return connections.find(({ platform }) => platform === wanted);
}

/** Whether mail can come in, and from whom: those who are stored, or until there are any those who are configured. */
async function checkEmailDoors(config: Config, { database }: Checkup): Promise<readonly Finding[]> {
  if (!config.email) return [];
  const { checkEmail } = await import('../../adapters/email/doctor.ts');
  const stored = organizationServed(config, database?.organizations ?? [])?.forwarders ?? [];
  return checkEmail(config.email, stored.length > 0 ? stored : config.email.forwarders, new Date());
}
