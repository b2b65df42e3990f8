import type { Story, View } from '../views.ts';
import { weekName } from './moments.ts';
import { count, joinNames } from './names.ts';
import type { Pen } from './pen.ts';

/** To whoever was there when it was told. */
export function toldHeadline(story: Story, pen: Pen): string {
  const heroes = joinNames(story.heroes.map(pen.name));
  if (story.lane === 'win') {
    return story.voice === 'customer'
      ? `${customerOf(story, pen)} about ${heroes}`
      : `${pen.name(story.teller)} tells a story about ${heroes}`;
  }
  return story.voice === 'customer'
    ? `${customerOf(story, pen)}: ${heroes} made it right`
    : `${pen.name(story.teller)} thanks ${heroes} for making it right`;
}

/** To a hero. */
export function namedHeadline(story: Story, pen: Pen): string {
  const who = story.voice === 'customer' ? customerOf(story, pen) : pen.name(story.teller);
  if (story.lane === 'recovery') return `${who} thanks you for making it right`;
  return story.voice === 'customer' ? `${who} wrote about you` : `${who} told a story with you in it`;
}

/** To the teller, once it is stored. */
export function givenHeadline(story: Story, pen: Pen): string {
  const heroes = joinNames(story.heroes.map(pen.name));
  const alone = story.audience === 'heroes';
  if (story.lane === 'recovery') {
    return alone
      ? `Thanked, between you and ${heroes}. Nobody else will see it.`
      : `Thanked. ${heroes} will see it now; what broke is noted, never who.`;
  }
  if (!story.settled) return 'Told, with one question: did something go wrong first?';
  return alone
    ? `Told, to ${heroes} alone. Nobody else will see it.`
    : `Told. ${heroes} will see it now, and it can stand in the next digest.`;
}

type Change = Extract<
  View,
  {
    type:
      | 'story-withdrawn'
      | 'story-moved'
      | 'win-confirmed'
      | 'story-retracted'
      | 'words-corrected'
      | 'details-added'
      | 'cheered'
      | 'win-held'
      | 'win-released';
  }
>;

/** To whoever changed something about a story. */
export function changedHeadline(view: Change): string {
  switch (view.type) {
    case 'story-withdrawn':
      return 'A story stood here. It was taken back.';
    case 'story-moved':
      return view.story.lane === 'win'
        ? 'It is a win now, and can stand in the next digest.'
        : 'It is a recovery now: thanked here, and kept out of the digest.';
    case 'win-confirmed':
      return 'Good to know. It can stand in the next digest.';
    case 'story-retracted':
      return view.waitsAgain
        ? 'Taken back, everywhere it stood. The customer’s words wait in the inbox again.'
        : 'Taken back, everywhere it stood. Your words, should you want them again:';
    case 'words-corrected':
      return 'Corrected, everywhere it stands.';
    case 'details-added':
      return 'Noted, everywhere it stands.';
    case 'cheered':
      return view.byMe
        ? `Cheered. ${count(view.cheers, 'cheer', 'cheers')} so far.`
        : `Your cheer is taken back. ${count(view.cheers, 'cheer', 'cheers')} so far.`;
    case 'win-held':
      return `Held. It stays out of the digest of ${weekName(view.until)} and waits for the one after.`;
    case 'win-released':
      return 'Let in. It can stand in the next digest.';
    default:
      return view satisfies never;
  }
}

function customerOf({ customer }: Story, pen: Pen): string {
  return customer === null ? 'A customer' : pen.text(customer);
}
