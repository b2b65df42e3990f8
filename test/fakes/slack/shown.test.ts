// What people read, and whom a message calls.

import { describe, expect, it } from 'vitest';
import { createClock } from './clock.ts';
import type { Thing } from './json.ts';
import { createMessages, type NewMessage } from './messages.ts';
import { showMessage } from './shown.ts';
import { commandText, composed } from './typing.ts';
import { bot, createWorkspace } from './workspace.ts';

const workspace = createWorkspace('Bell');
workspace.addUser({ id: 'U1', name: 'ana', displayName: 'Ana' });
workspace.addUsergroup({ id: 'S1', handle: 'crew' });
workspace.addChannel({ id: 'C1', name: 'general' });

function show(given: Partial<NewMessage>) {
  return showMessage(
    createMessages(createClock()).post({ channel: 'C1', user: bot.user, text: '', ...given }),
    workspace,
  );
}

const mrkdwn = (text: string, more: Thing = {}) => ({ type: 'section', text: { type: 'mrkdwn', text, ...more } });
const plain = (text: string) => ({ type: 'section', text: { type: 'plain_text', text } });

describe('a message', () => {
  it.each<[string, Partial<NewMessage>, readonly string[]]>([
    ['a user', { text: 'Hi <@U1>' }, ['@U1']],
    ['a user with a label', { text: 'Hi <@U1|ana>' }, ['@U1']],
    ['a group', { text: '<!subteam^S1|@crew>' }, ['@S1']],
    ['everyone', { text: '<!channel> <!here> <!everyone>' }, ['@channel', '@here', '@everyone']],
    ['a user in a block', { text: 'x', blocks: [mrkdwn('<@U1>')] }, ['@U1']],
    ['a user in the fallback alone', { text: '<@U1>', blocks: [mrkdwn('x')] }, ['@U1']],
    [
      'a user among small print',
      { text: 'x', blocks: [{ type: 'context', elements: [{ type: 'mrkdwn', text: '<@U1>' }] }] },
      ['@U1'],
    ],
    [
      'in rich text',
      {
        text: 'x',
        blocks: [
          {
            type: 'rich_text',
            elements: [
              {
                type: 'rich_text_quote',
                elements: [
                  { type: 'user', user_id: 'U1' },
                  { type: 'broadcast', range: 'here' },
                ],
              },
            ],
          },
        ],
      },
      ['@U1', '@here'],
    ],
    ['by plain names, when asked to link them', { text: '@channel', namesLinked: true }, ['@channel']],
  ])('calls %s', (_name, given, notifies) => {
    expect(show(given).notifies).toEqual(notifies);
  });

  it.each<[string, Partial<NewMessage>]>([
    ['escaped marks', { text: '&lt;!channel&gt; &lt;@U1&gt;' }],
    ['plain names', { text: '@ana @channel' }],
    ['channels, links and dates', { text: '<#C1> <https://example.com|here> <!date^1^{date}|today>' }],
    ['plain text in blocks', { text: 'x', blocks: [plain('<!channel> <@U1>')] }],
    ['a private message', { text: '<@U1> <!channel>', onlyFor: 'U1' }],
  ])('calls nobody by %s', (_name, given) => {
    expect(show(given).notifies).toEqual([]);
  });

  it('may call everyone where Slack parses by itself, unless told to be verbatim', () => {
    expect(show({ text: 'x', blocks: [mrkdwn('@here')] }).mayNotify).toEqual(['@here']);
    expect(show({ text: 'x', blocks: [mrkdwn('@here', { verbatim: true })] }).mayNotify).toEqual([]);
  });

  it('reads as people read it', () => {
    const text = '<@U1> in <#C1> said &lt;3 &amp;amp; <https://example.com?a=1&amp;b=2|look>, <!subteam^S1>';
    expect(show({ text }).text).toBe('@Ana in #general said <3 &amp; look, @crew');
    expect(show({ text: 'short', blocks: [mrkdwn('*long*'), plain('<b>')] })).toMatchObject({
      text: '*long*\n<b>',
      fallback: 'short',
    });
  });
});

describe('typing', () => {
  it('makes mentions of names that exist, and escapes the rest', () => {
    expect(composed('@ana & @crew in #general: <b> @nobody @here', workspace)).toBe(
      '<@U1> &amp; <!subteam^S1> in <#C1|general>: &lt;b&gt; @nobody <!here>',
    );
    expect(composed('mail ana@example.com', workspace)).toBe('mail ana@example.com');
  });

  it('a command does so only with should_escape, and only for names picked from the list', () => {
    const line = '@ana and @crew, see https://example.com & <b>';
    const escaped = '<@U1|ana> and <!subteam^S1|@crew>, see <https://example.com> &amp; &lt;b&gt;';
    expect(commandText(line, true, false, workspace)).toBe(escaped);
    expect(commandText(line, false, false, workspace)).toBe(line);
    expect(commandText(line, true, true, workspace)).toBe('@ana and @crew, see <https://example.com> &amp; &lt;b&gt;');
    expect(commandText('<@U1> hi', true, false, workspace)).toBe('<@U1|ana> hi');
    expect(commandText('<@U1> hi', false, false, workspace)).toBe('@ana hi');
  });
});
