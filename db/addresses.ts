import type { Fact } from '../src/recognition/decision.ts';
import type { KeptAddress } from '../src/views.ts';
import { type Statements, text } from './database.ts';

type Kept = Extract<Fact, { type: 'address-kept' }>;

export async function writeAddress(handle: Statements, { organization, connection, of, address }: Kept): Promise<void> {
  if (address === null) {
    await handle.run('DELETE FROM addresses WHERE connection = ? AND of = ?', connection, of);
    return;
  }
  await handle.run(
    `INSERT INTO addresses (organization, connection, of, address) VALUES (?, ?, ?, ?)
     ON CONFLICT (connection, of) DO UPDATE SET address = excluded.address`,
    organization,
    connection,
    of,
    JSON.stringify(address),
  );
}

export async function addressesOf(handle: Statements, connection: string): Promise<readonly KeptAddress[]> {
  const rows = await handle.all('SELECT of, address FROM addresses WHERE connection = ? ORDER BY of', connection);
  return rows.map((row) => ({ of: text(row, 'of'), address: JSON.parse(text(row, 'address')) }));
}
