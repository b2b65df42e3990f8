import type { types } from '@slack/bolt';
import type { View } from '../../src/views.ts';
import { surelyNamed } from '../../src/wording/praise-sentences.ts';
import { ACTIONS, FIELDS, FORMS } from './actions.ts';
import { completeForm } from './complete-form.ts';
import type { Desk } from './desk.ts';
import { ideaFormOf } from './idea-forms.ts';
import { kudosForm } from './kudos-form.ts';
import { PRIVATE_METADATA } from './limits.ts';
import { lookUp, usersByPerson } from './look.ts';
import { answerModal } from './modal.ts';
import { clearedForm, obstacleForm } from './obstacle-forms.ts';
import { placesFor } from './place-fields.ts';
import { askerOfClick, type Click, heroesIn, typedIn, usersChosen, wordsIn } from './read.ts';
import { answer, openModal, privateAnswer } from './respond.ts';
import { readSeed, type Seed, written } from './seed.ts';
import { type SettleAs, settleForm } from './settle-form.ts';
import { detailsForm, whatBrokeForm, wordsForm } from './story-forms.ts';
import { touchpointForm } from './touchpoint-form.ts';

/** Opens the form that a button asks for. */
export async function openAsked(desk: Desk, click: Click, action: string, value: string): Promise<void> {
  const form = await formOf(desk, click, action, value);
  if (form === null) return;
  if ('callback_id' in form) {
    const { api } = desk;
    const view = knowing(form, behind(click));
    // A second modal goes on top of the first.
    if (action === ACTIONS.askTouchpoint && click.view) await api.views.update({ view_id: click.view.id, view: form });
    else if (click.view?.type === 'modal') await api.views.push({ trigger_id: click.trigger_id, view });
    else await openModal(desk, click.trigger_id, view);
    return;
  }
  await answer(desk, askerOfClick(click), form as View);
}

function behind({ view, container, message, response_url }: Click): Seed['behind'] {
  if (view?.type === 'modal') return { kind: 'modal', view: view.id };
  if (view?.type === 'home') return { kind: 'home' };
  if (container?.is_ephemeral && response_url !== '') return { kind: 'private', url: response_url };
  return message ? { kind: 'standing' } : undefined;
}

function knowing(form: types.ModalView, behind: Seed['behind']): types.ModalView {
  const remembered = readSeed(form.private_metadata ?? '');
  return behind ? { ...form, private_metadata: written({ ...remembered, behind }, PRIVATE_METADATA) } : form;
}

async function formOf(desk: Desk, click: Click, action: string, value: string): Promise<types.ModalView | View | null> {
  switch (action) {
    case ACTIONS.kudosForm: {
      const seed = value === '' ? {} : readSeed(value);
      const words = seed.words ?? desk.keptWords.read(seed.keptWords) ?? wordsIn(click, FIELDS.words);
      const places = await placesFor(desk, click.user.id, words ?? null);
      if (seed.nomination === undefined) return kudosForm({ ...seed, words }, places);
      return kudosForm({ ...seed, words, heroes: [...heroesIn(click, FIELDS.heroes)] }, places);
    }
    case ACTIONS.askWhatBroke:
      return whatBrokeForm(value);
    case ACTIONS.askWords:
    case ACTIONS.askDetails: {
      const view = await lookUp(desk, click.user.id, { type: 'story', story: value });
      if (view.type !== 'story') return view;
      if (action === ACTIONS.askWords) return wordsForm(view.story);
      const words = view.story.touchpoint === null ? view.story.words : null;
      return detailsForm(view.story, await placesFor(desk, click.user.id, words));
    }
    case ACTIONS.complete: {
      const view = await lookUp(desk, click.user.id, { type: 'praise', praise: value });
      return view.type === 'praise-waiting' ? completeForm(view.praise) : view;
    }
    case ACTIONS.askObstacle: {
      const seed = value === '' ? {} : readSeed(value);
      const words = seed.words ?? desk.keptWords.read(seed.keptWords) ?? wordsIn(click, FIELDS.words);
      return obstacleForm({ words }, await placesFor(desk, click.user.id, words || null));
    }
    case ACTIONS.askCleared:
      return clearedForm(value);
    case ACTIONS.showTouchpoints:
    case ACTIONS.askTouchpoint:
      return askedOfTouchpoints(desk, click, action, value);
    case ACTIONS.settle:
      return settling(desk, click, value, null);
    case ACTIONS.settleWin:
      return settling(desk, click, value, 'win');
    case ACTIONS.settleRecovery:
      return settling(desk, click, value, 'recovery');
    default:
      return ideaFormOf(desk, click.user.id, action, value);
  }
}

/** The list in a modal of its own; in its place the form, which shows the list again. */
async function askedOfTouchpoints(
  desk: Desk,
  click: Click,
  action: string,
  id: string,
): Promise<types.ModalView | View> {
  const view = await lookUp(desk, click.user.id, { type: 'touchpoints', words: null });
  if (view.type !== 'touchpoints') return view;
  if (!view.mayChange) return { type: 'refusal', reason: 'admins-only' };
  if (action === ACTIONS.askTouchpoint && id === '') return touchpointForm(null);
  const touchpoint = view.touchpoints.find((one) => one.id === id);
  if (touchpoint !== undefined) return touchpointForm(touchpoint);
  const [shown] = await privateAnswer(desk, askerOfClick(click), view);
  return shown === undefined ? view : answerModal(shown);
}

/** With the heroes that stand chosen in the message, or those whose names stand in the words. */
async function settling(desk: Desk, click: Click, id: string, as: SettleAs | null): Promise<types.ModalView | View> {
  const view = await lookUp(desk, click.user.id, { type: 'praise', praise: id });
  if (view.type !== 'praise-waiting') return view;
  const { praise } = view;
  const chosen = heroesIn(click, FIELDS.heroes);
  const users = chosen.length > 0 ? null : await usersByPerson(desk);
  const guessed = surelyNamed(praise.guessedHeroes).flatMap(({ person }) => users?.get(person) ?? []);
  const likely = praise.suggestion?.sure ? praise.suggestion.lane : undefined;
  return settleForm({ praise, as: as ?? likely, heroes: users === null ? chosen : guessed });
}

/** Shows or hides what only some are asked, with all that is typed and chosen kept. */
export async function showWhatBroke({ api, ...desk }: Desk, click: Click, chosen: string | undefined): Promise<void> {
  const { view } = click;
  if (!view || chosen === undefined) return;
  const values = view.state?.values;
  const heroes = [...usersChosen(values, FIELDS.heroes)];
  const remembered = readSeed(view.private_metadata);
  if (view.callback_id === FORMS.kudos) {
    const seed = { ...remembered, words: typedIn(values, FIELDS.words), heroes };
    await api.views.update({
      view_id: view.id,
      hash: view.hash,
      view: kudosForm(
        seed,
        await placesFor({ api, ...desk }, click.user.id, seed.words),
        chosen === 'yes' ? 'yes' : 'no',
      ),
    });
  } else if (view.callback_id === FORMS.settle) {
    const shown = await lookUp({ api, ...desk }, click.user.id, { type: 'praise', praise: remembered.about ?? '' });
    if (shown.type !== 'praise-waiting') return;
    const form = knowing(settleForm({ praise: shown.praise, as: chosen as SettleAs, heroes }), remembered.behind);
    await api.views.update({ view_id: view.id, hash: view.hash, view: form });
  }
}
