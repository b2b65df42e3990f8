import { ideaButtons, ideaFields } from '../../src/wording/idea-labels.ts';
import { isolate } from '../../src/wording/isolate.ts';
import { buttons } from '../../src/wording/labels.ts';
import { refusalSentence } from '../../src/wording/refusals.ts';
import type { Again, Form } from './asked.ts';
import type { Seen } from './card.ts';
import { heads, quotes } from './elements.ts';
import { withFault } from './form-fault.ts';
import { textField } from './inputs.ts';
import { teamsPen } from './pen.ts';
import { first, press, send } from './press.ts';
import type { Face } from './shown.ts';
import { typedIn } from './submitted.ts';
import { FIELDS, VERBS } from './verbs.ts';

type IdeaForm = Extract<Form, { readonly form: 'idea' }>;

/** What each form about an idea asks for, how it is sent, and what is said when it is empty. */
const ASKS = {
  new: {
    title: ideaButtons.proposeAnIdea,
    field: FIELDS.words,
    label: ideaFields.words,
    hint: ideaFields.wordsHint,
    verb: VERBS.sendIdea,
    submit: ideaButtons.propose,
    missing: 'idea-without-words',
  },
  words: {
    title: ideaButtons.reword,
    field: FIELDS.words,
    label: ideaFields.words,
    hint: ideaFields.wordsHint,
    verb: VERBS.sendIdeaWords,
    submit: ideaButtons.save,
    missing: 'idea-without-words',
  },
  clearing: {
    title: ideaButtons.back,
    field: FIELDS.clearing,
    label: ideaFields.clearing,
    hint: ideaFields.clearingHint,
    verb: VERBS.sendClearing,
    submit: ideaButtons.back,
    missing: 'clearing-missing',
  },
  reason: {
    title: ideaButtons.rest,
    field: FIELDS.reason,
    label: ideaFields.reason,
    hint: ideaFields.reasonHint,
    verb: VERBS.sendReason,
    submit: ideaButtons.rest,
    missing: 'rest-reason-missing',
  },
} as const;

export function ideaForm({ asks, idea }: IdeaForm, seen: Seen, again: Again | null): Face {
  const { title, field, label, hint, verb, submit, missing: reason } = ASKS[asks];
  const begins = asks === 'words' ? (idea?.words ?? '') : '';
  const value = again === null ? begins : typedIn(again.typed, field);
  const missing = refusalSentence({ type: 'refusal', reason }, teamsPen(seen.timeZone));
  const parts = [{ field, elements: [textField({ name: field, label, hint, missing, value })] }];
  const about = idea === null ? {} : { idea: idea.id };
  const reminder = idea === null || asks === 'words' ? [] : [quotes(isolate(idea.words))];
  return {
    body: [heads(title), ...reminder, ...withFault(parts, again, seen.timeZone)],
    actions: [
      first(send(seen, verb, submit, about)),
      idea === null
        ? press(seen, VERBS.showIdeas, ideaButtons.allIdeas)
        : press(seen, VERBS.showIdea, buttons.cancel, about),
    ],
  };
}

export function ideaFormTitle({ asks }: IdeaForm): string {
  return ASKS[asks].title;
}
