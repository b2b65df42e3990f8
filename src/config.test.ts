import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ConfigFaulty, readConfig, settingNames } from './config.ts';

async function faultsIn(environment: NodeJS.ProcessEnv): Promise<readonly string[]> {
  try {
    await readConfig(environment);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigFaulty)) throw error;
    return error.message.split('\n').slice(1);
  }
}

describe('settings', () => {
  test('need none to be set', async () => {
    expect(await readConfig({ DIGEST_TIMEZONE: 'Europe/Berlin' })).toEqual({
      port: 3000,
      host: '127.0.0.1',
      publicUrl: null,
      databaseFile: 'data/herald.db',
      logLevel: 'info',
      schedule: { minute: 0, hour: 9, weekday: 1, timeZone: 'Europe/Berlin' },
      digestChannel: null,
      slack: null,
      email: null,
      teams: null,
    });
    expect((await readConfig({})).schedule.timeZone).toBe(Temporal.Now.timeZoneId());
  });

  test('that are set empty count as not set', async () => {
    expect(await readConfig({ PORT: '', HOST: ' ', DATABASE_URL: '', LOG_LEVEL: '', DIGEST_SCHEDULE: '' })).toEqual(
      await readConfig({}),
    );
  });

  test('are taken as they are given', async () => {
    expect(
      await readConfig({
        PORT: '0',
        HOST: '::1',
        PUBLIC_URL: 'https://herald.example.com/chat/',
        DATABASE_URL: 'sqlite:/var/lib/herald/herald.db',
        LOG_LEVEL: 'silent',
        DIGEST_SCHEDULE: '30 16 * * fri',
        DIGEST_TIMEZONE: 'Asia/Kathmandu',
        DIGEST_CHANNEL: ' C0123456789 ',
        PATH: '/bin',
      }),
    ).toEqual({
      port: 0,
      host: '::1',
      publicUrl: 'https://herald.example.com/chat',
      databaseFile: '/var/lib/herald/herald.db',
      logLevel: 'silent',
      schedule: { minute: 30, hour: 16, weekday: 5, timeZone: 'Asia/Kathmandu' },
      digestChannel: 'C0123456789',
      slack: null,
      email: null,
      teams: null,
    });
  });

  test('are all named at once when they cannot be used', async () => {
    const faults = await faultsIn({
      PORT: '70000',
      HOST: '0.0.0.0',
      PUBLIC_URL: 'herald.example.com',
      DATABASE_URL: 'postgres://example.com/herald',
      LOG_LEVEL: 'loud',
      DIGEST_SCHEDULE: '*/5 9 * * 1-5',
      DIGEST_TIMEZONE: 'Mars/Olympus',
    });
    const sandboxes = (await settingNames()).filter(
      (name) => !/^(SLACK|TEAMS|SMTP|IMAP|EMAIL)_|^DIGEST_CHANNEL$/.test(name),
    );
    for (const setting of sandboxes) expect(faults).toContainEqual(expect.stringMatching(`^  - ${setting} is `));
    expect(faults).toHaveLength(sandboxes.length);
  });

  test('never say a secret aloud', async () => {
    const secrets = { SLACK_BOT_TOKEN: 'secret', SLACK_APP_TOKEN: 'secret', DATABASE_URL: 'postgres://u:secret@h/d' };
    expect(await faultsIn(secrets)).toHaveLength(3);
    expect((await faultsIn(secrets)).join()).not.toContain('secret');
  });

  test.each(['-1', '65536', '3000.5', '0x10', 'http', '١'])('PORT %s is refused', async (PORT) => {
    expect(await faultsIn({ PORT })).toEqual(['  - PORT is a port number from 0 to 65535, such as 3000.']);
  });

  test.each(['sqlite:', 'sqlite::memory:', 'sqlite://data/herald.db', 'data/herald.db', 'file:herald.db'])(
    'DATABASE_URL %s, which is no file that would be there again, is refused',
    async (DATABASE_URL) =>
      expect(await faultsIn({ DATABASE_URL })).toEqual([
        expect.stringMatching(/^ {2}- DATABASE_URL is sqlite: and a file/),
      ]),
  );

  test.each(['0.0.0.0', '192.168.0.7', 'example.com', '127.0.0.1.example.com', '::'])(
    'HOST %s, from where others could reach the sandbox, is refused',
    async (HOST) => expect(await faultsIn({ HOST })).toEqual([expect.stringMatching(/^ {2}- HOST is 127\.0\.0\.1/)]),
  );
});

describe('Teams', () => {
  const id = '00000000-1111-2222-3333-444444444444';
  const registration = { TEAMS_APP_ID: id, TEAMS_APP_PASSWORD: 'hunter2', TEAMS_TENANT_ID: id };

  test('is reached as one app of one tenant', async () => {
    const { teams } = await readConfig({
      ...registration,
      TEAMS_ADMINS: 'Ana@example.com, ben@example.com',
      HOST: '0.0.0.0',
    });
    expect(teams).toEqual({
      registration: { appId: id, password: 'hunter2', tenant: id },
      admins: ['ana@example.com', 'ben@example.com'],
      cloud: null,
    });
  });

  test.each(Object.keys(registration))('without %s says so, and never what the others are', async (missing) => {
    const faults = await faultsIn({ ...registration, [missing]: '' });
    expect(faults).toEqual([expect.stringMatching(`- ${missing} is missing`)]);
    expect(faults.join()).not.toContain('hunter2');
  });

  test('takes unsigned messages on a loopback address alone', async () => {
    expect((await readConfig({ TEAMS_AUTH: 'none' })).teams?.registration).toBeNull();
    for (const HOST of ['0.0.0.0', '192.168.0.7', '::', 'example.com']) {
      expect(await faultsIn({ TEAMS_AUTH: 'none', HOST })).toEqual([expect.stringMatching(/HOST .* TEAMS_AUTH=none/)]);
    }
    expect(await faultsIn({ TEAMS_AUTH: 'none', ...registration })).toEqual([
      expect.stringMatching(/TEAMS_AUTH=none .*remove TEAMS_AUTH; .*remove TEAMS_APP_ID, TEAMS_APP_PASSWORD, /),
    ]);
    expect(await faultsIn({ TEAMS_AUTH: 'off' })).toEqual([expect.stringMatching(/TEAMS_AUTH is none/)]);
  });

  test('beside a chat that anybody may reach still takes no unsigned messages there', async () => {
    const both = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1', TEAMS_AUTH: 'none', HOST: '0.0.0.0' };
    expect(await faultsIn(both)).toEqual([expect.stringMatching(/^ {2}- HOST/)]);
  });
});

describe('Slack', () => {
  const bot = { SLACK_BOT_TOKEN: 'xoxb-1' };

  test('is reached through sockets with an app token, through the web with a signing secret', async () => {
    expect((await readConfig({ ...bot, SLACK_APP_TOKEN: 'xapp-1' })).slack).toEqual({
      botToken: 'xoxb-1',
      apiUrl: null,
      way: { kind: 'socket', appToken: 'xapp-1' },
    });
    expect(
      (await readConfig({ ...bot, SLACK_SIGNING_SECRET: 's', SLACK_API_URL: 'https://example.com/api' })).slack,
    ).toEqual({
      botToken: 'xoxb-1',
      apiUrl: 'https://example.com/api/',
      way: { kind: 'http', signingSecret: 's' },
    });
  });

  test('with both uses sockets, since Slack sends such an app nothing over the web', async () => {
    const both = { ...bot, SLACK_APP_TOKEN: 'xapp-1', SLACK_SIGNING_SECRET: 's' };
    expect((await readConfig(both)).slack?.way.kind).toBe('socket');
  });

  test.each([
    [{ SLACK_BOT_TOKEN: 'xoxb-1' }, ['SLACK_APP_TOKEN']],
    [{ SLACK_APP_TOKEN: 'xapp-1' }, ['SLACK_BOT_TOKEN']],
    [{ SLACK_SIGNING_SECRET: 's' }, ['SLACK_BOT_TOKEN']],
    [{ SLACK_API_URL: 'https://example.com' }, ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN']],
  ])('half configured by %j says all that is missing', async (half, missing) => {
    const faults = await faultsIn(half);
    expect(faults.map((fault) => /- (\w+) is missing/.exec(fault)?.[1])).toEqual(missing);
  });

  test('tokens that were swapped are noticed', async () => {
    const faults = await faultsIn({ SLACK_BOT_TOKEN: 'xapp-1', SLACK_APP_TOKEN: 'xoxb-1', SLACK_API_URL: 'slack' });
    expect(faults).toEqual([
      expect.stringMatching('SLACK_BOT_TOKEN begins with xoxb-'),
      expect.stringMatching('SLACK_APP_TOKEN begins with xapp-'),
      expect.stringMatching('SLACK_API_URL is a web address'),
    ]);
  });

  test('may listen anywhere: whoever comes has to be signed', async () => {
    expect((await readConfig({ ...bot, SLACK_SIGNING_SECRET: 's', HOST: '0.0.0.0' })).host).toBe('0.0.0.0');
  });
});

describe('email', () => {
  const smtp = { SMTP_PORT: '2525', EMAIL_ADDRESS: 'praise@example.com' };
  const closed = { address: null, forwarders: [], trustedAuthserv: null, smtp: null, imap: null, webhookSecret: null };

  test('comes in through each door that is set', async () => {
    expect((await readConfig({ ...smtp, EMAIL_FORWARDERS: 'mia@example.com, @house.example' })).email).toEqual({
      ...closed,
      address: 'praise@example.com',
      forwarders: ['mia@example.com', '@house.example'],
      smtp: { port: 2525, host: '127.0.0.1', certificate: null },
    });
    const files = { SMTP_TLS_CERT: '/etc/herald/cert.pem', SMTP_TLS_KEY: '/etc/herald/key.pem' };
    expect((await readConfig({ ...smtp, ...files, SMTP_HOST: '::' })).email?.smtp).toEqual({
      port: 2525,
      host: '::',
      certificate: { cert: '/etc/herald/cert.pem', key: '/etc/herald/key.pem' },
    });
    expect((await readConfig({ EMAIL_WEBHOOK_SECRET: 'a-long-made-up-secret' })).email).toEqual({
      ...closed,
      webhookSecret: 'a-long-made-up-secret',
    });
    expect((await readConfig({})).email).toBeNull();
  });

  test.each([
    [
      'imaps://mia:s%2Fecret@imap.example.com',
      { port: 993, secure: true, user: 'mia', password: 's/ecret', folder: 'INBOX' },
    ],
    [
      'imap://mia%40x:p@imap.example.com:1143/Praise%20in',
      { port: 1143, secure: false, user: 'mia@x', password: 'p', folder: 'Praise in' },
    ],
  ])('a mailbox is %s', async (IMAP_URL, mailbox) => {
    expect((await readConfig({ IMAP_URL })).email?.imap).toEqual({ host: 'imap.example.com', ...mailbox });
  });

  test.each([
    [{ EMAIL_ADDRESS: 'praise@example.com' }, /EMAIL_ADDRESS: mail needs a way in/],
    [{ SMTP_PORT: '25' }, /EMAIL_ADDRESS is missing/],
    [{ ...smtp, SMTP_TLS_KEY: 'key.pem' }, /SMTP_TLS_CERT is missing/],
    [{ ...smtp, SMTP_TLS_CERT: 'cert.pem' }, /SMTP_TLS_KEY is missing/],
    [{ ...smtp, SMTP_PORT: 'smtp' }, /SMTP_PORT is a port/],
    [{ ...smtp, EMAIL_ADDRESS: 'Praise <praise@example.com>' }, /EMAIL_ADDRESS is one mail address/],
    [{ ...smtp, EMAIL_FORWARDERS: 'mia' }, /EMAIL_FORWARDERS is a list/],
    [{ IMAP_URL: 'imap.example.com' }, /IMAP_URL is an address/],
    [{ IMAP_URL: 'imaps://imap.example.com' }, /IMAP_URL is an address/],
    [{ IMAP_URL: 'imaps://mia:%zz@imap.example.com' }, /IMAP_URL is an address/],
  ])('%j is refused', async (environment, said) => {
    expect(await faultsIn(environment)).toEqual([expect.stringMatching(said)]);
  });

  test('who may forward can be said without a door, for mail that comes through a chat', async () => {
    expect((await readConfig({ EMAIL_FORWARDERS: 'mia@example.com' })).email).toMatchObject({
      forwarders: ['mia@example.com'],
      smtp: null,
      imap: null,
      webhookSecret: null,
    });
  });

  test('never says a password aloud', async () => {
    const faults = await faultsIn({ IMAP_URL: 'pop3://mia:secret@example.com', EMAIL_WEBHOOK_SECRET: 'guessable' });
    expect(faults.join()).not.toMatch(/secret@|guessable/);
  });
});

describe('DIGEST_SCHEDULE', () => {
  const days = ['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN'];

  test('is any one minute, hour and weekday', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 59 }),
        fc.integer({ min: 0, max: 23 }),
        fc.integer({ min: 1, max: 7 }),
        async (minute, hour, weekday) => {
          const written = [days[weekday - 1], String(weekday), String(weekday % 7)];
          for (const day of written) {
            const { schedule } = await readConfig({ DIGEST_SCHEDULE: `${minute} ${hour} * * ${day}` });
            expect(schedule).toMatchObject({ minute, hour, weekday });
          }
        },
      ),
    );
  });

  test.each([
    '* 9 * * MON',
    '0 9 * * *',
    '0 9 1 * MON',
    '60 9 * * MON',
    '0 24 * * MON',
    '0 9 * * 8',
    '0 9 * * FOO',
    '9:00',
  ])('%s is refused', async (DIGEST_SCHEDULE) =>
    expect(await faultsIn({ DIGEST_SCHEDULE })).toEqual([
      '  - DIGEST_SCHEDULE is one minute, hour and weekday, such as 0 9 * * MON.',
    ]),
  );
});
