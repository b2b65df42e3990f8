import type { Touchpoint } from '../../src/touchpoints.ts';
import { buttons } from '../../src/wording/labels.ts';
import { refusalSentence } from '../../src/wording/refusals.ts';
import { touchpointWords as words } from '../../src/wording/touchpoints.ts';
import type { Again } from './asked.ts';
import type { Seen } from './card.ts';
import { heads } from './elements.ts';
import { withFault } from './form-fault.ts';
import { lineField } from './inputs.ts';
import { teamsPen } from './pen.ts';
import { first, press, send } from './press.ts';
import type { Face } from './shown.ts';
import { typedIn } from './submitted.ts';
import { FIELDS, type FieldName, VERBS } from './verbs.ts';

/** Names a touchpoint, or one that is there anew. For admins; the core says no to anybody else. */
export function touchpointForm(touchpoint: Touchpoint | null, seen: Seen, again: Again | null): Face {
  const value = (field: FieldName, begins = '') => (again === null ? begins : typedIn(again.typed, field));
  const missing = refusalSentence({ type: 'refusal', reason: 'touchpoint-without-name' }, teamsPen(seen.timeZone));
  const name = { name: FIELDS.touchpoint, label: words.name, hint: words.nameHint, missing };
  const promise = { name: FIELDS.promise, label: words.promise, hint: words.promiseHint };
  const parts = [
    { field: FIELDS.touchpoint, elements: [lineField({ ...name, value: value(FIELDS.touchpoint, touchpoint?.name) })] },
    { field: FIELDS.promise, elements: [lineField({ ...promise, value: value(FIELDS.promise, touchpoint?.promise) })] },
  ];
  const about: { readonly about?: string } = touchpoint === null ? {} : { about: touchpoint.id };
  return {
    body: [heads(touchpoint === null ? words.addTitle : words.changeTitle), ...withFault(parts, again, seen.timeZone)],
    actions: [
      first(send(seen, VERBS.sendTouchpoint, words.save, about)),
      press(seen, VERBS.showTouchpoints, buttons.cancel),
    ],
  };
}
