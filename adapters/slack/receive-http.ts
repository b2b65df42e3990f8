import type { RequestHandler, Response } from 'express';
import { type Clock, LedgerUnavailable } from '../../src/ports.ts';
import { parseBody, readBody } from './body.ts';
import type { Dispatch, Outcome, Retry } from './dispatch.ts';
import { readEnvelope } from './envelope.ts';
import { REQUEST_BYTES } from './limits.ts';
import { isFresh, isSigned } from './signature.ts';

/**
 * `POST /slack/events`: everything Slack sends. Nothing unsigned is read beyond its bound or parsed at all, and Slack
 * hears 200 only of what is stored.
 */
export function receiveHttp(options: {
  readonly secret: string;
  readonly clock: Clock;
  readonly dispatch: Dispatch;
  readonly onFault: (error: unknown) => void;
}): RequestHandler {
  const { secret, clock, dispatch, onFault } = options;
  return async (request, response) => {
    const timestamp = request.get('x-slack-request-timestamp');
    const signature = request.get('x-slack-signature');
    if (!isFresh(timestamp, Date.parse(clock.now())) || signature === undefined) return refuse(response, 401);
    const body = await readBody(request, REQUEST_BYTES).catch(() => null);
    if (body === null) return refuse(response, 413);
    if (!isSigned(secret, timestamp, body, signature)) return refuse(response, 401);

    const payload = parseBody(body, request.get('content-type'));
    const challenge = challengeIn(payload);
    if (challenge !== null) return void response.type('text').send(challenge);
    const envelope = readEnvelope(payload);
    if (envelope === null) return refuse(response, 400);
    const outcome = await dispatch(envelope, retryOf(request.headers));
    if (outcome.kind === 'failed' && !(outcome.error instanceof LedgerUnavailable)) onFault(outcome.error);
    answer(response, outcome);
  };
}

/** Closing the connection leaves the rest of a body unread. */
function refuse(response: Response, status: number): void {
  response.status(status).set('Connection', 'close').end();
}

/**
 * Without Express's own way to send JSON, whose ETag nobody asks for and which takes as long as all that Bolt does; and
 * with its length, so that it goes out in one piece.
 */
function answer(response: Response, outcome: Outcome): void {
  if (outcome.kind === 'acknowledged' && outcome.response !== undefined && outcome.response !== '') {
    const body = Buffer.from(JSON.stringify(outcome.response));
    response
      .writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': body.length })
      .end(body);
  } else {
    response.writeHead(statusOf(outcome)).end();
  }
}

/** Slack sends events again that got no 200; 503 says that it is worth it. */
function statusOf(outcome: Outcome): number {
  switch (outcome.kind) {
    case 'acknowledged':
      return 200;
    case 'unanswered':
      return 404;
    case 'failed':
      return outcome.error instanceof LedgerUnavailable ? 503 : 500;
    default:
      return outcome satisfies never;
  }
}

/** Slack asks once whether the address is ours, and now and then whether its certificate is good. */
function challengeIn(payload: unknown): string | null {
  if (typeof payload !== 'object' || payload === null) return null;
  if ('type' in payload && payload.type === 'url_verification' && 'challenge' in payload) {
    return typeof payload.challenge === 'string' ? payload.challenge : null;
  }
  return 'ssl_check' in payload ? '' : null;
}

function retryOf(headers: Readonly<Record<string, unknown>>): Retry {
  const num = headers['x-slack-retry-num'];
  const reason = headers['x-slack-retry-reason'];
  return {
    ...(typeof num === 'string' && /^\d{1,3}$/.test(num) ? { num: Number(num) } : {}),
    ...(typeof reason === 'string' ? { reason } : {}),
  };
}
