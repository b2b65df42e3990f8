import type { KnownIdea } from '../ideas.ts';

/** What becomes true of ideas. `terms` are what an idea is found by; null where its words stay. */
export type IdeaFact =
  | { readonly type: 'idea-proposed'; readonly idea: KnownIdea; readonly terms: readonly string[] }
  | { readonly type: 'idea-changed'; readonly idea: KnownIdea; readonly terms: readonly string[] | null }
  | { readonly type: 'idea-withdrawn'; readonly idea: string }
  | { readonly type: 'hand-lent'; readonly idea: string; readonly by: string; readonly told: number }
  | { readonly type: 'hand-taken-back'; readonly idea: string; readonly by: string }
  | { readonly type: 'idea-linked'; readonly idea: string; readonly story: string; readonly by: string }
  | { readonly type: 'idea-unlinked'; readonly story: string }
  | { readonly type: 'idea-put-forward'; readonly idea: string; readonly told: number }
  /** No digest tells them again in the same part. */
  | {
      readonly type: 'ideas-told';
      readonly digest: string;
      readonly alive: readonly string[];
      readonly looking: readonly string[];
    };
