// Ideas: an employee's own way to delight. What can be asked about them, what can be shown, what is read of them.

import type { Asked, Said } from './asked.ts';
import type { Instant } from './moment.ts';
import type { Named } from './named.ts';
import type { Story } from './story.ts';

/** A manager who helps an idea to happen, and what they said they will clear out of its way. */
export type Backing = { readonly by: Named; readonly clearing: string; readonly at: Instant };

export type IdeaState =
  /** Nobody has answered it since then. */
  | { readonly state: 'proposed'; readonly since: Instant }
  | { readonly state: 'backed'; readonly backing: Backing }
  | { readonly state: 'alive'; readonly by: Named; readonly at: Instant; readonly backing: Backing | null }
  | { readonly state: 'resting'; readonly by: Named; readonly at: Instant; readonly reason: string };

export type Idea = {
  readonly id: string;
  readonly words: string;
  readonly author: Named;
  /** Colleagues who offered to help, in the order in which they did. */
  readonly hands: readonly Named[];
  readonly now: IdeaState;
  readonly at: Instant;
};

/** Propose an idea. `anyway`: the author has seen those alike. */
export type ProposeIdea = Asked & { readonly type: 'propose-idea'; readonly words: string; readonly anyway: boolean };
export type RewordIdea = About & { readonly type: 'reword-idea'; readonly words: string };
/** Take one's own idea back, everywhere. */
export type WithdrawIdea = About & { readonly type: 'withdraw-idea' };
/** Help an idea to happen, and say what one will clear out of its way. Managers only. */
export type BackIdea = About & { readonly type: 'back-idea'; readonly clearing: string };
/** Say that an idea waits for better days, and why. */
export type RestIdea = About & { readonly type: 'rest-idea'; readonly reason: string };
/** Have a resting idea answered anew. */
export type WakeIdea = About & { readonly type: 'wake-idea' };
/** Say that customers meet it by now. */
export type BringIdeaAlive = About & { readonly type: 'bring-idea-alive' };
export type LendHand = About & { readonly type: 'lend-hand' };
export type TakeHandBack = About & { readonly type: 'take-hand-back' };
/** Say that a story is about this idea. */
export type LinkIdea = About & { readonly type: 'link-idea'; readonly story: string };
export type UnlinkIdea = About & { readonly type: 'unlink-idea'; readonly story: string };

/** Put ideas that nobody answered before those who manage, once. */
export type PutIdeasForward = Said & { readonly type: 'put-ideas-forward'; readonly organization: string };

type About = Asked & { readonly idea: string };

export type IdeaAsked =
  | ProposeIdea
  | RewordIdea
  | WithdrawIdea
  | BackIdea
  | RestIdea
  | WakeIdea
  | BringIdeaAlive
  | LendHand
  | TakeHandBack
  | LinkIdea
  | UnlinkIdea;

const ABOUT_IDEAS: ReadonlySet<string> = new Set<IdeaAsked['type']>([
  'propose-idea',
  'reword-idea',
  'withdraw-idea',
  'back-idea',
  'rest-idea',
  'wake-idea',
  'bring-idea-alive',
  'lend-hand',
  'take-hand-back',
  'link-idea',
  'unlink-idea',
]);

export function isAboutIdea(command: { readonly type: string }): command is IdeaAsked {
  return ABOUT_IDEAS.has(command.type);
}

/** What one reader can do about an idea. */
export type IdeaChoices = {
  readonly hand: 'lend' | 'take-back' | null;
  readonly reword: boolean;
  readonly withdraw: boolean;
  readonly back: boolean;
  readonly rest: boolean;
  readonly wake: boolean;
  readonly bringAlive: boolean;
};

/** What became of an idea. */
export type IdeaChange =
  | 'reworded'
  | 'backed'
  | 'rested'
  | 'woken'
  | 'came-alive'
  | 'hand-lent'
  | 'hand-taken-back'
  | 'linked'
  | 'unlinked';

/** Ideas by where they stand, each by time; `more` when there are more than these. */
export type IdeasListed = {
  readonly alive: readonly Idea[];
  readonly backed: readonly Idea[];
  /** Not backed yet: whoever reads may lend a hand. */
  readonly looking: readonly Idea[];
  readonly more: boolean;
};

/** A person's own ideas, and those of others that they lend a hand to. */
export type IdeasOfPerson = { readonly proposed: readonly Idea[]; readonly helped: readonly Idea[] };

/** An idea that came alive, and the words of who noticed, where all may read them. */
export type AliveIdea = { readonly idea: Idea; readonly noticed: Noticed | null };

export type Noticed = {
  readonly story: string;
  readonly words: string;
  readonly voice: 'colleague' | 'customer';
  readonly customer: string | null;
  readonly teller: Named;
};

/** A digest's share: told once each. */
export type DigestIdeas = { readonly alive: readonly AliveIdea[]; readonly looking: readonly Idea[] };

export type IdeaView =
  | { readonly type: 'idea-proposed'; readonly idea: Idea }
  /** To the author, before it is proposed: these are close to it. */
  | { readonly type: 'ideas-alike'; readonly words: string; readonly ideas: readonly Idea[] }
  | { readonly type: 'idea'; readonly idea: Idea; readonly choices: IdeaChoices }
  /** To whoever changed it. */
  | {
      readonly type: 'idea-changed';
      readonly what: IdeaChange;
      readonly idea: Idea;
      readonly choices: IdeaChoices;
      /** The story that was linked, for whoever finds it was the wrong idea. */
      readonly story?: string;
    }
  /** To its author: the words, so that nothing is lost by a slip. */
  | { readonly type: 'idea-taken-back'; readonly words: string }
  /** To those whom it concerns, besides whoever did it. */
  | {
      readonly type: 'idea-news';
      readonly what: 'reworded' | 'backed' | 'rested' | 'woken' | 'came-alive' | 'hand-lent';
      readonly idea: Idea;
      readonly by: Named;
      /** Whether it is the reader's own. */
      readonly mine: boolean;
    }
  /** To its author and hands: a story is about it. */
  | { readonly type: 'idea-noticed'; readonly idea: Idea; readonly story: Story }
  /** Stands where news of an idea stood. */
  | { readonly type: 'idea-withdrawn' }
  /** To those who manage, once: nobody has answered it. */
  | { readonly type: 'idea-waiting'; readonly idea: Idea }
  | { readonly type: 'ideas-put-forward'; readonly ideas: number }
  | ({ readonly type: 'ideas' } & IdeasListed);

export type IdeaRefusal =
  | { readonly reason: 'idea-without-words' }
  | { readonly reason: 'idea-unknown' }
  | { readonly reason: 'already-proposed'; readonly idea: string; readonly at: Instant }
  | { readonly reason: 'your-own-idea' }
  | { readonly reason: 'not-your-idea'; readonly author: Named }
  | { readonly reason: 'not-yours-to-answer' }
  | { readonly reason: 'clearing-missing' }
  | { readonly reason: 'rest-reason-missing' }
  | { readonly reason: 'already-backed'; readonly by: Named; readonly clearing: string; readonly at: Instant }
  | { readonly reason: 'idea-stands-so'; readonly state: IdeaState['state'] }
  /** A story that only those in it may see. */
  | { readonly reason: 'story-kept-between'; readonly story: string };

/** An idea with what only the house needs. */
export type KnownIdea = Idea & {
  /** How many messages were sent about it, numbered from 1. */
  readonly told: number;
  /** The stories that are linked to it. */
  readonly stories: readonly string[];
};
