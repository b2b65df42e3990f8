import type { Asker } from './asker.ts';
import type { Activity } from './read.ts';
import type { Talk } from './service.ts';

export function talkOf({ serviceUrl, conversation }: Activity): Talk {
  return { serviceUrl, conversation: conversation.id };
}

/** The chat of one person with Herald; everything else has others in it. */
export function isPersonal({ conversation }: Activity): boolean {
  return conversation.conversationType === 'personal';
}

export function askerOf(activity: Activity): Asker {
  const personal = isPersonal(activity);
  const message = activity.type === 'invoke' ? (activity.replyToId ?? null) : null;
  return { user: activity.from.id, talk: talkOf(activity), personal, message };
}

/** The key of what a message asks for: an id is a message's own within its conversation. */
export function messageKey({ conversation, id }: Activity): string {
  return `teams:message:${conversation.id}:${id}`;
}
