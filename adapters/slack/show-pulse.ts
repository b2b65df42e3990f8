import type { PulseTeam, PulseView } from '../../src/pulse.ts';
import type { View } from '../../src/views.ts';
import { headline } from '../../src/wording/headlines.ts';
import { plainPen } from '../../src/wording/pen.ts';
import {
  monthNote,
  noPicture,
  pictureInChat,
  plainPulse,
  pulseButtons,
  pulseLines,
  pulsePicture,
} from '../../src/wording/pulse.ts';
import { touchpointWords } from '../../src/wording/touchpoints.ts';
import { ACTIONS } from './actions.ts';
import { adds, type Block, type Button, button, lists, notes, offers, says } from './blocks.ts';
import type { Seen } from './seen.ts';

/** As many teams as have a button each: Slack takes 25 in a row of them. */
const TEAMS_OFFERED = 20;

type Of<Type extends PulseView['type']> = Extract<PulseView, { type: Type }>;

export function pulseBlocks(view: PulseView, seen: Seen): readonly Block[] {
  const opening = says(headline(view as View, plainPen(seen.timeZone)));
  switch (view.type) {
    case 'pulse':
      return [opening, ...figures(view, seen), ...ways(view.teams, view.pulse.team?.id ?? null, view.mayExport)];
    case 'pulse-withheld':
      return [opening, ...ways(view.teams, view.team?.id ?? null, false)];
    case 'pulse-csv':
      return [opening, adds(view.csv)];
    case 'recoveries-outnumber':
      return [opening, notes(plainPulse(view)), ...offers([button(ACTIONS.showPulse, pulseButtons.showPulse, '')])];
    case 'pulse-not-yet':
    case 'pulse-taken':
    case 'teams-chosen':
    case 'team-kept':
    case 'teams':
      return [opening];
    default:
      return view satisfies never;
  }
}

function figures({ pulse }: Of<'pulse'>, { pictureFollows }: Seen): readonly Block[] {
  const picture = pictureFollows === true ? pictureInChat : noPicture;
  return [notes(pulsePicture(pulse)), lists(pulseLines(pulse)), notes(`${monthNote(pulse)} ${picture}`)];
}

/** To the others' figures, and for an admin to all of them as a table. */
function ways(teams: readonly PulseTeam[], shown: string | null, mayExport: boolean): readonly Block[] {
  const others = teams.filter(({ id }) => id !== shown).slice(0, TEAMS_OFFERED);
  const buttons: Button[] = others.map(({ id, name }) => button(`${ACTIONS.showPulse}:${id}`, name, id));
  if (shown !== null) buttons.unshift(button(ACTIONS.showPulse, pulseButtons.organization, ''));
  buttons.push(button(ACTIONS.showMap, touchpointWords.showMap, ''));
  if (mayExport) buttons.push(button(ACTIONS.showCsv, pulseButtons.csv, ''));
  return offers(buttons);
}
