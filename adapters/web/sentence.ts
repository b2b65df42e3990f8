import type { View } from '../../src/views.ts';
import { headline } from '../../src/wording/headlines.ts';
import { dayAndTime } from '../../src/wording/moments.ts';
import { visibleName } from '../../src/wording/names.ts';
import type { Pen } from '../../src/wording/pen.ts';
import { escaped, type Html } from './html.ts';

/** Writes markup into the sentences of wording/. What came from people keeps its direction of writing to itself. */
function webPen(timeZone: string): Pen {
  return {
    name: (named) => `<bdi>${escaped(visibleName(named.name))}</bdi>`,
    text: (text) => `<bdi>${escaped(text)}</bdi>`,
    when: (at) => escaped(dayAndTime(at, timeZone)),
    typed: escaped,
  };
}

/** A sentence of wording/, written with the pen above. */
export function sentence(write: (pen: Pen) => string, timeZone: string): Html {
  return { html: write(webPen(timeZone)) };
}

export function headlineOf(view: View, timeZone: string): Html {
  return sentence((pen) => headline(view, pen), timeZone);
}
