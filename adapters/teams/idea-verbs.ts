import type { Identity } from '../../src/commands.ts';
import type { Look, Ready, Submitted, WantedForm } from './asked.ts';
import type { CardData } from './card-data.ts';
import { typedIn } from './submitted.ts';
import { FIELDS, VERBS } from './verbs.ts';

// What buttons and forms about ideas ask for.

export function ideaLook(verb: string, { idea }: CardData): Look | null {
  if (verb === VERBS.showIdeas) return { type: 'ideas' };
  return verb === VERBS.showIdea && idea !== null ? { type: 'idea', idea } : null;
}

export function ideaWanted(verb: string, { idea }: CardData): WantedForm | null {
  if (verb === VERBS.askIdea) return { form: 'idea', asks: 'new', idea: null };
  if (idea === null) return null;
  switch (verb) {
    case VERBS.askIdeaWords:
      return { form: 'idea', asks: 'words', idea };
    case VERBS.askClearing:
      return { form: 'idea', asks: 'clearing', idea };
    case VERBS.askReason:
      return { form: 'idea', asks: 'reason', idea };
    default:
      return null;
  }
}

export function ideaPress(verb: string, { idea, story, words }: CardData, by: Identity): Ready | null {
  if (verb === VERBS.proposeAnyway && words !== null) return { type: 'propose-idea', by, words, anyway: true };
  if (idea === null) return null;
  switch (verb) {
    case VERBS.lendHand:
    case VERBS.takeHandBack:
    case VERBS.bringAlive:
    case VERBS.wakeIdea:
    case VERBS.withdrawIdea:
      return { type: verb, by, idea };
    case VERBS.linkIdea:
    case VERBS.unlinkIdea:
      return story === null ? null : { type: verb, by, idea, story };
    default:
      return null;
  }
}

/** What a form about ideas asks for; null for one about something else. */
export function ideaForms({ verb, data }: Submitted, { idea }: CardData, by: Identity): Ready | null {
  if (verb === VERBS.sendIdea) return { type: 'propose-idea', by, words: typedIn(data, FIELDS.words), anyway: false };
  if (idea === null) return null;
  switch (verb) {
    case VERBS.sendIdeaWords:
      return { type: 'reword-idea', by, idea, words: typedIn(data, FIELDS.words) };
    case VERBS.sendClearing:
      return { type: 'back-idea', by, idea, clearing: typedIn(data, FIELDS.clearing) };
    case VERBS.sendReason:
      return { type: 'rest-idea', by, idea, reason: typedIn(data, FIELDS.reason) };
    default:
      return null;
  }
}
