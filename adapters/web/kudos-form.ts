import { buttons, fields } from '../../src/wording/labels.ts';
import { touchpointWords } from '../../src/wording/touchpoints.ts';
import { choice, faultOf, form, heroField, lineField, sendButton, textField, whatBrokeField } from './controls.ts';
import { type Html, html } from './html.ts';
import type { Seen } from './seen.ts';

/** One field to choose in or to type into. */
export function touchpointField(id: string, offered: readonly string[], value = ''): Html {
  const label = `${fields.touchpoint} ${fields.optional}`;
  const hint = offered.length === 0 ? fields.touchpointHint : touchpointWords.chooseOrType;
  return lineField({ name: 'touchpoint', id, label, hint, offered, value });
}

/** The form behind `/kudos` alone. What broke is asked only of those who say that something did. */
export function kudosForm(id: string, { me, people, places }: Seen): Html {
  const others = people.filter((person) => person.person !== me.person);
  return form(
    { type: 'give-kudos' },
    html`${heroField(`${id}-heroes`, others, new Set())}
    ${textField({ name: 'words', id: `${id}-words`, label: fields.words })}
    <fieldset class="field"><legend>${fields.wentWrongFirst}</legend>
      ${choice({ name: 'wentWrong', value: 'no', label: fields.wentWrongNo, checked: true })}
      ${choice({ name: 'wentWrong', value: 'yes', label: fields.wentWrongYes })}
    </fieldset>
    <div data-when="wentWrong=yes" hidden>${whatBrokeField(`${id}-broke`)}</div>
    <div class="pair">
      ${lineField({ name: 'customer', id: `${id}-customer`, label: `${fields.customer} ${fields.optional}` })}
      ${touchpointField(`${id}-touchpoint`, places.named)}
    </div>
    <label class="choice"><input type="checkbox" name="audience" value="heroes"><span>${fields.keepBetweenUs}</span></label>
    ${faultOf('audience', `${id}-audience`)}
    <div class="actions">${sendButton(buttons.tell)}</div>`,
  );
}
