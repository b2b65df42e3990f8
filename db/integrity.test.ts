import { closeSync, copyFileSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foundCompany, kudos } from '../test/fakes/company.ts';
import { openCore } from '../test/fakes/open-core.ts';
import { damageBeside } from './damage-beside.ts';
import { damageIn } from './integrity.ts';
import { connect } from './sqlite.ts';

const at = '2026-11-18T10:00:00.000Z';
const PAGE_BYTES = 4096;

let folder: string;
let sound: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'herald-integrity-'));
  sound = join(folder, 'sound.db');
  const { core, close } = await openCore(sound);
  await foundCompany(core, { at, people: 4 });
  for (let number = 0; number < 30; number += 1) await core.handle(kudos(`k${number}`, `Story ${number}`, at));
  await close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('damage', () => {
  it('is none in a sound database', async () => {
    expect(damageIn(connect(sound, { readonly: true }))).toEqual([]);
    expect(await damageBeside(sound)).toEqual([]);
  });

  it('is found on every page, on this thread and on its own; also where it ends the check itself', async () => {
    const pages = statSync(sound).size / PAGE_BYTES;
    // The first page says that it is a database at all.
    for (let page = 1; page < pages; page += 1) {
      const damaged = join(folder, 'damaged.db');
      copyFileSync(sound, damaged);
      const file = openSync(damaged, 'r+');
      writeSync(file, Buffer.alloc(PAGE_BYTES), 0, PAGE_BYTES, page * PAGE_BYTES);
      closeSync(file);
      const connection = connect(damaged, { readonly: true });
      expect(damageIn(connection), `page ${page + 1}`).not.toEqual([]);
      connection.close();
      if (page % 20 === 1) expect(await damageBeside(damaged), `page ${page + 1}`).not.toEqual([]);
      rmSync(damaged);
    }
  });
});
