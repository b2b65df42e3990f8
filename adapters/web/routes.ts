import { fileURLToPath } from 'node:url';
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import { choosePage } from './choose-page.ts';
import { guard } from './guard.ts';
import { type House, open, peopleHere } from './house.ts';

/** Mounts the page; until `house` answers, and after it no longer does, people are told that Herald is away. */
export function mountRoutes(app: Express, house: () => House | null): void {
  const faults: ErrorRequestHandler = async (error, request, response, next) => {
    const { answerFaults } = await import('./answer-faults.ts');
    return answerFaults((fault) => house()?.onFault(fault))(error, request, response, next);
  };
  const firstPage: RequestHandler = async (request, response) => {
    response.type('html').send(await pageFor(house, request.query.as));
  };
  const folder = fileURLToPath(new URL('./page/', import.meta.url));
  const files = express.static(folder, { index: false, redirect: false, cacheControl: false });
  app.get('/', guard, firstPage, faults);
  app.use('/sandbox/page', guard, files, notFound, faults);
  app.use('/sandbox', guard, onceAsked(house), notFound, faults);
}

/** What the page's script asks for is loaded when it is first asked for, so that the page is there sooner. */
function onceAsked(house: () => House | null): RequestHandler {
  let routes: Promise<RequestHandler> | undefined;
  return async (request, response, next) => {
    routes ??= import('./sandbox-routes.ts').then(({ sandboxRoutes }) => sandboxRoutes(house));
    (await routes)(request, response, next);
  };
}

async function pageFor(house: () => House | null, as: unknown): Promise<string> {
  const people = await peopleHere(open(house).core);
  const me = people.find((person) => person.user === as);
  if (me === undefined) return choosePage(people);
  const { channelPage } = await import('./channel-page.ts');
  return channelPage(me, people);
}

const notFound: RequestHandler = (_request, response) => {
  response.status(404).json({ error: 'There is nothing here. Open the first page.' });
};
