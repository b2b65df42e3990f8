import { join } from 'node:path';
import { type Environment, runHerald, startHerald } from '../herald-process.ts';
import { createTally, type Row } from '../row.ts';

type Trial = { readonly what: string; readonly environment: Environment; readonly names: readonly string[] };

/** Settings that cannot be used, and what the refusal must name, all at once. */
const REFUSED: readonly Trial[] = [
  {
    what: 'every setting wrong',
    environment: {
      PORT: 'door',
      HOST: '0.0.0.0',
      DATABASE_URL: 'herald.db',
      LOG_LEVEL: 'loud',
      DIGEST_SCHEDULE: 'every monday',
      DIGEST_TIMEZONE: 'Mars/Olympus',
    },
    names: ['PORT', 'HOST', 'DATABASE_URL', 'LOG_LEVEL', 'DIGEST_SCHEDULE', 'DIGEST_TIMEZONE'],
  },
  {
    what: 'two wrong, far apart',
    environment: { PORT: '99999', DIGEST_TIMEZONE: 'nowhere' },
    names: ['PORT', 'DIGEST_TIMEZONE'],
  },
  {
    what: 'half of Slack',
    environment: { SLACK_BOT_TOKEN: 'xoxb-1' },
    names: ['SLACK_SIGNING_SECRET', 'SLACK_APP_TOKEN'],
  },
  {
    what: 'the other half of Slack, half of Teams, half of mail, and a fault besides',
    environment: {
      SLACK_SIGNING_SECRET: 'x',
      TEAMS_APP_ID: 'x',
      SMTP_PORT: '25',
      EMAIL_FORWARDERS: 'everybody',
      PORT: '-1',
    },
    names: ['SLACK_BOT_TOKEN', 'TEAMS_APP_PASSWORD', 'EMAIL_ADDRESS', 'EMAIL_FORWARDERS', 'PORT'],
  },
  {
    what: 'a host that others reach, and a fault besides',
    environment: { HOST: '192.0.2.1', PORT: 'x' },
    names: ['HOST', 'PORT'],
  },
  {
    what: 'a database of another engine',
    environment: { DATABASE_URL: 'postgres://db.example.com/herald' },
    names: ['DATABASE_URL'],
  },
  { what: 'an hour that no day has', environment: { DIGEST_SCHEDULE: '0 24 * * MON' }, names: ['DIGEST_SCHEDULE'] },
  { what: 'a day that no week has', environment: { DIGEST_SCHEDULE: '0 9 * * XYZ' }, names: ['DIGEST_SCHEDULE'] },
  { what: 'a database without a name', environment: { DATABASE_URL: 'sqlite:' }, names: ['DATABASE_URL'] },
];

const EVERY_SETTING = [
  'HOST',
  'LOG_LEVEL',
  'DIGEST_SCHEDULE',
  'DIGEST_TIMEZONE',
  'SLACK_BOT_TOKEN',
  'TEAMS_APP_ID',
  'SMTP_PORT',
];

export const configuration: Row = {
  number: 21,
  fault: 'empty or half configuration',
  async play({ quick, folder }) {
    const tally = createTally();
    for (const { what, environment, names } of quick ? REFUSED.slice(0, 4) : REFUSED) {
      tally.tried();
      const { code, stdout, stderr } = await runHerald(['start'], environment, { folder, patienceMs: 20_000 });
      tally.hold(code === 1 && stdout === '', `${what}: ended with ${code}, saying "${stdout}${stderr}"`);
      for (const name of names)
        tally.hold(new RegExp(`^ *- .*\\b${name}\\b`, 'm').test(stderr), `${what}: ${name} is not named in ${stderr}`);
      tally.hold(!/\n\s+at /.test(stderr), `${what}: it shows a stack of calls`);
    }
    // Empty counts as not set, as containers and shells leave it.
    for (const blank of ['', '  ']) {
      tally.tried();
      const environment = Object.fromEntries(EVERY_SETTING.map((name) => [name, blank]));
      const database = `sqlite:${join(folder, `blank${blank.length}.db`)}`;
      const herald = await startHerald({ ...environment, DATABASE_URL: database, LOG_LEVEL: blank }, { folder });
      tally.hold(herald.address.startsWith('http://127.0.0.1:'), `empty settings opened ${herald.address}`);
      const { code } = await herald.end('SIGTERM');
      tally.hold(code === 0, `with empty settings it ended with ${code}`);
    }
    return tally.outcome();
  },
};
