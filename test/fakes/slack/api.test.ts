// The Web API refuses what Slack refuses: each refusal once, to a real WebClient.

import { WebClient } from '@slack/web-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { quiet, startSampleSlack } from './sample-app.ts';
import type { Slack } from './slack.ts';

let slack: Slack;
let client: WebClient;

beforeEach(async () => {
  slack = await startSampleSlack();
  client = clientFor(slack.botToken);
});
afterEach(() => slack.stop());

function clientFor(token: string) {
  return new WebClient(token, { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 }, logger: quiet });
}

/** The whole answer of a call that Slack refused. */
async function refused(method: string, args: Record<string, unknown> = {}, by = client) {
  try {
    await by.apiCall(method, args);
  } catch (error) {
    if (error instanceof Error && 'data' in error) return error.data as { error: string; needed?: string };
    throw error;
  }
  throw new Error(`${method} was not refused.`);
}

const error = async (method: string, args?: Record<string, unknown>) => (await refused(method, args)).error;

describe('tokens and scopes', () => {
  it('wants a token, the right one, of the right kind', async () => {
    expect((await refused('auth.test', {}, clientFor(''))).error).toBe('not_authed');
    expect((await refused('auth.test', {}, clientFor('xoxb-wrong'))).error).toBe('invalid_auth');
    expect(await error('apps.connections.open')).toBe('not_allowed_token_type');
    expect((await refused('users.list', {}, clientFor(slack.appToken))).error).toBe('not_allowed_token_type');
    expect(await clientFor(slack.appToken).apps.connections.open()).toMatchObject({
      url: expect.stringMatching(/^ws:\/\/127\.0\.0\.1:\d+\/link\/\?ticket=/),
    });
  });

  it('says who the token is and what it may', async () => {
    const me = await client.auth.test();
    expect(me).toMatchObject({ ok: true, user: 'bell', user_id: 'U0000BOT', team_id: 'T0000TEAM', bot_id: 'B0000BOT' });
    expect(me.response_metadata?.scopes).toContain('chat:write');
    expect(me.response_metadata?.scopes).not.toContain('channels:history');
  });

  it('stops a revoked token and a removed app, until restored', async () => {
    slack.tokens.revoke('bot');
    expect(await error('auth.test')).toBe('token_revoked');
    slack.uninstalls();
    expect(await error('auth.test')).toBe('account_inactive');
    slack.tokens.restore('bot');
    expect((await client.auth.test()).ok).toBe(true);
  });

  it.each([
    ['usergroups.list', {}, 'usergroups:read'],
    ['users.lookupByEmail', { email: 'ana@example.com' }, 'users:read.email'],
    ['conversations.history', { channel: 'C1' }, 'channels:history'],
    ['conversations.join', { channel: 'C2' }, 'channels:join'],
    ['conversations.list', { types: 'private_channel' }, 'groups:read'],
    ['reactions.add', { channel: 'C1', timestamp: '1.1', name: 'tada' }, 'reactions:write'],
    ['files.info', { file: 'F1' }, 'files:read'],
    ['chat.postMessage', { channel: 'C1', text: 'x', username: 'Somebody' }, 'chat:write.customize'],
  ])('%s needs its scope', async (method, args, scope) => {
    const { error, needed } = await refused(method, args);
    expect(error).toBe('missing_scope');
    expect(needed?.split(',')).toContain(scope);
    slack.tokens.grant(scope);
    const answer = slack.call(method, args);
    expect(answer.error).not.toBe('missing_scope');
  });

  it('gives email addresses only with their scope, and none of strangers', async () => {
    slack.workspace.addUser({ id: 'U9', name: 'zoe', team: 'T9', guest: 'stranger' });
    const emailOf = async (user: string) => (await client.users.info({ user })).user?.profile?.email;
    expect(await emailOf('U1')).toBeUndefined();
    slack.tokens.grant('users:read.email');
    expect(await emailOf('U1')).toBe('ana@example.com');
    expect(await emailOf('U9')).toBeUndefined();
  });
});

describe('arguments', () => {
  it('refuses unknown methods and arguments, missing and mistyped ones', async () => {
    expect(await error('chat.shout')).toBe('unknown_method');
    expect(await refused('chat.postMessage', { channel: 'C1', text: 'x', colour: 'red' })).toMatchObject({
      error: 'invalid_arguments',
      errors: ['invalid additional property: colour [json-pointer:/]'],
    });
    expect(await refused('chat.postMessage', { text: 'x' })).toMatchObject({
      error: 'invalid_arguments',
      errors: ['missing required field: channel'],
    });
    expect(await error('users.list', { limit: 'many' })).toBe('invalid_arguments');
    expect(await error('users.list', { cursor: 'nonsense' })).toBe('invalid_cursor');
  });

  it('pages', async () => {
    for (let index = 0; index < 25; index += 1) slack.workspace.addUser();
    const pages: number[] = [];
    for await (const page of client.paginate('users.list', { limit: 10 })) {
      pages.push((page as { members?: unknown[] }).members?.length ?? 0);
    }
    expect(pages).toEqual([10, 10, 9]);
  });
});

describe('messages', () => {
  it('go only where the bot is, and where writing is possible', async () => {
    slack.workspace.addChannel({ id: 'C3', kind: 'private', members: ['U1'] });
    slack.workspace.addChannel({ id: 'C4', archived: true, members: ['U0000BOT'] });
    slack.workspace.addUser({ id: 'U3', deleted: true });
    slack.workspace.addUser({ id: 'U4', isBot: true });
    const post = (channel: string) => error('chat.postMessage', { channel, text: 'x' });
    expect(await post('C99')).toBe('channel_not_found');
    expect(await post('C3')).toBe('channel_not_found');
    expect(await post('C2')).toBe('not_in_channel');
    expect(await post('C4')).toBe('is_archived');
    expect(await post('U3')).toBe('channel_not_found');
    expect(await post('U4')).toBe('cannot_dm_bot');
  });

  it('have something to read in the notification, and not too much', async () => {
    const block = { type: 'section', text: { type: 'mrkdwn', text: 'x' } };
    expect(await error('chat.postMessage', { channel: 'C1' })).toBe('no_text');
    expect(await error('chat.postMessage', { channel: 'C1', blocks: [block] })).toBe('no_text');
    expect(await error('chat.postMessage', { channel: 'C1', text: 'x'.repeat(40_001) })).toBe('msg_too_long');
    const { ts } = await client.chat.postMessage({ channel: 'C1', text: 'x'.repeat(40_000) });
    expect(await error('chat.update', { channel: 'C1', ts, text: 'x'.repeat(4_001) })).toBe('msg_too_long');
  });

  it('are changed and deleted only by the one who wrote them, and only where they stand', async () => {
    const theirs = slack.user('U1').says('C1', 'mine');
    expect(await error('chat.update', { channel: 'C1', ts: theirs.ts, text: 'x' })).toBe('cant_update_message');
    expect(await error('chat.delete', { channel: 'C1', ts: theirs.ts })).toBe('cant_delete_message');
    expect(await error('chat.update', { channel: 'C1', ts: '1.000001', text: 'x' })).toBe('message_not_found');
    const { channel, ts } = await client.chat.postMessage({ channel: 'U1', text: 'x' });
    expect(channel).toMatch(/^D/);
    expect(await error('chat.update', { channel: 'U1', ts, text: 'y' })).toBe('channel_not_found');
    await client.chat.update({ channel: channel ?? '', ts: ts ?? '', text: 'y' });
    expect(
      slack
        .user('U1')
        .readsDirect()
        .map((one) => one.text),
    ).toEqual(['y']);
  });

  it('meant for one person stay with them, and are no messages to chat.update', async () => {
    expect(await error('chat.postEphemeral', { channel: 'C1', user: 'U99', text: 'x' })).toBe('user_not_found');
    slack.workspace.addUser({ id: 'U5' });
    expect(await error('chat.postEphemeral', { channel: 'C1', user: 'U5', text: 'x' })).toBe('user_not_in_channel');
    const { message_ts } = await client.chat.postEphemeral({ channel: 'C1', user: 'U1', text: 'psst' });
    expect(await error('chat.update', { channel: 'C1', ts: message_ts, text: 'y' })).toBe('message_not_found');
    expect(
      slack
        .user('U1')
        .reads('C1')
        .map((one) => one.text),
    ).toEqual(['psst']);
    expect(slack.user('U2').reads('C1')).toEqual([]);
  });

  it('keep their metadata, which history tells on request', async () => {
    slack.tokens.grant('channels:history');
    const metadata = { event_type: 'ring', event_payload: { key: 'k1', nested: { deep: 1 } } };
    const { ts = '' } = await client.chat.postMessage({ channel: 'C1', text: 'x', metadata });
    const bad = { event_type: 'ring', event_payload: { key: [['too deep']] } };
    expect(await error('chat.postMessage', { channel: 'C1', text: 'x', metadata: bad })).toBe(
      'invalid_metadata_format',
    );
    expect((await client.conversations.history({ channel: 'C1' })).messages?.[0]).toMatchObject({
      metadata: { event_type: 'ring' },
    });
    expect((await client.conversations.history({ channel: 'C1' })).messages?.[0]?.metadata).not.toHaveProperty(
      'event_payload',
    );
    const whole = () => client.conversations.history({ channel: 'C1', include_all_metadata: true });
    expect((await whole()).messages?.[0]).toMatchObject({ ts, metadata });
    await client.chat.update({ channel: 'C1', ts, text: 'y' });
    expect((await whole()).messages?.[0]).toMatchObject({ text: 'y', metadata });
    expect(await error('conversations.history', { channel: 'C2' })).toBe('not_in_channel');
  });

  it('are told newest first, threads apart, between two moments', async () => {
    slack.tokens.grant('channels:history');
    const first = slack.user('U1').says('C1', 'one');
    slack.user('U2').repliesTo(first, 'reply');
    const last = slack.user('U1').says('C1', 'two');
    const texts = async (span: object) =>
      (await client.conversations.history({ channel: 'C1', ...span })).messages?.map((one) => one.text);
    expect(await texts({})).toEqual(['two', 'one']);
    expect(await texts({ oldest: first.ts })).toEqual(['two']);
    expect(await texts({ oldest: first.ts, latest: last.ts, inclusive: true })).toEqual(['two', 'one']);
    const thread = await client.conversations.replies({ channel: 'C1', ts: first.ts });
    expect(thread.messages?.map((one) => one.text)).toEqual(['one', 'reply']);
    const { permalink } = await client.chat.getPermalink({ channel: 'C1', message_ts: last.ts });
    expect(permalink).toBe(`https://example.slack.com/archives/C1/p${last.ts.replace('.', '')}`);
  });

  it('may come once a second to a channel, when Slack insists', async () => {
    slack.limits.enforce();
    await client.chat.postMessage({ channel: 'C1', text: 'one' });
    const impatient = new WebClient(slack.botToken, {
      slackApiUrl: slack.apiUrl,
      rejectRateLimitedCalls: true,
      logger: quiet,
    });
    await expect(impatient.chat.postMessage({ channel: 'C1', text: 'two' })).rejects.toMatchObject({ retryAfter: 1 });
    await impatient.chat.postMessage({ channel: 'U1', text: 'elsewhere' });
    slack.clock.skip(1000);
    await impatient.chat.postMessage({ channel: 'C1', text: 'two' });
    expect(slack.shows('C1').map((one) => one.text)).toEqual(['one', 'two']);
    expect(slack.calls.refused().map((call) => call.outcome)).toEqual(['http 429']);
  });
});

describe('people, groups and channels', () => {
  it('are told as far as the bot may know them', async () => {
    slack.tokens.grant('usergroups:read', 'channels:join');
    slack.workspace.addUsergroup({ id: 'S1', handle: 'crew', users: ['U1', 'U2'] });
    expect(await error('users.info', { user: 'U99' })).toBe('user_not_found');
    expect(await error('usergroups.users.list', { usergroup: 'S99' })).toBe('no_such_subteam');
    expect((await client.usergroups.users.list({ usergroup: 'S1' })).users).toEqual(['U1', 'U2']);
    expect((await client.conversations.members({ channel: 'C1' })).members).toEqual(['U1', 'U2', 'U0000BOT']);
    expect((await client.conversations.info({ channel: 'C2' })).channel).toMatchObject({ is_member: false });
    await client.conversations.join({ channel: 'C2' });
    expect((await client.users.conversations({})).channels?.map((one) => one.id)).toEqual(['C1', 'C2']);
  });

  it('cannot all be written to in private', async () => {
    slack.workspace.addUser({ id: 'U3', deleted: true });
    slack.workspace.addUser({ id: 'U9', team: 'T9', guest: 'stranger' });
    expect(await error('conversations.open', { users: 'U99' })).toBe('user_not_found');
    expect(await error('conversations.open', { users: 'U3' })).toBe('user_disabled');
    expect(await error('conversations.open', { users: 'U0000BOT' })).toBe('cannot_dm_bot');
    expect(await error('conversations.open', { users: 'U9' })).toBe('user_not_visible');
    const opened = await client.conversations.open({ users: 'U1' });
    expect(await client.conversations.open({ users: 'U1' })).toEqual(opened);
  });
});

describe('files', () => {
  it('come to those who may read them; others are led to a page to sign in', async () => {
    slack.tokens.grant('channels:history');
    const { file } = slack.user('U1').dropsFile('C1', { name: 'mail.eml', body: 'From: a@example.com' });
    slack.tokens.grant('files:read');
    expect(await error('files.info', { file: 'F99' })).toBe('file_not_found');
    const address = (await client.files.info({ file: file.id })).file?.url_private ?? '';
    const bearer = { headers: { authorization: `Bearer ${slack.botToken}` } };
    expect(await (await fetch(address, bearer)).text()).toBe('From: a@example.com');
    const stranger = await fetch(address);
    expect(stranger.status).toBe(200);
    expect(await stranger.text()).toContain('<!DOCTYPE html>');
  });
});
