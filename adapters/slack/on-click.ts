import type { View } from '../../src/views.ts';
import { ACTIONS, FIELDS } from './actions.ts';
import { afterwards } from './afterwards.ts';
import { type Desk, identity, placeOf } from './desk.ts';
import type { Ready } from './draft.ts';
import { ideaClick, ideaLook } from './idea-actions.ts';
import { inTime } from './in-time.ts';
import { type Look, lookUp } from './look.ts';
import { answerModal } from './modal.ts';
import { openAsked, showWhatBroke } from './on-asked.ts';
import { publishHome } from './publish-home.ts';
import { askerOfClick, type Click, heroesIn, isChosen, readClick, wordsIn } from './read.ts';
import { answer, openModal, privateAnswer } from './respond.ts';
import { readSeed } from './seed.ts';
import { customerIn } from './sent-command.ts';
import { submit } from './submit.ts';

/** A button, or a choice in a form. Acknowledged once what it asks for is stored. */
export async function onClick(desk: Desk, ack: () => Promise<void>, body: unknown): Promise<void> {
  const click = readClick(body);
  const [pressed] = click?.actions ?? [];
  if (click === null || pressed === undefined) return ack();
  const value = pressed.value ?? '';
  const look = lookOf(pressed.action_id, value);
  if (look !== null) {
    await ack();
    return desk.background.begin(async () => tell(desk, click, await lookUp(desk, click.user.id, look)));
  }
  if (pressed.action_id === ACTIONS.wentWrong) {
    await ack();
    return desk.background.begin(() => showWhatBroke(desk, click, pressed.selected_option?.value));
  }
  const command = await commandOf(desk, click, pressed.action_id, value);
  if (command === null) {
    await ack();
    return desk.background.begin(() => openAsked(desk, click, pressed.action_id, value));
  }
  await decide(desk, ack, click, command);
}

async function decide(desk: Desk, ack: () => Promise<void>, click: Click, command: Ready): Promise<void> {
  const asker = askerOfClick(click);
  const [pressed] = click.actions;
  // Each press has a trigger of its own; the same press again is the same command.
  const key = `slack:click:${click.trigger_id || `${click.user.id}:${pressed?.action_ts}`}`;
  const words = command.type === 'confirm-nomination' ? command.words : '';
  const reply = await inTime(() => submit(desk, { key, draft: { type: 'ready', command }, asker }), words);
  await ack();
  desk.background.begin(async () => {
    const view = reply.kind === 'answer' ? reply.view : reply.kind === 'late' ? await reply.view : null;
    if (view === null) return;
    const next = await afterwards(desk, asker, view);
    if (next !== null) await tell(desk, click, next);
    // What a modal changed may stand on the Home tab beneath it.
    if (asker.modal !== null) await publishHome(desk, asker.user);
  });
}

/**
 * In the Home tab there is no message to answer, and a whole story takes nothing's place: a modal shows them. The tab
 * is brought up to date.
 */
async function tell(desk: Desk, click: Click, view: View): Promise<void> {
  const asker = askerOfClick(click);
  const onHome = click.view?.type === 'home';
  const whole = view.type === 'story' || view.type === 'idea';
  if (!onHome && (!whole || asker.modal !== null)) return answer(desk, asker, view);
  const [shown] = await privateAnswer(desk, asker, view);
  if (shown && !(await openModal(desk, click.trigger_id, answerModal(shown)))) await answer(desk, asker, view);
  if (onHome) await publishHome(desk, click.user.id);
}

function lookOf(action: string, value: string): Look | null {
  switch (action) {
    case ACTIONS.showStory:
      return { type: 'story', story: value };
    case ACTIONS.showInbox:
      return { type: 'inbox' };
    case ACTIONS.showMine:
      return { type: 'mine' };
    case ACTIONS.showObstacle:
      return { type: 'obstacle', obstacle: value };
    case ACTIONS.showObstacles:
      return { type: 'obstacles' };
    case ACTIONS.showHelp:
      return { type: 'help' };
    case ACTIONS.showMap:
      return { type: 'touchpoint-map' };
    case ACTIONS.showDigest:
      return { type: 'digest-preview' };
    case ACTIONS.showCsv:
      return { type: 'pulse-csv' };
    case ACTIONS.showPrivacy:
      return { type: 'privacy' };
    case ACTIONS.held:
    case ACTIONS.heldNext:
      return { type: 'held', page: Number(value) };
    case ACTIONS.exportAll:
      return { type: 'export', what: 'all' };
    case ACTIONS.exportHeld:
      return { type: 'export', what: 'held' };
    case ACTIONS.askTakeBack:
      return { type: 'taking-back' };
    default:
      return action.startsWith(ACTIONS.showPulse) ? { type: 'pulse', team: value || null } : ideaLook(action, value);
  }
}

async function commandOf(desk: Desk, click: Click, action: string, value: string): Promise<Ready | null> {
  const by = identity(desk, click.user.id);
  switch (action) {
    case ACTIONS.cheer:
      return { type: 'cheer-story', by, story: value };
    case ACTIONS.uncheer:
      return { type: 'take-cheer-back', by, story: value };
    case ACTIONS.undo:
      return { type: 'retract-story', by, which: { story: value } };
    case ACTIONS.confirmWin:
      return { type: 'confirm-win', by, story: value };
    case ACTIONS.place: {
      const [story = '', touchpoint = ''] = value.split(' ');
      return { type: 'place-story', by, story, touchpoint };
    }
    case ACTIONS.makeWin:
      return { type: 'move-story', by, story: value, to: { lane: 'win' } };
    case ACTIONS.hold:
      return { type: 'hold-win', by, story: value };
    case ACTIONS.release:
      return { type: 'release-win', by, story: value };
    case ACTIONS.raiseTouchpoint:
      return { type: 'raise-touchpoint', by, touchpoint: value };
    case ACTIONS.removeTouchpoint:
      return { type: 'remove-touchpoint', by, touchpoint: value };
    case ACTIONS.hideName:
      return { type: 'hide-name', by };
    case ACTIONS.showName:
      return { type: 'show-name', by };
    case ACTIONS.takeBack:
      return { type: 'take-words-back', by };
    case ACTIONS.erase:
      return { type: 'erase-person', by, person: value };
    case ACTIONS.takeObstacle:
      return { type: 'take-obstacle', by, obstacle: value };
    case ACTIONS.releaseObstacle:
      return { type: 'release-obstacle', by, obstacle: value };
    case ACTIONS.reopenObstacle:
      return { type: 'reopen-obstacle', by, obstacle: value };
    case ACTIONS.reopenPraise:
      return { type: 'reopen-praise', by, praise: value };
    case ACTIONS.postAgain:
      return { type: 'post-again', by, delivery: value };
    case ACTIONS.settleWin:
    case ACTIONS.settleThanks:
    case ACTIONS.settleNot:
      return settleCommand(desk, click, action, value);
    case ACTIONS.tellNominated:
    case ACTIONS.withdrawNomination:
      return nominationCommand(desk, click, action, value);
    default:
      return ideaClick(action, value, by);
  }
}

/** What is chosen in the message goes along with the button. */
function settleCommand(desk: Desk, click: Click, action: string, praise: string): Ready | null {
  const by = identity(desk, click.user.id);
  const values = click.state?.values;
  const heroes = heroesIn(click, FIELDS.heroes).map((user) => identity(desk, user));
  const audience = isChosen(values, FIELDS.audience, 'heroes') ? 'heroes' : 'everyone';
  const customer = customerIn(values);
  if (action === ACTIONS.settleNot) return { type: 'settle-praise', by, praise, settlement: { as: 'not-praise' } };
  if (action === ACTIONS.settleThanks)
    return { type: 'settle-praise', by, praise, settlement: { as: 'thanks', heroes, audience: 'heroes', customer } };
  // Nobody chosen yet: the form asks.
  if (heroes.length === 0) return null;
  return { type: 'settle-praise', by, praise, settlement: { as: 'win', heroes, audience, customer } };
}

async function nominationCommand(desk: Desk, click: Click, action: string, value: string): Promise<Ready | null> {
  const by = identity(desk, click.user.id);
  const { nomination, where, message } = readSeed(value);
  if (nomination === undefined) return null;
  if (action === ACTIONS.withdrawNomination) {
    if (where === undefined || message === undefined) return null;
    return { type: 'withdraw-nomination', by, message: { channel: where, message }, until: null };
  }
  return {
    type: 'confirm-nomination',
    by,
    nomination,
    heroes: heroesIn(click, FIELDS.heroes).map((user) => identity(desk, user)),
    words: wordsIn(click, FIELDS.words),
    whatBroke: null,
    customer: null,
    touchpoint: null,
    audience: 'everyone',
    where: await placeOf(desk, where ?? null),
  };
}
