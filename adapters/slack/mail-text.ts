import type { MailFile } from './file-facts.ts';

/** A mail that Slack received, as the mail it was: what the mail reader takes apart. */
export function mailText(file: MailFile): Uint8Array {
  const { from, to, headers, subject, title, plain_text } = file;
  const lines = [
    `From: ${mailbox(from?.[0])}`,
    `To: ${mailbox(to?.[0])}`,
    `Subject: ${encoded(subject ?? title ?? '')}`,
    ...(headers?.date ? [`Date: ${oneLine(headers.date)}`] : []),
    ...(headers?.message_id ? [`Message-ID: ${oneLine(headers.message_id)}`] : []),
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from(plain_text ?? '')
      .toString('base64')
      .replace(/.{76}/g, '$&\r\n'),
    '',
  ];
  return Buffer.from(lines.join('\r\n'));
}

type Mailbox = NonNullable<MailFile['from']>[number];

function mailbox(box: Mailbox | undefined): string {
  const address = oneLine(box?.address ?? '').replace(/[<>]/g, '');
  return box?.name ? `${encoded(box.name)} <${address}>` : `<${address}>`;
}

/** RFC 2047, in words short enough for a line. */
function encoded(text: string): string {
  const plain = oneLine(text);
  if (/^[\x20-\x7e]*$/.test(plain) && !/[",<>:;@()[\]\\]|=\?/.test(plain)) return plain;
  const words: string[] = [];
  let word = '';
  for (const letter of plain) {
    if (Buffer.byteLength(word + letter) > 45) {
      words.push(word);
      word = '';
    }
    word += letter;
  }
  return [...words, word].map((one) => `=?utf-8?B?${Buffer.from(one).toString('base64')}?=`).join('\r\n ');
}

function oneLine(text: string): string {
  return text.replace(/[\r\n]+/g, ' ').trim();
}
