import type { Story } from '../../src/views.ts';
import { isolate } from '../../src/wording/isolate.ts';
import { buttons, fields } from '../../src/wording/labels.ts';
import { refusalSentence } from '../../src/wording/refusals.ts';
import type { Again, Form } from './asked.ts';
import type { Seen } from './card.ts';
import { heads, quotes } from './elements.ts';
import { fitting } from './fitting.ts';
import { type Part, withFault } from './form-fault.ts';
import { textField } from './inputs.ts';
import { customerPart, whatBrokePart } from './kudos-form.ts';
import { teamsPen } from './pen.ts';
import { placePart } from './place-fields.ts';
import { first, press, send } from './press.ts';
import type { Room } from './room.ts';
import type { Face } from './shown.ts';
import { typedIn } from './submitted.ts';
import { FIELDS, type FieldName, VERBS, type Verb } from './verbs.ts';

type StoryForm = Extract<Form, { readonly story: Story }>;

type Asks = { readonly title: string; readonly parts: readonly Part[]; readonly verb: Verb; readonly submit: string };

/** What had gone wrong, other words, or the customer and the place; "Never mind" shows the story again. */
export function storyForm(form: StoryForm, seen: Seen, room: Room, again: Again | null): Face {
  const { story } = form;
  const { title, parts, verb, submit } = asks(form, seen, again);
  const about = { story: story.id };
  const reminder = form.form === 'words' ? [] : [quotes(isolate(fitting(story.words, room.story)))];
  return {
    body: [heads(title), ...reminder, ...withFault(parts, again, seen.timeZone)],
    actions: [first(send(seen, verb, submit, about)), press(seen, VERBS.showStory, buttons.cancel, about)],
  };
}

function asks({ form, story }: StoryForm, seen: Seen, again: Again | null): Asks {
  const value = (field: FieldName, begins: string) => (again === null ? begins : typedIn(again.typed, field));
  const missing = (reason: 'no-words' | 'what-broke-missing') =>
    refusalSentence({ type: 'refusal', reason }, teamsPen(seen.timeZone));
  switch (form) {
    case 'what-broke': {
      const part = whatBrokePart(fields.whatBroke, value(FIELDS.whatBroke, ''), missing('what-broke-missing'));
      return { title: fields.wentWrongFirst, parts: [part], verb: VERBS.sendWhatBroke, submit: buttons.makeRecovery };
    }
    case 'words': {
      const field = { name: FIELDS.words, label: fields.words, missing: missing('no-words') };
      const part = {
        field: FIELDS.words,
        elements: [textField({ ...field, value: value(FIELDS.words, story.words) })],
      };
      return { title: buttons.correctWords, parts: [part], verb: VERBS.sendWords, submit: buttons.saveWords };
    }
    case 'details': {
      const customer = customerPart(value(FIELDS.customer, story.customer ?? ''));
      const parts = [customer, placePart(seen, story.touchpoint, again?.typed ?? null)];
      return { title: buttons.addDetails, parts, verb: VERBS.sendDetails, submit: buttons.saveDetails };
    }
    default:
      return form satisfies never;
  }
}
