import { randomUUIDv7 } from 'node:crypto';
import type { Instant } from '../src/commands.ts';
import type { Fact } from '../src/recognition/decision.ts';
import { A_COLLEAGUE } from '../src/recognition/nobody.ts';
import type { Gone } from '../src/recognition/without-person.ts';
import type { TakenBack } from '../src/recognition/without-words.ts';
import { type Statements, text, textOrNull } from './database.ts';
import { goneById } from './unnamed.ts';

type Erased = Extract<Fact, { type: 'person-erased' }>;
type TakenBackFact = Extract<Fact, { type: 'words-taken-back' }>;
type Hidden = Extract<Fact, { type: 'name-hidden' }>;

type Open = { readonly id: string; readonly organization: string; readonly at: Instant };
/** What is not swept up yet of somebody: everything, or their name where others read. */
export type SweepOfPerson = Open & { readonly kind: 'erase' | 'hide'; readonly gone: Gone };
/** The same of words that were taken back. */
export type SweepOfWords = Open & { readonly kind: 'take-back'; readonly back: TakenBack };
export type OpenSweep = SweepOfPerson | SweepOfWords;

/**
 * From now on nobody knows them: no account leads to them, nothing is named after them. What is written elsewhere is
 * swept up beside the work.
 */
export async function beginErasure(handle: Statements, erased: Erased): Promise<void> {
  const { organization, person } = erased;
  const nobody = (await nobodyOf(handle, organization)) ?? (await makeNobody(handle, erased));
  const gone = await goneById(handle, person, { person: nobody, name: A_COLLEAGUE });
  if (gone === null) return;
  await writeSweep(handle, 'erase', gone, erased);
  await handle.run('DELETE FROM identities WHERE person = ?', person);
  await handle.run(
    'UPDATE people SET name = ?, email = NULL, manager = 0, admin = 0, active = 0, unnamed = 0 WHERE id = ?',
    A_COLLEAGUE,
    person,
  );
}

/** Nothing that stands in a channel names them; being named again begins with what is told next. */
export async function hideName(handle: Statements, fact: Hidden): Promise<void> {
  await handle.run('UPDATE people SET unnamed = ? WHERE id = ?', Number(fact.hidden), fact.person);
  const gone = fact.hidden ? await goneById(handle, fact.person, { person: '', name: A_COLLEAGUE }) : null;
  if (gone !== null) await writeSweep(handle, 'hide', gone, fact);
}

/** The words are gone from where they were told; answers and messages that still hold them are swept up beside the work. */
export async function beginTakingBack(handle: Statements, fact: TakenBackFact): Promise<void> {
  const { person, ids } = fact;
  await writeSweep(handle, 'take-back', { person, ids }, fact);
}

async function writeSweep(
  handle: Statements,
  kind: OpenSweep['kind'],
  sought: Gone | TakenBack,
  fact: Erased | Hidden | TakenBackFact,
) {
  await handle.run(
    'INSERT INTO sweeps (id, organization, kind, person, sought, at) VALUES (?, ?, ?, ?, ?, ?)',
    randomUUIDv7(),
    fact.organization,
    kind,
    sought.person,
    JSON.stringify(sought),
    fact.at,
  );
}

async function makeNobody(handle: Statements, { organization, nobody, at }: Erased): Promise<string> {
  await handle.run(
    `INSERT INTO people (id, organization, name, email, kind, manager, admin, active, guest, met_at)
     VALUES (?, ?, ?, NULL, 'human', 0, 0, 0, 0, ?)`,
    nobody,
    organization,
    A_COLLEAGUE,
    at,
  );
  await handle.run('UPDATE organizations SET nobody = ? WHERE id = ?', nobody, organization);
  return nobody;
}

async function nobodyOf(handle: Statements, organization: string): Promise<string | null> {
  const row = await handle.one('SELECT nobody FROM organizations WHERE id = ?', organization);
  return row ? textOrNull(row, 'nobody') : null;
}

export async function openSweeps(handle: Statements): Promise<readonly OpenSweep[]> {
  const rows = await handle.all(
    'SELECT id, organization, kind, sought, at FROM sweeps WHERE done_at IS NULL ORDER BY at, id',
  );
  return rows.map((row): OpenSweep => {
    const open = { id: text(row, 'id'), organization: text(row, 'organization'), at: text(row, 'at') };
    const [kind, sought] = [text(row, 'kind'), JSON.parse(text(row, 'sought'))];
    if (kind === 'take-back') return { ...open, kind, back: sought as TakenBack };
    return { ...open, kind: kind === 'erase' ? kind : 'hide', gone: sought as Gone };
  });
}

/** Nothing is kept of it but that it was. */
export async function endSweep(handle: Statements, sweep: OpenSweep, at: Instant): Promise<void> {
  if (sweep.kind === 'erase') await handle.run('DELETE FROM people WHERE id = ?', sweep.gone.person);
  await handle.run('UPDATE sweeps SET person = NULL, sought = NULL, done_at = ? WHERE id = ?', at, sweep.id);
}
