import type { Idea, IdeaChoices, IdeasOfPerson, IdeaView } from '../../src/ideas.ts';
import { ideaHeadline } from '../../src/wording/idea-headlines.ts';
import { ideaButtons, ideaHeadings } from '../../src/wording/idea-labels.ts';
import { type IdeaOffer, ideaOffers } from '../../src/wording/idea-offers.ts';
import { handsSentence, soundsLikeQuestion, standingSentence } from '../../src/wording/idea-sentences.ts';
import { isolate } from '../../src/wording/isolate.ts';
import { buttons } from '../../src/wording/labels.ts';
import { visibleName } from '../../src/wording/names.ts';
import { plainPen } from '../../src/wording/pen.ts';
import { shownWords } from '../../src/wording/unwrap.ts';
import { type Block, type Button, button, heads, lines, notes, offers, plain, quotes, says } from './blocks.ts';
import { fitting } from './fitting.ts';
import { IDEA_ACTIONS } from './idea-actions.ts';
import { LINE_SHOWN, LISTED, STORY_SHOWN } from './limits.ts';
import { written } from './seed.ts';
import type { Seen } from './seen.ts';

/** As many of each kind as a list of all shows: three kinds have to fit into one message. */
const OF_EACH = 8;

/** Whatever is said of ideas. */
export function ideaBlocks(view: IdeaView, seen: Seen): readonly Block[] {
  const opening = says(ideaHeadline(view, plainPen(seen.timeZone)));
  switch (view.type) {
    case 'idea':
      return [opening, ...wholeIdea(view.idea, seen), ...offers([...choices(view.idea, view.choices), all])];
    case 'idea-changed':
      return [
        opening,
        ...wholeIdea(view.idea, seen),
        ...offers([...unlinking(view), ...choices(view.idea, view.choices), all]),
      ];
    case 'idea-proposed':
      return [opening, ...wholeIdea(view.idea, seen), ...offers([show(view.idea), all])];
    case 'idea-news':
    case 'idea-waiting':
      return [opening, ...wholeIdea(view.idea, seen), ...offers([show(view.idea)])];
    case 'ideas-alike':
      return [
        opening,
        ...view.ideas.flatMap((idea) => [
          says(isolate(visibleName(idea.author.name))),
          ...wholeIdea(idea, seen),
          ...offers([button(IDEA_ACTIONS.lendHand, ideaButtons.lendHand, idea.id, { style: 'primary' }), show(idea)]),
        ]),
        says('Yours'),
        quotes(isolate(view.words)),
        ...offers([button(IDEA_ACTIONS.proposeAnyway, ideaButtons.proposeAnyway, view.words)]),
      ];
    case 'idea-taken-back':
      return [opening, quotes(isolate(view.words)), ...offers([again(view.words)])];
    case 'idea-noticed':
      return [
        opening,
        quotes(isolate(fitting(shownWords(view.story), STORY_SHOWN))),
        notes(`The idea: “${isolate(view.idea.words)}”`),
        ...offers([show(view.idea)]),
      ];
    case 'ideas':
      return [
        opening,
        ...titled(ideaHeadings.looking, view.looking, seen),
        ...titled(ideaHeadings.backed, view.backed, seen),
        ...titled(ideaHeadings.alive, view.alive, seen),
        ...offers([proposing]),
      ];
    case 'idea-withdrawn':
    case 'ideas-put-forward':
      return [opening];
    default:
      return view satisfies never;
  }
}

export const proposing = button(IDEA_ACTIONS.form, ideaButtons.proposeAnIdea, '');
export const all = button(IDEA_ACTIONS.showAll, ideaButtons.allIdeas, '');

/** A person's own ideas, and those that they lend a hand to. */
export function ideasOf({ proposed, helped }: IdeasOfPerson, seen: Seen): readonly Block[] {
  return [
    ...titled(ideaHeadings.mine, proposed.slice(0, LISTED), seen),
    ...titled(ideaHeadings.helped, helped.slice(0, LISTED), seen),
  ];
}

/** Asked below a story just told whose words are close to an idea's. */
export function soundsLike(idea: Idea | undefined, story: string | undefined, seen: Seen): readonly Block[] {
  if (idea === undefined || story === undefined) return [];
  return [
    says(soundsLikeQuestion(idea, plainPen(seen.timeZone))),
    quotes(isolate(idea.words)),
    ...offers([button(IDEA_ACTIONS.link, ideaButtons.link, `${idea.id} ${story}`)]),
  ];
}

export function ideaLines(ideas: readonly Idea[], seen: Seen): readonly Block[] {
  return ideas.flatMap((idea) => lines(inBrief(idea, seen), [show(idea)]));
}

function titled(title: string, ideas: readonly Idea[], seen: Seen): readonly Block[] {
  return ideas.length === 0 ? [] : [heads(title), ...ideaLines(ideas.slice(0, OF_EACH), seen)];
}

function inBrief(idea: Idea, seen: Seen): string {
  const pen = plainPen(seen.timeZone);
  const words = fitting(idea.words.replace(/\s+/g, ' '), LINE_SHOWN);
  const standing = [standingSentence(idea, pen), handsSentence(idea, pen)].filter(Boolean).join(' ');
  return `${pen.name(idea.author)}: “${isolate(words)}”\n${fitting(standing, 2 * LINE_SHOWN)}`;
}

function wholeIdea(idea: Idea, { timeZone }: Seen): readonly Block[] {
  const pen = plainPen(timeZone);
  const hands = handsSentence(idea, pen);
  return [quotes(isolate(idea.words)), notes(standingSentence(idea, pen)), ...(hands === '' ? [] : [notes(hands)])];
}

function show(idea: Idea): Button {
  const label = `${ideaButtons.showIdea}: ${visibleName(idea.author.name)}`;
  return { ...button(IDEA_ACTIONS.show, ideaButtons.showIdea, idea.id), accessibility_label: fitting(label, 75) };
}

function again(words: string): Button {
  return button(IDEA_ACTIONS.form, buttons.putBack, written({ words }));
}

function unlinking({ what, idea, story }: Extract<IdeaView, { type: 'idea-changed' }>): readonly Button[] {
  if (what !== 'linked' || story === undefined) return [];
  return [button(IDEA_ACTIONS.unlink, ideaButtons.unlink, `${idea.id} ${story}`)];
}

function choices(idea: Idea, given: IdeaChoices): readonly Button[] {
  return ideaOffers(given).map((offer) => offered(idea, offer));
}

function offered({ id }: Idea, { does, label }: IdeaOffer): Button {
  switch (does) {
    case 'lend-hand':
      return button(IDEA_ACTIONS.lendHand, label, id, { style: 'primary' });
    case 'take-hand-back':
      return button(IDEA_ACTIONS.takeHandBack, label, id);
    case 'back':
      return button(IDEA_ACTIONS.askClearing, label, id);
    case 'bring-alive':
      return button(IDEA_ACTIONS.bringAlive, label, id);
    case 'wake':
      return button(IDEA_ACTIONS.wake, label, id);
    case 'reword':
      return button(IDEA_ACTIONS.askWords, label, id);
    case 'rest':
      return button(IDEA_ACTIONS.askReason, label, id);
    case 'withdraw':
      return button(IDEA_ACTIONS.withdraw, label, id, {
        confirm: {
          title: plain(label),
          text: plain('Its words go from everywhere they stand.'),
          confirm: plain(label),
          deny: plain(buttons.cancel),
        },
      });
    default:
      return does satisfies never;
  }
}
