import { z } from 'zod';

// What Teams sends, as far as Herald looks at it (learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations).

const id = z.string().min(1).max(2000);
const account = z.looseObject({ id, name: z.string().nullish(), aadObjectId: z.string().nullish() });
const named = z.looseObject({ id, name: z.string().nullish() });

const channelData = z.looseObject({
  tenant: z.looseObject({ id: z.string() }).nullish(),
  team: z.looseObject({ id, name: z.string().nullish() }).nullish(),
  channel: named.nullish(),
  eventType: z.string().nullish(),
});

const activity = z.looseObject({
  type: z.string().min(1).max(100),
  id: id.nullish(),
  name: z.string().nullish(),
  action: z.string().nullish(),
  channelId: z.string(),
  serviceUrl: z.url({ protocol: /^https?$/ }),
  timestamp: z.string().nullish(),
  from: account,
  recipient: account.nullish(),
  conversation: z.looseObject({
    id,
    conversationType: z.string().nullish(),
    tenantId: z.string().nullish(),
  }),
  channelData: channelData.nullish(),
  replyToId: z.string().nullish(),
  text: z.string().nullish(),
  entities: z.array(z.unknown()).nullish(),
  attachments: z.array(z.unknown()).nullish(),
  membersAdded: z.array(account).nullish(),
  membersRemoved: z.array(account).nullish(),
  value: z.unknown().optional(),
});

/** Something that happened in Teams. */
export type Activity = z.infer<typeof activity>;

/** Null for what is none. */
export function readActivity(sent: unknown): Activity | null {
  const { success, data } = activity.safeParse(sent);
  return success ? data : null;
}

/** The tenant that it happened in; null when it does not say. */
export function tenantOf({ conversation, channelData: about }: Activity): string | null {
  return about?.tenant?.id ?? conversation.tenantId ?? null;
}

const cardAction = z.looseObject({
  action: z.looseObject({
    verb: z.string().max(200).nullish(),
    data: z.record(z.string(), z.unknown()).nullish(),
  }),
  trigger: z.string().nullish(),
});

export function readCardAction(value: unknown): z.infer<typeof cardAction> | null {
  const { success, data } = cardAction.safeParse(value);
  return success ? data : null;
}

const messagePayload = z.looseObject({
  id: z.string().nullish(),
  linkToMessage: z.string().nullish(),
  body: z.looseObject({ content: z.string().nullish(), contentType: z.string().nullish() }).nullish(),
  from: z.looseObject({ user: z.looseObject({ id, displayName: z.string().nullish() }).nullish() }).nullish(),
});

const extension = z.looseObject({
  commandId: z.string().max(200).nullish(),
  commandContext: z.string().nullish(),
  messagePayload: messagePayload.nullish(),
  parameters: z.array(z.looseObject({ name: z.string(), value: z.unknown() })).nullish(),
  data: z.record(z.string(), z.unknown()).nullish(),
});

/** What the message extension is asked. */
export type Extension = z.infer<typeof extension>;

export function readExtension(value: unknown): Extension | null {
  const { success, data } = extension.safeParse(value);
  return success ? data : null;
}

const download = z.looseObject({
  contentType: z.literal('application/vnd.microsoft.teams.file.download.info'),
  name: z.string().max(500).nullish(),
  content: z.looseObject({ downloadUrl: z.url().max(8000), uniqueId: z.string().nullish() }),
});

/** A file that somebody attached. */
export type Attached = { readonly name: string; readonly url: string };

export function attachedFiles({ attachments }: Activity): readonly Attached[] {
  return (attachments ?? []).flatMap((one) => {
    const { success, data } = download.safeParse(one);
    return success ? [{ name: data.name ?? '', url: data.content.downloadUrl }] : [];
  });
}

const uploadInfo = z.looseObject({
  uploadUrl: z.url().max(8000),
  contentUrl: z.string().max(8000),
  name: z.string().max(500).catch(''),
  uniqueId: z.string().max(500).catch(''),
  fileType: z.string().max(100).catch(''),
});
const what = z.looseObject({ what: z.enum(['all', 'held']) }).transform((context) => context.what);
const fileConsent = z.discriminatedUnion('action', [
  z.looseObject({ action: z.literal('accept'), context: what, uploadInfo }),
  z.looseObject({ action: z.literal('decline') }),
]);

/** What somebody says to a file that they were asked to take. */
export type FileConsent = z.infer<typeof fileConsent>;

export function readFileConsent(value: unknown): FileConsent | null {
  const { success, data } = fileConsent.safeParse(value);
  return success ? data : null;
}
