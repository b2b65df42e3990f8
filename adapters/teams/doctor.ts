import { type Cloud, PUBLIC_CLOUD } from './cloud.ts';
import { createTokens, type Registration } from './tokens.ts';
import { TeamsRefused } from './trouble.ts';
import { within } from './within.ts';

/** What a look at Teams showed, as a line for the operator; `ok` is false where somebody has to do something. */
export type Finding = { readonly line: string; readonly ok: boolean };

type Settings = { readonly registration: Registration | null; readonly cloud: Cloud | null };

/** Somebody is waiting for the answer. */
const PATIENCE_MS = 5000;
const NEW_SECRET =
  'At https://dev.teams.microsoft.com choose Tools, Bot management, Herald, then Client secrets, and copy a new one into TEAMS_APP_PASSWORD; and compare TEAMS_APP_ID and TEAMS_TENANT_ID';
const CHOOSE_CHANNEL = 'An admin chooses one by typing settings to Herald in Teams';

/** Where the digest goes: what is stored, undefined before the first start; and what DIGEST_CHANNEL says. */
type DigestChannel = { readonly stored: string | null | undefined; readonly configured: string | null };

/** Looks whether Microsoft takes the registration and says how it signs; changes nothing there. Never throws. */
export async function checkTeams(settings: Settings, digestChannel: DigestChannel): Promise<readonly Finding[]> {
  const channel = channelFinding(digestChannel);
  const { registration, cloud } = settings;
  if (registration === null) {
    return [
      found('Teams', true, 'TEAMS_AUTH=none: what a local playground sends is taken, and nobody signs it'),
      channel,
    ];
  }
  const where = cloud ?? PUBLIC_CLOUD;
  return [...(await Promise.all([checkSecret(registration, where), checkKeys(where)])), channel];
}

function channelFinding({ stored, configured }: DigestChannel): Finding {
  const channel = stored ?? null;
  if (channel === null) return found('Channel', false, `no digest channel in Teams yet. ${CHOOSE_CHANNEL}`);
  const asSet = configured === null || configured === channel;
  const wins = asSet ? '' : ' (as stored; DIGEST_CHANNEL only seeds the first start)';
  return found('Channel', true, `${channel}, where the digest goes in Teams${wins}`);
}

async function checkSecret(registration: Registration, cloud: Cloud): Promise<Finding> {
  const { token } = createTokens(registration, cloud);
  try {
    await within(PATIENCE_MS, token());
    return found('Teams', true, 'Microsoft takes TEAMS_APP_ID, TEAMS_APP_PASSWORD and TEAMS_TENANT_ID');
  } catch (error) {
    if (error instanceof TeamsRefused) {
      return found('Teams', false, `Microsoft does not take the registration. ${NEW_SECRET}`);
    }
    return found('Teams', false, `Microsoft’s login could not be reached. Look at the network to ${cloud.login}`);
  }
}

async function checkKeys({ keys }: Cloud): Promise<Finding> {
  const answer = await fetch(keys, { signal: AbortSignal.timeout(PATIENCE_MS) }).catch(() => null);
  return answer?.ok
    ? found('Messages', true, 'come to /api/messages; the keys that Teams signs them with can be read')
    : found(
        'Messages',
        false,
        `the keys that Teams signs messages with could not be read. Look at the network to ${keys}`,
      );
}

function found(about: string, ok: boolean, sentence: string): Finding {
  return { line: `${about.padEnd(11)} ${sentence}`, ok };
}
