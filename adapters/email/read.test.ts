import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createMailReader } from './read.ts';

const folder = new URL('../../test/payloads/email/', import.meta.url);
const mails = readdirSync(folder).filter((file) => /\.(?:eml|txt)$/.test(file));

// Every mail in test/payloads/email has beside it, as JSON, what Herald must read in it.
test.each(mails)('%s is taken apart as its .json says', async (file) => {
  const expected: unknown = JSON.parse(readFileSync(new URL(file.replace(/\.\w+$/, '.json'), folder), 'utf8'));
  expect(await createMailReader().read(readFileSync(new URL(file, folder)))).toEqual(expected);
});
