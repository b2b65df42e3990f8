import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { RequestHandler } from 'express';
import { plainText } from '../../src/wording/plain.ts';
import { type House, open } from './house.ts';
import { identity, readSaving } from './read.ts';

/** All of the company as a file, which the browser saves. */
export function savesEverything(house: () => House | null): RequestHandler {
  return async (request, response) => {
    const { as, what } = readSaving(request.query);
    const written = await open(house).core.writeOut(identity(as), what);
    if ('type' in written) {
      response.status(403).json({ error: plainText(written) });
      return;
    }
    response.attachment(what === 'all' ? 'herald-export.jsonl' : 'herald-about-me.jsonl').type('application/jsonl');
    try {
      await pipeline(Readable.from(written), response);
    } catch (error) {
      // Whoever saves it may have had enough.
      if (!response.destroyed) throw error;
    }
  };
}
