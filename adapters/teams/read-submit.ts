import type { Identity } from '../../src/commands.ts';
import type { CardAsks, Look, Submitted, WantedForm } from './asked.ts';
import { type CardData, readCardData } from './card-data.ts';
import { ideaLook, ideaWanted } from './idea-verbs.ts';
import { readForm } from './read-form.ts';
import { readPress } from './read-press.ts';
import { VERBS } from './verbs.ts';

/** What somebody asks by a card; null for what is none of ours. */
export function readSubmit(submitted: Submitted, by: Identity): CardAsks | null {
  const carried = readCardData(submitted.data);
  const look = lookOf(submitted.verb, carried) ?? ideaLook(submitted.verb, carried);
  if (look !== null) return { asks: 'look', look, back: look.type === 'story' ? carried.back : null };
  const form = wantedForm(submitted.verb, carried) ?? ideaWanted(submitted.verb, carried);
  if (form !== null) return { asks: 'form', form };
  return readPress(submitted.verb, carried, by) ?? readForm(submitted, carried, by);
}

function lookOf(verb: string, { story, words, team, page, obstacle }: CardData): Look | null {
  switch (verb) {
    case VERBS.showStory:
    case VERBS.showTold:
      return story === null ? null : { type: 'story', story };
    case VERBS.search:
      return words === null ? null : { type: 'search', words };
    case VERBS.showObstacle:
      return obstacle === null ? null : { type: 'obstacle', obstacle };
    case VERBS.showObstacles:
      return { type: 'obstacles' };
    case VERBS.showInbox:
      return { type: 'inbox' };
    case VERBS.showMine:
      return { type: 'mine' };
    case VERBS.showHelp:
      return { type: 'help' };
    case VERBS.showDigest:
      return { type: 'digest-preview' };
    case VERBS.showMap:
      return { type: 'touchpoint-map' };
    case VERBS.showTouchpoints:
      return { type: 'touchpoints', words: null };
    case VERBS.showSettings:
      return { type: 'settings' };
    case VERBS.showPulse:
      return { type: 'pulse', team };
    case VERBS.showCsv:
      return { type: 'pulse-csv' };
    case VERBS.showHome:
      return { type: 'home' };
    case VERBS.showPrivacy:
      return { type: 'privacy' };
    case VERBS.exportAll:
      return { type: 'export', what: 'all' };
    case VERBS.exportHeld:
      return { type: 'export', what: 'held' };
    case VERBS.askTakeBack:
      return { type: 'taking-back' };
    case VERBS.held:
      return { type: 'held', page: page ?? 1 };
    default:
      return null;
  }
}

function wantedForm(verb: string, { story, praise, touchpoint, obstacle, seed }: CardData): WantedForm | null {
  switch (verb) {
    case VERBS.askKudos:
      return { form: 'kudos', seed };
    case VERBS.askSettle:
      return praise === null ? null : { form: 'settle', praise };
    case VERBS.askCompletion:
      return praise === null ? null : { form: 'complete', praise };
    case VERBS.askWhatBroke:
      return story === null ? null : { form: 'what-broke', story };
    case VERBS.askWords:
      return story === null ? null : { form: 'words', story };
    case VERBS.askDetails:
      return story === null ? null : { form: 'details', story };
    case VERBS.askObstacle:
      return { form: 'obstacle', words: '' };
    case VERBS.askCleared:
      return obstacle === null ? null : { form: 'cleared', obstacle };
    case VERBS.askTouchpoint:
      return { form: 'touchpoint', touchpoint };
    case VERBS.askSettings:
      return { form: 'settings' };
    default:
      return null;
  }
}

/** The form that was sent, to be shown again after a "no"; null for what came of a button alone. */
export function formOf({ verb, data }: Submitted): WantedForm | null {
  const asked = ASKED_BY[verb];
  if (verb === VERBS.sendPraise) return { form: 'praise', words: '' };
  if (asked === undefined) return null;
  const carried = readCardData(data);
  return wantedForm(asked, carried) ?? ideaWanted(asked, carried);
}

/** Which button asks for the form that this one sends. */
const ASKED_BY: { readonly [verb: string]: string } = {
  [VERBS.sendKudos]: VERBS.askKudos,
  [VERBS.sendCompletion]: VERBS.askCompletion,
  [VERBS.settleWin]: VERBS.askSettle,
  [VERBS.settleRecovery]: VERBS.askSettle,
  [VERBS.settleThanks]: VERBS.askSettle,
  [VERBS.settleNot]: VERBS.askSettle,
  [VERBS.sendWhatBroke]: VERBS.askWhatBroke,
  [VERBS.sendWords]: VERBS.askWords,
  [VERBS.sendDetails]: VERBS.askDetails,
  [VERBS.sendSettings]: VERBS.askSettings,
  [VERBS.sendObstacle]: VERBS.askObstacle,
  [VERBS.sendCleared]: VERBS.askCleared,
  [VERBS.sendIdea]: VERBS.askIdea,
  [VERBS.sendIdeaWords]: VERBS.askIdeaWords,
  [VERBS.sendClearing]: VERBS.askClearing,
  [VERBS.sendReason]: VERBS.askReason,
  [VERBS.sendTouchpoint]: VERBS.askTouchpoint,
};
