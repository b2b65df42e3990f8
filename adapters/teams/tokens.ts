import { z } from 'zod';
import { CALL_MS } from './limits.ts';
import { TeamsRefused, TeamsUnheard } from './trouble.ts';

/** Where tokens come from, and what they are for. */
type Login = { readonly login: string; readonly scope: string };

export type Registration = { readonly appId: string; readonly password: string; readonly tenant: string };

const granted = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number().positive() });

/** How the login says that it does not take what it was given (RFC 6749, 5.2). */
const REFUSING = [400, 401, 403];
/** A token is renewed so long before it ends. */
const EARLY_MS = 300_000;

/**
 * Tokens for speaking to Teams, each kept until shortly before its end. Rejects with TeamsRefused when the login does
 * not take the app's secret (learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow).
 */
export function createTokens({ appId, password, tenant }: Registration, { login, scope }: Login) {
  const endpoint = `${login}/${tenant}/oauth2/v2.0/token`;
  let current: Promise<{ readonly token: string; readonly until: number }> | null = null;

  async function renew() {
    const { access_token: token, expires_in: seconds } = await ask({
      grant_type: 'client_credentials',
      client_id: appId,
      client_secret: password,
      scope: `${scope}/.default`,
    });
    return { token, until: Date.now() + seconds * 1000 - Math.min(EARLY_MS, seconds * 500) };
  }

  async function ask(form: Record<string, string>): Promise<z.infer<typeof granted>> {
    const answer = await post(endpoint, form);
    if (REFUSING.includes(answer.status)) throw new TeamsRefused({ status: 401, code: '', waitMs: null });
    const { success, data } = granted.safeParse(await answer.json().catch(() => null));
    // In trouble, asking for patience, or somebody else's page altogether: none of it says that the secret is wrong.
    if (!answer.ok || !success) throw new TeamsUnheard(false);
    return data;
  }

  async function token(): Promise<string> {
    const asked = current;
    const held = await asked?.catch(() => null);
    if (held && held.until > Date.now()) return held.token;
    // Whoever came meanwhile has asked already.
    if (current === asked) current = renew();
    return (await (current ?? renew())).token;
  }

  return {
    token,
    /** Another one than this, which Teams takes no more. */
    async instead(refused: string): Promise<string> {
      const asked = current;
      const held = await asked?.catch(() => null);
      if (held?.token === refused && current === asked) current = null;
      return token();
    },
  };
}

async function post(endpoint: string, form: Record<string, string>): Promise<Response> {
  try {
    return await fetch(endpoint, {
      method: 'POST',
      body: new URLSearchParams(form),
      redirect: 'error',
      signal: AbortSignal.timeout(CALL_MS),
    });
  } catch (cause) {
    throw new TeamsUnheard(false, { cause });
  }
}
