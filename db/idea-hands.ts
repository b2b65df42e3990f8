import type { Instant } from '../src/commands.ts';
import type { Statements } from './database.ts';

export async function writeHand(
  handle: Statements,
  organization: string,
  idea: string,
  person: string,
  at: Instant,
): Promise<void> {
  await handle.run(
    'INSERT INTO idea_hands (organization, idea, person, at) VALUES (?, ?, ?, ?) ON CONFLICT (idea, person) DO NOTHING',
    organization,
    idea,
    person,
    at,
  );
}

export async function removeHand(handle: Statements, idea: string, person: string): Promise<void> {
  await handle.run('DELETE FROM idea_hands WHERE idea = ? AND person = ?', idea, person);
}
