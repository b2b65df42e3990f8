import type { View } from '../../src/views.ts';
import { headline } from '../../src/wording/headlines.ts';
import { plainText } from '../../src/wording/plain.ts';
import type { Card, Seen, Shown } from './card.ts';
import type { Action, Element } from './elements.ts';
import { withoutMarkdown } from './escape.ts';
import { fitting, oneLine } from './fitting.ts';
import { teamsPen } from './pen.ts';
import { firstThatFits, type Room, SUMMARY_TEXT } from './room.ts';
import { named } from './settings-named.ts';

/** What stands in a card: its parts, the buttons below them, and what Teams asks for by itself when it is seen. */
export type Face = {
  readonly body: readonly Element[];
  readonly actions?: readonly Action[];
  readonly refresh?: Card['refresh'];
};

/** A view as a card, with all of it as text. */
export function asShown(view: View, seen: Seen, face: (room: Room) => Face): Shown {
  const pen = teamsPen(seen.timeZone);
  const text = plainText(named(view, seen), seen.timeZone, pen);
  return { ...cardOf(text, seen, face), text, summary: summaryOf(headline(view, pen)) };
}

/** A form as a card; as text it is the sentence that says what it is for. */
export function formShown(sentence: string, seen: Seen, face: (room: Room) => Face): Shown {
  return { ...cardOf(sentence, seen, face), text: sentence, summary: summaryOf(sentence) };
}

function cardOf(text: string, seen: Seen, face: (room: Room) => Face): Pick<Shown, 'card'> {
  const build = (room: Room): Card => {
    const { body, actions = [], refresh } = face(room);
    return {
      type: 'AdaptiveCard',
      version: '1.5',
      fallbackText: withoutMarkdown(fitting(text, room.text)),
      ...(refresh === undefined ? {} : { refresh }),
      body,
      ...(actions.length === 0 ? {} : { actions }),
      msteams: { width: 'Full' },
    };
  };
  return { card: firstThatFits(build, seen.short) };
}

function summaryOf(sentence: string): string {
  return fitting(oneLine(sentence), SUMMARY_TEXT);
}
