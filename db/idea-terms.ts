import type { Idea } from '../src/ideas.ts';
import { TERMS_AT_MOST } from '../src/recognition/words-in-common.ts';
import type { Statements } from './database.ts';
import { eachIdea, IDEA, JOINED } from './idea-rows.ts';

/** What an idea is found by, in place of what it was found by before. */
export async function writeTerms(
  handle: Statements,
  organization: string,
  idea: string,
  terms: readonly string[],
): Promise<void> {
  await handle.run('DELETE FROM idea_terms WHERE idea = ?', idea);
  for (const term of terms) {
    await handle.run('INSERT INTO idea_terms (organization, term, idea) VALUES (?, ?, ?)', organization, term, idea);
  }
}

/** One statement, however many terms are asked for: those that are missing are empty, and no idea is found by them. */
const ASKED = Array.from({ length: TERMS_AT_MOST }, () => '(?)').join(', ');

/** Those that have most of these terms, most first; resting ones not. */
export async function ideasSharing(
  handle: Statements,
  organization: string,
  terms: readonly string[],
  limit: number,
): Promise<readonly Idea[]> {
  if (terms.length === 0) return [];
  const asked = Array.from({ length: TERMS_AT_MOST }, (_, index) => terms[index] ?? '');
  const rows = await handle.all(
    `WITH asked (term) AS (VALUES ${ASKED}), sharing AS (
       SELECT t.idea, count(*) AS shared FROM asked a JOIN idea_terms t ON t.organization = ? AND t.term = a.term
       GROUP BY t.idea ORDER BY count(*) DESC, t.idea LIMIT ?)
     ${IDEA}, sharing.shared FROM sharing JOIN ideas i ON i.id = sharing.idea ${JOINED}
     WHERE i.state <> 'resting' ORDER BY sharing.shared DESC, i.id, h.at`,
    ...asked,
    organization,
    limit,
  );
  return eachIdea(rows);
}
