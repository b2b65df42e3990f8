import type { types } from '@slack/bolt';
import type { Touchpoint } from '../../src/touchpoints.ts';
import { touchpointWords as words } from '../../src/wording/touchpoints.ts';
import { ACTIONS, FIELDS, FORMS } from './actions.ts';
import { type Block, button, offers, plain } from './blocks.ts';
import { formModal, lineField } from './modal.ts';

const NAME_LENGTH = 75;
const PROMISE_LENGTH = 300;

/** Names a touchpoint; one that is there can also move and go. */
export function touchpointForm(touchpoint: Touchpoint | null): types.ModalView {
  return formModal({
    form: FORMS.touchpoint,
    title: touchpoint === null ? words.addTitle : words.changeTitle,
    submit: words.save,
    remembers: touchpoint === null ? {} : { about: touchpoint.id },
    blocks: [
      lineField({
        name: FIELDS.touchpoint,
        label: words.name,
        hint: words.nameHint,
        value: touchpoint?.name,
        limit: NAME_LENGTH,
      }),
      lineField({
        name: FIELDS.promise,
        label: words.promise,
        hint: words.promiseHint,
        value: touchpoint?.promise,
        limit: PROMISE_LENGTH,
        optional: true,
      }),
      ...(touchpoint === null ? [] : moves(touchpoint.id)),
    ],
  });
}

function moves(id: string): readonly Block[] {
  return offers([
    button(ACTIONS.raiseTouchpoint, words.raise, id),
    button(ACTIONS.removeTouchpoint, words.remove, id, {
      confirm: {
        title: plain(words.remove),
        text: plain(words.removeAsk),
        confirm: plain(words.remove),
        deny: plain(words.keep),
      },
    }),
  ]);
}
