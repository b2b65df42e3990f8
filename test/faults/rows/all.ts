import type { Row } from '../row.ts';
import { absence } from './absence.ts';
import { acknowledgement } from './acknowledgement.ts';
import { backup } from './backup.ts';
import { clockJump } from './clock-jump.ts';
import { configuration } from './configuration.ts';
import { corruption } from './corruption.ts';
import { daylight } from './daylight.ts';
import { disk } from './disk.ts';
import { encoding } from './encoding.ts';
import { injection } from './injection.ts';
import { kill } from './kill.ts';
import { lock } from './lock.ts';
import { permissions } from './permissions.ts';
import { secondProcess } from './second-process.ts';
import { slackChannel } from './slack-channel.ts';
import { slackCrash } from './slack-crash.ts';
import { slackDigest } from './slack-digest.ts';
import { slackFlood } from './slack-flood.ts';
import { slackKill } from './slack-kill.ts';
import { slackMarkup } from './slack-markup.ts';
import { slackPayloads } from './slack-payloads.ts';
import { slackPeople } from './slack-people.ts';
import { slackRetries } from './slack-retries.ts';
import { slackSignatures } from './slack-signatures.ts';
import { slackSilence } from './slack-silence.ts';
import { slackSockets } from './slack-sockets.ts';
import { slackStorm } from './slack-storm.ts';
import { slackTermination } from './slack-termination.ts';
import { slackToken } from './slack-token.ts';
import { teamsDigest } from './teams-digest.ts';
import { teamsMarkup } from './teams-markup.ts';
import { teamsPayloads } from './teams-payloads.ts';
import { teamsSignatures } from './teams-signatures.ts';
import { teamsStorm } from './teams-storm.ts';
import { teamsToken } from './teams-token.ts';
import { termination } from './termination.ts';

/** The rows of the table that this version plays. */
export const rows: readonly Row[] = [
  kill,
  slackKill,
  slackDigest,
  teamsDigest,
  acknowledgement,
  slackCrash,
  secondProcess,
  lock,
  disk,
  corruption,
  permissions,
  backup,
  clockJump,
  daylight,
  absence,
  slackRetries,
  slackStorm,
  teamsStorm,
  slackSilence,
  slackToken,
  teamsToken,
  slackChannel,
  slackPeople,
  slackSignatures,
  teamsSignatures,
  slackPayloads,
  teamsPayloads,
  configuration,
  injection,
  slackMarkup,
  teamsMarkup,
  slackFlood,
  encoding,
  slackSockets,
  termination,
  slackTermination,
];
