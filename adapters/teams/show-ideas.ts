import type { Idea, IdeaChoices, IdeasOfPerson, IdeaView } from '../../src/ideas.ts';
import { ideaHeadline } from '../../src/wording/idea-headlines.ts';
import { ideaButtons, ideaHeadings } from '../../src/wording/idea-labels.ts';
import { type IdeaOffer, ideaOffers } from '../../src/wording/idea-offers.ts';
import { handsSentence, soundsLikeQuestion, standingSentence } from '../../src/wording/idea-sentences.ts';
import { isolate } from '../../src/wording/isolate.ts';
import { shownWords } from '../../src/wording/unwrap.ts';
import type { Seen } from './card.ts';
import { type Action, adds, type Element, heads, lists, notes, offers, part, quotes, says } from './elements.ts';
import { fitting, oneLine } from './fitting.ts';
import { teamsPen } from './pen.ts';
import { first, press } from './press.ts';
import { LINE_SHOWN, type Room } from './room.ts';
import type { Face } from './shown.ts';
import { VERBS } from './verbs.ts';

/** Teams shows no more buttons below a card. */
const BUTTONS = 6;

/** Whatever is said of ideas. */
export function ideaFace(view: IdeaView, seen: Seen, room: Room): Face {
  const opening = says(ideaHeadline(view, teamsPen(seen.timeZone)));
  switch (view.type) {
    case 'idea':
      return {
        body: [opening, ...whole(view.idea, seen)],
        actions: buttonsOf(choices(view.idea, view.choices, seen), seen),
      };
    case 'idea-changed': {
      const actions = [...unlinking(view, seen), ...choices(view.idea, view.choices, seen)];
      return { body: [opening, ...whole(view.idea, seen)], actions: buttonsOf(actions, seen) };
    }
    case 'idea-proposed':
    case 'idea-news':
    case 'idea-waiting':
      return { body: [opening, ...whole(view.idea, seen)], actions: [show(view.idea, seen), all(seen)] };
    case 'ideas-alike':
      return {
        body: [
          opening,
          ...view.ideas.map((idea) => part(alike(idea, seen))),
          part([says('Yours'), quotes(isolate(view.words))]),
        ],
        actions: [press(seen, VERBS.proposeAnyway, ideaButtons.proposeAnyway, { words: view.words })],
      };
    case 'idea-taken-back':
      return { body: [opening, quotes(isolate(view.words))], actions: [all(seen)] };
    case 'idea-noticed': {
      const words = quotes(isolate(fitting(shownWords(view.story), room.whole)));
      return {
        body: [opening, words, notes(`The idea: “${isolate(view.idea.words)}”`)],
        actions: [show(view.idea, seen)],
      };
    }
    case 'ideas':
      return {
        body: [
          opening,
          ...titledIdeas(ideaHeadings.looking, view.looking.slice(0, room.listed), seen),
          ...titledIdeas(ideaHeadings.backed, view.backed.slice(0, room.listed), seen),
          ...titledIdeas(ideaHeadings.alive, view.alive.slice(0, room.listed), seen),
        ],
        actions: [proposing(seen)],
      };
    case 'idea-withdrawn':
    case 'ideas-put-forward':
      return { body: [opening] };
    default:
      return view satisfies never;
  }
}

/** A person's own ideas, and those that they lend a hand to. */
export function ideasOf({ proposed, helped }: IdeasOfPerson, most: number, seen: Seen): readonly Element[] {
  return [
    ...titledIdeas(ideaHeadings.mine, proposed.slice(0, most), seen),
    ...titledIdeas(ideaHeadings.helped, helped.slice(0, most), seen),
  ];
}

/** Asked below a story just told whose words are close to an idea's. */
export function soundsLike(idea: Idea | undefined, story: string | undefined, seen: Seen): readonly Element[] {
  if (idea === undefined || story === undefined) return [];
  const link = press(seen, VERBS.linkIdea, ideaButtons.link, { idea: idea.id, story });
  const question = says(soundsLikeQuestion(idea, teamsPen(seen.timeZone)));
  return [part([question, quotes(isolate(idea.words)), ...offers([link])])];
}

export function proposing(seen: Seen): Action {
  return press(seen, VERBS.askIdea, ideaButtons.proposeAnIdea);
}

export function all(seen: Seen): Action {
  return press(seen, VERBS.showIdeas, ideaButtons.allIdeas);
}

function titledIdeas(title: string, ideas: readonly Idea[], seen: Seen): readonly Element[] {
  if (ideas.length === 0) return [];
  const pen = teamsPen(seen.timeZone);
  const line = (idea: Idea) => {
    const standing = [standingSentence(idea, pen), handsSentence(idea, pen)].filter(Boolean).join(' ');
    const text = `“${isolate(fitting(oneLine(idea.words), LINE_SHOWN))}” ${fitting(standing, 2 * LINE_SHOWN)}`;
    return lists({ lead: `${pen.name(idea.author)}:`, text, links: [show(idea, seen)] });
  };
  return [heads(title), ...ideas.map(line)];
}

function whole(idea: Idea, { timeZone }: Seen): readonly Element[] {
  const pen = teamsPen(timeZone);
  const hands = handsSentence(idea, pen);
  return [quotes(isolate(idea.words)), adds(standingSentence(idea, pen)), ...(hands === '' ? [] : [notes(hands)])];
}

function alike(idea: Idea, seen: Seen): readonly Element[] {
  const lend = press(seen, VERBS.lendHand, ideaButtons.lendHand, { idea: idea.id });
  const author = says(teamsPen(seen.timeZone).name(idea.author));
  return [author, ...whole(idea, seen), ...offers([first(lend), show(idea, seen)])];
}

function show({ id }: Idea, seen: Seen): Action {
  return press(seen, VERBS.showIdea, ideaButtons.showIdea, { idea: id });
}

function unlinking({ what, idea, story }: Extract<IdeaView, { type: 'idea-changed' }>, seen: Seen): readonly Action[] {
  if (what !== 'linked' || story === undefined) return [];
  return [press(seen, VERBS.unlinkIdea, ideaButtons.unlink, { idea: idea.id, story })];
}

function buttonsOf(actions: readonly Action[], seen: Seen): readonly Action[] {
  return [...actions.slice(0, BUTTONS - 1), all(seen)];
}

function choices(idea: Idea, given: IdeaChoices, seen: Seen): readonly Action[] {
  return ideaOffers(given).map(({ does, label }) => {
    const action = press(seen, VERB_OF[does], label, { idea: idea.id });
    return does === 'lend-hand' ? first(action) : action;
  });
}

const VERB_OF = {
  'lend-hand': VERBS.lendHand,
  'take-hand-back': VERBS.takeHandBack,
  back: VERBS.askClearing,
  'bring-alive': VERBS.bringAlive,
  wake: VERBS.wakeIdea,
  reword: VERBS.askIdeaWords,
  rest: VERBS.askReason,
  withdraw: VERBS.withdrawIdea,
} as const satisfies { readonly [does in IdeaOffer['does']]: string };
