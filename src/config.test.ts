import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ConfigFaulty, readConfig, SETTINGS } from './config.ts';

function faultsIn(environment: NodeJS.ProcessEnv): readonly string[] {
  try {
    readConfig(environment);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigFaulty)) throw error;
    return error.message.split('\n').slice(1);
  }
}

describe('settings', () => {
  test('need none to be set', () => {
    expect(readConfig({ DIGEST_TIMEZONE: 'Europe/Berlin' })).toEqual({
      port: 3000,
      host: '127.0.0.1',
      databaseFile: 'data/herald.db',
      logLevel: 'info',
      schedule: { minute: 0, hour: 9, weekday: 1, timeZone: 'Europe/Berlin' },
    });
    expect(readConfig({}).schedule.timeZone).toBe(Temporal.Now.timeZoneId());
  });

  test('that are set empty count as not set', () => {
    expect(readConfig({ PORT: '', HOST: ' ', DATABASE_URL: '', LOG_LEVEL: '', DIGEST_SCHEDULE: '' })).toEqual(
      readConfig({}),
    );
  });

  test('are taken as they are given', () => {
    expect(
      readConfig({
        PORT: '0',
        HOST: '::1',
        DATABASE_URL: 'sqlite:/var/lib/herald/herald.db',
        LOG_LEVEL: 'silent',
        DIGEST_SCHEDULE: '30 16 * * fri',
        DIGEST_TIMEZONE: 'Asia/Kathmandu',
        PATH: '/bin',
      }),
    ).toEqual({
      port: 0,
      host: '::1',
      databaseFile: '/var/lib/herald/herald.db',
      logLevel: 'silent',
      schedule: { minute: 30, hour: 16, weekday: 5, timeZone: 'Asia/Kathmandu' },
    });
  });

  test('are all named at once when they cannot be used', () => {
    const faults = faultsIn({
      PORT: '70000',
      HOST: '0.0.0.0',
      DATABASE_URL: 'postgres://example.com/herald',
      LOG_LEVEL: 'loud',
      DIGEST_SCHEDULE: '*/5 9 * * 1-5',
      DIGEST_TIMEZONE: 'Mars/Olympus',
      SLACK_BOT_TOKEN: 'xoxb-1',
      SLACK_SIGNING_SECRET: 's',
      TEAMS_APP_ID: 't',
      SMTP_PORT: '25',
    });
    for (const setting of SETTINGS) expect(faults).toContainEqual(expect.stringMatching(`^  - ${setting} is `));
    expect(faults).toContainEqual(expect.stringMatching(/^ {2}- SLACK_BOT_TOKEN, SLACK_SIGNING_SECRET: .*Slack/));
    expect(faults).toContainEqual(expect.stringMatching(/^ {2}- TEAMS_APP_ID: .*Teams/));
    expect(faults).toContainEqual(expect.stringMatching(/^ {2}- SMTP_PORT: .*email/));
    expect(faults).toHaveLength(SETTINGS.length + 3);
  });

  test('never say a secret aloud', () => {
    expect(faultsIn({ SLACK_BOT_TOKEN: 'xoxb-secret', DATABASE_URL: 'postgres://u:secret@h/d' }).join()).not.toContain(
      'secret',
    );
  });

  test.each(['-1', '65536', '3000.5', '0x10', 'http', '١'])('PORT %s is refused', (PORT) => {
    expect(faultsIn({ PORT })).toEqual(['  - PORT is a port number from 0 to 65535, such as 3000.']);
  });

  test.each(['0.0.0.0', '192.168.0.7', 'example.com', '127.0.0.1.example.com', '::'])(
    'HOST %s, from where others could reach the sandbox, is refused',
    (HOST) => expect(faultsIn({ HOST })).toEqual([expect.stringMatching(/^ {2}- HOST is 127\.0\.0\.1/)]),
  );
});

describe('DIGEST_SCHEDULE', () => {
  const days = ['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN'];

  test('is any one minute, hour and weekday', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 59 }),
        fc.integer({ min: 0, max: 23 }),
        fc.integer({ min: 1, max: 7 }),
        (minute, hour, weekday) => {
          const written = [days[weekday - 1], String(weekday), String(weekday % 7)];
          for (const day of written) {
            const { schedule } = readConfig({ DIGEST_SCHEDULE: `${minute} ${hour} * * ${day}` });
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
  ])('%s is refused', (DIGEST_SCHEDULE) =>
    expect(faultsIn({ DIGEST_SCHEDULE })).toEqual([
      '  - DIGEST_SCHEDULE is one minute, hour and weekday, such as 0 9 * * MON.',
    ]),
  );
});
