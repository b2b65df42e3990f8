import type { RequestHandler, Response } from 'express';
import { LedgerUnavailable } from '../../src/ports.ts';
import { parseObject, readBody } from './body.ts';
import { ACTIVITY_BYTES } from './limits.ts';
import { type Activity, readActivity, tenantOf } from './read.ts';
import type { InvokeAnswer, TeamsService } from './service.ts';

/** Whoever sends something that is not signed is told nothing else about it. */
const SIGNED = /^Bearer [\w-]+\.[\w-]+\.[\w-]+$/;

/**
 * `POST /api/messages`: everything Teams sends. Nothing is read beyond its bound, nothing is handled that Teams did not
 * sign or that is of another tenant, and Teams hears 200 only of what is stored.
 */
export function receive(options: {
  readonly teams: TeamsService;
  /** Null takes any tenant's, from whoever sends it: in a local playground alone. */
  readonly tenant: string | null;
  readonly dispatch: (activity: Activity) => Promise<InvokeAnswer | null>;
  readonly onFault: (error: unknown) => void;
}): RequestHandler {
  const { teams, tenant, dispatch, onFault } = options;
  return async (request, response) => {
    const authorization = request.get('authorization') ?? '';
    if (tenant !== null && !SIGNED.test(authorization)) return refuse(response, 401);
    const body = await readBody(request, ACTIVITY_BYTES).catch(() => null);
    if (body === null) return refuse(response, 413);
    const sent = parseObject(body);
    const activity = readActivity(sent);
    if (sent === null || activity === null || activity.channelId !== 'msteams') return refuse(response, 400);
    try {
      let foreign = false;
      const heard = await teams.hear(authorization, sent, async () => {
        foreign = tenant !== null && tenantOf(activity) !== tenant;
        return foreign ? null : dispatch(activity);
      });
      if (foreign) return refuse(response, 403);
      response.status(heard.status);
      if (heard.body === undefined) response.end();
      else response.json(heard.body);
    } catch (error) {
      if (!(error instanceof LedgerUnavailable)) onFault(error);
      // Teams sends nothing again by itself, but whoever looks at what it logs sees why.
      refuse(response, error instanceof LedgerUnavailable ? 503 : 500);
    }
  };
}

/** Closing the connection leaves the rest of a body unread. */
function refuse(response: Response, status: number): void {
  response.status(status).set('Connection', 'close').end();
}
