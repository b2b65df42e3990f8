import { readdirSync, readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { createMailReader } from '../../adapters/email/read.ts';
import type { ForwardedMail } from '../../src/commands.ts';

type Read = Awaited<ReturnType<ReturnType<typeof createMailReader>['read']>>;
type Field = 'words' | 'note' | 'name' | 'email' | 'subject' | 'wroteAt';

const FIELDS: readonly Field[] = ['words', 'note', 'name', 'email', 'subject', 'wroteAt'];
/** What a person is asked about when it is unsure. */
const ASKED: { readonly [field in Field]?: ForwardedMail['unsure'][number] } = {
  words: 'words',
  name: 'name',
  email: 'email',
  wroteAt: 'date',
};

/** Mails with what a person reads in them: those that Herald reads so, and those that it does not read so yet. */
const folders = ['../payloads/email/', '../payloads/email-not-yet/'].map((path) => new URL(path, import.meta.url));

/** How often each field is read as a person reads it, over all mails, as docs/forwarded-mail.md has it. */
export async function accuracyTable(): Promise<string> {
  const pairs = await readAll();
  const mails = pairs.flatMap(({ wanted, got }) =>
    wanted.type === 'mail' && got.type === 'mail' ? [{ wanted: wanted.mail, got: got.mail }] : [],
  );
  const rows = FIELDS.map((field) => {
    const right = mails.filter(({ wanted, got }) => shown(wanted, field) === shown(got, field));
    const wrong = mails.filter((mail) => !right.includes(mail));
    const asked = ASKED[field];
    const silent = wrong.filter(({ got }) => asked === undefined || !got.unsure.includes(asked));
    const share = ((100 * right.length) / mails.length).toFixed(1);
    return `| ${field} | ${right.length} of ${mails.length} | ${share} % | ${silent.length} |`;
  });
  const answered = pairs.filter(({ wanted, got }) => isDeepStrictEqual(wanted, got)).length;
  return [
    '| field | as a person reads it | | wrong without asking |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
    `${pairs.length} mails and pasted texts, ${mails.length} of them readable; all of it right in ${answered}.`,
  ].join('\n');
}

async function readAll(): Promise<readonly { readonly wanted: Read; readonly got: Read }[]> {
  const reader = createMailReader();
  const pairs = [];
  for (const folder of folders) {
    for (const file of readdirSync(folder).filter((name) => /\.(?:eml|txt)$/.test(name))) {
      const wanted = JSON.parse(readFileSync(new URL(file.replace(/\.\w+$/, '.json'), folder), 'utf8')) as Read;
      const got = JSON.parse(JSON.stringify(await reader.read(readFileSync(new URL(file, folder))))) as Read;
      pairs.push({ wanted, got });
    }
  }
  return pairs;
}

function shown(mail: ForwardedMail, field: Field): string | null {
  return field === 'name' || field === 'email' ? mail.customer[field] : mail[field];
}
