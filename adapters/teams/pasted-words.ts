import type { ForwardedMail } from '../../src/commands.ts';
import type { Desk } from './desk.ts';

/** A customer's words that somebody pasted: one line is their words, several may be a whole mail with its heading. */
export async function pastedWords(
  { mail }: Pick<Desk, 'mail'>,
  words: string,
  customer: ForwardedMail['customer'] = { name: null, email: null },
): Promise<ForwardedMail> {
  const read = words.includes('\n') ? await mail.read(asMail(words)) : null;
  const forwarded = read?.type === 'mail' ? read.mail : wordsAlone(words);
  const { name, email } = customer;
  if (name === null && email === null) return forwarded;
  return {
    ...forwarded,
    customer: { name: name ?? forwarded.customer.name, email: email ?? forwarded.customer.email },
    unsure: forwarded.unsure.filter(
      (one) => !(one === 'name' && name !== null) && !(one === 'email' && email !== null),
    ),
  };
}

function asMail(words: string): Uint8Array {
  const text = Buffer.from(words).toString('base64').replace(/.{76}/g, '$&\r\n');
  const heading = ['MIME-Version: 1.0', 'Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: base64'];
  return Buffer.from([...heading, '', text, ''].join('\r\n'));
}

/** Nothing else is known of them. */
function wordsAlone(words: string): ForwardedMail {
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
