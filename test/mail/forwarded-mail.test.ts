import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createMailReader } from '../../adapters/email/read.ts';
import { accuracyTable } from './accuracy.ts';

test('forwarded mail is read as well as docs/forwarded-mail.md says', async () => {
  const document = readFileSync(new URL('../../docs/forwarded-mail.md', import.meta.url), 'utf8');
  expect(document).toContain(await accuracyTable());
});

test('what is not read right yet is asked about', async () => {
  const folder = new URL('../payloads/email-not-yet/', import.meta.url);
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.eml'))) {
    const read = await createMailReader().read(readFileSync(new URL(file, folder)));
    expect(read, file).toMatchObject({ mail: { unsure: expect.arrayContaining(['words']) } });
  }
});
