import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createClockDouble } from '../test/fakes/clock.ts';
import { COMPANY, foundCompany, kudos } from '../test/fakes/company.ts';
import { openCore } from '../test/fakes/open-core.ts';
import { createDuties } from './duties.ts';
import { createLog } from './log.ts';

test('a company whose chats are not open here, such as the sandbox’s beside a real one, gets no digest', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'herald-duties-'));
  const { core, ledger, close } = await openCore(join(folder, 'herald.db'));
  onTestFinished(async () => {
    await close();
    rmSync(folder, { recursive: true });
  });
  const at = '2026-11-18T10:00:00.000Z';
  await foundCompany(core, { at, people: 3 });
  await core.handle(kudos('k', 'Drew a map.', at));

  const parts = { ledger, core, clock: createClockDouble('2026-11-23T09:00:00.000Z'), log: createLog('silent') };
  await createDuties({ ...parts, reaches: () => false })();
  expect(await ledger.read.digestOfWeek(COMPANY, '2026-W48')).toBeNull();
  await createDuties({ ...parts, reaches: () => true })();
  expect(await ledger.read.digestOfWeek(COMPANY, '2026-W48')).toMatchObject({ week: '2026-W48' });
});
