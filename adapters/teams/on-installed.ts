import { randomUUID } from 'node:crypto';
import { beginChat } from './answer.ts';
import { type Desk, identity } from './desk.ts';
import { isPersonal, talkOf } from './happened.ts';
import { introduce, knownAmong, meet } from './people.ts';
import type { Activity } from './read.ts';

/** Herald was added, or taken away: for one person, in a team or in a group chat. */
export async function onInstalled(desk: Desk, activity: Activity): Promise<void> {
  const added = activity.action === 'add' || activity.action === 'add-upgrade';
  const team = activity.channelData?.team;
  if (isPersonal(activity)) return added ? onPersonAdded(desk, activity) : desk.references.dropChat(activity.from.id);
  if (added) return onPlaceFound(desk, activity);
  if (team) await loseTeam(desk, team.id, 'bot-removed');
  else await losePlace(desk, activity.conversation.id, 'bot-removed');
}

/** People, channels and teams come and go. */
export async function onConversation(desk: Desk, activity: Activity): Promise<void> {
  const about = activity.channelData;
  const bot = activity.recipient?.id;
  const added = (activity.membersAdded ?? []).map(({ id }) => id);
  const removed = (activity.membersRemoved ?? []).map(({ id }) => id);
  if (added.includes(bot ?? '') && !isPersonal(activity)) await onPlaceFound(desk, activity);
  if (removed.includes(bot ?? '')) {
    if (about?.team) await loseTeam(desk, about.team.id, 'bot-removed');
    else if (!isPersonal(activity)) await losePlace(desk, activity.conversation.id, 'bot-removed');
  }
  const people = removed.filter((id) => id !== bot);
  if (added.length + people.length > 0) desk.roster.forget(about?.team?.id ?? activity.conversation.id);
  if (people.length > 0) desk.background.begin(() => seeWhoLeft(desk, activity, people));
  desk.background.begin(() => seeWhoIsBack(desk, activity, added));
  await onChannelChanged(desk, activity);
}

async function onChannelChanged(desk: Desk, { channelData: about }: Activity): Promise<void> {
  switch (about?.eventType) {
    case 'channelDeleted':
      if (about.channel) await losePlace(desk, about.channel.id, 'archived');
      return;
    case 'channelRestored':
      if (about.channel) await findPlace(desk, about.channel.id);
      return;
    case 'teamDeleted':
    case 'teamHardDeleted':
    case 'teamArchived':
      if (about.team) await loseTeam(desk, about.team.id, 'archived');
      return;
    case 'teamRestored':
    case 'teamUnarchived':
      if (about.team) await findTeam(desk, about.team.id);
      return;
    case 'teamRenamed':
      if (about.team) await desk.references.keepTeam({ id: about.team.id, name: about.team.name ?? '' });
      return;
    default:
  }
}

async function onPersonAdded(desk: Desk, activity: Activity): Promise<void> {
  const { id } = activity.from;
  await desk.references.keepChat(id, activity.conversation.id);
  desk.background.begin(async () => {
    await meet(desk, talkOf(activity), [id]);
    const key = `teams:welcome:${id}`;
    await desk.core.handle({ type: 'welcome', key, at: desk.clock.now(), by: identity(desk, id) });
  });
}

async function onPlaceFound(desk: Desk, activity: Activity): Promise<void> {
  const team = activity.channelData?.team;
  if (team) {
    await desk.references.keepTeam({ id: team.id, name: team.name ?? '' });
    await findTeam(desk, team.id);
  } else await findPlace(desk, activity.conversation.id);
  desk.background.begin(() => meetWhoAdded(desk, activity));
}

/** The first to add Herald to a team, while nobody is named, is who can be told of troubles and set it up. */
async function meetWhoAdded(desk: Desk, activity: Activity): Promise<void> {
  const { id } = activity.from;
  if (id.startsWith('28:')) return;
  const talk = talkOf(activity);
  await meet(desk, talk, [id]);
  const people = await desk.company.people();
  if (desk.admins.length > 0 || people.some(({ admin, active }) => admin && active)) return;
  const member = await desk.roster.find(talk, id);
  if (member !== null && !member.facts.guest) await introduce(desk, [{ ...member.facts, admin: true }]);
  await beginChat(desk, talk.serviceUrl, id);
}

/** Whoever left a team and is nowhere else that Herald looks has left; they stay in what was told. */
async function seeWhoLeft(desk: Desk, activity: Activity, people: readonly string[]): Promise<void> {
  const known = await knownAmong(desk, people);
  for (const [user, { name, kind, guest }] of known) {
    if ((await desk.roster.find(talkOf(activity), user)) !== null) continue;
    await introduce(desk, [{ user, name, email: null, kind, manager: false, admin: false, active: false, guest }]);
  }
}

/** Strangers are met once there is a reason to; whoever had left is written to again. */
async function seeWhoIsBack(desk: Desk, activity: Activity, people: readonly string[]): Promise<void> {
  const known = await knownAmong(desk, people);
  const back = people.filter((user) => known.get(user)?.active === false);
  if (back.length > 0) await meet(desk, talkOf(activity), back);
}

type Why = 'archived' | 'bot-removed';

async function loseTeam(desk: Desk, team: string, why: Why): Promise<void> {
  for (const channel of desk.references.channelsOf(team)) await losePlace(desk, channel, why);
  if (why === 'bot-removed') await desk.references.dropTeam(team);
}

async function findTeam(desk: Desk, team: string): Promise<void> {
  for (const channel of desk.references.channelsOf(team)) await findPlace(desk, channel);
}

async function losePlace({ core, clock, connection }: Desk, channel: string, why: Why): Promise<void> {
  const key = `teams:place:${randomUUID()}`;
  await core.handle({ type: 'place-lost', key, at: clock.now(), connection, channel, why });
}

async function findPlace({ core, clock, connection }: Desk, channel: string): Promise<void> {
  const key = `teams:place:${randomUUID()}`;
  await core.handle({ type: 'place-found', key, at: clock.now(), connection, channel });
}
