// The app's two tokens and what the bot may do.

import { newSecret } from './ids.ts';
import { type Manifest, requiredScopes } from './manifest.ts';
import { SlackRefusal } from './refusal.ts';

export type TokenKind = 'bot' | 'app';

export function createTokens(manifest: Manifest) {
  const bot = `xoxb-0000-${newSecret()}`;
  const app = `xapp-1-A0000APP-${newSecret()}`;
  const scopes = new Set<string>(requiredScopes(manifest));
  const ended = new Map<string, string>();

  return {
    bot,
    app,
    signingSecret: newSecret(),
    /** Scopes that the bot token was granted: the manifest's required ones, and those added since. */
    scopes,
    /** As when an admin ticked an optional scope while installing. */
    grant(...more: readonly string[]) {
      for (const scope of more) scopes.add(scope);
    },
    /** As when the manifest gained a scope after the app was installed. */
    withhold(...less: readonly string[]) {
      for (const scope of less) scopes.delete(scope);
    },
    revoke(kind: TokenKind, error: 'token_revoked' | 'account_inactive' | 'invalid_auth' = 'token_revoked') {
      ended.set(kind, error);
    },
    restore(kind: TokenKind) {
      ended.delete(kind);
    },
    /** Whose token this is; throws what Slack answers to a missing, wrong or ended one. */
    kindOf(token: string | null): TokenKind {
      if (token === null || token === '') throw new SlackRefusal('not_authed');
      const kind = token === bot ? 'bot' : token === app ? 'app' : null;
      if (kind === null) throw new SlackRefusal('invalid_auth');
      const error = ended.get(kind);
      if (error !== undefined) throw new SlackRefusal(error);
      return kind;
    },
    /** Throws `missing_scope` unless one of these was granted. */
    need(anyOf: readonly string[]) {
      if (anyOf.length === 0 || anyOf.some((scope) => scopes.has(scope))) return;
      throw new SlackRefusal('missing_scope', { needed: anyOf.join(','), provided: [...scopes].join(',') });
    },
  };
}
