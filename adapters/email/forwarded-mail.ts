// What a mail taken apart says, and what a person should check in it.

import type { ForwardedMail } from '../../src/commands.ts';
import type { Choice } from './forward/customer.ts';
import type { Letter } from './forward/letters.ts';
import { isRobot } from './forward/mailbox.ts';
import { plainSubject } from './forward/subject.ts';
import { noteOf } from './forward/words.ts';
import { tidyLines } from './text.ts';

type Parts = {
  readonly letters: readonly Letter[];
  readonly choice: Choice | null;
  /** The outermost text, kept whole when the customer's words cannot be told from it. */
  readonly text: string;
  readonly subject: string;
  readonly messageIds: readonly string[];
  /** True when something was cut off, or more than one mail was attached. */
  readonly doubtful: boolean;
};

export function forwardedMail({ letters, choice, text, subject, messageIds, doubtful }: Parts): ForwardedMail {
  if (choice === null) return unfound(text, subject, messageIds);
  const { letter, words } = choice;
  const { name, email } = letter.author ?? { name: null, email: null };
  const direct = letter === letters[0];
  const robot = email !== null && isRobot(email);
  const unsure = {
    words: doubtful || !choice.sure || words === '',
    name: direct || robot || name === null || name.includes('\ufffd'),
    email: direct || robot || email === null || letter.author?.own === false,
    date: letter.sent?.certain !== true,
  };
  return {
    words,
    note: direct ? '' : noteOf(letters[0]?.lines ?? []),
    customer: { name, email },
    subject: plainSubject(letter.subject ?? '') || plainSubject(subject) || null,
    wroteAt: letter.sent?.at ?? null,
    messageIds,
    unsure: (['words', 'name', 'email', 'date'] as const).filter((field) => unsure[field]),
  };
}

function unfound(text: string, subject: string, messageIds: readonly string[]): ForwardedMail {
  return {
    words: tidyLines(text.split('\n')),
    note: '',
    customer: { name: null, email: null },
    subject: plainSubject(subject) || null,
    wroteAt: null,
    messageIds,
    unsure: ['words', 'name', 'email', 'date'],
  };
}
