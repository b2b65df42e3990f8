import { z } from 'zod';

const mailbox = z.looseObject({
  address: z.string().nullish(),
  name: z.string().nullish(),
  original: z.string().nullish(),
});

export const fileShape = z.looseObject({
  id: z.string(),
  user: z.string().nullish(),
  name: z.string().nullish(),
  filetype: z.string().nullish(),
  mode: z.string().nullish(),
  mimetype: z.string().nullish(),
  size: z.number().nullish(),
  subject: z.string().nullish(),
  title: z.string().nullish(),
  plain_text: z.string().nullish(),
  from: z.array(mailbox).nullish(),
  to: z.array(mailbox).nullish(),
  headers: z.looseObject({ date: z.string().nullish(), message_id: z.string().nullish() }).nullish(),
  url_private: z.string().nullish(),
  url_private_download: z.string().nullish(),
});

export type MailFile = z.infer<typeof fileShape>;

/** Slack's own user, in whose name it posts what it received. */
const SLACKBOT = 'USLACKBOT';

/** Whether a file is a mail that Slack received for a channel (help: "Send emails to Slack"). */
export function isReceived(file: Pick<MailFile, 'mode' | 'filetype' | 'user'>): boolean {
  return (file.mode === 'email' || file.filetype === 'email') && (file.user ?? SLACKBOT) === SLACKBOT;
}

/** Whether a file is a mail that somebody saved and dropped, or sent from their mail program. */
export function isSaved(file: MailFile): boolean {
  return isRaw(file) || file.mode === 'email' || file.filetype === 'email';
}

/** Whether the file is the mail itself, not what Slack made of it. */
export function isRaw(file: MailFile): boolean {
  return /\.(eml|msg)$/i.test(file.name ?? '') || file.mimetype === 'message/rfc822' || file.filetype === 'eml';
}
