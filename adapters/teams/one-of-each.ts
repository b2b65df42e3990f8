import type { Activity } from 'botbuilder';
import {
  type AuthenticateRequestResult,
  BotFrameworkAuthentication,
  type ClaimsIdentity,
  type ConnectorClient,
  type ConnectorFactory,
  type UserTokenClient,
} from 'botframework-connector';

/**
 * The SDK's own check of who speaks, without the two clients that it builds for each activity, which takes longer than the
 * check: Herald calls nobody through them, so one of each serves all.
 */
export class OneOfEach extends BotFrameworkAuthentication {
  readonly #authentication: BotFrameworkAuthentication;
  #connector: { readonly serviceUrl: string; readonly client: Promise<ConnectorClient> } | null = null;
  #userTokens: Promise<UserTokenClient> | null = null;

  constructor(authentication: BotFrameworkAuthentication) {
    super();
    this.#authentication = authentication;
  }

  override async authenticateRequest(activity: Activity, header: string): Promise<AuthenticateRequestResult> {
    const result = await this.#authentication.authenticateRequest(activity, header);
    const { connectorFactory } = result;
    return connectorFactory === undefined ? result : { ...result, connectorFactory: this.#kept(connectorFactory) };
  }

  override authenticateStreamingRequest(header: string, channel: string): Promise<AuthenticateRequestResult> {
    return this.#authentication.authenticateStreamingRequest(header, channel);
  }

  override createConnectorFactory(identity: ClaimsIdentity): ConnectorFactory {
    return this.#authentication.createConnectorFactory(identity);
  }

  override createUserTokenClient(identity: ClaimsIdentity): Promise<UserTokenClient> {
    this.#userTokens ??= this.#authentication.createUserTokenClient(identity);
    return this.#userTokens;
  }

  #kept(factory: ConnectorFactory): ConnectorFactory {
    return {
      create: (serviceUrl, audience) => {
        if (this.#connector?.serviceUrl !== serviceUrl) {
          this.#connector = { serviceUrl, client: factory.create(serviceUrl, audience) };
        }
        return this.#connector.client;
      },
    };
  }
}
