import type { IdeaView } from '../ideas.ts';
import { joinNames } from './names.ts';
import type { Pen } from './pen.ts';

type Of<Type extends IdeaView['type']> = Extract<IdeaView, { type: Type }>;

/** What a view about ideas says first. */
export function ideaHeadline(view: IdeaView, pen: Pen): string {
  switch (view.type) {
    case 'idea-proposed':
      return pen.typed(
        'Proposed. Colleagues can lend a hand and a manager can back it; each answer comes to you. See all ideas with /idea list.',
      );
    case 'ideas-alike': {
      const authors = new Map(view.ideas.map(({ author }) => [author.person, pen.name(author)]));
      return `${joinNames([...authors.values()])} proposed something close. Lend a hand there, or propose yours anyway?`;
    }
    case 'idea':
      return `An idea of ${pen.name(view.idea.author)}`;
    case 'idea-changed':
      return changedHeadline(view, pen);
    case 'idea-taken-back':
      return 'Taken back, everywhere it stood. The words, should you want them again:';
    case 'idea-news':
      return newsHeadline(view, pen);
    case 'idea-noticed':
      return noticedHeadline(view, pen);
    case 'idea-withdrawn':
      return 'An idea stood here. It was taken back.';
    case 'idea-waiting':
      return `An idea of ${pen.name(view.idea.author)} has waited two weeks for an answer. Herald does not remind you of it again.`;
    case 'ideas-put-forward':
      return view.ideas === 0 ? 'No idea waits for an answer.' : 'Put before those who manage.';
    case 'ideas':
      return view.alive.length + view.backed.length + view.looking.length === 0
        ? pen.typed('No idea yet. Propose one with /idea and what you would like to do for customers.')
        : 'The ideas of those who meet customers';
    default:
      return view satisfies never;
  }
}

function changedHeadline({ what, idea }: Of<'idea-changed'>, pen: Pen): string {
  const author = pen.name(idea.author);
  switch (what) {
    case 'reworded':
      return 'Changed. Whoever helps with it hears of it.';
    case 'backed':
      return `You back it. ${author} hears what you clear out of its way.`;
    case 'rested':
      return 'It rests now. Its author can wake it.';
    case 'woken':
      return 'It is awake again, and looks for a hand and for a manager who backs it.';
    case 'came-alive':
      return 'It is alive. The next digest says so to everyone.';
    case 'hand-lent':
      return `You lend ${author} a hand, and they hear of it.`;
    case 'hand-taken-back':
      return 'Your hand is taken back.';
    case 'linked':
      return `Linked. ${author} and all who lend a hand hear of it.`;
    case 'unlinked':
      return 'Not linked any more.';
    default:
      return what satisfies never;
  }
}

function newsHeadline({ what, idea, by, mine }: Of<'idea-news'>, pen: Pen): string {
  const who = pen.name(by);
  const theirs = by.person === idea.author.person ? 'their idea' : `the idea of ${pen.name(idea.author)}`;
  const which = mine ? 'your idea' : theirs;
  switch (what) {
    case 'reworded':
      return `${who} said the idea that you help with in other words`;
    case 'backed':
      return `${who} backs ${which}`;
    case 'rested':
      return `${who} let ${which} rest`;
    case 'woken':
      return `${who} woke ${which}`;
    case 'came-alive':
      return `${who} says that ${which} is alive`;
    case 'hand-lent':
      return `${who} lends you a hand with your idea`;
    default:
      return what satisfies never;
  }
}

function noticedHeadline({ story }: Of<'idea-noticed'>, pen: Pen): string {
  const customer = story.customer === null ? 'A customer' : pen.text(story.customer);
  const who = story.voice === 'customer' ? customer : pen.name(story.teller);
  return `${who} ${story.voice === 'customer' ? 'noticed' : 'tells a story about'} an idea that you are part of`;
}
