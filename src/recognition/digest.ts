import type { Week } from '../commands.ts';
import type { Win } from '../views.ts';

/** A public win that no digest has told yet. It stays out of every digest up to and including the week `heldUntil`. */
export type UntoldWin = { readonly win: Win; readonly heldUntil: Week | null };
