import type { IdeaRefusal } from '../ideas.ts';
import type { Pen } from './pen.ts';

/** Why not, and what to do next, about ideas. */
export function ideaRefusal(refusal: IdeaRefusal, pen: Pen): string {
  switch (refusal.reason) {
    case 'idea-without-words':
      return pen.typed('What is your idea? Write it in a sentence behind /idea, or use the form.');
    case 'idea-unknown':
      return pen.typed('This idea is not here any more; it may have been taken back. See the others with /idea list.');
    case 'already-proposed':
      return `You proposed this already, on ${pen.when(refusal.at)}; it stands once. To say it differently, open it and change its words.`;
    case 'your-own-idea':
      return 'This idea is your own, so your hand is in it already. Ask a colleague for theirs.';
    case 'not-your-idea':
      return `This is an idea of ${pen.name(refusal.author)}. Talk to them, lend a hand, or write your own.`;
    case 'not-yours-to-answer':
      return 'Ideas are answered by those who manage. Lend a hand with it, or tell a manager about it.';
    case 'clearing-missing':
      return 'What will you clear out of its way? Write it in a few words, then send it again.';
    case 'rest-reason-missing':
      return 'Why does it rest? Write it in a few words for its author, then send it again.';
    case 'already-backed':
      return `${pen.name(refusal.by)} backs this idea already, since ${pen.when(refusal.at)}, and clears out of its way: “${pen.text(refusal.clearing)}”. Talk to them, or ask whether a hand is wanted.`;
    case 'idea-stands-so':
      return stands[refusal.state];
    case 'story-kept-between':
      return 'This story is kept between the people in it, so no idea is linked to it. Nothing is left to do.';
    default:
      return refusal satisfies never;
  }
}

const stands = {
  proposed: 'This idea is awake already. Nothing is left to do.',
  backed: 'This idea is backed already. Nothing is left to do.',
  alive: 'This idea is alive already. Nothing is left to do.',
  resting: 'This idea rests at the moment. Ask its author or a manager to wake it first.',
} as const;
