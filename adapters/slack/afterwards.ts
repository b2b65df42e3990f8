import type { View } from '../../src/views.ts';
import type { Asker } from './asker.ts';
import type { Desk } from './desk.ts';
import { lookUp } from './look.ts';

/** What whoever pressed a button is shown: nothing where the message itself shows it, and a list anew in its own place. */
export async function afterwards(
  desk: Desk,
  { user, direct, replaces, modal }: Asker,
  reply: View,
): Promise<View | null> {
  const standing = !replaces && modal === null;
  switch (reply.type) {
    case 'cheered':
      return standing ? null : lookUp(desk, user, { type: 'story', story: reply.story });
    case 'praise-settled':
    case 'posted-again':
      return standing ? null : reply;
    // The question what they are follows, or stands again, in the same conversation.
    case 'praise-waiting':
      return direct ? null : reply;
    case 'story-retracted':
      return direct && reply.waitsAgain ? null : reply;
    // Marking a message is answered by the question that follows, taking the mark away by its going.
    case 'nomination-waiting':
    case 'nomination-withdrawn':
      return null;
    case 'win-held':
    case 'win-released':
      return lookUp(desk, user, { type: 'digest-preview' });
    default:
      return reply;
  }
}
