import { A_COLLEAGUE } from '../src/recognition/nobody.ts';
import type { Gone } from '../src/recognition/without-person.ts';
import type { Named } from '../src/views.ts';
import { type Statements, text, textOrNull } from './database.ts';
import { identitiesOf } from './people.ts';

/** Those who are not named where others read. */
export async function unnamed(handle: Statements, organization: string): Promise<readonly Gone[]> {
  const rows = await handle.all('SELECT id FROM people WHERE organization = ? AND unnamed = 1', organization);
  const found = await Promise.all(rows.map((row) => goneById(handle, text(row, 'id'), HIDDEN)));
  return found.filter((gone) => gone !== null);
}

const HIDDEN: Named = { person: '', name: A_COLLEAGUE };

export async function isUnnamed(handle: Statements, person: string): Promise<boolean> {
  return (await handle.one('SELECT 1 FROM people WHERE id = ? AND unnamed = 1', person)) !== undefined;
}

/** A person by all that may name them; null when there is none. */
export async function goneById(handle: Statements, person: string, instead: Named): Promise<Gone | null> {
  const row = await handle.one('SELECT name, email FROM people WHERE id = ?', person);
  if (!row) return null;
  const email = textOrNull(row, 'email');
  const users = (await identitiesOf(handle, person)).map(({ user }) => user);
  const accounts = [...new Set([...users, ...(email === null ? [] : [email])])];
  return { person, name: text(row, 'name'), accounts, instead };
}
