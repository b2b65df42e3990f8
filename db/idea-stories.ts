import type { Instant } from '../src/commands.ts';
import type { Statements } from './database.ts';

type Link = {
  readonly organization: string;
  readonly story: string;
  readonly idea: string;
  readonly by: string;
  readonly at: Instant;
};

/** A story is about one idea: the last that somebody said. */
export async function linkStory(handle: Statements, { organization, story, idea, by, at }: Link): Promise<void> {
  await handle.run(
    `INSERT INTO idea_stories (story, organization, idea, linked_by, at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (story) DO UPDATE SET idea = excluded.idea, linked_by = excluded.linked_by, at = excluded.at`,
    story,
    organization,
    idea,
    by,
    at,
  );
}

export async function unlinkStory(handle: Statements, story: string): Promise<void> {
  await handle.run('DELETE FROM idea_stories WHERE story = ?', story);
}
