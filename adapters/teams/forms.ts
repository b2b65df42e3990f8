import { buttons, fields, headings } from '../../src/wording/labels.ts';
import { obstacleButtons, obstacleFields } from '../../src/wording/obstacle-labels.ts';
import { touchpointWords } from '../../src/wording/touchpoints.ts';
import type { Again, Form } from './asked.ts';
import type { Seen, Shown } from './card.ts';
import { completeForm } from './complete-form.ts';
import { ideaForm, ideaFormTitle } from './idea-forms.ts';
import { kudosForm } from './kudos-form.ts';
import { clearedForm, obstacleForm } from './obstacle-forms.ts';
import { praiseForm } from './praise-form.ts';
import type { Room } from './room.ts';
import { settingsForm } from './settings-form.ts';
import { praiseCard } from './show-praise.ts';
import { asShown, type Face, formShown } from './shown.ts';
import { storyForm } from './story-forms.ts';
import { touchpointForm } from './touchpoint-form.ts';

/** A form to fill in; `again` with what was typed and what is wrong with it. */
export function showForm(form: Form, seen: Seen, again: Again | null = null): Shown {
  if (form.form === 'settle') {
    const view = { type: 'praise-waiting', praise: form.praise } as const;
    return asShown(view, seen, (room) => praiseCard(view, seen, room, again));
  }
  if (form.form === 'complete')
    return formShown(buttons.completePraise, seen, () => completeForm(form.praise, seen, again));
  return formShown(titleOf(form), seen, (room) => faceOf(form, seen, room, again));
}

type Titled = Exclude<Form, { readonly form: 'settle' | 'complete' }>;

function faceOf(form: Titled, seen: Seen, room: Room, again: Again | null): Face {
  switch (form.form) {
    case 'kudos':
      return kudosForm(form.seed, seen, again);
    case 'praise':
      return praiseForm(form.words, seen, again);
    case 'what-broke':
    case 'words':
    case 'details':
      return storyForm(form, seen, room, again);
    case 'idea':
      return ideaForm(form, seen, again);
    case 'obstacle':
      return obstacleForm(form.words, seen, again);
    case 'cleared':
      return clearedForm(form.obstacle, seen, room, again);
    case 'touchpoint':
      return touchpointForm(form.touchpoint, seen, again);
    case 'settings':
      return settingsForm(form.settings, seen, again);
    default:
      return form satisfies never;
  }
}

function titleOf(titled: Titled): string {
  switch (titled.form) {
    case 'idea':
      return ideaFormTitle(titled);
    case 'kudos':
      return headings.tellAStory;
    case 'praise':
      return headings.customersWords;
    case 'what-broke':
      return fields.wentWrongFirst;
    case 'words':
      return buttons.correctWords;
    case 'details':
      return buttons.addDetails;
    case 'obstacle':
      return obstacleButtons.form;
    case 'cleared':
      return obstacleFields.whatChanged;
    case 'touchpoint':
      return touchpointWords.title;
    case 'settings':
      return headings.settings;
    default:
      return titled satisfies never;
  }
}
