import type { Command } from '../../../src/commands.ts';
import type { View } from '../../../src/views.ts';

/** What a loading process is told to do. */
export type LoadOrder = {
  readonly file: string;
  readonly seed: number;
  /** Begins every key, so that no two processes use the same by accident. */
  readonly name: string;
  /** Commands that an earlier process was given; they are sent again before anything new. */
  readonly again: readonly Command[];
  /** How many new commands, at 16 at a time; it ends when they and every delivery are done. */
  readonly commands: number;
  /** Between an answer and the next command of the same person: 0 for as fast as it goes. */
  readonly pauseMs?: number;
  /** Kudos alone, or everything that people do. */
  readonly what: 'kudos' | 'everything';
};

/** What it says. */
export type LoadLine =
  | { readonly sent: Command }
  | { readonly acknowledged: string; readonly reply: View }
  | { readonly refusedToStore: string }
  | { readonly again: string; readonly reply: View }
  | { readonly shown: string; readonly revision: number; readonly posted: boolean; readonly uncertain: boolean }
  | { readonly ready: true }
  | { readonly allDone: true }
  | { readonly longestStallMs: number };
