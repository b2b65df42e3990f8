// Real Bolt against the double, over HTTP and over Socket Mode: what people do reaches the app, and what the app does
// reaches people.

import type { App } from '@slack/bolt';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Running, startOverHttp, startOverSockets, startSampleSlack } from './sample-app.ts';
import type { Slack } from './slack.ts';

const button = (label: string, action: string) => ({
  type: 'button' as const,
  text: { type: 'plain_text' as const, text: label },
  action_id: action,
});

const form = (title: string, initial = '') => ({
  type: 'modal' as const,
  callback_id: 'form',
  notify_on_close: true,
  title: { type: 'plain_text' as const, text: title },
  submit: { type: 'plain_text' as const, text: 'Send' },
  blocks: [
    {
      type: 'input' as const,
      block_id: 'words',
      label: { type: 'plain_text' as const, text: 'Words' },
      element: {
        type: 'plain_text_input' as const,
        action_id: 'words',
        ...(initial === '' ? {} : { initial_value: initial }),
      },
    },
    {
      type: 'input' as const,
      block_id: 'who',
      optional: true,
      label: { type: 'plain_text' as const, text: 'Who' },
      element: { type: 'multi_users_select' as const, action_id: 'who' },
    },
  ],
});

/** Knows a command, a button, a form, events; remembers what it heard. */
function teach(heard: string[]) {
  return (app: App) => {
    app.command('/ring', async ({ command, ack, respond }) => {
      heard.push(command.text);
      await ack();
      const actions = { type: 'actions' as const, elements: [button('Louder', 'louder'), button('Form', 'form')] };
      const words = { type: 'section' as const, text: { type: 'mrkdwn' as const, text: `*Rang* ${command.text}` } };
      await respond({ text: `Rang ${command.text}`, blocks: [words, actions] });
    });
    app.command('/plain', async ({ command, ack }) => {
      heard.push(command.text);
      await ack(`Heard ${command.text}`);
    });
    app.action('louder', async ({ ack, respond }) => {
      await ack();
      await respond({ text: 'RANG', replace_original: true });
    });
    app.action('form', async ({ ack, body, client }) => {
      await ack();
      if ('trigger_id' in body) await client.views.open({ trigger_id: body.trigger_id, view: form('Ring') });
    });
    app.view('form', async ({ ack, view, body, client }) => {
      const words = view.state.values.words?.words?.value ?? '';
      if (words === 'no') return ack({ response_action: 'errors', errors: { words: 'Say more.' } });
      await ack();
      const who = view.state.values.who?.who?.selected_users?.join() ?? '';
      await client.chat.postMessage({ channel: body.user.id, text: `Got ${words} for ${who}` });
    });
    app.view({ callback_id: 'form', type: 'view_closed' }, async ({ ack }) => {
      heard.push('closed');
      await ack();
    });
    app.shortcut('ring', async ({ ack, shortcut, client }) => {
      await ack();
      await client.views.open({ trigger_id: shortcut.trigger_id, view: form('Short') });
    });
    app.shortcut('ring_about', async ({ ack, shortcut, client }) => {
      await ack();
      const quoted = 'message' in shortcut ? (shortcut.message.text ?? '') : '';
      await client.views.open({ trigger_id: shortcut.trigger_id, view: form('About', quoted) });
    });
    app.event('app_mention', async ({ event, say }) => {
      await say({ text: `You said ${event.text}`, thread_ts: event.ts });
    });
    app.message(async ({ message }) => {
      if ('text' in message) heard.push(`${message.channel_type}: ${message.text}`);
    });
    app.event('app_home_opened', async ({ event, client }) => {
      const text = { type: 'mrkdwn' as const, text: 'At home' };
      await client.views.publish({ user_id: event.user, view: { type: 'home', blocks: [{ type: 'section', text }] } });
    });
    app.event('reaction_added', async ({ event }) => void heard.push(`reaction ${event.reaction}`));
  };
}

describe.each([
  { door: 'HTTP', start: startOverHttp },
  { door: 'Socket Mode', start: startOverSockets },
])('over $door', ({ start }) => {
  let slack: Slack;
  let running: Running;
  const heard: string[] = [];

  beforeEach(async () => {
    heard.length = 0;
    slack = await startSampleSlack();
    running = await start(slack, teach(heard));
  });
  afterEach(async () => {
    await running.stop();
    await slack.stop();
  });

  it('a command is answered in private, and its buttons work', async () => {
    const ana = slack.user('U1');
    const rang = await ana.types('C2', '/ring @ben for <b> & more');
    expect(rang.trouble).toBeNull();
    expect(heard).toEqual(['<@U2|ben> for &lt;b&gt; &amp; more']);

    const seen = await rang.message();
    expect(seen).toMatchObject({ privately: true, fallback: 'Rang @Ben for <b> & more', notifies: [] });
    expect(seen.text).toBe('*Rang* @Ben for <b> & more\nLouder\nForm');
    expect(slack.user('U2').reads('C2')).toEqual([]);

    const louder = await ana.clicks(seen, 'Louder');
    expect((await louder.message()).text).toBe('RANG');
    expect(ana.reads('C2').map((one) => one.text)).toEqual(['RANG']);
  });

  it('a command that does not escape gets plain names, and its acknowledgement is shown', async () => {
    const exchange = await slack.user('U1').types('C1', '/plain @ben & <co>');
    expect(heard).toEqual(['@ben & <co>']);
    expect((await exchange.message()).text).toContain('Heard @ben');
  });

  it('a form opens, holds people up for what is missing, shows errors and is sent', async () => {
    const ana = slack.user('U1');
    const opened = await (await ana.usesShortcut('ring')).modal();
    expect(opened.title).toBe('Short');
    await expect(ana.submits()).rejects.toThrow('words is required');

    const refused = await ana.submits({ words: 'no', who: ['U2'] });
    expect(refused.errors).toEqual({ words: 'Say more.' });
    expect(ana.standsIn('words')).toBe('no');

    const sent = await ana.submits({ words: 'well done' });
    expect(ana.modal()).toBeNull();
    expect((await sent.message()).text).toBe('Got well done for U2');
    expect(ana.readsDirect()).toHaveLength(1);
  });

  it('a message shortcut brings the message, and closing the form is told', async () => {
    const ana = slack.user('U1');
    const said = slack.user('U2').says('C1', 'Saved the day');
    await (await ana.usesOnMessage('ring_about', said)).modal();
    expect(ana.standsIn('words')).toBe('Saved the day');
    await ana.closes();
    expect(heard).toContain('closed');
    expect(ana.modal()).toBeNull();
  });

  it('events come for what the manifest asks and its scopes allow', async () => {
    const ana = slack.user('U1');
    const said = ana.says('C1', 'only people read this');
    expect(ana.reacts(said, 'tada')).toBeNull();
    ana.directMessages('hello');
    ana.mentions('C1', 'ring');
    ana.opensHome();
    await slack.events.settled();
    await expect.poll(() => ana.home()?.text).toBe('At home');
    await expect.poll(() => ana.reads('C1').at(-1)?.text).toBe('You said @Bell ring');
    expect(heard).toEqual(['im: hello']);

    slack.tokens.grant('channels:history', 'reactions:read');
    const again = ana.says('C1', 'now the app reads too');
    await ana.reacts(again, 'tada')?.settled;
    ana.says('C2', 'it is not in here');
    await slack.events.settled();
    expect(heard).toEqual(['im: hello', 'channel: now the app reads too', 'reaction tada']);
  });
});
