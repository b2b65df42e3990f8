import { fileURLToPath } from 'node:url';
import express, { type ErrorRequestHandler, type Express, type RequestHandler, type Response } from 'express';
import { type Clock, type Core, LedgerUnavailable, type MailReader } from '../../src/ports.ts';
import type { PersonShown, Refusal } from '../../src/views.ts';
import { plainPen } from '../../src/wording/pen.ts';
import { refusalSentence } from '../../src/wording/refusals.ts';
import { readChannel } from './channel.ts';
import { guard } from './guard.ts';
import { MAIL_BYTES, REQUEST_BYTES } from './limits.ts';
import type { createLive } from './live.ts';
import { readBrought, readLooking, readReader, readSubmission, Unreadable } from './read.ts';
import { CONNECTION } from './sample.ts';
import { sampleMails } from './sample-mails.ts';
import { channelPage, choosePage, mailTooBig } from './shell.ts';
import { type Desk, showLooked, submit, submitMail } from './submit.ts';

export type House = {
  readonly core: Core;
  readonly clock: Clock;
  readonly mail: MailReader;
  readonly timeZone: string;
  readonly live: ReturnType<typeof createLive>;
  /** Hears of errors that are nobody's fault but ours. */
  readonly onFault: (error: unknown) => void;
};

/** Mounts the page; until `house` answers, and after it no longer does, people are told that Herald is away. */
export function mountRoutes(app: Express, house: () => House | null): void {
  const faults = answerFaults(house);
  const firstPage: RequestHandler = async (request, response) => {
    response.type('html').send(await pageFor(house, request.query.as));
  };
  app.get('/', guard, firstPage, faults);
  app.use('/sandbox', guard, sandboxRoutes(house), notFound, faults);
}

function sandboxRoutes(house: () => House | null): RequestHandler {
  const routes = express.Router();
  const folder = fileURLToPath(new URL('./page/', import.meta.url));
  routes.use('/page', express.static(folder, { index: false, redirect: false, cacheControl: false }));
  routes.get('/live', (request, response) => open(house).live.open(request, response));
  routes.get('/channel', async (request, response) => {
    const desk = await deskOf(open(house), readReader(request.query).as);
    response.json(await readChannel({ ...desk, now: desk.clock.now() }, desk.people));
  });
  routes.get('/look', async (request, response) => {
    const looking = readLooking(request.query);
    response.json(await showLooked(await deskOf(open(house), looking.as), looking));
  });
  routes.get('/samples/:id', (request, response, next) => {
    const sample = sampleMails.find(({ id }) => id === request.params.id);
    if (sample === undefined) return next();
    response.type('message/rfc822').send(Buffer.from(sample.raw));
  });
  routes.post(
    '/do',
    needsType('application/json'),
    fits(REQUEST_BYTES),
    express.json({ limit: REQUEST_BYTES }),
    async (request, response) => {
      const submission = readSubmission(request.body);
      const here = open(house);
      response.json(await submit(await deskOf(here, submission.as), submission));
      here.live.changed();
    },
  );
  const mailTypes = ['message/rfc822', 'application/octet-stream'];
  routes.post(
    '/mail',
    needsType(...mailTypes),
    fits(MAIL_BYTES),
    express.raw({ type: mailTypes, limit: MAIL_BYTES }),
    async (request, response) => {
      const brought = readBrought(request.query);
      const here = open(house);
      const raw = request.body instanceof Uint8Array ? request.body : new Uint8Array();
      response.json(await submitMail(await deskOf(here, brought.as), brought, raw));
      here.live.changed();
    },
  );
  return routes;
}

/** Herald is starting or stopping. */
class Away extends Error {
  override readonly name = 'Away';
}

/** Somebody whom the sample company does not know. */
class NobodyHere extends Error {
  override readonly name = 'NobodyHere';
}

function open(house: () => House | null): House {
  const here = house();
  if (here === null) throw new Away('Herald is not open.');
  return here;
}

async function deskOf({ core, clock, mail, timeZone }: House, user: string): Promise<Desk> {
  const people = await peopleHere(core);
  const me = people.find((person) => person.user === user);
  if (me === undefined)
    throw new NobodyHere('Nobody of this name is here. Open the first page and choose who you are.');
  return { core, clock, mail, timeZone, me, people };
}

async function peopleHere(core: Core): Promise<readonly PersonShown[]> {
  const view = await core.ask({ type: 'people', connection: CONNECTION });
  return view.type === 'people' ? view.people : [];
}

async function pageFor(house: () => House | null, as: unknown): Promise<string> {
  const people = await peopleHere(open(house).core);
  const me = people.find((person) => person.user === as);
  return me ? channelPage(me, people) : choosePage(people);
}

/** A type that a form of another page could send is turned away before the body is read. */
function needsType(...types: readonly string[]): RequestHandler {
  return (request, response, next) => {
    if (request.is([...types])) return next();
    response.status(415).json({ error: `This takes ${types.join(' or ')} only.` });
  };
}

/** Says no at once; the parsers would wait for the end of what is too big. */
function fits(bytes: number): RequestHandler {
  return (request, response, next) => {
    if (Number(request.headers['content-length'] ?? 0) <= bytes) return next();
    response.status(413).json({ error: readingFault(413, request.path) });
  };
}

const notFound: RequestHandler = (_request, response) => {
  response.status(404).json({ error: 'There is nothing here. Open the first page.' });
};

function answerFaults(house: () => House | null): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) return next(error);
    if (error instanceof LedgerUnavailable || error instanceof Away) return notStored(response, wordsIn(request.body));
    if (error instanceof Unreadable) return void response.status(400).json({ error: error.message });
    if (error instanceof NobodyHere) return void response.status(404).json({ error: error.message });
    const status = clientFault(error);
    if (status !== null) return void response.status(status).json({ error: readingFault(status, request.path) });
    house()?.onFault(error);
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

function readingFault(status: number, path: string): string {
  if (status !== 413) return 'This request cannot be read. Reload the page and try again.';
  if (!path.endsWith('/mail')) return 'This is more than the page can send at once. Shorten it and try again.';
  return mailTooBig;
}
