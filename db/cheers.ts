import type { Instant } from '../src/commands.ts';
import type { Statements } from './database.ts';

export async function cheeredBy(handle: Statements, story: string, person: string): Promise<boolean> {
  return (
    (await handle.one('SELECT 1 AS cheered FROM cheers WHERE story = ? AND person = ?', story, person)) !== undefined
  );
}

export async function writeCheer(
  handle: Statements,
  cheer: { readonly organization: string; readonly story: string; readonly by: string; readonly at: Instant },
): Promise<void> {
  await handle.run(
    'INSERT INTO cheers (organization, story, person, at) VALUES (?, ?, ?, ?) ON CONFLICT (story, person) DO NOTHING',
    cheer.organization,
    cheer.story,
    cheer.by,
    cheer.at,
  );
}

export async function removeCheer(handle: Statements, story: string, person: string): Promise<void> {
  await handle.run('DELETE FROM cheers WHERE story = ? AND person = ?', story, person);
}

export async function removeCheers(handle: Statements, story: string): Promise<void> {
  await handle.run('DELETE FROM cheers WHERE story = ?', story);
}
