import { OBSTACLE_KINDS } from '../../src/obstacles.ts';
import { fields } from '../../src/wording/labels.ts';
import { obstacleButtons, obstacleFields, obstacleKinds } from '../../src/wording/obstacle-labels.ts';
import { choice, faultOf, form, sendButton, textField } from './controls.ts';
import { type Html, html } from './html.ts';
import { touchpointField } from './kudos-form.ts';
import type { Seen } from './seen.ts';

/** The form behind `/unblock` alone. */
export function obstacleForm(id: string, { places }: Seen): Html {
  const { words, wordsHint, kind, kindUnsaid, nameless, namelessHint } = obstacleFields;
  return form(
    { type: 'report-obstacle' },
    html`${textField({ name: 'words', id: `${id}-words`, label: words, hint: wordsHint })}
    <fieldset class="field"><legend>${kind} ${fields.optional}</legend>
      ${OBSTACLE_KINDS.map((value) => choice({ name: 'kind', value, label: obstacleKinds[value] }))}
      ${choice({ name: 'kind', value: '', label: kindUnsaid, checked: true })}
    </fieldset>
    ${touchpointField(`${id}-touchpoint`, places.named)}
    <label class="choice"><input type="checkbox" name="nameless" value="yes"><span><b>${nameless}</b> <span class="hint">${namelessHint}</span></span></label>
    ${faultOf('nameless', `${id}-nameless`)}
    <div class="actions">${sendButton(obstacleButtons.report)}</div>`,
  );
}
