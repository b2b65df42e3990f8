import type { Express, RequestHandler } from 'express';
import { answerFaults } from './faults.ts';
import { guard } from './guard.ts';
import { type House, open, peopleHere } from './house.ts';
import { channelPage, choosePage } from './shell.ts';

/** Mounts the page; until `house` answers, and after it no longer does, people are told that Herald is away. */
export function mountRoutes(app: Express, house: () => House | null): void {
  const faults = answerFaults((error) => house()?.onFault(error));
  const firstPage: RequestHandler = async (request, response) => {
    response.type('html').send(await pageFor(house, request.query.as));
  };
  app.get('/', guard, firstPage, faults);
  app.use('/sandbox', guard, onceAsked(house), notFound, faults);
}

/** All but the first page is loaded when a page first asks for it, so that the first page is there sooner. */
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
  return me ? channelPage(me, people) : choosePage(people);
}

const notFound: RequestHandler = (_request, response) => {
  response.status(404).json({ error: 'There is nothing here. Open the first page.' });
};
