import type { Asked, Identity, Said } from './asked.ts';
import type { Named } from './refusal.ts';

// What a person may ask of Herald about themselves, and an admin about somebody who has to be forgotten.

/** Not be named any more where others read; stories say "a colleague". */
export type HideName = Asked & { readonly type: 'hide-name' };
export type ShowName = Asked & { readonly type: 'show-name' };

/** Take back every story that one told until then, every idea that one proposed, and what one reported by name. */
export type TakeWordsBack = Asked & { readonly type: 'take-words-back' };

/** Forget somebody; what they told and what was told of them stays, without them. Admins only. */
export type ErasePerson = Asked & { readonly type: 'erase-person'; readonly person: string };

/** The same, by whoever runs Herald. */
export type EraseByOperator = Said & {
  readonly type: 'erase-by-operator';
  readonly organization: string;
  readonly person: string;
};

export type PrivacyCommand = HideName | ShowName | TakeWordsBack | ErasePerson;

export type PrivacyQuestion =
  | { readonly type: 'privacy'; readonly by: Identity }
  /** Everything that is held about the asker, a page of it; pages count from 1. */
  | { readonly type: 'held'; readonly by: Identity; readonly page: number }
  /** All of it as a file: what is held about the asker, or, for an admin, all that their organization keeps. */
  | { readonly type: 'export'; readonly by: Identity; readonly what: 'all' | 'held' }
  /** What taking one's words back would do. */
  | { readonly type: 'taking-back'; readonly by: Identity }
  /** What erasing this person would do. Admins only. */
  | { readonly type: 'erasing'; readonly by: Identity; readonly whom: Whom };

/** Somebody by the account that the asker's chat knows, or as a person says it: a name, a mail address, or Herald's own id. */
export type Whom = { readonly user: string } | { readonly typed: string };

/** What becomes of a person's traces, in numbers. */
export type Footprint = {
  readonly about: number;
  readonly told: number;
  readonly ideas: number;
  /** Those that they reported with their name. */
  readonly obstacles: number;
  /** Ideas of others that they backed or answered, and obstacles that they own or cleared. */
  readonly lookedAfter: number;
  readonly hands: number;
  /** Obstacles of others that they wait on with their name. */
  readonly waitsOn: number;
  /** Customers' words that wait for them to say what they are. */
  readonly waiting: number;
};

/** Whether there is anything that they could take back. */
export function hasWords({ told, ideas, obstacles }: Footprint): boolean {
  return told + ideas + obstacles > 0;
}

/** What goes when somebody takes their words back, in numbers. */
export type OwnWords = { readonly stories: number; readonly ideas: number; readonly obstacles: number };

/** One thing that is held: in which table, and what stands there. */
export type Held = { readonly what: string; readonly says: readonly (readonly [field: string, value: string])[] };

export type PrivacyView =
  | {
      readonly type: 'privacy';
      readonly hidden: boolean;
      readonly footprint: Footprint;
      /** Whether they may erase people. */
      readonly mayErase: boolean;
    }
  | { readonly type: 'held'; readonly page: number; readonly pages: number; readonly held: readonly Held[] }
  /** They may have it; the adapter hands it over, or says who can. */
  | { readonly type: 'export'; readonly what: 'all' | 'held' }
  | { readonly type: 'name-hidden' }
  | { readonly type: 'name-shown' }
  | ({ readonly type: 'taking-back' } & OwnWords)
  | ({ readonly type: 'words-taken-back' } & OwnWords)
  | { readonly type: 'erasing'; readonly whom: Named; readonly footprint: Footprint; readonly yourself: boolean }
  /** Says nothing of who it was. */
  | { readonly type: 'person-erased'; readonly footprint: Footprint };
