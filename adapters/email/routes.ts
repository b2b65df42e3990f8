import { createHash, timingSafeEqual } from 'node:crypto';
import type { Express, Request, Response } from 'express';
import { createIncoming, type Room } from './incoming.ts';
import { MAX_MAIL_BYTES } from './limits.ts';
import { type Outcome, type Reception, tooBig } from './reception.ts';

type Parts = {
  readonly secret: string;
  /** Null while the door is closed. */
  readonly reception: () => Reception | null;
  readonly onRefused: (door: 'webhook', outcome: Outcome) => void;
  readonly onFault: (error: unknown) => void;
};

/** Takes raw mail from a provider that receives it: 200 once the praise is durable, 503 when it has to come again. */
export function mountRoutes(app: Express, { secret, reception, onRefused, onFault }: Parts): void {
  const room: Room = { held: 0 };
  app.post('/email/inbound', async (request, response) => {
    // Whoever does not know the secret does not get to send anything.
    if (!isBearer(request.get('authorization'), secret)) answer(response, [401, 'Who is this?']);
    else answer(response, await outcomeOf(request).then(statusOf, () => LATER));
  });

  async function outcomeOf(request: Request): Promise<Outcome> {
    const open = reception();
    if (open === null) return { outcome: 'later', why: 'closed' };
    if (Number(request.get('content-length') ?? 0) > MAX_MAIL_BYTES) return tooBig();
    try {
      const outcome = await receive(request, open, room);
      if (outcome.outcome !== 'taken') onRefused('webhook', outcome);
      return outcome;
    } catch (error) {
      // Whoever hung up in the middle hears nothing anyway.
      if (request.complete) onFault(error);
      throw error;
    }
  }
}

type Answer = readonly [status: number, words: string];

const LATER: Answer = [503, 'Not stored. Please try again later.'];

async function receive(request: Request, reception: Reception, room: Room): Promise<Outcome> {
  const incoming = createIncoming(reception, room);
  try {
    for await (const piece of request) incoming.add(piece as Buffer);
    const whole = await incoming.whole();
    return whole instanceof Uint8Array ? await reception.receive({ raw: whole, from: null }) : whole;
  } finally {
    incoming.release();
  }
}

function statusOf(outcome: Outcome): Answer {
  switch (outcome.outcome) {
    case 'taken':
      return [200, 'Taken in.'];
    case 'later':
      return LATER;
    case 'refused':
      if (outcome.why === 'too-big') return [413, outcome.words];
      return [outcome.why === 'unreadable' ? 422 : 403, outcome.words];
    default:
      return outcome satisfies never;
  }
}

function answer(response: Response, [status, words]: Answer): void {
  if (status === 401) response.set('www-authenticate', 'Bearer');
  // Nobody waits for the rest of what was refused before it was read.
  if (status === 401 || status === 413) response.set('connection', 'close');
  if (status === 503) response.set('retry-after', '60');
  response.status(status).type('text').send(`${words}\n`);
}

/** Compared in the same time whatever was sent, so that nobody finds the secret letter by letter. */
function isBearer(header: string | undefined, secret: string): boolean {
  const given = /^Bearer ([^\s]{1,1024})$/i.exec(header ?? '')?.[1] ?? '';
  return timingSafeEqual(digest(given), digest(secret));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
