import type { MyObstacles, Obstacle, ObstacleOffer, ObstacleView } from '../../src/obstacles.ts';
import { obstacleButtons, obstacleFields, obstacleHeadings } from '../../src/wording/obstacle-labels.ts';
import { howItFell, obstacleParts, obstacleSigns, obstacleState } from '../../src/wording/obstacles.ts';
import { doing, form, looking, sendButton, textField, unfolding } from './controls.ts';
import { type Html, html, nothing } from './html.ts';
import type { Seen } from './seen.ts';
import { headlineOf, sentence } from './sentence.ts';
import { everyWord, wordsInBrief } from './words.ts';

/** As much of an obstacle as stands in a list. */
const LINE_SHOWN = 200;

/** What stands in the way: one of them whole, or several in a few lines each. */
export function obstacleCard(view: ObstacleView, seen: Seen): Html {
  const headline = html`<h3 class="headline">${headlineOf(view, seen.timeZone)}</h3>`;
  switch (view.type) {
    case 'obstacle':
      return html`<div class="obstacle">${headline}${whole(view.obstacle, seen)}
        ${actions(waysOn(view, seen))}</div>`;
    case 'obstacles':
    case 'obstacles-waiting':
      return html`${headline}${obstacleParts(view).map(({ title, obstacles }) => obstacleList(title, obstacles, seen))}
        ${view.type === 'obstacles' ? actions([looking('obstacle-form', '', obstacleButtons.form)]) : nothing}`;
    case 'obstacles-raised':
    case 'obstacle-withdrawn':
      return headline;
    default:
      return view satisfies never;
  }
}

/** Where nothing is offered, whoever it is to may look at what they can do by now. */
function waysOn({ news, obstacle, offers }: Extract<ObstacleView, { type: 'obstacle' }>, seen: Seen): readonly Html[] {
  if (offers.length > 0) return offers.map((offer) => offered(offer, obstacle, seen));
  return news === 'owned' ? [looking('obstacle', obstacle.id, obstacleButtons.show)] : [];
}

function whole(obstacle: Obstacle, seen: Seen): Html {
  const { words, now } = obstacle;
  const changed =
    now.state === 'cleared'
      ? html`<p class="hint">${obstacleFields.changed}</p>${everyWord(now.whatChanged, 'colleague')}`
      : nothing;
  return html`${everyWord(words, 'colleague')}<p class="hint">${signsOf(obstacle, seen)}</p>${changed}`;
}

function signsOf(obstacle: Obstacle, { timeZone }: Seen): Html {
  return sentence((pen) => obstacleSigns(obstacle, pen, timeZone), timeZone);
}

function obstacleList(title: string, obstacles: readonly Obstacle[], seen: Seen): Html {
  if (obstacles.length === 0) return nothing;
  return html`<h4>${title}</h4><ul class="lines">${obstacles.map((obstacle) => obstacleLine(obstacle, seen))}</ul>`;
}

function obstacleLine(obstacle: Obstacle, seen: Seen): Html {
  const state = sentence((pen) => obstacleState(obstacle, pen), seen.timeZone);
  const action =
    obstacle.now.state === 'reported'
      ? offered('take', obstacle, seen)
      : looking('obstacle', obstacle.id, obstacleButtons.show);
  return html`<li>${wordsInBrief(obstacle.words, LINE_SHOWN)}<p class="hint">${state} · ${signsOf(obstacle, seen)}</p>${actions([action])}</li>`;
}

/** What somebody waits on and what they are on. */
export function myObstacles({ waitedOn, owned }: MyObstacles, seen: Seen): Html {
  return html`${obstacleList(obstacleHeadings.owned, owned, seen)}${obstacleList(obstacleHeadings.waitedOn, waitedOn, seen)}`;
}

/** Below a digest's stories. */
export function clearedList(cleared: readonly Obstacle[], seen: Seen): Html {
  if (cleared.length === 0) return nothing;
  const line = (obstacle: Obstacle) => {
    const fell = sentence((pen) => howItFell(obstacle, pen, LINE_SHOWN), seen.timeZone);
    return html`<li>${wordsInBrief(obstacle.words, LINE_SHOWN)}<p class="hint">${fell}</p></li>`;
  };
  return html`<h4>${obstacleHeadings.told}</h4><ul class="lines">${cleared.map(line)}</ul>`;
}

function actions(buttons: readonly Html[]): Html {
  return buttons.length === 0 ? nothing : html`<div class="actions">${buttons}</div>`;
}

/** What changed is asked where one answers; a message only leads there, since nothing redraws an answer. */
function offered(offer: ObstacleOffer, { id }: Obstacle, { as }: Seen): Html {
  const label = obstacleButtons[offer];
  if (offer !== 'clear')
    return doing({ type: `${offer}-obstacle`, obstacle: id }, label, offer === 'take' ? 'strong' : 'plain');
  return as === 'post' ? looking('obstacle', id, label) : unfolding(label, clearForm(id));
}

function clearForm(id: string): Html {
  const { whatChanged: label, whatChangedHint: hint } = obstacleFields;
  return form(
    { type: 'clear-obstacle', obstacle: id },
    html`${textField({ name: 'whatChanged', id: `changed-${id}`, label, hint })}
    <div class="actions">${sendButton(obstacleButtons.saveCleared)}</div>`,
  );
}
