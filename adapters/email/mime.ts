// A mail's bytes as the parts that Herald reads: who, when, its text as shown, and the mails attached to it.

import PostalMime, { type Address, type Attachment, type Email } from 'postal-mime';
import { mendLines } from './charset.ts';
import { htmlToText } from './html.ts';
import { MAX_NESTED_PARTS, MAX_TEXT } from './limits.ts';
import { type Flow, relabelled, unfolded } from './part-labels.ts';
import { cleanText } from './text.ts';

export type Mail = {
  /** The one mailbox in the one From header; null when there are none, several or a group. */
  readonly from: { readonly name: string | null; readonly email: string } | null;
  /** All addresses it was sent to, as its To and Cc headers say. */
  readonly recipients: readonly string[];
  readonly subject: string;
  /** The Date header as it stands there. */
  readonly date: string | null;
  readonly messageIds: readonly string[];
  /** The text as mail programs would show it: the plain part, then the HTML part, when they are there. */
  readonly texts: readonly string[];
  readonly attached: readonly Uint8Array[];
  /** Why nothing of it can be read, when that is so. */
  readonly sealed: 'winmail' | 'encrypted' | null;
};

/** Parses one mail, not those attached to it. Null when it is no mail that a parser could take. */
export async function readMime(raw: Uint8Array): Promise<Mail | null> {
  const labelled = relabelled(raw, { keepCharset: true });
  const email = await parse(labelled.raw);
  if (email === null) return null;
  const broken = hasBroken(email.text) || hasBroken(email.html);
  const second = broken ? await parse(relabelled(raw, { keepCharset: false }).raw) : null;
  const texts = textsOf(second ?? email, labelled.flow);
  return {
    from: senderOf(email),
    recipients: [...(email.to ?? []), ...(email.cc ?? [])].flatMap(({ address }) => address ?? []),
    subject: cleanText(email.subject ?? '')
      .replace(/\s+/g, ' ')
      .trim(),
    date: headerOf(email, 'date'),
    messageIds: messageIdsOf(email),
    texts,
    attached: email.attachments.filter(isMail).map((attachment) => bytesOf(attachment)),
    sealed: texts.length > 0 ? null : sealOf(email),
  };
}

// postal-mime throws where its limits are passed: such a file is a trap, not somebody's mail.
async function parse(raw: Uint8Array): Promise<Email | null> {
  try {
    return await PostalMime.parse(raw, { forceRfc822Attachments: true, maxNestingDepth: MAX_NESTED_PARTS });
  } catch {
    return null;
  }
}

function hasBroken(text: string | undefined): boolean {
  return text?.includes('\ufffd') ?? false;
}

function textsOf(email: Email, flow: Flow): string[] {
  const plain = email.text === undefined ? '' : unfolded(mendLines(email.text.slice(0, MAX_TEXT)), flow);
  const html = email.html === undefined ? '' : htmlToText(mendLines(email.html));
  return [plain, html].map(cleanText).filter((text) => text.trim() !== '');
}

function senderOf(email: Email): Mail['from'] {
  const senders = email.headers.filter((header) => header.key === 'from');
  const sender: Address | undefined = email.from;
  if (senders.length !== 1 || sender?.address === undefined || !sender.address.includes('@')) return null;
  const name = cleanText(sender.name).trim();
  return { name: name === '' || name === sender.address ? null : name, email: sender.address };
}

function headerOf(email: Email, key: string): string | null {
  return email.headers.find((header) => header.key === key)?.value ?? null;
}

/** Thunderbird tells the forwarded mail's own id in a header, even when it forwards inline. */
function messageIdsOf(email: Email): string[] {
  const values = [email.messageId, headerOf(email, 'x-forwarded-message-id')];
  return values.flatMap((value) => {
    const id = value?.trim().slice(0, 998) ?? '';
    const bracketed = /<[^<>\s]+>/.exec(id);
    return id === '' ? [] : [cleanText(bracketed?.[0] ?? id)];
  });
}

function isMail(attachment: Attachment): boolean {
  if (attachment.mimeType === 'message/rfc822' || attachment.mimeType === 'message/global') return true;
  return /\.eml$/i.test(attachment.filename ?? '');
}

function bytesOf(attachment: Attachment): Uint8Array {
  const { content } = attachment;
  if (typeof content === 'string') return Buffer.from(content, attachment.encoding ?? 'utf8');
  return content instanceof Uint8Array ? content : new Uint8Array(content);
}

const ENCRYPTED = /^(?:application\/(?:x-)?pkcs7-mime|application\/pgp-encrypted)$/;

function sealOf(email: Email): Mail['sealed'] {
  for (const { mimeType, filename } of email.attachments) {
    if (mimeType === 'application/ms-tnef' || /^winmail\.dat$/i.test(filename ?? '')) return 'winmail';
    if (ENCRYPTED.test(mimeType) || /\.p7m$/i.test(filename ?? '')) return 'encrypted';
  }
  return null;
}
