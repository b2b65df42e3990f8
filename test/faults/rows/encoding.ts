import { join } from 'node:path';
import { CONNECTION, foundCompany, kudos, person } from '../../fakes/company.ts';
import { openCore } from '../../fakes/open-core.ts';
import { createTally, type Row, type Tally } from '../row.ts';
import { whatIsUnsound } from '../soundness.ts';
import { type Typed, typeAndReadBack } from '../typed-back.ts';

const at = '2026-11-18T10:00:00.000Z';
const NUL = '\u0000';

/** Text, and what is kept of it: the same, less control characters and white space around it, well-formed. */
const KEPT: readonly (readonly [typed: string, kept: string])[] = [
  ['lone high surrogate \ud83d here', 'lone high surrogate \ufffd here'],
  ['lone low surrogate \ude00 here', 'lone low surrogate \ufffd here'],
  ['reversed pair \ude00\ud83d here', 'reversed pair \ufffd\ufffd here'],
  ['surrogate at the end \ud83d', 'surrogate at the end \ufffd'],
  [`NUL${NUL} in the ${NUL}middle`, 'NUL in the middle'],
  [`${NUL}NUL around${NUL}`, 'NUL around'],
  ['bell \u0007, escape \u001b[31m, delete \u007f', 'bell , escape [31m, delete'],
  ['lines\r\nof\rthree kinds\nkept', 'lines\nof\nthree kinds\nkept'],
  ['tab\tkept', 'tab\tkept'],
  ['right-to-left \u202eoverride\u202c kept', 'right-to-left \u202eoverride\u202c kept'],
  ['isolates \u2066left\u2069 kept', 'isolates \u2066left\u2069 kept'],
  ['zero\u200bwidth\u200djoined\ufeff kept', 'zero\u200bwidth\u200djoined\ufeff kept'],
  [
    'family \u{1f468}\u200d\u{1f469}\u200d\u{1f467}\u200d\u{1f466} kept',
    'family \u{1f468}\u200d\u{1f469}\u200d\u{1f467}\u200d\u{1f466} kept',
  ],
  ['flag \u{1f1e9}\u{1f1ea} and skin \u{1f44d}\u{1f3fd}', 'flag \u{1f1e9}\u{1f1ea} and skin \u{1f44d}\u{1f3fd}'],
  ['decomposed cafe\u0301 stays decomposed', 'decomposed cafe\u0301 stays decomposed'],
  ['composed caf\u00e9 stays composed', 'composed caf\u00e9 stays composed'],
  [
    `zalgo ${'o\u0301\u0302\u0303\u0304\u0305\u0306'.repeat(50)}`,
    `zalgo ${'o\u0301\u0302\u0303\u0304\u0305\u0306'.repeat(50)}`,
  ],
  ['\u0645\u0631\u062d\u0628\u0627 \u0628\u0643\u0645', '\u0645\u0631\u062d\u0628\u0627 \u0628\u0643\u0645'],
  ['\u65e5\u672c\u8a9e\u306e\u8a71', '\u65e5\u672c\u8a9e\u306e\u8a71'],
  ['\u{20000}\u{2a6df} beyond the first plane', '\u{20000}\u{2a6df} beyond the first plane'],
  ['noncharacters \ufffe \uffff kept', 'noncharacters \ufffe \uffff kept'],
  ['private \ue000 use kept', 'private \ue000 use kept'],
  ['line\u2028and paragraph\u2029separators kept', 'line\u2028and paragraph\u2029separators kept'],
  ['  \u00a0\u2003outer space goes\u3000 \n', 'outer space goes'],
  [`exactly three thousand ${'x'.repeat(2977)}`, `exactly three thousand ${'x'.repeat(2977)}`],
];

/** Nothing to read, or too much of it. */
const REFUSED: readonly string[] = [
  '\u200b\u200b\u200b',
  '\u202e\u202c',
  NUL.repeat(10),
  '\u0001\u0002',
  '\u3164\u2800\uffa0',
  ' \u00a0\u2003\u3000 ',
  '\ufeff',
  'x'.repeat(3001),
  'x'.repeat(40_000),
  '\u{1f600}'.repeat(20_000),
  '\ud83d'.repeat(40_000),
];

export const encoding: Row = {
  number: 25,
  fault: 'lone surrogates, NUL, overrides, zero-width names, 40,000 characters',
  async play({ folder }) {
    const tally = createTally();
    const typed: Typed[] = [
      ...KEPT.map(([words, kept]) => ({ words, kept: { words: kept, customer: null, touchpoint: null } })),
      ...REFUSED.map((words) => ({ words, kept: null })),
      asCustomer('\u200b', null),
      asCustomer(`Gar${NUL}den \ud83d Shop`, 'Garden \ufffd Shop'),
      asCustomer('\u202eevil\u202c', '\u202eevil\u202c'),
      { words: 'a customer with a long name', customer: 'x'.repeat(40_000), kept: null },
    ];
    await typeAndReadBack(join(folder, 'typed.db'), folder, typed, tally);
    await asNames(join(folder, 'names.db'), tally);
    return tally.outcome();
  },
};

function asCustomer(customer: string, kept: string | null): Typed {
  const words = `Customer ${JSON.stringify(customer)}`;
  return { words, customer, touchpoint: customer, kept: { words, customer: kept, touchpoint: kept } };
}

/** Names that show nothing fall back to the user's own id; all others are kept, and their stories with them. */
async function asNames(file: string, tally: Tally): Promise<void> {
  const { core, close } = await openCore(file);
  await foundCompany(core, { at, people: 3 });
  const names: readonly (readonly [given: string, kept: string])[] = [
    ['\u200b\u200d', 'u0'],
    [NUL, 'u1'],
    ['\u3164', 'u2'],
    ['Ana \ud83d', 'Ana \ufffd'],
    ['\u202eanA\u202c', '\u202eanA\u202c'],
    [`Be${NUL}n`, 'Ben'],
  ];
  const people = names.map(([name], index) => ({
    ...{ user: `u${index}`, name, email: null, kind: 'human' as const },
    ...{ manager: false, admin: false, active: true, guest: false },
  }));
  await core.handle({ type: 'meet-people', key: 'strange names', at, connection: CONNECTION, people });
  for (const [index, [given, kept]] of names.entries()) {
    tally.tried();
    const heroes = [{ connection: CONNECTION, user: `u${index}` }];
    const told = await core.handle(kudos(`name-${index}`, `Story of name ${index}`, at, { heroes }));
    const name = told.type === 'kudos-given' ? told.story.heroes[0]?.name : told.type;
    tally.hold(name === kept, `the name ${JSON.stringify(given)} became ${JSON.stringify(name)}`);
  }
  for (const [given] of names) {
    const found = await core.ask({ type: 'search', by: person(1), words: `${given} Story` });
    tally.hold(found.type === 'search-results', `searching for ${JSON.stringify(given)}: ${found.type}`);
  }
  await close();
  for (const fault of whatIsUnsound(file)) tally.hold(false, fault);
}
