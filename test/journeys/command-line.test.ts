import { once } from 'node:events';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Sqlite from 'better-sqlite3';
import { describe, expect, test, vi } from 'vitest';
import type { Instant } from '../../src/commands.ts';
import { weekOf } from '../../src/recognition/week.ts';
import { CONNECTION, foundCompany, kudos, person } from '../fakes/company.ts';
import { openCore } from '../fakes/open-core.ts';
import { heraldHere, operatorsFolder, recordsIn } from './herald-command.ts';

const mail = (name: string) => fileURLToPath(new URL(`../payloads/email/${name}`, import.meta.url));
const now = (): Instant => new Date().toISOString();
const COMMANDS = [
  'start',
  'digest',
  'import',
  'export',
  'erase',
  'privacy',
  'retention',
  'wall',
  'backup',
  'doctor',
  'pulse',
];

/** A company with a win, a recovery and a customer's words, as a Herald that ran here before left it. */
async function livedIn(file: string) {
  mkdirSync(dirname(file), { recursive: true });
  const { core, close } = await openCore(file);
  await foundCompany(core, { at: now(), people: 4 });
  const differs = { customer: 'Garden Shop Example', touchpoint: 'the phone', heroes: [person(2), person(3)] };
  await core.handle(kudos('win', 'Drew a map.\nBy hand.', now(), differs));
  await core.handle(kudos('asked', 'The box was lost, and Person 2 sent another.', now()));
  await core.handle(kudos('recovery', 'Drove over with new labels.', now(), { whatBroke: 'The label printer' }));
  await core.handle({
    type: 'capture-praise',
    key: 'praise',
    by: person(1),
    at: now(),
    mail: {
      words: 'What a wonderful afternoon.',
      note: 'Look!',
      customer: { name: 'Grete Holm', email: 'grete@example.com' },
      subject: 'Thank you',
      wroteAt: null,
      messageIds: [],
      unsure: ['date'],
    },
  });
  await close();
}

describe('help', () => {
  test('lists every command, and each explains itself', async () => {
    const { herald } = operatorsFolder();
    const overview = await herald(['--help']);
    expect(overview).toMatchObject({ code: 0, stderr: '' });
    for (const command of COMMANDS) {
      expect(overview.stdout).toMatch(new RegExp(`^ {2}herald ${command}\\b.*\\.$`, 'm'));
      for (const words of [
        [command, '--help'],
        [command, 'x', '-h'],
      ]) {
        const help = await heraldHere(words);
        expect([words, help]).toMatchObject([words, { code: 0, stderr: '' }]);
        expect(help.stdout).toMatch(new RegExp(`^herald ${command}\\b`));
      }
    }
    expect(await herald(['start', '--help'])).toEqual(await heraldHere(['start', '--help']));
  });
});

describe('what cannot be understood', () => {
  test('exits 2, says so on standard error, and touches nothing', async () => {
    const { herald, folder } = operatorsFolder();
    const misused: readonly (readonly [readonly string[], RegExp])[] = [
      [[], /herald start/],
      [['dance'], /no command "dance"/],
      [['toString'], /no command "toString"/],
      [['digest'], /preview or post/],
      [['digest', 'burn'], /preview or post/],
      [['digest', 'post', 'now'], /preview or post/],
      [['digest', 'post', '--when', 'now'], /--week/],
      [['digest', 'post', '--week'], /--week/],
      [['digest', 'post', '--week', '2025-W53'], /"2025-W53" is no ISO week/],
      [['digest', 'preview', '--week', 'next'], /"next" is no ISO week/],
      [['import'], /at least one file/],
      [['import', '--all'], /no option --all/],
      [['export', 'wins'], /no option wins/],
      [['backup'], /one file/],
      [['backup', 'a', 'b'], /one file/],
      [['doctor', '--fix'], /no option --fix/],
      [['start', '--port'], /no option --port/],
    ];
    for (const [words, says] of misused) {
      expect([words, await heraldHere(words)]).toEqual([
        words,
        { code: 2, stdout: '', stderr: expect.stringMatching(says) },
      ]);
    }
    for (const words of [['dance'], ['digest', 'post', '--week', '2025-W53']]) {
      expect(await herald(words)).toEqual(await heraldHere(words));
    }
    expect(existsSync(join(folder, 'data'))).toBe(false);
  });

  test('settings that cannot be used are all named, and exit 1', async () => {
    const { herald, folder } = operatorsFolder();
    const settings = { PORT: 'high', HOST: '0.0.0.0', DIGEST_SCHEDULE: 'daily' };
    const words = [['start'], ['doctor'], ['export'], ['digest', 'post'], ['backup', 'b'], ['import', 'a.eml']];
    for (const { code, stdout, stderr } of await Promise.all(words.map((each) => herald(each, settings)))) {
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
      for (const setting of Object.keys(settings)) expect(stderr).toContain(`- ${setting} is `);
    }
    expect(existsSync(join(folder, 'data'))).toBe(false);
  });
});

describe.skipIf(!existsSync('/dev/full'))('a full disk', () => {
  test('behind standard output is told, and ends with 1', async () => {
    const { begin } = operatorsFolder();
    expect(await begin(['--help'], {}, '>/dev/full').ended).toEqual({
      code: 1,
      stdout: '',
      stderr: expect.stringContaining('the disk is full'),
    });
  });

  test('behind the log stops nobody’s work', async () => {
    const { begin } = operatorsFolder();
    const { child, said, ended } = begin(['start'], { PORT: '0', LOG_LEVEL: 'info' }, '2>/dev/full');
    await vi.waitFor(() => expect(said.stdout).toContain('is open at'), 10_000);
    child.kill('SIGTERM');
    expect(await ended).toMatchObject({ code: 0 });
  });
});

describe('import', () => {
  test('puts each mail into its forwarder’s inbox once', async () => {
    const { herald } = operatorsFolder();
    const first = await herald(['import', mail('gmail-en.eml'), mail('gmail-de.eml')]);
    expect(first).toMatchObject({ code: 0, stderr: '' });
    expect(first.stdout.match(/waits in the inbox of Mia Manager/g)).toHaveLength(2);
    const again = await herald(['import', mail('gmail-en.eml')]);
    expect(again).toEqual({
      code: 0,
      stdout: expect.stringMatching(/gmail-en\.eml: is here already\.\n$/),
      stderr: '',
    });

    const praise = recordsIn(await herald(['export'])).filter(({ type }) => type === 'praise');
    expect(praise).toHaveLength(2);
    expect(praise).toContainEqual(
      expect.objectContaining({
        words: 'Ana found my lost parcel before I even knew it was gone.\n\nKind regards,\nJane Sample',
        note: 'Look what came in!',
        customer: { name: 'Jane Sample', email: 'jane@customer.example' },
        forwarder: 'Mia Manager',
        status: 'waiting',
      }),
    );
  });

  test('takes in what it can, names what it cannot, and exits 1', async () => {
    const { herald, folder } = operatorsFolder();
    writeFileSync(join(folder, 'empty.mbox'), '');
    const files = ['jpeg-renamed.eml', 'gmail-fr-latin1.eml', 'empty.eml'].map(mail);
    const { code, stdout, stderr } = await herald(['import', 'nowhere.eml', ...files, '.', 'empty.mbox']);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^.*gmail-fr-latin1\.eml: waits in the inbox of Mia Manager\.\n$/);
    expect(stderr.trim().split('\n')).toEqual([
      'nowhere.eml: there is no such file.',
      expect.stringMatching(/jpeg-renamed\.eml: This is not a mail/),
      expect.stringMatching(/empty\.eml: There is nothing to read/),
      '.: is a folder. Name the files in it.',
      expect.stringMatching(/^empty\.mbox: There is nothing to read/),
    ]);
  });

  test('takes a folder of mails that a mail program exported', async () => {
    const { herald, folder } = operatorsFolder();
    const mails = ['gmail-en.eml', 'gmail-de.eml', 'gmail-en.eml'].map((name) => readFileSync(mail(name), 'utf8'));
    writeFileSync(
      join(folder, 'praise.mbox'),
      mails.map((one) => `From mia@acme.example Tue Feb  4 08:12:00 2025\n${one}\n\n`).join(''),
    );
    const { code, stdout } = await herald(['import', 'praise.mbox']);
    expect(code).toBe(0);
    expect(stdout.split('\n').map((line) => line.replace(/^praise\.mbox, mail \d: /, ''))).toEqual([
      'waits in the inbox of Mia Manager.',
      'waits in the inbox of Mia Manager.',
      'is here already.',
      '',
    ]);
  });

  test('goes to the company whose chats are configured, also beside the sandbox’s, and to nobody before they opened', async () => {
    const { herald, file } = operatorsFolder();
    const slack = { SLACK_BOT_TOKEN: 'xoxb-made-up', SLACK_SIGNING_SECRET: 'made-up' };
    await herald(['import', mail('gmail-en.eml')]);
    const tooEarly = await herald(['import', mail('gmail-en.eml')], slack);
    expect(tooEarly).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('Run herald start once') });

    const manager = { connection: 'slack:T1', user: 'U1' };
    const waiting = async () => {
      const { core, close } = await openCore(file);
      await core.handle({
        type: 'open-connection',
        key: 'open',
        at: now(),
        organization: { id: 'slack:T1', name: 'Example', sample: false },
        connection: { id: manager.connection, platform: 'slack', digestChannel: null },
        schedule: { minute: 0, hour: 9, weekday: 1, timeZone: 'UTC' },
      });
      const facts = { email: 'ivy@example.com', kind: 'human', active: true, guest: false } as const;
      const people = [{ user: manager.user, name: 'Ivy', manager: true, admin: true, ...facts }];
      await core.handle({ type: 'meet-people', key: 'meet', at: now(), connection: manager.connection, people });
      const inbox = await core.ask({ type: 'inbox', by: manager });
      await close();
      return inbox.type === 'inbox' ? inbox.praise.length : inbox;
    };
    expect(await waiting()).toBe(0);
    const imported = await herald(['import', mail('gmail-en.eml')], slack);
    expect(imported).toMatchObject({ code: 0, stdout: expect.stringContaining('waits in the inbox of'), stderr: '' });
    expect(await waiting()).toBe(1);
  });

  test('goes on to the last mail when whoever reads it has had enough', async () => {
    const { begin, herald } = operatorsFolder();
    const mails = ['gmail-en.eml', 'gmail-de.eml', 'gmail-es.eml'].map(mail);
    const { child, ended } = begin(['import', ...mails]);
    child.stdout.destroy();
    expect(await ended).toMatchObject({ code: 0, stderr: '' });
    expect(recordsIn(await herald(['export'])).filter(({ type }) => type === 'praise')).toHaveLength(3);
  });
});

describe('export', () => {
  test('writes one record a line, in the shape that others rely on', async () => {
    const { herald, file } = operatorsFolder();
    await livedIn(file);
    const ended = await herald(['export']);
    expect(ended).toMatchObject({ code: 0, stderr: '' });
    const records = recordsIn(ended);
    const only = (type: string) => records.filter((record) => record.type === type);
    const id = expect.stringMatching(/^[0-9a-f-]{36}$/);
    const at = expect.stringMatching(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/);
    expect(only('win')).toMatchObject([
      {
        id,
        words: 'Drew a map.\nBy hand.',
        heroes: [{ name: 'Person 2' }, { name: 'Person 3' }],
        teller: { name: 'Person 1' },
        customer: 'Garden Shop Example',
        touchpoint: 'the phone',
        at,
        settled: true,
      },
      { id, heroes: [{ name: 'Person 2' }], customer: null, touchpoint: null, settled: false },
    ]);
    expect(only('recovery')).toMatchObject([
      {
        id,
        words: 'Drove over with new labels.',
        heroes: [{ name: 'Person 2' }],
        teller: { name: 'Person 1' },
        customer: null,
        touchpoint: null,
        at,
        whatBroke: 'The label printer',
      },
    ]);
    for (const recovery of only('recovery')) expect(recovery).not.toHaveProperty('settled');
    expect(only('praise')).toMatchObject([
      {
        id,
        words: 'What a wonderful afternoon.',
        note: 'Look!',
        customer: { name: 'Grete Holm', email: 'grete@example.com' },
        forwarder: 'Person 1',
        suggestion: 'thanks',
        status: 'waiting',
      },
    ]);
    expect(only('person')).toHaveLength(4);
    expect(only('organization')).toMatchObject([{ name: 'Company for tests' }]);
    expect(only('connection')).toMatchObject([{ id: CONNECTION, platform: 'web' }]);
  });

  test('ends quietly when whoever reads it has had enough', async () => {
    const { begin, file } = operatorsFolder();
    await livedIn(file);
    const { child, ended } = begin(['export']);
    child.stdout.once('data', () => child.stdout.destroy());
    expect(await ended).toMatchObject({ code: 0, stderr: '' });
  });

  test('says where it looked when nothing is there yet', async () => {
    const { herald, folder } = operatorsFolder();
    for (const words of [['export'], ['backup', 'copy.db']]) {
      expect(await herald(words)).toMatchObject({
        code: 1,
        stdout: '',
        stderr: expect.stringMatching(/no database at data\/herald\.db/),
      });
    }
    expect(existsSync(join(folder, 'data'))).toBe(false);
  });
});

describe('wall', () => {
  test('prints the link that opens it, from outside where that is known', async () => {
    const { herald, begin } = operatorsFolder();
    const { stdout } = await herald(['wall'], { PUBLIC_URL: 'https://herald.example.com/' });
    const [, key] = /^Sample company: https:\/\/herald\.example\.com\/wall\?key=([0-9a-f]{48})\n$/.exec(stdout) ?? [];
    const running = begin(['start'], { PORT: '0', LOG_LEVEL: 'info' });
    const address = await vi.waitFor(() => {
      const [found] = /http:\/\/127\.0\.0\.1:\d+/.exec(running.said.stdout) ?? [];
      if (!found) throw new Error('Not there yet.');
      return found;
    }, 10_000);
    expect((await fetch(`${address}/wall`)).status).toBe(401);
    const opened = await fetch(`${address}/wall?key=${key}`);
    expect({ status: opened.status, body: await opened.text() }).toMatchObject({
      status: 200,
      body: expect.stringContaining('Sample company'),
    });
    const renewed = await herald(['wall', '--renew']);
    expect(renewed.stderr).toContain('PUBLIC_URL is not set');
    const [, another] = /^Sample company: http:.*key=([0-9a-f]{48})\n$/.exec(renewed.stdout) ?? [];
    expect((await fetch(`${address}/wall?key=${key}`)).status).toBe(401);
    expect((await fetch(`${address}/wall?key=${another}`)).status).toBe(200);
    expect(running.said.stderr).not.toMatch(new RegExp(`${key}|${another}`));
    expect((await herald(['wall', '--everything'])).code).toBe(2);
    running.child.kill('SIGTERM');
    await running.ended;
    expect(await herald(['wall'], { PUBLIC_URL: 'herald.example.com' })).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('PUBLIC_URL is a web address'),
    });
  });
});

describe('digest', () => {
  test('preview shows and changes nothing; post posts once', async () => {
    const { herald, file } = operatorsFolder();
    await livedIn(file);
    const week = weekOf(now(), 'Europe/Berlin');
    const digests = async () => recordsIn(await herald(['export'])).filter(({ type }) => type === 'digest');

    const preview = await herald(['digest', 'preview']);
    expect(preview).toMatchObject({ code: 0, stderr: '' });
    expect(preview.stdout).toContain('Drew a map.');
    expect(preview.stdout).not.toContain('new labels');
    expect(preview.stdout).not.toContain('sent another');
    expect(await digests()).toEqual([]);

    const posted = await herald(['digest', 'post']);
    expect(posted).toMatchObject({ code: 0, stderr: '' });
    expect(posted.stdout).toMatch(/is posted, with 1 story\.\n.*as soon as Herald runs/s);
    const kept = await digests();
    expect(kept).toMatchObject([{ week, posted: 'stories', wins: [expect.any(String)] }]);

    const again = await herald(['digest', 'post', '--week', week]);
    expect(again).toEqual({
      code: 0,
      stdout: expect.stringMatching(/posted already.*not posted twice\.\n$/),
      stderr: '',
    });
    expect(await digests()).toEqual(kept);
    expect((await herald(['digest', 'preview', '--week', '2037-W53'])).stdout).not.toContain('Drew a map.');
  });

  test('is not posted while there is no channel for it: that is said, and neither the week nor a story is used up', async () => {
    const { herald, file } = operatorsFolder();
    await livedIn(file);
    const { core, close } = await openCore(file);
    const choose = (digestChannel: string | null) =>
      core.handle({
        type: 'change-settings',
        key: `channel ${digestChannel}`,
        by: person(0),
        at: now(),
        changes: { digestChannel },
      });
    await choose(null);
    const refused = await herald(['digest', 'post']);
    expect([refused.code, refused.stderr]).toEqual([1, expect.stringContaining('/kudos settings')]);
    expect(recordsIn(await herald(['export'])).filter(({ type }) => type === 'digest')).toEqual([]);
    await choose('good-news');
    await close();
    expect((await herald(['digest', 'post'])).stdout).toContain('is posted, with 1 story');
  });
});

describe('backup', () => {
  test('writes a copy that is whole, under a name that is not taken', async () => {
    const { herald, file, folder } = operatorsFolder();
    await livedIn(file);
    expect(await herald(['backup', 'copy.db'])).toMatchObject({ code: 0, stderr: '' });
    const copied = { DATABASE_URL: 'sqlite:copy.db' };
    expect((await herald(['export'], copied)).stdout).toBe((await herald(['export'])).stdout);
    expect(await herald(['doctor'], copied)).toMatchObject({ code: 0, stderr: '' });

    const before = statSync(join(folder, 'copy.db')).mtimeMs;
    const again = await herald(['backup', 'copy.db']);
    expect(again).toEqual({ code: 1, stdout: '', stderr: expect.stringContaining('copy.db exists already') });
    expect(statSync(join(folder, 'copy.db')).mtimeMs).toBe(before);
    const nowhere = await herald(['backup', 'nowhere/copy.db']);
    expect(nowhere).toEqual({ code: 1, stdout: '', stderr: expect.stringContaining('There is no folder nowhere.') });
  });
});

describe('doctor', () => {
  test('finds nothing to do before the first start, and in a sound database', async () => {
    const { herald, file } = operatorsFolder();
    const fresh = await herald(['doctor']);
    expect(fresh).toEqual({ code: 0, stdout: expect.stringMatching(/not there yet/), stderr: '' });
    expect(fresh.stdout).toMatch(/^Doors +the sandbox$/m);
    expect((await herald(['doctor'], { TEAMS_AUTH: 'none' })).stdout).toMatch(
      /^Doors +Teams, for a local playground$/m,
    );
    expect(existsSync(file)).toBe(false);
    await livedIn(file);
    const sound = await herald(['doctor']);
    expect(sound).toMatchObject({ code: 0, stderr: '' });
    for (const line of [
      /^Herald +not running$/m,
      /^Soundness +every page read and sound$/m,
      /^Kept +4 people, 2 wins, 1 recoveries, 1 praise, 0 digests$/m,
      /^Digest +Company for tests: Monday 09:00 Europe\/Berlin$/m,
    ]) {
      expect(sound.stdout).toMatch(line);
    }
    const differs = await herald(['doctor'], { DIGEST_SCHEDULE: '30 16 * * FRI' });
    expect(differs.stdout).toMatch(/^Digest .*Monday 09:00.*as stored/m);
  });

  test('exits 1 for a database that is damaged, cut short, another program’s or too new', async () => {
    const { herald, file, folder } = operatorsFolder();
    await livedIn(file);
    const copy = (name: string) => {
      copyFileSync(file, join(folder, name));
      return join(folder, name);
    };
    truncateSync(copy('cut.db'), 30_000);
    writeFileSync(join(folder, 'noise.db'), Buffer.alloc(20_000, 'noise'));
    const foreign = new Sqlite(join(folder, 'foreign.db'));
    foreign.exec('CREATE TABLE songs (title TEXT)');
    foreign.close();
    const newer = new Sqlite(copy('newer.db'));
    newer.pragma('user_version = 999');
    newer.close();
    const damaged = readFileSync(copy('damaged.db'));
    damaged.fill(0xff, damaged.length - 60_000, damaged.length - 20_000);
    writeFileSync(join(folder, 'damaged.db'), damaged);

    const backup = /last backup/;
    for (const [name, says] of [
      ['cut.db', backup],
      ['noise.db', backup],
      ['foreign.db', /another program's database\. Set DATABASE_URL/],
      ['newer.db', /newer Herald .*Install that version again/],
      ['damaged.db', backup],
    ] as const) {
      const ended = await herald(['doctor'], { DATABASE_URL: `sqlite:${name}` });
      expect([name, ended.code, ended.stderr]).toEqual([name, 1, expect.stringMatching(says)]);
      expect(ended.stdout).not.toContain('older Herald');
    }
    for (const [name, says] of [
      ['foreign.db', /another program's database/],
      ['damaged.db', backup],
    ] as const) {
      for (const words of [['backup', 'copy.db'], ['export']]) {
        const ended = await herald(words, { DATABASE_URL: `sqlite:${name}` });
        expect([name, ended.code, ended.stderr]).toEqual([name, 1, expect.stringMatching(says)]);
      }
    }
    expect(readdirSync(folder).filter((one) => one.startsWith('copy.db'))).toEqual([]);
  });
});

test('every command works beside a running Herald, and a second Herald is turned away', {
  timeout: 20_000,
}, async () => {
  const { begin, herald, folder } = operatorsFolder();
  const { child, said, ended } = begin(['start'], { PORT: '0' });
  await vi.waitFor(() => expect(said.stdout).toMatch(/sandbox is open at http:\/\/127\.0\.0\.1:\d+\//), {
    timeout: 8000,
  });

  expect(await herald(['import', mail('gmail-en.eml')])).toMatchObject({ code: 0, stderr: '' });
  const posted = await herald(['digest', 'post']);
  expect(posted).toEqual({ code: 0, stdout: expect.stringMatching(/asks one open question\.\n$/), stderr: '' });
  expect(await herald(['backup', 'copy.db'])).toMatchObject({ code: 0, stderr: '' });
  expect((await herald(['doctor'])).stdout).toMatch(
    new RegExp(`^Herald +running since .*process ${child.pid}\\)$`, 'm'),
  );
  expect(recordsIn(await herald(['export'])).map(({ type }) => type)).toContain('praise');
  const second = await herald(['start'], { PORT: '0' });
  expect(second).toEqual({ code: 1, stdout: '', stderr: expect.stringContaining(`process ${child.pid}`) });

  child.kill('SIGTERM');
  await once(child, 'exit');
  expect(await ended).toMatchObject({ code: 0, stderr: '' });
  expect((await herald(['doctor'])).stdout).toMatch(/^Herald +not running$/m);
  expect(existsSync(join(folder, 'copy.db'))).toBe(true);
});
