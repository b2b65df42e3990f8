// The database is held by somebody else for longer than Slack waits: nobody is told that something is stored that is
// not, and nobody types twice.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { PATIENCE_MS } from '../fakes/slack/door.ts';
import { type House, NEWS, openHouse, said, soon } from './slack-herald.ts';

let house: House;
let held: ChildProcess | null = null;
beforeEach(async () => {
  house = await openHouse('http', 1, {}, PATIENCE_MS);
  await said(() => ana().types(NEWS, '/kudos @ben one, so that both are known'));
  await soon(() => house.slack.shows(NEWS).length).toBe(1);
});
afterEach(async () => {
  await letGo();
  await house.close();
});

const ana = () => house.slack.user('UANA');

/** By another process: locks of one process do not keep it out itself. */
async function hold(): Promise<void> {
  const script = `
    // Herald may be writing just then: it waits its turn.
    const held = new (require('node:sqlite').DatabaseSync)(process.argv[1], { timeout: 10_000 });
    held.exec('BEGIN IMMEDIATE');
    process.stdout.write('held');
    setInterval(() => {}, 1000);`;
  held = spawn(process.execPath, ['-e', script, house.databaseFile], { stdio: ['ignore', 'pipe', 'ignore'] });
  if (held.stdout) await once(held.stdout, 'data');
}
async function letGo(): Promise<void> {
  const holder = held;
  held = null;
  if (holder === null) return;
  holder.kill('SIGKILL');
  await once(holder, 'exit');
}

it('a command gives the words back within Slack’s patience, and the form takes them', async () => {
  await hold();
  const typed = await ana().types(NEWS, '/kudos @ben carried it all upstairs');
  expect(typed.trouble).toBeNull();
  const answer = typed.messages().find((one) => one.text.includes('Not stored yet'));
  expect(answer?.text).toContain('carried it all upstairs');
  await letGo();
  if (!answer) throw new Error('No answer.');
  await (await ana().clicks(answer, 'Use the form')).modal();
  expect(ana().standsIn('words')).toBe('carried it all upstairs');
  expect(ana().standsIn('heroes')).toEqual(['UBEN']);
  await ana().submits();
  await soon(() => house.slack.shows(NEWS).at(-1)?.text).toContain('carried it all upstairs');
});

it('a form stays open with all that was typed, and works on the second try', async () => {
  await (await ana().types(NEWS, '/kudos')).modal();
  await hold();
  const refused = await ana().submits({ heroes: ['UBEN'], words: 'carried it all upstairs' });
  expect(refused.trouble).toBeNull();
  expect(refused.errors.words).toContain('Not stored yet');
  await letGo();
  await ana().submits();
  await soon(() => house.slack.shows(NEWS).at(-1)?.text).toContain('carried it all upstairs');
});

it('a button says so in private', async () => {
  const [post] = house.slack.shows(NEWS);
  if (!post) throw new Error('No post.');
  await hold();
  const pressed = await said(() => house.slack.user('UBEN').clicks(post, 'Cheer'));
  expect(pressed.text).toContain('Not stored yet');
  await letGo();
  await house.slack.user('UBEN').clicks(post, 'Cheer');
  await soon(() => house.slack.shows(NEWS)[0]?.text).toContain('Cheer · 1');
});

it('an event is not taken, and is stored when Slack sends it again', async () => {
  await hold();
  ana().directMessages('@ben carried it all upstairs');
  await soon(() => house.slack.events.deliveries.at(-1)?.tries.length).toBe(1);
  expect(house.slack.events.deliveries.at(-1)?.tries[0]?.status).toBe(503);
  await letGo();
  await soon(() => house.slack.user('UBEN').readsDirect().at(-1)?.text).toContain('carried it all upstairs');
});
