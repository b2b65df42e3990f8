import type { Desk } from './desk.ts';
import { isPersonal } from './happened.ts';
import { onDeleted, onEdited } from './on-changed.ts';
import { onConversation, onInstalled } from './on-installed.ts';
import { onInvoke } from './on-invoke.ts';
import { onMessage } from './on-message.ts';
import { meet } from './people.ts';
import type { Activity } from './read.ts';
import type { InvokeAnswer } from './service.ts';
import { isOutside } from './trouble.ts';

/** As many activities as are kept in mind, to know them when they come again. */
const ACTIVITIES_KEPT = 5000;

/** Hands each activity to what handles it, once. Resolves when what it asks for is stored. */
export function createDispatch(desk: () => Desk) {
  const underWay = new Map<string, Promise<InvokeAnswer | null>>();

  return function dispatch(activity: Activity): Promise<InvokeAnswer | null> {
    if (!activity.id) return handle(desk(), activity);
    const key = [
      activity.type,
      activity.conversation.id,
      activity.id,
      activity.channelData?.eventType,
      activity.timestamp,
    ].join(' ');
    const before = underWay.get(key);
    if (before !== undefined) return before;
    const handling = handle(desk(), activity);
    underWay.set(key, handling);
    // What went wrong may be tried again.
    handling.catch(() => underWay.delete(key));
    const oldest = underWay.keys().next().value;
    if (underWay.size > ACTIVITIES_KEPT && oldest !== undefined) underWay.delete(oldest);
    return handling;
  };
}

async function handle(desk: Desk, activity: Activity): Promise<InvokeAnswer | null> {
  remember(desk, activity);
  switch (activity.type) {
    case 'message':
      await onMessage(desk, activity);
      return null;
    case 'messageUpdate':
      await onEdited(desk, activity);
      return null;
    case 'messageDelete':
      await onDeleted(desk, activity);
      return null;
    case 'conversationUpdate':
      await onConversation(desk, activity);
      return null;
    case 'installationUpdate':
      await onInstalled(desk, activity);
      return null;
    case 'invoke':
      return onInvoke(desk, activity);
    default:
      return null;
  }
}

/** Whoever speaks to Herald is known from then on, so that they can be told something too. */
async function meetOnce(desk: Desk, { type, from, serviceUrl, conversation }: Activity): Promise<void> {
  if (type !== 'message' || desk.met.has(from.id)) return;
  desk.met.add(from.id);
  await meet(desk, { serviceUrl, conversation: conversation.id }, [from.id]).catch((error) => {
    desk.met.delete(from.id);
    if (!isOutside(error)) throw error;
  });
}

/** Every activity says how Teams is reached now; what is lost of it is said again by the next. */
function remember(desk: Desk, activity: Activity): void {
  const { references, background, roster } = desk;
  const { from, serviceUrl, conversation, channelData: about } = activity;
  if (from.aadObjectId) roster.note(from.aadObjectId, from.id);
  background.begin(async () => {
    await meetOnce(desk, activity);
    await references.heardFrom(serviceUrl);
    if (activity.type === 'message' && isPersonal(activity)) await references.keepChat(from.id, conversation.id);
    if (activity.type === 'message' && about?.team)
      await references.keepTeam({ id: about.team.id, name: about.team.name ?? '' });
    if (about?.team && about.channel) await references.keepChannel(about.channel.id, about.team.id);
  });
}
