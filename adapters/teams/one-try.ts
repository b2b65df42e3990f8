import type { ConnectorClientOptions } from 'botframework-connector';
import { CALL_MS } from './limits.ts';
import { TeamsRefused, TeamsUnheard } from './trouble.ts';

type HttpClient = NonNullable<ConnectorClientOptions['httpClient']>;
type Request = Parameters<HttpClient['sendRequest']>[0];
type Response = Awaited<ReturnType<HttpClient['sendRequest']>>;

/**
 * How the SDK reaches Teams: one try that ends in time. Its own client repeats posts that went wrong, whatever its
 * `noRetryPolicy` says, and so tells things twice; it also waits for ever.
 */
export const oneTry: HttpClient = {
  async sendRequest(request: Request): Promise<Response> {
    const answer = await send(request);
    const text = await answer.text().catch((cause) => {
      throw new TeamsUnheard(true, { cause });
    });
    if (!answer.ok) throw refusalOf(answer, text);
    const headers = { toJson: () => Object.fromEntries(answer.headers) };
    return { request, status: answer.status, headers, bodyAsText: text } as unknown as Response;
  },
};

async function send({ url, method, headers, body }: Request): Promise<globalThis.Response> {
  try {
    return await fetch(url, {
      method,
      headers: headers.toJson(),
      ...(typeof body === 'string' ? { body } : {}),
      // A token for Teams goes nowhere else.
      redirect: 'manual',
      signal: AbortSignal.timeout(CALL_MS),
    });
  } catch (cause) {
    throw new TeamsUnheard(!neverSent(cause), { cause });
  }
}

/** Faults of a connection that never came about. */
const NEVER_SENT = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT'];

function neverSent(error: unknown): boolean {
  for (let fault = error; fault instanceof Error; fault = fault.cause) {
    if ('code' in fault && NEVER_SENT.includes(String(fault.code))) return true;
  }
  return false;
}

function refusalOf(answer: globalThis.Response, text: string): TeamsRefused {
  return new TeamsRefused({
    status: answer.status,
    code: codeIn(text),
    waitMs: waitIn(answer.headers.get('retry-after')),
  });
}

/** `{"error":{"code":…}}` or `{"errorCode":…}`; in either form the code is a name, and nothing else is kept. */
function codeIn(text: string): string {
  try {
    const { error, errorCode } = JSON.parse(text);
    const code = String(error?.code ?? errorCode ?? '');
    return /^[\w.-]{1,60}$/.test(code) ? code : '';
  } catch {
    return '';
  }
}

/** Seconds, or a date. */
function waitIn(header: string | null): number | null {
  if (header === null) return null;
  const ms = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now();
  return Number.isFinite(ms) ? Math.min(Math.max(ms, 0), 3_600_000) : null;
}
