import type { ErrorRequestHandler, Response } from 'express';
import { LedgerUnavailable } from '../../src/ports.ts';
import type { Refusal } from '../../src/views.ts';
import { plainPen } from '../../src/wording/pen.ts';
import { refusalSentence } from '../../src/wording/refusals.ts';
import { mailTooBig } from './channel-page.ts';
import { Away, NobodyHere, Unreadable } from './faults.ts';

/** Answers each fault with what to do next; `onFault` hears of those that are nobody's but ours. */
export function answerFaults(onFault: (error: unknown) => void): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) return next(error);
    if (error instanceof LedgerUnavailable || error instanceof Away) return notStored(response, wordsIn(request.body));
    if (error instanceof Unreadable) return void response.status(400).json({ error: error.message });
    if (error instanceof NobodyHere) return void response.status(404).json({ error: error.message });
    const status = clientFault(error);
    if (status !== null) return void response.status(status).json({ error: readingFault(status, request.path) });
    onFault(error);
    response.status(500).json({ error: 'Something went wrong in Herald. Your words are still here; try again.' });
  };
}

function notStored(response: Response, words: string): void {
  const refusal: Refusal = { type: 'refusal', reason: 'not-stored-yet', words };
  const error = refusalSentence(refusal, plainPen('UTC'));
  response.status(503).set('Retry-After', '1').json({ error, view: refusal });
}

function wordsIn(body: unknown): string {
  const { do: asked } = (body ?? {}) as { do?: { text?: unknown; words?: unknown } };
  const words = asked?.text ?? asked?.words;
  return typeof words === 'string' ? words : '';
}

/** The status of an error that the body parsers blame on the request. */
function clientFault(error: unknown): number | null {
  const status = error instanceof Error && 'status' in error ? error.status : null;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : null;
}

export function readingFault(status: number, path: string): string {
  if (status !== 413) return 'This request cannot be read. Reload the page and try again.';
  if (!path.endsWith('/mail')) return 'This is more than the page can send at once. Shorten it and try again.';
  return mailTooBig;
}
