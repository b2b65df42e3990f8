import { createHash, timingSafeEqual } from 'node:crypto';
import express, { type Request, type RequestHandler, type Response } from 'express';
import { storySignature, type Wall, type WallFacts, type WallPosition } from '../../../src/wall.ts';
import { closedPage, gonePage, STYLE_SOURCE, storyPage, wallPage } from './page.ts';

/** Stories on one page. */
const PAGE = 20;

/**
 * The story wall: what digests told to everyone, for a screen in the office and for reading again. Read-only; opened by
 * its link, or by the same key as a bearer.
 */
export function wallRoutes(wall: Wall): RequestHandler {
  const routes = express.Router();
  routes.get('/', async (request, response) => {
    const facts = await opened(wall, request, response);
    if (facts === null) return;
    const after = positionOf(request.query.after);
    const told = await wall.told(facts.organization, after, PAGE + 1);
    response.type('html').send(wallPage({ facts, told: told.slice(0, PAGE), more: told.length > PAGE, after }));
  });
  routes.get('/:story', async (request, response) => {
    const { story } = request.params;
    const signed = await signedFor(wall, request, story);
    const facts = signed ?? (await opened(wall, request, response));
    if (facts === null) return;
    if (signed) protect(response);
    const told = await wall.story(facts.organization, story);
    const reader = { facts, whole: signed === null };
    if (told === null) response.status(404).type('html').send(gonePage(reader));
    else response.type('html').send(storyPage(reader, told));
  });
  return routes;
}

/** The key stands in the address: nothing tells other sites of it, keeps the page, or runs in it. */
function protect(response: Response): void {
  response.set({
    'Content-Security-Policy': `default-src 'none'; style-src ${STYLE_SOURCE}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cache-Control': 'private, no-store',
    'X-Robots-Tag': 'noindex',
  });
}

function keyOf({ headers, query }: Request): string {
  const [, bearer] = /^Bearer ([^\s]{1,1024})$/i.exec(headers.authorization ?? '') ?? [];
  return bearer ?? (typeof query.key === 'string' ? query.key : '');
}

/** The wall whose link to this one story it is; null for any other request. */
async function signedFor(wall: Wall, { query }: Request, story: string): Promise<WallFacts | null> {
  if (typeof query.signature !== 'string') return null;
  return only(await wall.all(), digest(query.signature), ({ key }) => storySignature(key, story));
}

/** The wall that the request's key opens; without one the request is answered here. */
async function opened(wall: Wall, request: Request, response: Response): Promise<WallFacts | null> {
  protect(response);
  const given = digest(keyOf(request));
  const facts = only(await wall.all(), given, ({ key }) => key);
  if (facts) return facts;
  response.status(401).set('www-authenticate', 'Bearer').type('html').send(closedPage());
  return null;
}

/** Compared in the same time whatever was sent, so that nobody finds a key letter by letter. */
function only(walls: readonly WallFacts[], given: Buffer, opener: (facts: WallFacts) => string): WallFacts | null {
  return walls.filter((facts) => facts.key !== '' && timingSafeEqual(digest(opener(facts)), given))[0] ?? null;
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

function positionOf(given: unknown): WallPosition | null {
  const [, week, position] = /^(\d{4}-W\d{2})\.(\d{1,9})$/.exec(typeof given === 'string' ? given : '') ?? [];
  return week === undefined ? null : { week, position: Number(position) };
}
