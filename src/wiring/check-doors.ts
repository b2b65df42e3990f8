import { type Checkup, organizationsIn } from '../command-line/database-report.ts';
import type { Finding } from '../command-line/doctor.ts';
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

async function checkSlackDoor({ slack, digestChannel }: Config, checkup: Checkup): Promise<readonly Finding[]> {
  if (!slack) return [];
  const { checkSlack } = await import('../../adapters/slack/doctor.ts');
  return checkSlack(slack, { stored: storedChannel(checkup, 'slack'), configured: digestChannel });
}

async function checkTeamsDoor({ teams, digestChannel }: Config, checkup: Checkup): Promise<readonly Finding[]> {
  if (!teams) return [];
  const { checkTeams } = await import('../../adapters/teams/doctor.ts');
  return checkTeams(teams, { stored: storedChannel(checkup, 'teams'), configured: digestChannel });
}

/** The digest's channel, null where it has none; undefined where that platform was never open here. */
function storedChannel(checkup: Checkup, wanted: 'slack' | 'teams'): string | null | undefined {
  const connections = organizationsIn(checkup).flatMap((organization) => organization.connections);
  return connections.find(({ platform }) => platform === wanted)?.digestChannel;
}

/** Whether mail can come in, and from whom: those who are stored, or until there are any those who are configured. */
async function checkEmailDoors(config: Config, checkup: Checkup): Promise<readonly Finding[]> {
  if (!config.email) return [];
  const { checkEmail } = await import('../../adapters/email/doctor.ts');
  const stored = organizationServed(config, organizationsIn(checkup))?.forwarders ?? [];
  return checkEmail(config.email, stored, new Date());
}
