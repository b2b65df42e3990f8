import type { Instant, Place, SettlePraise } from '../commands.ts';
import type { Named, Praise, Refusal, Story, View } from '../views.ts';
import { announceStory } from './announce-story.ts';
import { answer, refuse } from './answer.ts';
import type { Announcement, Decision } from './decision.ts';
import type { Person } from './organization.ts';
import { customerShown, wordsShown } from './show-customer.ts';
import { heroesPraised, isRefusal, type Mentioned, named } from './story-heroes.ts';
import { isBlank, tidy, tooLong, WHAT_BROKE_LIMIT } from './words.ts';

type Known = {
  readonly command: SettlePraise;
  readonly id: string;
  readonly settler: Person;
  readonly praise: Praise | null;
  readonly heroes: readonly Mentioned[];
  /** Where everybody hears of thanks at once. */
  readonly channels: readonly Place[];
};

/**
 * A person says what a customer's words are; once, and whoever comes second is told by whom. A complaint or a
 * misdirected mail (`not-praise`) goes back in private and leaves nothing on anyone.
 */
export function settlePraise(known: Known): Decision {
  const { command, settler, praise } = known;
  if (praise === null) return refuse({ reason: 'praise-unknown' });
  const mayNot = settlingRefused(praise, settler);
  if (mayNot) return answer(mayNot);
  const { settlement } = command;
  if (settlement.as !== 'not-praise' && isBlank(praise.words)) return refuse({ reason: 'praise-without-words' });
  switch (settlement.as) {
    case 'not-praise':
      return settled({ ...praise, guessedHeroes: [] }, settler, command.at, 'not-praise', null, []);
    case 'thanks': {
      const nobody = known.heroes.length === 0 && settlement.audience === 'heroes';
      const heroes = nobody ? [] : heroesPraised(known.heroes, settler);
      if (isRefusal(heroes)) return answer(heroes);
      const heard = passOnThanks(praise, settlement, heroes, known.channels);
      const channelMissing = settlement.audience === 'everyone' && known.channels.length === 0;
      return settled(praise, settler, command.at, 'thanks', null, heard, channelMissing);
    }
    case 'win':
    case 'recovery': {
      const story = storyFrom(known, praise, settlement);
      if ('reason' in story) return answer(story);
      return settled(praise, settler, command.at, settlement.as, story, announceStory(story, null));
    }
    default:
      return settlement satisfies never;
  }
}

/** The forwarder says what praise is, or somebody who manages; the refusal for anybody else. */
export function notYoursToSettle(praise: Praise, person: Person): Refusal | null {
  if (person.manager || person.admin || praise.forwarder.person === person.id) return null;
  return { type: 'refusal', reason: 'not-yours-to-settle', forwarder: praise.forwarder };
}

/** Not theirs, or settled already. */
export function settlingRefused(praise: Praise, settler: Person): Refusal | null {
  const notYours = notYoursToSettle(praise, settler);
  if (notYours || praise.state.status === 'waiting') return notYours;
  return settledAlready(praise.id, praise.state, settler);
}

type Settled = Exclude<Praise['state'], { readonly status: 'waiting' }>;

/** Says by whom; those who settled it themselves may put it back, as long as there is something to put back. */
export function settledAlready(praise: string, state: Settled, person: Person): Refusal {
  const { by, as, at, story, status } = state;
  const yours = by.person === person.id && status === 'settled' ? { praise, story } : null;
  return { type: 'refusal', reason: 'already-settled', by, as, at, yours };
}

/** One praise for somebody who wants to say what it is, or why they cannot. */
export function lookAtPraise(praise: Praise | null, person: Person): View {
  if (praise === null) return { type: 'refusal', reason: 'praise-unknown' };
  return settlingRefused(praise, person) ?? { type: 'praise-waiting', praise };
}

type AsStory = Extract<SettlePraise['settlement'], { as: 'win' | 'recovery' }>;

function storyFrom(known: Known, praise: Praise, settlement: AsStory): Story | Refusal {
  const heroes = heroesPraised(known.heroes, known.settler);
  if (isRefusal(heroes)) return heroes;
  const facts = {
    id: known.id,
    words: wordsShown(praise, settlement.customer),
    heroes,
    teller: praise.forwarder,
    voice: 'customer',
    customer: customerShown(praise.customer.name, settlement.customer),
    touchpoint: null,
    audience: settlement.audience,
    permalink: null,
    at: known.command.at,
    cheers: 0,
  } as const;
  if (settlement.as === 'win') return { ...facts, lane: 'win', settled: true };
  const whatBroke = tidy(settlement.whatBroke);
  if (isBlank(whatBroke)) return { type: 'refusal', reason: 'what-broke-missing' };
  return tooLong('whatBroke', whatBroke, WHAT_BROKE_LIMIT) ?? { ...facts, lane: 'recovery', whatBroke };
}

function settled(
  praise: Praise,
  settler: Person,
  at: Instant,
  as: SettlePraise['settlement']['as'],
  story: Story | null,
  heard: readonly Announcement[],
  channelMissing = false,
): Decision {
  const after: Praise = {
    ...praise,
    state: { status: 'settled', as, by: named(settler), at, story: story?.id ?? null },
  };
  const { organization } = settler;
  const told = story === null ? [] : [{ type: 'story-told', organization, at, story, praise: praise.id } as const];
  const view = { type: 'praise-settled', praise: after, story, channelMissing } as const;
  return {
    reply: view,
    facts: [{ type: 'praise-settled', organization, at, praise: after }, ...told],
    announce: [{ to: 'wherever-it-stands', about: { kind: 'praise', id: praise.id }, view }, ...heard],
  };
}

type AsThanks = Extract<SettlePraise['settlement'], { as: 'thanks' }>;

/** To each hero in private, and where everybody may hear of it to the channels as well. */
function passOnThanks(
  praise: Praise,
  { audience, customer: shown }: AsThanks,
  heroes: readonly Named[],
  channels: readonly Place[],
): readonly Announcement[] {
  const about = { kind: 'thanks', id: praise.id } as const;
  const said = { words: wordsShown(praise, shown), customer: customerShown(praise.customer.name, shown) };
  const inPrivate = heroes.map(({ person }): Announcement => {
    return { to: { kind: 'person', person }, about, view: { type: 'customer-thanks-you', ...said } };
  });
  const places = audience === 'everyone' ? channels : [];
  return [
    ...inPrivate,
    ...places.map((to): Announcement => ({ to, about, view: { type: 'customer-thanks', ...said, heroes } })),
  ];
}
