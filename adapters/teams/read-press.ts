import type { Identity } from '../../src/commands.ts';
import type { CardAsks, Ready } from './asked.ts';
import type { CardData } from './card-data.ts';
import { ideaPress } from './idea-verbs.ts';
import { VERBS } from './verbs.ts';

/** What a button asks for by itself; null when it is a form's, or none of ours. */
export function readPress(verb: string, carried: CardData, by: Identity): CardAsks | null {
  const command = ideaPress(verb, carried, by) ?? commandOf(verb, carried, by);
  return command === null ? null : { asks: 'command', command, typedHeroes: [] };
}

function commandOf(verb: string, carried: CardData, by: Identity): Ready | null {
  const { story, praise, delivery, channel, message, touchpoint, person, obstacle } = carried;
  if (verb === VERBS.place) {
    return story === null || touchpoint === null ? null : { type: 'place-story', by, story, touchpoint };
  }
  if (story !== null) return aboutStory(verb, story, by);
  if (obstacle !== null) return aboutObstacle(verb, obstacle, by);
  switch (verb) {
    case VERBS.reopenPraise:
      return praise === null ? null : { type: 'reopen-praise', by, praise };
    case VERBS.raiseTouchpoint:
      return touchpoint === null ? null : { type: 'raise-touchpoint', by, touchpoint };
    case VERBS.removeTouchpoint:
      return touchpoint === null ? null : { type: 'remove-touchpoint', by, touchpoint };
    case VERBS.hideName:
      return { type: 'hide-name', by };
    case VERBS.showName:
      return { type: 'show-name', by };
    case VERBS.takeBack:
      return { type: 'take-words-back', by };
    case VERBS.erase:
      return person === null ? null : { type: 'erase-person', by, person };
    case VERBS.postAgain:
      return delivery === null ? null : { type: 'post-again', by, delivery };
    case VERBS.withdrawNomination:
      return channel === null || message === null
        ? null
        : { type: 'withdraw-nomination', by, message: { channel, message }, until: null };
    default:
      return null;
  }
}

function aboutObstacle(verb: string, obstacle: string, by: Identity): Ready | null {
  switch (verb) {
    case VERBS.takeObstacle:
      return { type: 'take-obstacle', by, obstacle };
    case VERBS.releaseObstacle:
      return { type: 'release-obstacle', by, obstacle };
    case VERBS.reopenObstacle:
      return { type: 'reopen-obstacle', by, obstacle };
    default:
      return null;
  }
}

function aboutStory(verb: string, story: string, by: Identity): Ready | null {
  switch (verb) {
    case VERBS.cheer:
      return { type: 'cheer-story', by, story };
    case VERBS.uncheer:
      return { type: 'take-cheer-back', by, story };
    case VERBS.undo:
      return { type: 'retract-story', by, which: { story } };
    case VERBS.confirmWin:
      return { type: 'confirm-win', by, story };
    case VERBS.makeWin:
      return { type: 'move-story', by, story, to: { lane: 'win' } };
    case VERBS.hold:
      return { type: 'hold-win', by, story };
    case VERBS.release:
      return { type: 'release-win', by, story };
    default:
      return null;
  }
}
