// Triggers, modals and answering addresses: what Slack allows an app after a person did something, and for how long.

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Door, Heard, Sent } from './door.ts';
import type { Thing } from './json.ts';
import { sampleManifest, startSampleSlack } from './sample-app.ts';
import type { Slack } from './slack.ts';

const plain = (text: string) => ({ type: 'plain_text', text });
const input = (name: string, more: Thing = {}) => ({
  type: 'input',
  block_id: name,
  label: plain(name),
  element: { type: 'plain_text_input', action_id: name, ...more },
});
const modal = (title: string, ...blocks: Thing[]) => ({
  type: 'modal',
  title: plain(title),
  submit: plain('Send'),
  blocks: blocks.length > 0 ? blocks : [{ type: 'divider' }],
});

let slack: Slack;
const sent: Sent[] = [];
let answer: unknown = null;

/** An app that acknowledges everything, with what the test says. */
const door: Door = {
  async send(one): Promise<Heard> {
    sent.push(one);
    return { acknowledged: true, answer, failure: null, status: 200, milliseconds: 0, noRetry: false };
  },
};

beforeEach(async () => {
  sent.length = 0;
  answer = null;
  slack = await startSampleSlack(sampleManifest, 1, door);
});
afterEach(() => slack.stop());

const error = (method: string, args: Thing) => slack.call(method, args).error;

async function trigger(): Promise<string> {
  return (await slack.user('U1').usesShortcut('ring')).trigger;
}

describe('a trigger', () => {
  it('opens one modal, within three seconds', async () => {
    const id = await trigger();
    expect(slack.call('views.open', { trigger_id: id, view: modal('One') }).ok).toBe(true);
    expect(error('views.open', { trigger_id: id, view: modal('Two') })).toBe('exchanged_trigger_id');

    const late = await trigger();
    slack.clock.skip(3001);
    expect(error('views.open', { trigger_id: late, view: modal('Late') })).toBe('expired_trigger_id');
    expect(error('views.open', { trigger_id: '1.2.3', view: modal('Made up') })).toBe('invalid_trigger_id');
    expect(error('views.open', { view: modal('None') })).toBe('invalid_arguments');
    expect(slack.user('U1').modal()?.title).toBe('One');
  });

  it('is not spent on a view that Slack refuses', async () => {
    const id = await trigger();
    expect(error('views.open', { trigger_id: id, view: { type: 'modal' } })).toBe('invalid_arguments');
    expect(slack.call('views.open', { trigger_id: id, view: modal('Right') }).ok).toBe(true);
  });
});

describe('a modal', () => {
  const open = async (...blocks: Thing[]) =>
    slack.call('views.open', { trigger_id: await trigger(), view: modal('First', ...blocks) }).view as {
      id: string;
      hash: string;
    };

  it('can have two more on top, and is found by its id or its external id', async () => {
    expect(error('views.push', { trigger_id: await trigger(), view: modal('On nothing') })).toBe('not_found');
    await open();
    for (const title of ['Second', 'Third']) {
      expect(slack.call('views.push', { trigger_id: await trigger(), view: modal(title) }).ok).toBe(true);
    }
    expect(error('views.push', { trigger_id: await trigger(), view: modal('Fourth') })).toBe('push_limit_reached');
    expect(error('views.update', { view_id: 'V99', view: modal('x') })).toBe('not_found');
    await slack.user('U1').closes();
    expect(slack.user('U1').modal()?.title).toBe('Second');
    const named = { ...modal('Named'), external_id: 'mine' };
    expect(slack.call('views.open', { trigger_id: await trigger(), view: named }).ok).toBe(true);
    expect(error('views.push', { trigger_id: await trigger(), view: named })).toBe('duplicate_external_id');
    expect(slack.call('views.update', { external_id: 'mine', view: modal('Renamed') }).ok).toBe(true);
  });

  it('keeps what was typed through an update, where block and action stay the same', async () => {
    const { id, hash } = await open(input('words'), input('more'));
    const ana = slack.user('U1');
    ana.fills({ words: 'kept', more: 'lost' });
    expect(
      slack.call('views.update', { view_id: id, hash, view: modal('First', input('words'), input('other')) }).ok,
    ).toBe(true);
    expect(ana.standsIn('words')).toBe('kept');
    expect(() => ana.standsIn('more')).toThrow('No field called "more"');
    expect(error('views.update', { view_id: id, hash, view: modal('Stale') })).toBe('hash_conflict');
    slack.call('views.update', { view_id: id, view: modal('First', input('words'), input('more')) });
    expect([ana.standsIn('words'), ana.standsIn('more')]).toEqual(['kept', null]);
  });

  it('is held back for what is missing, too short or too long', async () => {
    await open(input('words', { min_length: 3, max_length: 5 }));
    const ana = slack.user('U1');
    await expect(ana.submits()).rejects.toThrow('words is required');
    await expect(ana.submits({ words: 'ab' })).rejects.toThrow('words needs 3 characters');
    await expect(ana.submits({ words: 'abcdef' })).rejects.toThrow('words takes 5 characters');
    expect(sent.map((one) => one.payload.type)).toEqual(['shortcut']);
    await ana.submits({ words: 'abcd' });
    expect(sent.at(-1)?.payload).toMatchObject({
      type: 'view_submission',
      user: { id: 'U1', name: 'ana' },
      view: { state: { values: { words: { words: { type: 'plain_text_input', value: 'abcd' } } } } },
    });
  });

  it('shows errors only under its own inputs, and does as the answer says', async () => {
    await open(input('words'));
    const ana = slack.user('U1');
    answer = { response_action: 'errors', errors: { nowhere: 'Oh.' } };
    expect((await ana.submits({ words: 'x' })).trouble).toMatch(/trouble connecting/);
    answer = { response_action: 'errors', errors: { words: 'Oh.' } };
    expect(await ana.submits()).toMatchObject({ trouble: null, errors: { words: 'Oh.' } });
    answer = { response_action: 'push', view: modal('Second', input('again')) };
    await ana.submits();
    expect(ana.modal()?.title).toBe('Second');
    answer = { response_action: 'update', view: { type: 'modal' } };
    expect((await ana.submits({ again: 'y' })).trouble).toMatch(/trouble connecting/);
    answer = { response_action: 'clear' };
    await ana.submits();
    expect(ana.modal()).toBeNull();
    expect(slack.calls.refused().map((call) => call.outcome)).toEqual(['invalid_errors', 'invalid_arguments']);
  });

  it('offers the options that the app sends while someone types', async () => {
    await open({ ...input('place'), element: { type: 'external_select', action_id: 'place', min_query_length: 2 } });
    const ana = slack.user('U1');
    await expect(ana.searches('place', 'd')).rejects.toThrow('only from 2 characters on');
    answer = { options: [{ text: plain('Front desk'), value: 'desk' }] };
    expect(await ana.searches('place', 'de')).toEqual(['desk']);
    expect(sent.at(-1)?.payload).toMatchObject({ type: 'block_suggestion', action_id: 'place', value: 'de' });
    answer = { options: [{ text: plain('x'.repeat(76)), value: 'desk' }] };
    await expect(ana.searches('place', 'de')).rejects.toThrow('must be less than 76 characters');
    answer = { options: ['desk'] };
    await expect(ana.searches('place', 'de')).rejects.toThrow('The menu stays empty');
  });

  it('takes people, options and dates as Slack tells them', async () => {
    const option = (value: string) => ({ text: plain(value), value });
    await open(
      {
        type: 'input',
        block_id: 'who',
        label: plain('Who'),
        element: { type: 'multi_users_select', action_id: 'who' },
      },
      {
        type: 'section',
        block_id: 'lane',
        text: plain('Lane'),
        accessory: { type: 'static_select', action_id: 'lane', options: [option('win'), option('recovery')] },
      },
    );
    const ana = slack.user('U1');
    await ana.touches('modal', 'lane', 'win');
    expect(sent.at(-1)?.payload).toMatchObject({
      type: 'block_actions',
      container: { type: 'view' },
      actions: [{ action_id: 'lane', block_id: 'lane', type: 'static_select', selected_option: option('win') }],
    });
    await expect(ana.touches('modal', 'lane', 'loss')).rejects.toThrow('"loss" is not offered');
    await ana.submits({ who: ['U1', 'U2'] });
    expect(sent.at(-1)?.payload).toMatchObject({
      view: {
        state: {
          values: {
            who: { who: { selected_users: ['U1', 'U2'] } },
            lane: { lane: { selected_option: option('win') } },
          },
        },
      },
    });
  });
});

describe('a Home tab', () => {
  const home = { type: 'home', blocks: [{ type: 'section', text: plain('Hello') }] };

  it('stands where the manifest has one', async () => {
    expect(slack.call('views.publish', { user_id: 'U1', view: home }).ok).toBe(true);
    expect(slack.user('U1').home()?.text).toBe('Hello');
    expect(error('views.publish', { user_id: 'U99', view: home })).toBe('user_not_found');
    expect(error('views.publish', { user_id: 'U1', view: modal('No home') })).toBe('invalid_arguments');
    const without = await startSampleSlack({ ...sampleManifest, features: {} });
    expect(without.call('views.publish', { user_id: 'U1', view: home }).error).toBe('not_enabled');
    await without.stop();
  });
});

describe('an answering address', () => {
  const respond = async (url: string, body: Thing) => {
    const response = await fetch(url, { method: 'POST', body: JSON.stringify(body) });
    return `${response.status} ${((await response.json()) as { error?: string }).error ?? 'ok'}`;
  };
  const commandUrl = async () => {
    await slack.user('U1').types('C2', '/ring');
    return String(sent.at(-1)?.payload.response_url);
  };

  it('takes five answers, within half an hour', async () => {
    const url = await commandUrl();
    for (let use = 1; use <= 5; use += 1) expect(await respond(url, { text: `${use}` })).toBe('200 ok');
    expect(await respond(url, { text: '6' })).toBe('404 used_url');
    const later = await commandUrl();
    slack.clock.skip(30 * 60_000 + 1);
    expect(await respond(later, { text: 'x' })).toBe('404 expired_url');
    expect(await respond(`${later}x`, { text: 'x' })).toBe('404 expired_url');
    expect(
      slack
        .user('U1')
        .reads('C2')
        .map((one) => one.text),
    ).toEqual(['1', '2', '3', '4', '5']);
  });

  it('leaves others’ conversations with the app out of sight', async () => {
    await slack.user('U1').types('C2', '/ring');
    slack.call('chat.postMessage', { channel: 'U2', text: 'for Ben' });
    const [forBen] = slack.user('U2').readsDirect();
    expect(forBen?.text).toBe('for Ben');
    expect(slack.user('U1').reads(forBen?.channel ?? '')).toEqual([]);
    const exchange = await slack.user('U1').types('C2', '/ring');
    slack.call('chat.postMessage', { channel: 'U2', text: 'for Ben again' });
    expect(exchange.messages()).toEqual([]);
  });

  it('answers in private, unless told to answer everyone', async () => {
    const url = await commandUrl();
    await respond(url, { text: 'for you' });
    await respond(url, { text: 'for all', response_type: 'in_channel' });
    expect(
      slack
        .user('U2')
        .reads('C2')
        .map((one) => one.text),
    ).toEqual(['for all']);
  });

  it('refuses what has no words, or bad blocks, or fields that it does not know', async () => {
    const url = await commandUrl();
    expect(await respond(url, { blocks: [] })).toBe('400 no_text');
    expect(await respond(url, { text: 'x', blocks: [{ type: 'nothing' }] })).toBe('400 invalid_blocks');
    expect(await respond(url, { text: 'x', colour: 'red' })).toBe('400 invalid_arguments');
  });

  it('replaces or removes the message whose button was pressed; of a private one, Slack tells no words', async () => {
    const button = { type: 'button', action_id: 'more', text: plain('More'), value: 'v' };
    const blocks = [{ type: 'actions', block_id: 'a', elements: [button] }];
    slack.call('chat.postMessage', { channel: 'C1', text: 'public', blocks });
    slack.call('chat.postEphemeral', { channel: 'C1', user: 'U1', text: 'private', blocks });
    const ana = slack.user('U1');
    const [open, secret] = ana.reads('C1');
    await ana.clicks(open!, 'More');
    expect(sent.at(-1)?.payload).toMatchObject({
      message: { text: 'public' },
      container: { is_ephemeral: false },
      actions: [{ action_id: 'more', block_id: 'a', value: 'v', type: 'button' }],
    });
    await respond(String(sent.at(-1)?.payload.response_url), { text: 'changed', replace_original: true });
    await ana.clicks(secret!, 'More');
    expect(sent.at(-1)?.payload).toMatchObject({ container: { is_ephemeral: true } });
    expect(sent.at(-1)?.payload).not.toHaveProperty('message');
    await respond(String(sent.at(-1)?.payload.response_url), { delete_original: true });
    expect(ana.reads('C1').map((one) => one.text)).toEqual(['changed']);
    await expect(ana.clicks(secret!, 'More')).rejects.toThrow('cannot see that message');
  });
});

describe('what the manifest does not have', () => {
  it('people cannot use', async () => {
    const ana = slack.user('U1');
    await expect(ana.types('C1', '/unknown x')).rejects.toThrow('/unknown is not a valid command.');
    await expect(ana.usesShortcut('ring_about')).rejects.toThrow('no global shortcut ring_about');
    const mute = await startSampleSlack({ ...sampleManifest, settings: {} }, 1, door);
    await expect(mute.user('U1').usesShortcut('ring')).rejects.toThrow('not configured to handle interactive');
    await mute.stop();
    const state = { ...sampleManifest.features.app_home, messages_tab_read_only_enabled: true };
    const shut = await startSampleSlack({
      ...sampleManifest,
      features: { ...sampleManifest.features, app_home: state },
    });
    expect(() => shut.user('U1').directMessages('hello')).toThrow('has been turned off');
    await shut.stop();
  });
});
