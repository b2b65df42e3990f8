import type { ForwardedMail } from '../../src/commands.ts';
import type { Desk } from './desk.ts';
import { mailText } from './mail-text.ts';

/** A customer's words that somebody pasted: one line is their words, several may be a whole mail with its heading. */
export async function pastedWords({ mail }: Desk, words: string): Promise<ForwardedMail> {
  if (!words.includes('\n')) return wordsAlone(words);
  const read = await mail.read(mailText({ id: '', plain_text: words }));
  return read.type === 'mail' ? read.mail : wordsAlone(words);
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
