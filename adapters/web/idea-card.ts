import { randomUUID } from 'node:crypto';
import type { Idea, IdeaChoices, IdeasListed, IdeasOfPerson, IdeaView } from '../../src/ideas.ts';
import { ideaButtons, ideaFields, ideaHeadings } from '../../src/wording/idea-labels.ts';
import { type IdeaOffer, ideaOffers } from '../../src/wording/idea-offers.ts';
import { handsSentence, soundsLikeQuestion, standingSentence } from '../../src/wording/idea-sentences.ts';
import { buttons } from '../../src/wording/labels.ts';
import { shorten } from '../../src/wording/shorten.ts';
import { doing, form, lineField, looking, sendButton, textField, unfolding } from './controls.ts';
import { byPeople, type Html, html, nothing } from './html.ts';
import { LINE_SHOWN } from './limits.ts';
import { portrait } from './marks.ts';
import type { Seen } from './seen.ts';
import { headlineOf, sentence } from './sentence.ts';
import { wholeWords } from './words.ts';

/** Whatever is said of ideas. */
export function ideaCard(view: IdeaView, seen: Seen): Html {
  const heading = html`<h3 class="headline">${headlineOf(view, seen.timeZone)}</h3>`;
  switch (view.type) {
    case 'idea':
    case 'idea-changed':
      return html`<div class="idea">${byAuthor(view.idea, heading)}${wholeIdea(view.idea, seen)}${offers(view.idea, view.choices)}</div>`;
    case 'idea-proposed':
    case 'idea-news':
    case 'idea-waiting':
      return html`<div class="idea">${heading}${wholeIdea(view.idea, seen)}<div class="actions">${show(view.idea, 'strong')}${all}</div></div>`;
    case 'ideas-alike':
      return html`<div class="idea">${heading}${view.ideas.map((idea) => alike(idea, seen))}
        <h4>Yours</h4>${wholeWords(view.words, 'colleague', 'Your idea')}
        <div class="actions">${doing({ type: 'propose-idea', words: view.words, anyway: true }, ideaButtons.proposeAnyway)}</div></div>`;
    case 'idea-taken-back':
      return html`<div class="idea">${heading}${wholeWords(view.words, 'colleague', 'Your idea')}
        <div class="actions"><button type="button" class="button plain" data-fill="${`/idea ${view.words}`}">${buttons.putBack}</button></div></div>`;
    case 'idea-noticed':
      return html`<div class="idea">${heading}${wholeWords(view.story.words, view.story.voice, 'The story')}
        <p class="hint">The idea: <q dir="auto">${view.idea.words}</q></p><div class="actions">${show(view.idea, 'plain')}</div></div>`;
    case 'ideas':
      return html`<div class="idea">${heading}${listed(view, seen)}<div class="actions">${proposing}</div></div>`;
    case 'idea-withdrawn':
    case 'ideas-put-forward':
      return heading;
    default:
      return view satisfies never;
  }
}

/** The form behind `/idea` alone. */
export function ideaForm(id: string): Html {
  const { words: label, wordsHint: hint } = ideaFields;
  return form(
    { type: 'propose-idea' },
    html`${textField({ name: 'words', id: `${id}-words`, label, hint })}<div class="actions">${sendButton(ideaButtons.propose)}${all}</div>`,
  );
}

/** Asked below a story just told whose words are close to an idea's. */
export function soundsLike(idea: Idea | undefined, story: string | undefined, seen: Seen): Html {
  if (idea === undefined || story === undefined) return nothing;
  return html`<fieldset class="question"><legend>${sentence((pen) => soundsLikeQuestion(idea, pen), seen.timeZone)}</legend>
    <p><q dir="auto">${idea.words}</q></p>
    <div class="actions">${doing({ type: 'link-idea', idea: idea.id, story }, ideaButtons.link, 'strong')}</div></fieldset>`;
}

/** A person's own ideas, and those that they lend a hand to. */
export function ideasOf({ proposed, helped }: IdeasOfPerson, seen: Seen): Html {
  return html`${ideaList(ideaHeadings.mine, proposed, seen)}${ideaList(ideaHeadings.helped, helped, seen)}`;
}

function listed({ alive, backed, looking: wanted }: IdeasListed, seen: Seen): Html {
  return html`${ideaList(ideaHeadings.looking, wanted, seen)}${ideaList(ideaHeadings.backed, backed, seen)}${ideaList(ideaHeadings.alive, alive, seen)}`;
}

export function ideaList(
  heading: string,
  ideas: readonly Idea[],
  seen: Seen,
  first: (idea: Idea) => Html = () => nothing,
): Html {
  if (ideas.length === 0) return nothing;
  return html`<h4>${heading}</h4><ul class="lines">${ideas.map((idea) => ideaLine(idea, seen, first(idea)))}</ul>`;
}

function ideaLine(idea: Idea, seen: Seen, first: Html): Html {
  const { words, cut } = shorten(idea.words.replace(/\s+/g, ' '), LINE_SHOWN);
  return html`<li class="line"><p><b>${byPeople(idea.author.name)}</b> <q dir="auto">${words}${cut ? '…' : ''}</q></p>
    <p class="hint">${sentence((pen) => standingSentence(idea, pen), seen.timeZone)} ${sentence((pen) => handsSentence(idea, pen), seen.timeZone)}</p>
    <div class="actions">${first}${show(idea, 'quiet')}</div></li>`;
}

function byAuthor(idea: Idea, heading: Html): Html {
  return html`<div class="story-head"><div class="faces">${portrait(idea.author.name)}</div>${heading}</div>`;
}

function wholeIdea(idea: Idea, seen: Seen): Html {
  const hands = sentence((pen) => handsSentence(idea, pen), seen.timeZone);
  return html`${wholeWords(idea.words, 'colleague', 'The idea')}
    <ul class="details"><li>${sentence((pen) => standingSentence(idea, pen), seen.timeZone)}</li>${hands.html === '' ? nothing : html`<li>${hands}</li>`}</ul>`;
}

function alike(idea: Idea, seen: Seen): Html {
  const lend =
    idea.now.state === 'resting'
      ? nothing
      : doing({ type: 'lend-hand', idea: idea.id }, ideaButtons.lendHand, 'strong');
  return html`<section><h4>${byPeople(idea.author.name)}</h4>${wholeIdea(idea, seen)}<div class="actions">${lend}${show(idea, 'quiet')}</div></section>`;
}

const all = looking('ideas', '', ideaButtons.allIdeas, 'quiet');
const proposing = looking('idea-form', '', ideaButtons.proposeAnIdea);

function show(idea: Idea, style: string): Html {
  const whose = html`${ideaButtons.showIdea}<span class="visually-hidden"> of ${byPeople(idea.author.name)}</span>`;
  return looking('idea', idea.id, whose, style);
}

function offers(idea: Idea, choices: IdeaChoices): Html {
  return html`<div class="changes">${ideaOffers(choices).map((offer) => offered(idea, offer))}${all}</div>`;
}

function offered({ id, words }: Idea, { does, label }: IdeaOffer): Html {
  const field = `idea-${randomUUID()}`;
  switch (does) {
    case 'lend-hand':
      return doing({ type: 'lend-hand', idea: id }, label, 'strong');
    case 'take-hand-back':
      return doing({ type: 'take-hand-back', idea: id }, label);
    case 'bring-alive':
      return doing({ type: 'bring-idea-alive', idea: id }, label);
    case 'wake':
      return doing({ type: 'wake-idea', idea: id }, label);
    case 'withdraw':
      return doing({ type: 'withdraw-idea', idea: id }, label, 'quiet');
    case 'back':
      return asking(
        label,
        { type: 'back-idea', idea: id },
        lineField({ name: 'clearing', id: field, label: ideaFields.clearing, hint: ideaFields.clearingHint }),
      );
    case 'rest':
      return asking(
        label,
        { type: 'rest-idea', idea: id },
        lineField({ name: 'reason', id: field, label: ideaFields.reason, hint: ideaFields.reasonHint }),
      );
    case 'reword':
      return asking(
        label,
        { type: 'reword-idea', idea: id },
        textField({ name: 'words', id: field, label: ideaFields.words, value: words }),
      );
    default:
      return does satisfies never;
  }
}

function asking(label: string, asked: { readonly type: string; readonly idea: string }, field: Html): Html {
  return unfolding(label, form(asked, html`${field}<div class="actions">${sendButton(label)}</div>`));
}
