import type { types } from '@slack/bolt';
import type { Identity } from '../../src/commands.ts';
import type { Idea, IdeaChoices } from '../../src/ideas.ts';
import type { View } from '../../src/views.ts';
import { ideaButtons, ideaFields } from '../../src/wording/idea-labels.ts';
import { FIELDS, FORMS } from './actions.ts';
import type { Desk } from './desk.ts';
import type { Ready } from './draft.ts';
import { IDEA_ACTIONS } from './idea-actions.ts';
import { lookUp } from './look.ts';
import { formModal, lineField, textField } from './modal.ts';
import { type Sent, typedIn, type Values } from './read.ts';
import { readSeed } from './seed.ts';

const SENTENCE_LENGTH = 500;

/** The form behind `/idea` alone; with words it can be sent again, or an idea be said in others. */
export function ideaForm(words: string | undefined, idea: string | null = null): types.ModalView {
  const { words: label, wordsHint: hint } = ideaFields;
  return formModal({
    form: idea === null ? FORMS.idea : FORMS.ideaWords,
    title: idea === null ? ideaButtons.proposeAnIdea : ideaButtons.reword,
    submit: idea === null ? ideaButtons.propose : ideaButtons.save,
    remembers: idea === null ? { form: 'idea' } : { about: idea },
    blocks: [textField({ name: FIELDS.words, label, hint, value: words })],
  });
}

function clearingForm(idea: string): types.ModalView {
  const { clearing: label, clearingHint: hint } = ideaFields;
  return formModal({
    form: FORMS.ideaClearing,
    title: ideaButtons.back,
    submit: ideaButtons.back,
    remembers: { about: idea },
    blocks: [lineField({ name: FIELDS.clearing, label, hint, limit: SENTENCE_LENGTH })],
  });
}

function reasonForm(idea: string): types.ModalView {
  const { reason: label, reasonHint: hint } = ideaFields;
  return formModal({
    form: FORMS.ideaReason,
    title: ideaButtons.rest,
    submit: ideaButtons.rest,
    remembers: { about: idea },
    blocks: [lineField({ name: FIELDS.reason, label, hint, limit: SENTENCE_LENGTH })],
  });
}

/** The form that a click about an idea asks for; a "no" where it cannot be filled in any more; null for no form. */
export async function ideaFormOf(
  desk: Desk,
  user: string,
  action: string,
  value: string,
): Promise<types.ModalView | View | null> {
  if (action === IDEA_ACTIONS.form) {
    const seed = readSeed(value);
    return ideaForm(seed.words ?? desk.keptWords.read(seed.keptWords));
  }
  const form = formAbout(action);
  if (form === null) return null;
  const view = await lookUp(desk, user, { type: 'idea', idea: value });
  // What was offered may have been answered meanwhile: then the idea itself says how it stands.
  return view.type === 'idea' && form.while(view.choices) ? form.of(view.idea) : view;
}

type FormAbout = {
  readonly while: (choices: IdeaChoices) => boolean;
  readonly of: (idea: Idea) => types.ModalView;
};

function formAbout(action: string): FormAbout | null {
  switch (action) {
    case IDEA_ACTIONS.askWords:
      return { while: ({ reword }) => reword, of: ({ id, words }) => ideaForm(words, id) };
    case IDEA_ACTIONS.askClearing:
      return { while: ({ back }) => back, of: ({ id }) => clearingForm(id) };
    case IDEA_ACTIONS.askReason:
      return { while: ({ rest }) => rest, of: ({ id }) => reasonForm(id) };
    default:
      return null;
  }
}

/** What a form about ideas asks for; null for a form about something else. */
export function ideaSent(view: Sent['view'], values: Values, by: Identity): Ready | null {
  const { about: idea = '' } = readSeed(view.private_metadata);
  switch (view.callback_id) {
    case FORMS.idea:
      return { type: 'propose-idea', by, words: typedIn(values, FIELDS.words), anyway: false };
    case FORMS.ideaWords:
      return { type: 'reword-idea', by, idea, words: typedIn(values, FIELDS.words) };
    case FORMS.ideaClearing:
      return { type: 'back-idea', by, idea, clearing: typedIn(values, FIELDS.clearing) };
    case FORMS.ideaReason:
      return { type: 'rest-idea', by, idea, reason: typedIn(values, FIELDS.reason) };
    default:
      return null;
  }
}
