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

/** One message of several, and how much it holds: what finds no room in it stands in the next. */
export type PartShown = { readonly shown: Shown; readonly room: Room };

/** A view as a card, with all of it as text. */
export function asShown(view: View, seen: Seen, face: (room: Room) => Face): Shown {
  return asFirstPart(view, seen, face).shown;
}

/** The same of a view that goes on in further messages. */
export function asFirstPart(view: View, seen: Seen, face: (room: Room) => Face): PartShown {
  const pen = teamsPen(seen.timeZone);
  // The same in every room: a long digest's takes longer than all of its cards.
  const text = plainText(named(view, seen), seen.timeZone, pen);
  return asPart(headline(view, pen), () => text, seen, face);
}

/** A form as a card; as text it is the sentence that says what it is for. */
export function formShown(sentence: string, seen: Seen, face: (room: Room) => Face): Shown {
  return asPart(sentence, () => sentence, seen, face).shown;
}

export function asPart(
  sentence: string,
  textIn: (room: Room) => string,
  seen: Seen,
  face: (room: Room) => Face,
): PartShown {
  const { card, room } = cardOf(textIn, seen, face);
  return { shown: { card, text: textIn(room), summary: summaryOf(sentence) }, room };
}

function cardOf(textIn: (room: Room) => string, seen: Seen, face: (room: Room) => Face) {
  const build = (room: Room): Card => {
    const { body, actions = [], refresh } = face(room);
    return {
      type: 'AdaptiveCard',
      version: '1.5',
      fallbackText: withoutMarkdown(fitting(textIn(room), room.text)),
      ...(refresh === undefined ? {} : { refresh }),
      body,
      ...(actions.length === 0 ? {} : { actions }),
      msteams: { width: 'Full' },
    };
  };
  return firstThatFits(build, seen.short);
}

function summaryOf(sentence: string): string {
  return fitting(oneLine(sentence), SUMMARY_TEXT);
}
