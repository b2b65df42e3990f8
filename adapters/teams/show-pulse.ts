import type { Pulse, PulseTeam, PulseView } from '../../src/pulse.ts';
import type { View } from '../../src/views.ts';
import { headline } from '../../src/wording/headlines.ts';
import { isolate } from '../../src/wording/isolate.ts';
import { monthNote, plainPulse, pulseButtons, pulseLines, pulsePicture } from '../../src/wording/pulse.ts';
import { touchpointWords } from '../../src/wording/touchpoints.ts';
import type { Seen } from './card.ts';
import { type Action, adds, type Element, leads, lists, notes, pictures, says } from './elements.ts';
import { teamsPen } from './pen.ts';
import { press } from './press.ts';
import type { Room } from './room.ts';
import type { Face } from './shown.ts';
import { VERBS } from './verbs.ts';

/** A card takes six buttons; the others' figures are asked for by name. */
const TEAMS_OFFERED = 4;

/** The pulse as a card. */
export function pulseFace(view: PulseView, seen: Seen, room: Room): Face {
  const opening = says(headline(view as View, teamsPen(seen.timeZone)));
  switch (view.type) {
    case 'pulse':
      return {
        body: [
          opening,
          pictureOf(view.pulse, seen, room),
          ...pulseLines(view.pulse).map((line) => lists({ ...line, links: [] })),
          notes(monthNote(view.pulse)),
          leads(press(seen, VERBS.showMap, touchpointWords.showMap)),
        ],
        actions: ways(view.teams, view.pulse.team?.id ?? null, view.mayExport, seen),
      };
    case 'pulse-withheld':
      return { body: [opening], actions: ways(view.teams, view.team?.id ?? null, false, seen) };
    case 'pulse-csv':
      return { body: [opening, adds(view.csv)] };
    case 'recoveries-outnumber':
      return {
        body: [opening, notes(plainPulse(view))],
        actions: [press(seen, VERBS.showPulse, pulseButtons.showPulse)],
      };
    case 'pulse-not-yet':
    case 'pulse-taken':
    case 'teams-chosen':
    case 'team-kept':
    case 'teams':
      return { body: [opening] };
    default:
      return view satisfies never;
  }
}

/** In words where there is no picture. */
function pictureOf(pulse: Pulse, { picture }: Seen, room: Room): Element {
  const words = pulsePicture(pulse);
  return picture && room.pictures ? pictures(picture, words) : notes(words);
}

function ways(teams: readonly PulseTeam[], shown: string | null, mayExport: boolean, seen: Seen): readonly Action[] {
  const others = teams.filter(({ id }) => id !== shown).slice(0, TEAMS_OFFERED);
  return [
    ...(shown === null ? [] : [press(seen, VERBS.showPulse, pulseButtons.organization)]),
    ...others.map(({ id, name }) => press(seen, VERBS.showPulse, isolate(name), { team: id })),
    ...(mayExport ? [press(seen, VERBS.showCsv, pulseButtons.csv)] : []),
  ];
}
