import type { Identity } from '../../src/commands.ts';
import type { Ready } from './draft.ts';
import type { Look } from './look.ts';

/** What a button about ideas asks for. Its value is the idea's id, unless something else is said. */
export const IDEA_ACTIONS = {
  show: 'show-idea',
  showAll: 'show-ideas',
  /** Opens the form for a new one; a seed may say with which words. */
  form: 'idea-form',
  /** The words themselves are the value: they are never longer than it may be. */
  proposeAnyway: 'propose-idea-anyway',
  lendHand: 'lend-hand',
  takeHandBack: 'take-hand-back',
  bringAlive: 'bring-idea-alive',
  wake: 'wake-idea',
  withdraw: 'withdraw-idea',
  askWords: 'ask-idea-words',
  askClearing: 'ask-clearing',
  askReason: 'ask-rest-reason',
  /** The value is the idea's id and the story's. */
  link: 'link-idea',
  unlink: 'unlink-idea',
} as const;

/** What a click about ideas looks up; null when it looks nothing up. */
export function ideaLook(action: string, value: string): Look | null {
  if (action === IDEA_ACTIONS.show) return { type: 'idea', idea: value };
  return action === IDEA_ACTIONS.showAll ? { type: 'ideas' } : null;
}

/** What a click about ideas changes; null when it changes nothing. */
export function ideaClick(action: string, value: string, by: Identity): Ready | null {
  switch (action) {
    case IDEA_ACTIONS.proposeAnyway:
      return { type: 'propose-idea', by, words: value, anyway: true };
    case IDEA_ACTIONS.lendHand:
    case IDEA_ACTIONS.takeHandBack:
    case IDEA_ACTIONS.bringAlive:
    case IDEA_ACTIONS.wake:
    case IDEA_ACTIONS.withdraw:
      return { type: action, by, idea: value };
    case IDEA_ACTIONS.link:
    case IDEA_ACTIONS.unlink: {
      const [idea = '', story = ''] = value.split(' ');
      return { type: action, by, idea, story };
    }
    default:
      return null;
  }
}
