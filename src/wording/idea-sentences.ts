import type { AliveIdea, Idea, Noticed } from '../ideas.ts';
import type { Named } from '../views.ts';
import { joinNames } from './names.ts';
import type { Pen } from './pen.ts';

/** As many hands as are named; of a crowd it is enough to know that there is one. */
const HANDS_NAMED = 8;

/** Where an idea stands: who backs it and what they clear, since when it is alive, why it rests. */
export function standingSentence({ now }: Idea, pen: Pen): string {
  switch (now.state) {
    case 'proposed':
      return 'Looking for a hand, and for a manager who backs it.';
    case 'backed':
      return `${pen.name(now.backing.by)} backs it, and clears out of its way: “${pen.text(now.backing.clearing)}”.`;
    case 'alive':
      return now.backing === null
        ? `Alive since ${pen.when(now.at)}.`
        : `Alive since ${pen.when(now.at)}, backed by ${pen.name(now.backing.by)}.`;
    case 'resting':
      return `${pen.name(now.by)} let it rest: “${pen.text(now.reason)}”.`;
    default:
      return now satisfies never;
  }
}

/** Who lends a hand; empty when nobody does yet. */
export function handsSentence({ hands }: Idea, pen: Pen): string {
  return hands.length === 0 ? '' : `${handsNamed(hands, pen)} ${hands.length === 1 ? 'lends' : 'lend'} a hand.`;
}

function handsNamed(hands: readonly Named[], pen: Pen): string {
  const some = hands.slice(0, HANDS_NAMED).map(pen.name);
  return joinNames(hands.length > some.length ? [...some, 'others'] : some);
}

/** Whose help brought an idea to life: its author's, its backer's and its hands'. */
function broughtAliveBy({ author, hands, now }: Idea, pen: Pen): string {
  const backer = now.state === 'alive' && now.backing ? [now.backing.by] : [];
  const helpers = [...backer, ...hands].filter(({ person }) => person !== author.person);
  const others = [...new Map(helpers.map((one) => [one.person, one])).values()];
  return others.length === 0 ? pen.name(author) : `${pen.name(author)}, with help from ${handsNamed(others, pen)}`;
}

/** Before the words of whoever noticed that an idea is alive. */
export function noticedBy({ voice, customer, teller }: Noticed, pen: Pen): string {
  if (voice === 'colleague') return `${pen.name(teller)} tells`;
  return `${customer === null ? 'A customer' : pen.text(customer)} noticed`;
}

/** To whoever told or settled a story whose words are close to an idea's. */
export function soundsLikeQuestion({ author }: Idea, pen: Pen): string {
  return `This sounds like an idea of ${pen.name(author)}. Is that what it is about?`;
}

export function aliveLead({ idea }: AliveIdea, pen: Pen): string {
  return `An idea of ${broughtAliveBy(idea, pen)}:`;
}
