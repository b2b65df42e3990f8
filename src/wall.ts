import { createHmac } from 'node:crypto';
import type { Week } from './commands.ts';
import type { Win } from './views.ts';

/** What the story wall reads. Only wins that a digest told and everyone may see are ever on it. */
export interface Wall {
  /** Each organization's wall. Whoever holds its key may read it. */
  all(): Promise<readonly WallFacts[]>;
  /** The newest week first, and within it in the digest's order, from behind a position on. */
  told(organization: string, after: WallPosition | null, limit: number): Promise<readonly ToldWin[]>;
  /** One of them; null when it is not on the wall, or no more. */
  story(organization: string, id: string): Promise<ToldWin | null>;
  /** From now on only this key opens the organization's wall, and no link made before. */
  renew(organization: string, key: string): Promise<void>;
}

export type WallFacts = {
  readonly organization: string;
  readonly name: string;
  readonly timeZone: string;
  readonly key: string;
};

export type WallPosition = { readonly week: Week; readonly position: number };

export type ToldWin = WallPosition & { readonly win: Win };

/** What a link to one story carries instead of the wall's key: whoever has it can open that story and no other. */
export function storySignature(key: string, story: string): string {
  return createHmac('sha256', key).update(`story ${story}`).digest('base64url');
}
