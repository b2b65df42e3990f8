import type { NextFunction, Request, Response } from 'express';

const LOOPBACK_NAMES = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * The one guard of every route. The page has no login, so that it must be out of reach of everything but itself: names
 * other than this machine's own are turned away (DNS rebinding), and so are requests that other pages make.
 */
export function guard(request: Request, response: Response, next: NextFunction): void {
  protect(response);
  if (!isLoopback(request)) refuse(response, 'Open this page as http://127.0.0.1 on the machine it runs on.');
  else if (!isOwn(request)) refuse(response, 'This request did not come from the page. Open the page and try there.');
  else next();
}

function protect(response: Response): void {
  response.set({
    'Content-Security-Policy':
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
      "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cache-Control': 'no-store',
  });
}

function isLoopback({ headers, socket }: Request): boolean {
  const [, name = '', port = '80'] = /^(\[[^\]]*\]|[^:]*)(?::(\d{1,5}))?$/.exec(headers.host ?? '') ?? [];
  return LOOPBACK_NAMES.has(name.toLowerCase()) && Number(port) === socket.localPort;
}

/** Browsers name the origin of everything that could change something; whoever does not is not the page. */
function isOwn({ method, path, headers }: Request): boolean {
  const { origin, host, 'sec-fetch-site': site } = headers;
  const fromElsewhere = site !== undefined && site !== 'same-origin';
  if (method === 'GET' || method === 'HEAD') return path === '/' || !fromElsewhere || site === 'none';
  if (fromElsewhere || (origin !== undefined && origin !== `http://${host}`)) return false;
  return origin !== undefined || site === 'same-origin';
}

function refuse(response: Response, error: string): void {
  response.status(403).json({ error });
}
