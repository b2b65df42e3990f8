import type { View } from '../../src/views.ts';
import { headline } from '../../src/wording/headlines.ts';
import { buttons, details } from '../../src/wording/labels.ts';
import type { Seen } from './card.ts';
import { leadsTo, says } from './elements.ts';
import { asChosen } from './hero-fields.ts';
import { teamsPen } from './pen.ts';
import { first, press } from './press.ts';
import type { Room } from './room.ts';
import { wholeWords } from './show-story.ts';
import type { Face } from './shown.ts';
import { VERBS } from './verbs.ts';

type Waiting = Extract<View, { type: 'nomination-waiting' }>;

/** Asks whoever marked a message whether it shall be told; the form has its words, to be looked at once more. */
export function nominationCard(view: Waiting, seen: Seen, room: Room): Face {
  const { id, message, heroes } = view.nomination;
  const { channel, permalink, words } = message;
  const seed = { nomination: id, where: channel, words, heroes: asChosen(heroes, seen) };
  const told = permalink === null ? seed : { ...seed, permalink };
  return {
    body: [
      says(headline(view, teamsPen(seen.timeZone))),
      ...wholeWords(words, room),
      ...(permalink === null ? [] : [leadsTo(`${details.permalink} `, permalink, details.permalinkShown)]),
    ],
    actions: [
      first(press(seen, VERBS.askKudos, buttons.tellNominated, { seed: told })),
      press(seen, VERBS.withdrawNomination, buttons.cancel, { channel, message: message.message }),
    ],
  };
}
