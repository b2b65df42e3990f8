import type { PulseView } from '../../src/pulse.ts';
import type { View } from '../../src/views.ts';
import { monthNote, plainPulse, pulseButtons, pulseLines, pulsePicture } from '../../src/wording/pulse.ts';
import { looking } from './controls.ts';
import { type Html, html, nothing } from './html.ts';
import type { Seen } from './seen.ts';
import { headlineOf } from './sentence.ts';

type Of<Type extends PulseView['type']> = Extract<PulseView, { type: Type }>;

export function pulseCard(view: PulseView, seen: Seen): Html {
  return html`<h3 class="headline">${headlineOf(view as View, seen.timeZone)}</h3>${inside(view)}`;
}

function inside(view: PulseView): Html {
  switch (view.type) {
    case 'pulse':
      return figures(view);
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

function figures({ pulse, mayExport }: Of<'pulse'>): Html {
  const lines = pulseLines(pulse).map(({ lead, text }) => html`<li><b>${lead}</b> ${text}</li>`);
  return html`<p>${pulsePicture(pulse)}</p><ul class="lines">${lines}</ul><p class="hint">${monthNote(pulse)}</p>
    ${mayExport ? html`<div class="actions">${looking('pulse-csv', '', pulseButtons.csv)}</div>` : nothing}`;
}
