import type { Command } from '../../../src/commands.ts';
import type { View } from '../../../src/views.ts';

/** Commands for one process, handled one after another. */
export type OnceOrder = {
  readonly file: string;
  readonly commands: readonly Command[];
  /** Whether it dies once the last command is committed, before it can say so. */
  readonly dies: boolean;
};

export type OnceLine = { readonly acknowledged: string; readonly reply: View };
