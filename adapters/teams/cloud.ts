import {
  type BotFrameworkAuthentication,
  BotFrameworkAuthenticationFactory,
  PasswordServiceClientCredentialFactory,
  type ServiceClientCredentialsFactory,
} from 'botframework-connector';
import type { Registration } from './tokens.ts';

/** Where Microsoft's services are; tests have their own. */
export type Cloud = {
  /** Who signs what Teams sends. */
  readonly issuer: string;
  /** The OpenID metadata with the issuer's keys. */
  readonly keys: string;
  /** What a token for Teams is asked for. */
  readonly scope: string;
  /** Where tokens come from: this, the tenant, and the rest of the address. */
  readonly login: string;
  /** Hosts, and ends of hosts, where files attached in a chat are kept. */
  readonly fileHosts: readonly string[];
};

/** learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication */
export const PUBLIC_CLOUD: Cloud = {
  issuer: 'https://api.botframework.com',
  keys: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
  scope: 'https://api.botframework.com',
  login: 'https://login.microsoftonline.com',
  fileHosts: ['.sharepoint.com', '.sharepoint.us', '.svc.ms'],
};

/** Who may speak to Herald; null for a local playground, where anybody may. */
export function createAuthentication(registration: Registration | null, cloud: Cloud): BotFrameworkAuthentication {
  // An empty app id makes the SDK take anybody for Teams: only where that is what is asked for.
  if (registration !== null && registration.appId === '') throw new Error('TEAMS_APP_ID is empty.');
  return BotFrameworkAuthenticationFactory.create(
    '',
    true,
    cloud.login,
    cloud.scope,
    cloud.issuer,
    'https://token.botframework.com',
    cloud.keys,
    'https://login.microsoftonline.com/botframework.com/v2.0/.well-known/openid-configuration',
    '',
    registration === null ? new PasswordServiceClientCredentialFactory('', '') : credentials(registration),
    { requiredEndorsements: [] },
  );
}

/**
 * Whether a token says that it is the issuer's. The SDK also takes tokens of Microsoft's emulator and of other bots,
 * fetches their issuers' keys for anybody who asks, and does not compare where they came from.
 */
export function saysIssuer(authorization: string, issuer: string): boolean {
  const [, payload = ''] = authorization.split('.');
  try {
    return JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')).iss === issuer;
  } catch {
    return false;
  }
}

/** Tokens for speaking to Teams are asked for in tokens.ts alone; the SDK only listens. */
function credentials(registration: Registration): ServiceClientCredentialsFactory {
  return {
    isValidAppId: async (appId) => appId === registration.appId,
    isAuthenticationDisabled: async () => false,
    createCredentials: async () => ({
      async signRequest() {
        throw new Error('The SDK is not meant to call anybody.');
      },
    }),
  };
}
