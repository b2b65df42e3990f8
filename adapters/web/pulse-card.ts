import type { Pulse, PulseView } from '../../src/pulse.ts';
import type { View } from '../../src/views.ts';
import { plainPen } from '../../src/wording/pen.ts';
import {
  monthNote,
  plainPulse,
  pulseButtons,
  pulseLines,
  pulsePicture,
  pulseSentence,
} from '../../src/wording/pulse.ts';
import { touchpointWords } from '../../src/wording/touchpoints.ts';
import { looking } from './controls.ts';
import { type Html, html, nothing } from './html.ts';
import type { Seen } from './seen.ts';
import { headlineOf } from './sentence.ts';

type Of<Type extends PulseView['type']> = Extract<PulseView, { type: Type }>;

export function pulseCard(view: PulseView, seen: Seen): Html {
  return html`<h3 class="headline">${headlineOf(view as View, seen.timeZone)}</h3>${inside(view, seen)}`;
}

function inside(view: PulseView, seen: Seen): Html {
  switch (view.type) {
    case 'pulse':
      return figures(view, seen);
    case 'pulse-csv':
      return html`<pre class="figures">${view.csv}</pre>`;
    case 'recoveries-outnumber':
      return html`<pre class="figures">${plainPulse(view)}</pre><div class="actions">${looking('pulse', '', pulseButtons.showPulse)}</div>`;
    case 'pulse-withheld':
    case 'pulse-not-yet':
    case 'pulse-taken':
    case 'teams-chosen':
    case 'team-kept':
    case 'teams':
      return nothing;
    default:
      return view satisfies never;
  }
}

function figures({ pulse, mayExport }: Of<'pulse'>, seen: Seen): Html {
  const lines = pulseLines(pulse).map(({ lead, text }) => html`<li><b>${lead}</b> ${text}</li>`);
  return html`${pictureOf(pulse, seen)}<ul class="lines">${lines}</ul><p class="hint">${monthNote(pulse)}</p>
    <div class="actions">${looking('map', '', touchpointWords.showMap)}${mayExport ? looking('pulse-csv', '', pulseButtons.csv) : nothing}</div>`;
}

/** The same in words for whoever does not see it, and in its place where there is none. */
function pictureOf(pulse: Pulse, { picture }: Seen): Html {
  const words = pulsePicture(pulse);
  if (!picture) return html`<p>${words}</p>`;
  return html`<figure class="pulse" role="img" aria-label="${words}"><div class="in-light">${{ html: picture.light }}</div><div class="in-dark">${{ html: picture.dark }}</div></figure>
    <details class="unfolding"><summary class="button plain">${pulseButtons.inWords}</summary><p>${words}</p></details>`;
}

/** On a person's first page: a sentence, and the way to all of it. */
export function pulseLine(pulse: Pulse | null, { timeZone }: Seen): Html {
  if (pulse === null) return nothing;
  return html`<p>${pulseSentence(pulse, plainPen(timeZone))}</p><div class="actions">${looking('pulse', '', pulseButtons.showPulse)}</div>`;
}
