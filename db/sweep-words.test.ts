import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { migrate } from './migrations.ts';
import { connect } from './sqlite.ts';
import { pageOf } from './sweep-words.ts';

it('reads a table once, however many pages it has', () => {
  const folder = mkdtempSync(join(tmpdir(), 'herald-sweep-'));
  const connection = connect(join(folder, 'herald.db'), { readonly: false });
  try {
    migrate(connection);
    for (const table of ['received', 'outbox'] as const) {
      const plan = connection.prepare(`EXPLAIN QUERY PLAN ${pageOf(table).replaceAll('?', '+?')}`).all('o', 1, 1);
      expect(JSON.stringify(plan)).toContain('INTEGER PRIMARY KEY (rowid>?)');
      expect(JSON.stringify(plan)).not.toContain('TEMP B-TREE');
    }
  } finally {
    connection.close();
    rmSync(folder, { recursive: true });
  }
});
