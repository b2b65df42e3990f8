import { createHmac } from 'node:crypto';
import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { SECRET } from './workspace.ts';

export type Sending = { readonly type: 'form' | 'json'; readonly body: string };

export function form(fields: Readonly<Record<string, string>>): Sending {
  return { type: 'form', body: new URLSearchParams(fields).toString() };
}

export function json(payload: object): Sending {
  return { type: 'json', body: JSON.stringify(payload) };
}

const CONTENT = { form: 'application/x-www-form-urlencoded', json: 'application/json' } as const;

/** Connections of their own for each load: a bot that was held still meanwhile has given up the earlier ones. */
const connections = () => new Agent({ keepAlive: true, maxSockets: 64 });

/** Sends as Slack does, signed. Resolves to how long the whole answer took; rejects when that was not 200. */
function send(agent: Agent, url: string, { type, body }: Sending): Promise<number> {
  const began = performance.now();
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = createHmac('sha256', SECRET).update(`v0:${timestamp}:${body}`).digest('hex');
  return new Promise((resolve, reject) => {
    const outgoing = request(url, {
      method: 'POST',
      agent,
      headers: {
        'content-type': CONTENT[type],
        'content-length': Buffer.byteLength(body),
        'x-slack-request-timestamp': timestamp,
        'x-slack-signature': `v0=${signature}`,
      },
    });
    outgoing.on('error', reject);
    outgoing.on('response', (response) => {
      response.resume();
      response.on('end', () => {
        if (response.statusCode === 200) resolve(performance.now() - began);
        else reject(new Error(`The app answered ${response.statusCode}.`));
      });
    });
    outgoing.end(body);
  });
}

/** So many at a time, each sending the next as soon as its last one is answered. Resolves to all the times. */
export async function inTurns(url: string, sendings: readonly Sending[], atOnce: number): Promise<readonly number[]> {
  const left = sendings.values();
  const times: number[] = [];
  const agent = connections();
  const person = async () => {
    for (const one of left) times.push(await send(agent, url, one));
  };
  await Promise.all(Array.from({ length: atOnce }, person));
  agent.destroy();
  return times;
}

/** At a steady rate, whether the earlier ones are answered or not. Resolves to the times, in the order of sending. */
export async function atRate(url: string, sendings: readonly Sending[], perSecond: number): Promise<readonly number[]> {
  const began = performance.now();
  const agent = connections();
  const sent: Promise<number>[] = [];
  for (const [index, one] of sendings.entries()) {
    const wait = began + (index * 1000) / perSecond - performance.now();
    if (wait > 0) await pause(wait);
    const answered = send(agent, url, one);
    // Told of below, with all the others.
    answered.catch(() => undefined);
    sent.push(answered);
  }
  const times = await Promise.all(sent);
  agent.destroy();
  return times;
}
