import type { DigestBelow } from '../digest-below.ts';
import type { AliveIdea, Idea, IdeasListed, IdeasOfPerson, IdeaView } from '../ideas.ts';
import { ideaHeadings } from './idea-labels.ts';
import { aliveLead, handsSentence, noticedBy, standingSentence } from './idea-sentences.ts';
import { type Pen, plainPen } from './pen.ts';
import { paragraphs, plainStory, quote } from './plain-story.ts';
import { shortened } from './shorten.ts';
import { shownWords } from './unwrap.ts';

/** As much of an idea as stands in a list of a message. */
const LINE_LIMIT = 160;

/** What a view about ideas says after its headline. */
export function plainIdeas(view: IdeaView, timeZone: string, pen: Pen): string {
  switch (view.type) {
    case 'idea-proposed':
    case 'idea':
    case 'idea-changed':
    case 'idea-news':
    case 'idea-waiting':
      return plainIdea(view.idea, pen);
    case 'ideas-alike':
      return paragraphs(...view.ideas.map((idea) => plainIdea(idea, pen)), `Yours: ${quote(view.words)}`);
    case 'idea-taken-back':
      return quote(view.words);
    case 'idea-noticed':
      return paragraphs(plainStory(view.story, timeZone), `The idea: ${quote(view.idea.words)}`);
    case 'ideas':
      return plainListed(view, pen);
    case 'idea-withdrawn':
    case 'ideas-put-forward':
      return '';
    default:
      return view satisfies never;
  }
}

/** The whole idea, and where it stands. */
function plainIdea(idea: Idea, pen: Pen): string {
  return paragraphs(
    quote(idea.words),
    [standingSentence(idea, pen), handsSentence(idea, pen)].filter(Boolean).join('\n'),
  );
}

function plainListed({ alive, backed, looking }: IdeasListed, pen: Pen): string {
  return paragraphs(
    lines(ideaHeadings.alive, alive, pen),
    lines(ideaHeadings.backed, backed, pen),
    lines(ideaHeadings.looking, looking, pen),
  );
}

/** A person's own ideas, and those that they lend a hand to. */
export function plainIdeasOf({ proposed, helped }: IdeasOfPerson, pen: Pen): string {
  return paragraphs(lines(ideaHeadings.mine, proposed, pen), lines(ideaHeadings.helped, helped, pen));
}

function lines(heading: string, ideas: readonly Idea[], pen: Pen): string {
  return ideas.length === 0 ? '' : [`${heading}:`, ...ideas.map((idea) => `- ${ideaLine(idea, pen)}`)].join('\n');
}

/** "Ana: “Write the customer’s name on the cup”. Looking for a hand …". */
function ideaLine(idea: Idea, pen: Pen): string {
  const words = quote(shortened(idea.words.replace(/\s+/g, ' '), LINE_LIMIT));
  return `${pen.name(idea.author)}: ${words} ${standingSentence(idea, pen)}`;
}

/** What a digest says below its stories. */
export function plainBelow(below: DigestBelow | undefined, timeZone: string): string {
  const pen = plainPen(timeZone);
  const { alive, looking } = below?.ideas ?? { alive: [], looking: [] };
  return paragraphs(
    alive.length === 0
      ? ''
      : [`${ideaHeadings.cameAlive}:`, ...alive.map((one) => `- ${aliveLine(one, pen)}`)].join('\n'),
    looking.length === 0
      ? ''
      : [
          `${ideaHeadings.looking}:`,
          ...looking.map((idea) => `- ${pen.name(idea.author)}: ${quote(briefly(idea))}`),
        ].join('\n'),
  );
}

function aliveLine(one: AliveIdea, pen: Pen): string {
  const { noticed, idea } = one;
  const said =
    noticed === null ? '' : ` ${noticedBy(noticed, pen)}: ${quote(shortened(shownWords(noticed), LINE_LIMIT))}`;
  return `${aliveLead(one, pen)} ${quote(briefly(idea))}${said}`;
}

function briefly({ words }: Idea): string {
  return shortened(words.replace(/\s+/g, ' '), LINE_LIMIT);
}
