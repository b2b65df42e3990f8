import type { ForwardedMail } from '../../src/commands.ts';

/** How a mail's source begins; what is pasted otherwise is the text of a mail, as a mail program shows it. */
const HEADER_FIELD = /^(?:from|to|date|subject|received|return-path|delivered-to|mime-version|message-id|x-[\w-]+):/i;

/** Pasted text as the mail that it came from or could have come in. */
export function pastedMail(text: string, forwarder: { readonly user: string }): Uint8Array {
  return Buffer.from(isSource(text) ? text.trimStart() : mailAround(text, forwarder));
}

/** A source has its fields first, an empty line after them, and says which mail it is. */
function isSource(text: string): boolean {
  const [head = '', body] = text.trimStart().split(/\r?\n\r?\n/, 2);
  return body !== undefined && HEADER_FIELD.test(head) && /^(?:mime-version|message-id|received):/im.test(head);
}

function mailAround(text: string, { user }: { readonly user: string }): string {
  return [
    `From: <${user}@example.com>`,
    'To: <praise@example.com>',
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from(text).toString('base64').replace(/.{76}/g, '$&\r\n'),
    '',
  ].join('\r\n');
}

/** A customer's words that a person typed or pasted as such: nothing else is known of them. */
export function wordsAlone(words: string): ForwardedMail {
  return {
    words,
    note: '',
    customer: { name: null, email: null },
    subject: null,
    wroteAt: null,
    messageIds: [],
    unsure: ['name'],
  };
}
