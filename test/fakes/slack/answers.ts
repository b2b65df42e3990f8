// What the app says without the Web API: in the acknowledgement of a command, or to a response_url.

import { longestMessage } from './block-limits.ts';
import type { Thing } from './json.ts';
import type { Message } from './messages.ts';
import { acceptContents } from './methods/chat.ts';
import { refusalWithFaults } from './refusal.ts';
import type { Answering } from './response-urls.ts';
import type { State } from './state.ts';
import { bot } from './workspace.ts';

const known = [
  'text',
  'blocks',
  'attachments',
  'response_type',
  'replace_original',
  'delete_original',
  'thread_ts',
  'metadata',
  'mrkdwn',
  'unfurl_links',
  'unfurl_media',
];

/** Puts an answer where it belongs; throws SlackRefusal when Slack would not take it. */
export function placeAnswer(answer: Thing, to: Answering, state: State): Message | null {
  const unknown = Object.keys(answer).filter((key) => !known.includes(key));
  if (unknown.length > 0) {
    throw refusalWithFaults(
      'invalid_arguments',
      unknown.map((key) => `invalid additional property: ${key}`),
    );
  }
  if (answer.delete_original === true) {
    if (to.original !== null) state.remove(to.original);
    return null;
  }
  const written = acceptContents(answer, longestMessage);
  // After a button, Slack replaces the message unless told not to, or told whom a new one is for.
  const replaces = answer.replace_original ?? answer.response_type === undefined;
  if (to.original !== null && replaces === true) {
    state.edit(to.original, { text: written.text, blocks: written.blocks });
    return to.original;
  }
  const onlyFor = answer.response_type === 'in_channel' ? null : to.user;
  const threadTs = typeof answer.thread_ts === 'string' ? answer.thread_ts : null;
  return state.post({ channel: to.channel, user: bot.user, ...written, threadTs, onlyFor });
}
