import express, { type RequestHandler } from 'express';
import { readingFault } from './answer-faults.ts';
import { readChannel } from './channel.ts';
import { NobodyHere } from './faults.ts';
import { type House, open, peopleHere } from './house.ts';
import { MAIL_BYTES, REQUEST_BYTES } from './limits.ts';
import { readBrought, readLooking, readReader, readSubmission } from './read.ts';
import { sampleMails } from './sample-mails.ts';
import { savesEverything } from './saved.ts';
import { type Desk, showLooked, submit, submitMail } from './submit.ts';

/** All that the page's script asks for. */
export function sandboxRoutes(house: () => House | null): RequestHandler {
  const routes = express.Router();
  routes.get('/live', (request, response) => open(house).live.open(request, response));
  routes.get('/channel', async (request, response) => {
    const here = open(house);
    const desk = await deskOf(here, readReader(request.query).as);
    const { linksTo } = here;
    response.json(await readChannel({ ...desk, linksTo, now: desk.clock.now() }, desk.people));
  });
  routes.get('/look', async (request, response) => {
    const looking = readLooking(request.query);
    response.json(await showLooked(await deskOf(open(house), looking.as), looking));
  });
  routes.get('/export', savesEverything(house));
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

async function deskOf({ core, clock, mail, pictures, timeZone }: House, user: string): Promise<Desk> {
  const people = await peopleHere(core);
  const me = people.find((person) => person.user === user);
  if (me === undefined)
    throw new NobodyHere('Nobody of this name is here. Open the first page and choose who you are.');
  return { core, clock, mail, pictures, timeZone, me, people };
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
