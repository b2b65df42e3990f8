import type { Command, ForwardedMail, Identity } from '../../src/commands.ts';
import type { Idea } from '../../src/ideas.ts';
import type { Obstacle } from '../../src/obstacles.ts';
import type { Whom } from '../../src/questions.ts';
import type { Touchpoint } from '../../src/touchpoints.ts';
import type { Praise, Refusal, SettingsShown, Story } from '../../src/views.ts';
import type { Chosen } from './card.ts';
import type { FieldName } from './verbs.ts';

type Asked = Extract<Command, { readonly by: Identity }>;

/** A person's command, but for its key and moment. */
export type Ready = Asked extends infer One ? (One extends Asked ? Omit<One, 'key' | 'at'> : never) : never;

/** A person's question, but for who asks. */
export type Look =
  | {
      readonly type:
        | 'inbox'
        | 'mine'
        | 'help'
        | 'digest-preview'
        | 'touchpoint-map'
        | 'settings'
        | 'home'
        | 'pulse-csv'
        | 'privacy'
        | 'taking-back';
    }
  | { readonly type: 'pulse'; readonly team: string | null }
  | { readonly type: 'obstacles' }
  | { readonly type: 'obstacle'; readonly obstacle: string }
  | { readonly type: 'held'; readonly page: number }
  | { readonly type: 'export'; readonly what: 'all' | 'held' }
  | { readonly type: 'erasing'; readonly whom: Whom }
  | { readonly type: 'ideas' }
  | { readonly type: 'idea'; readonly idea: string }
  | { readonly type: 'search'; readonly words: string }
  /** `words` are those of a story. */
  | { readonly type: 'touchpoints'; readonly words: string | null }
  | { readonly type: 'story'; readonly story: string };

/** What a form begins with. */
export type Seed = {
  readonly words?: string;
  /** Chosen already: each with the id that Teams knows them by, and a name to show. */
  readonly heroes?: readonly Chosen[];
  /** The conversation where the story is told at once, when it may be. */
  readonly where?: string;
  /** The message that it is made from, as a web address. */
  readonly permalink?: string;
  readonly nomination?: string;
};

/** A form, with what it has to show. */
export type Form =
  | { readonly form: 'kudos'; readonly seed: Seed }
  /** "Customer praise" from a message, or `praise` typed alone: the words, and who the customer was. */
  | { readonly form: 'praise'; readonly words: string }
  | { readonly form: 'settle'; readonly praise: Praise }
  /** What a forward did not say. */
  | { readonly form: 'complete'; readonly praise: Praise }
  | { readonly form: 'what-broke' | 'words' | 'details'; readonly story: Story }
  | { readonly form: 'obstacle'; readonly words: string }
  | { readonly form: 'cleared'; readonly obstacle: Obstacle }
  | { readonly form: 'touchpoint'; readonly touchpoint: Touchpoint | null }
  | { readonly form: 'idea'; readonly asks: IdeaAsks; readonly idea: Idea | null }
  | { readonly form: 'settings'; readonly settings: SettingsShown };

/** A form that somebody asks for by a button; what it has to show is looked up. */
export type WantedForm =
  | { readonly form: 'kudos'; readonly seed: Seed }
  | { readonly form: 'praise'; readonly words: string }
  | { readonly form: 'settle' | 'complete'; readonly praise: string }
  | { readonly form: 'what-broke' | 'words' | 'details'; readonly story: string }
  | { readonly form: 'obstacle'; readonly words: string }
  | { readonly form: 'cleared'; readonly obstacle: string }
  | { readonly form: 'touchpoint'; readonly touchpoint: string | null }
  | { readonly form: 'idea'; readonly asks: IdeaAsks; readonly idea: string | null }
  | { readonly form: 'settings' };

/** What a form about an idea asks for. */
type IdeaAsks = 'new' | 'words' | 'clearing' | 'reason';

/** What came of a card: the verb of the button, and its own data with what was typed and chosen. */
export type Submitted = { readonly verb: string; readonly data: Readonly<Record<string, unknown>> };

/** What is wrong with a form, before anything is decided. */
export type Slip = { readonly type: 'slip'; readonly field: FieldName; readonly sentence: string };

/** What was sent with a form, and why it is shown once more. */
export type Again = { readonly typed: Submitted['data']; readonly no: Refusal | Slip };

/** What somebody asks by a card, as far as the card tells. */
export type CardAsks =
  /**
   * To be decided. People in it are as the card has them: an id that Teams gave for a person (its own `29:…` or the
   * directory's GUID). `typedHeroes` are names typed by hand, still to be looked up; they join the command's heroes.
   * A praise's mail as typed goes through the core's own reading of pasted words first.
   */
  | { readonly asks: 'command'; readonly command: Ready; readonly typedHeroes: readonly string[] }
  /** A customer's words as typed or taken from a message, still to be read as a mail. */
  | { readonly asks: 'praise'; readonly words: string; readonly customer: ForwardedMail['customer'] }
  /** `back` is the list in which it was found. */
  | { readonly asks: 'look'; readonly look: Look; readonly back: Look | null }
  /** The form cannot be meant as it was sent; it is shown again with what is wrong at its field. */
  | { readonly asks: 'again'; readonly slip: Slip }
  | { readonly asks: 'form'; readonly form: WantedForm };
