// What the person at the page does, done at the Slack double.

import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { z } from 'zod';
import type { Exchange } from '../fakes/slack/people/exchange.ts';
import type { Person } from '../fakes/slack/people/person.ts';
import type { ShownMessage } from '../fakes/slack/shown.ts';
import type { Slack } from '../fakes/slack/slack.ts';

const touched = { action: z.string(), block: z.string(), chosen: z.unknown().optional() };
const onMessage = { place: z.string(), ts: z.string() };

const shape = z
  .discriminatedUnion('act', [
    z.object({ act: z.literal('type'), place: z.string(), line: z.string() }),
    z.object({ act: z.literal('touch-message'), ...onMessage, ...touched }),
    z.object({ act: z.literal('touch-view'), where: z.enum(['modal', 'home']), ...touched }),
    z.object({ act: z.literal('fill'), filled: z.record(z.string(), z.unknown()) }),
    z.object({ act: z.literal('submit'), filled: z.record(z.string(), z.unknown()) }),
    z.object({ act: z.literal('close') }),
    z.object({ act: z.literal('react'), ...onMessage, emoji: z.string(), away: z.boolean() }),
    z.object({ act: z.literal('shortcut'), name: z.string() }),
    z.object({ act: z.literal('message-shortcut'), ...onMessage, name: z.string() }),
    z.object({ act: z.literal('open-home') }),
    z.object({ act: z.literal('drop-mail') }),
    z.object({ act: z.literal('post-digest') }),
  ])
  .and(z.object({ user: z.string() }));

export type Act = z.infer<typeof shape>;
export const readAct = (body: unknown): Act => shape.parse(body);

type Outcome = { readonly trouble: string | null; readonly errors: Readonly<Record<string, string>> };

/** What Slack itself would say to it: its own complaints, and errors at a form's fields. */
export async function actOut(act: Act, slack: Slack, databaseFile: string): Promise<Outcome> {
  try {
    if (act.act === 'post-digest') return { trouble: await postDigest(slack, databaseFile), errors: {} };
    const exchange = await perform(act, slack.user(act.user));
    return { trouble: exchange?.trouble ?? null, errors: exchange?.errors ?? {} };
  } catch (error) {
    return { trouble: error instanceof Error ? error.message : String(error), errors: {} };
  }
}

async function perform(act: Exclude<Act, { act: 'post-digest' }>, person: Person): Promise<Exchange | null> {
  switch (act.act) {
    case 'type':
      return type(act, person);
    case 'touch-message':
      return act.chosen === undefined
        ? person.clicks(found(act, person), act.action, { block: act.block })
        : person.chooses(found(act, person), act.action, act.chosen, { block: act.block });
    case 'touch-view':
      return person.touches(act.where, act.action, act.chosen ?? null, { block: act.block });
    case 'fill':
      person.fills(act.filled);
      return null;
    case 'submit':
      return person.submits(act.filled);
    case 'close':
      return person.closes();
    case 'react':
      if (act.away) person.takesBack(found(act, person), act.emoji);
      else person.reacts(found(act, person), act.emoji);
      return null;
    case 'shortcut':
      return person.usesShortcut(act.name);
    case 'message-shortcut':
      return person.usesOnMessage(act.name, found(act, person));
    case 'open-home':
      person.opensHome();
      return null;
    case 'drop-mail':
      person.dropsFile(null, { name: 'thanks.eml', mimetype: 'message/rfc822', filetype: 'email', body: mail });
      return null;
    default:
      return act satisfies never;
  }
}

/** A line into a channel, or to Herald itself; a slash begins a command. */
async function type({ place, line }: Extract<Act, { act: 'type' }>, person: Person): Promise<Exchange | null> {
  if (line.startsWith('/')) return person.types(place === 'herald' ? person.directChannel() : place, line);
  if (place === 'herald') person.directMessages(line);
  else person.says(place, line);
  return null;
}

function found({ place, ts }: { readonly place: string; readonly ts: string }, person: Person): ShownMessage {
  const message = (place === 'herald' ? person.readsDirect() : person.reads(place)).find((one) => one.ts === ts);
  if (message === undefined) throw new Error('That message is gone.');
  return message;
}

const herald = fileURLToPath(new URL('../../src/herald.js', import.meta.url));

/** As an operator does it, beside the Herald that runs. Null when it went well. */
async function postDigest(slack: Slack, databaseFile: string): Promise<string | null> {
  const settings = {
    DATABASE_URL: `sqlite:${databaseFile}`,
    LOG_LEVEL: 'silent',
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_SIGNING_SECRET: slack.signingSecret,
    SLACK_API_URL: slack.apiUrl,
  };
  const { stdout } = await promisify(execFile)(process.execPath, [herald, 'digest', 'post'], {
    env: { PATH: process.env.PATH, ...settings },
  });
  return / is posted/.test(stdout) ? null : stdout.trim();
}

const mail = `From: Dana Weiss <dana@example.com>
To: herald@example.com
Subject: Fwd: The crib
Date: Mon, 16 Nov 2026 10:12:00 +0100
Message-ID: <crib@example.com>
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8

Ben, this one is yours!

---------- Forwarded message ---------
From: Grete Holm <grete@customer.example>
Date: Sun, Nov 15, 2026 at 8:40 PM
Subject: The crib
To: <shop@example.com>

Dear all,

we had ordered a crib and I was sure we would spend the evening cursing
at it. Then Ben Okafor, who brought it, asked whether he might put it up,
and showed our eldest how the screws work. She has not stopped talking
about it.

What a wonderful afternoon. Thank you!

Grete Holm
`.replaceAll('\n', '\r\n');
