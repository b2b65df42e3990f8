import { join } from 'node:path';
import { COMPANY, CONNECTION, foundCompany, kudos, person } from '../../fakes/company.ts';
import { openCore } from '../../fakes/open-core.ts';
import { createTally, type Row, type Tally } from '../row.ts';
import { whatIsUnsound } from '../soundness.ts';
import { type Typed, typeAndReadBack } from '../typed-back.ts';

const at = '2026-11-18T10:00:00.000Z';

/** SQL and full-text queries as people, or those who are no friends, might type them. */
const CORPUS: readonly string[] = [
  "'; DROP TABLE wins; --",
  "' OR '1'='1",
  `" OR ""="`,
  "Robert'); DELETE FROM people;--",
  "x', 1, 2, 3); INSERT INTO wins VALUES ('",
  '1; ATTACH DATABASE "/tmp/x.db" AS x; --',
  "' UNION SELECT key, reply FROM received --",
  "admin'--",
  '/* */ SELECT 1 /*',
  '; PRAGMA writable_schema = 1;',
  "\\'; VACUUM; --",
  "''''''''''",
  '""""""""""',
  '`backticks` and [brackets]',
  '?1 ?2 :name @name $name',
  '%_%%__\\%',
  '%s %d %n %x',
  `\${7*7} {{7*7}} #{7*7} <%= 7*7 %>`,
  "x' AND 1=randomblob(1000000000) --",
  "load_extension('evil')",
  'NULL',
  'undefined',
  '0x48726c64',
  'wins.words = wins.words',
  'AND OR NOT',
  'NEAR(a b, 5)',
  'words : secret',
  '{words customer} : a',
  '- customer : a',
  '^first',
  'prefix*',
  '"unbalanced',
  'a AND (b OR',
  '* * *',
  '(((((',
  'a" OR words:"b',
  'NOT NOT NOT NOT',
  '+ + "a" + "b"',
  'rank MATCH bm25(10.0)',
  "integrity-check' , 'rebuild",
  '"a"* "b"* ^ : - +',
  'ＳＥＬＥＣＴ ＊ ＦＲＯＭ ｗｉｎｓ',
  '<script>alert(document.cookie)</script>',
  '"><img src=x onerror=alert(1)>',
  '{"type":"refusal"}',
  '["channel","web","good-news"]',
  '__proto__',
  'constructor.prototype',
  '../../../../etc/passwd',
  '$(rm -rf ~) `id` | cat; & > x',
];

export const injection: Row = {
  number: 22,
  fault: 'SQL and full-text injection corpus',
  async play({ folder }) {
    const tally = createTally();
    const typed = CORPUS.map((text): Typed => {
      const words = `${text} and on with it`;
      const name = text.trim();
      return { words, customer: name, touchpoint: name, kept: { words, customer: name, touchpoint: name } };
    });
    await typeAndReadBack(join(folder, 'typed.db'), folder, typed, tally);
    await throughTheCore(join(folder, 'names.db'), tally);
    return tally.outcome();
  },
};

/** As people's names and ids, keys, and everything that is searched for. */
async function throughTheCore(file: string, tally: Tally): Promise<void> {
  const { core, close, database } = await openCore(file);
  await foundCompany(core, { at, people: 3 });
  const people = CORPUS.map((text) => ({
    ...{ user: text, name: text, email: null },
    ...{ kind: 'human' as const, manager: false, admin: false, active: true, guest: false },
  }));
  await core.handle({ type: 'meet-people', key: "meet'; --", at, connection: CONNECTION, people });
  for (const text of CORPUS) {
    tally.tried();
    const heroes = [{ connection: CONNECTION, user: text }];
    const told = await core.handle(kudos(`key ${text}`, `${text} helped`, at, { heroes }));
    const again = await core.handle(kudos(`key ${text}`, 'something else', at, { heroes }));
    const name = told.type === 'kudos-given' ? told.story.heroes[0]?.name : told.type;
    tally.hold(name === text, `the name ${JSON.stringify(text)} became ${JSON.stringify(name)}`);
    tally.hold(JSON.stringify(told) === JSON.stringify(again), `the key ${JSON.stringify(text)} was not known again`);
  }
  for (const text of CORPUS) {
    const found = await core.ask({ type: 'search', by: person(1), words: text });
    const readable = /[\p{L}\p{N}]/u.test(text);
    const holds = found.type === 'search-results' && found.stories.some(({ words }) => words === `${text} helped`);
    tally.hold(readable ? holds : found.type === 'refusal', `searching for ${JSON.stringify(text)}: ${found.type}`);
  }
  const strangers = await database.reads.one('SELECT count(*) AS many FROM people WHERE organization <> ?', COMPANY);
  tally.hold(strangers?.many === 0, 'somebody came to another organization');
  await close();
  for (const fault of whatIsUnsound(file)) tally.hold(false, fault);
}
