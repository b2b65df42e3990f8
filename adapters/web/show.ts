import { isOfThePulse } from '../../src/pulse.ts';
import type { Refusal, SettingsShown, View } from '../../src/views.ts';
import { howToBegin, twoLanes, whatToType } from '../../src/wording/help.ts';
import { ideaButtons } from '../../src/wording/idea-labels.ts';
import { buttons, headings } from '../../src/wording/labels.ts';
import { visibleName } from '../../src/wording/names.ts';
import { plainSettings } from '../../src/wording/plain-settings.ts';
import { privacyButtons } from '../../src/wording/privacy.ts';
import { touchpointWords } from '../../src/wording/touchpoints.ts';
import { looking } from './controls.ts';
import { digestCard, previewCard, quietWeekCard } from './digest-card.ts';
import { byPeople, type Html, html, nothing } from './html.ts';
import { ideaCard, ideasOf, soundsLike } from './idea-card.ts';
import { portrait } from './marks.ts';
import { myObstacles, obstacleCard } from './obstacle-card.ts';
import { praiseCard, praiseLine, putsBack } from './praise-card.ts';
import { privacyCard } from './privacy-card.ts';
import { pulseCard, pulseLine } from './pulse-card.ts';
import type { Seen } from './seen.ts';
import { headlineOf } from './sentence.ts';
import { changes, storyCard, storyHead, storyLine, storyList, storyNow } from './story-card.ts';
import { touchpointsCard } from './touchpoints-card.ts';
import { wholeWords } from './words.ts';

/** A view as it stands on the page, for the person who looks. Everything in it is escaped. */
export function show(view: View, seen: Seen): Html {
  if (isOfThePulse(view)) return pulseCard(view, seen);
  switch (view.type) {
    case 'story-told':
    case 'you-were-named':
    case 'story-moved':
    case 'win-confirmed':
    case 'words-corrected':
    case 'details-added':
      return storyCard(view, seen);
    case 'story':
      return html`${storyCard(view, seen)}${soundsLike(view.soundsLike, view.story.id, seen)}`;
    case 'kudos-given':
      return givenCard(view, seen);
    case 'win-held':
    case 'win-released':
      return titled(view, seen, html`<ul class="lines">${storyLine(view.story, seen)}</ul>`);
    case 'story-retracted':
      return retractedCard(view, seen);
    case 'customer-thanks-you':
    case 'customer-thanks':
      return titled(view, seen, wholeWords(view.words, 'customer', 'The customer’s words'));
    case 'praise-waiting':
    case 'praise-already-here':
    case 'praise-settled':
      return praiseCard(view, seen);
    case 'inbox':
      return titled(view, seen, html`<ul class="lines">${view.praise.map(praiseLine)}</ul>`);
    case 'digest':
      return digestCard(view, seen);
    case 'digest-preview':
      return previewCard(view, seen);
    case 'quiet-week':
      return quietWeekCard(view, seen);
    case 'touchpoints':
    case 'touchpoint-map':
      return touchpointsCard(view, seen);
    case 'obstacle':
    case 'obstacles':
    case 'obstacles-waiting':
    case 'obstacles-raised':
    case 'obstacle-withdrawn':
      return obstacleCard(view, seen);
    case 'refusal':
      return titled(view, seen, refusalHelp(view, seen));
    case 'idea-proposed':
    case 'ideas-alike':
    case 'idea':
    case 'idea-changed':
    case 'idea-taken-back':
    case 'idea-news':
    case 'idea-noticed':
    case 'idea-withdrawn':
    case 'idea-waiting':
    case 'ideas-put-forward':
    case 'ideas':
      return ideaCard(view, seen);
    case 'privacy':
    case 'held':
    case 'export':
    case 'name-hidden':
    case 'name-shown':
    case 'taking-back':
    case 'words-taken-back':
    case 'erasing':
    case 'person-erased':
      return privacyCard(view, seen);
    default:
      return showSimple(view, seen);
  }
}

type Of<Type extends View['type']> = Extract<View, { type: Type }>;
type Simple = Of<
  | 'mine'
  | 'search-results'
  | 'people'
  | 'people-met'
  | 'feed'
  | 'help'
  | 'story-withdrawn'
  | 'cheered'
  | 'digest-planned'
  | 'praise-expired'
  | 'inbox-reminder'
  | 'inboxes-reminded'
  | 'praise-let-go'
  | 'digest-already-planned'
  | 'clock-moved'
  | 'connection-open'
  | 'delivery-given-up'
  | 'known'
  | 'home'
  | 'settings'
  | 'settings-changed'
  | 'welcome'
  | 'welcomed-before'
  | 'nomination-waiting'
  | 'nomination-withdrawn'
  | 'connection-lost'
  | 'place-lost'
  | 'place-found'
  | 'addresses'
  | 'delivery-unconfirmed'
  | 'posted-again'
>;

function showSimple(view: Simple, seen: Seen): Html {
  switch (view.type) {
    case 'mine':
      return titled(
        view,
        seen,
        html`${storyList(headings.aboutMe, view.aboutMe, seen)}${storyList(headings.toldByMe, view.told, seen)}${ideasOf(view.ideas, seen)}${myObstacles(view.obstacles, seen)}
          <div class="actions">${looking('privacy', '', privacyButtons.privacy)}</div>`,
      );
    case 'home':
      return homePage(view, seen);
    case 'settings':
      return titled(view, seen, html`${settingsList(view.settings)}${view.mayChange ? toTouchpoints : nothing}`);
    case 'settings-changed':
      return titled(view, seen, settingsList(view.settings));
    case 'welcome':
      return titled(view, seen, html`<p>${howToBegin}</p><p>${twoLanes}</p>`);
    case 'nomination-waiting':
      return titled(view, seen, html`<blockquote dir="auto">${view.nomination.message.words}</blockquote>`);
    case 'search-results':
      return titled(
        view,
        seen,
        html`<ul class="lines">${view.stories.map((story) => storyLine(storyNow(story, seen).story, seen))}</ul>`,
      );
    case 'people':
    case 'known':
    case 'people-met':
      return titled(
        view,
        seen,
        html`<ul>${view.people.map(({ name }) => html`<li>${byPeople(visibleName(name))}</li>`)}</ul>`,
      );
    case 'feed':
      return html`${view.posts.map((post) => show(post.view, seen))}`;
    case 'help':
      return titled(view, seen, helpList());
    case 'inbox-reminder':
      return titled(view, seen, html`<div class="actions">${looking('inbox', '', buttons.showInbox, 'strong')}</div>`);
    case 'story-withdrawn':
    case 'nomination-withdrawn':
    case 'welcomed-before':
    case 'connection-lost':
    case 'place-lost':
    case 'place-found':
    case 'addresses':
    case 'delivery-unconfirmed':
    case 'posted-again':
    case 'cheered':
    case 'digest-planned':
    case 'praise-expired':
    case 'inboxes-reminded':
    case 'praise-let-go':
    case 'digest-already-planned':
    case 'clock-moved':
    case 'connection-open':
    case 'delivery-given-up':
      return titled(view, seen, nothing);
    default:
      return view satisfies never;
  }
}

function homePage(view: Of<'home'>, seen: Seen): Html {
  return titled(
    view,
    seen,
    html`${storyList(headings.soFar, view.thisWeek, seen)}
      ${view.inbox.praise.length === 0 ? nothing : html`<h4>${headings.waiting}</h4><ul class="lines">${view.inbox.praise.map(praiseLine)}</ul>`}
      ${storyList(headings.aboutMe, view.aboutMe, seen)}${storyList(headings.toldByMe, view.told, seen)}${ideasOf(view.ideas, seen)}${myObstacles(view.obstacles, seen)}${pulseLine(view.pulse, seen)}`,
  );
}

/** On the page nobody marks stories by a reaction, and nobody is mentioned. */
function settingsList(settings: SettingsShown): Html {
  const here = { ...settings, nominationEmoji: '', digestHeroes: null };
  return html`<ul class="lines">${items(plainSettings(here))}</ul>`;
}

const toTouchpoints = html`<div class="actions">${looking('touchpoints', '', touchpointWords.manage)}</div>`;

function items(text: string): readonly Html[] {
  return text.split('\n').map((line) => html`<li>${line}</li>`);
}

function titled(view: View, seen: Seen, body: Html): Html {
  return html`<h3 class="headline">${headlineOf(view, seen.timeZone)}</h3>${body}`;
}

/** To the teller: what was told, and all that can still be done about it. */
function givenCard(view: Of<'kudos-given'>, seen: Seen): Html {
  const { story } = view;
  return html`<div class="story ${story.lane}">
    ${storyHead(story, html`<h3 class="headline">${headlineOf(view, seen.timeZone)}</h3>`)}
    ${wholeWords(story.words, story.voice, 'Your story')}
    ${soundsLike(view.soundsLike, story.id, seen)}
    ${changes(story, seen)}
  </div>`;
}

function retractedCard(view: Of<'story-retracted'>, seen: Seen): Html {
  if (view.waitsAgain) return titled(view, seen, nothing);
  const names = view.heroes.map((hero) => `@${visibleName(hero.name)}`).join(' ');
  const again = `/kudos ${names} ${view.words}`;
  return titled(
    view,
    seen,
    html`${wholeWords(view.words, 'colleague', 'Your words')}
    <div class="actions"><button type="button" class="button plain" data-fill="${again}">${buttons.putBack}</button></div>`,
  );
}

/** What a refusal offers besides its sentence. */
function refusalHelp(refusal: Refusal, { people }: Seen): Html {
  if (refusal.reason === 'already-proposed') {
    return html`<div class="actions">${looking('idea', refusal.idea, ideaButtons.showIdea)}</div>`;
  }
  if (refusal.reason === 'already-settled') return refusal.yours === null ? nothing : putsBack(refusal.yours);
  if (refusal.reason === 'already-told') {
    return html`<div class="actions"><button type="button" class="button plain" data-look="story" data-id="${refusal.story}">${buttons.showStory}</button></div>`;
  }
  if (refusal.reason !== 'name-ambiguous') return nothing;
  const offered = refusal.people.map(({ person, name }) => {
    const user = people.find((one) => one.person === person)?.user ?? name;
    return html`<button type="button" class="button plain" data-name="${user}" data-instead-of="${refusal.name}">${portrait(name)}${byPeople(visibleName(name))}</button>`;
  });
  return html`<div class="actions">${offered}</div>`;
}

function helpList(): Html {
  const rows = whatToType.map(({ type, does }) => html`<div><dt><code>${type}</code></dt><dd>${does}</dd></div>`);
  return html`<dl class="help">${rows}</dl><p>${twoLanes}</p>`;
}
