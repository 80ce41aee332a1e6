import { ConfigurationServiceClientCredentialFactory } from 'botbuilder';
import {
  AppCredentials,
  AuthenticationConstants,
  JwtTokenProviderFactory,
  ManagedIdentityServiceClientCredentialsFactory,
  MicrosoftAppCredentials,
  ServiceClientCredentialsFactory,
} from 'botframework-connector';
import type { Config } from '#config';

/**
 * What the SDK may know of the bot: its id, to check audiences with. It gets no secret, so that nothing inside the SDK
 * can send the bot's token anywhere; sending is `connector.ts` alone.
 */
export class AudienceOnly extends ServiceClientCredentialsFactory {
  readonly #botId: string | null;
  constructor(botId: string | null) {
    super();
    this.#botId = botId;
  }
  override async isValidAppId(appId: string): Promise<boolean> {
    return this.#botId !== null && appId.toLowerCase() === this.#botId;
  }
  /** Null only in local mode, which listens on loopback (config.ts). */
  override async isAuthenticationDisabled(): Promise<boolean> {
    return this.#botId === null;
  }
  override async createCredentials(): Promise<MicrosoftAppCredentials> {
    return MicrosoftAppCredentials.Empty;
  }
}

/**
 * The bot's outbound token, from its home tenant whichever organisation it writes to; kept by the SDK until it is about
 * to run out. `renew` asks for a new one.
 */
export type TokenSource = (renew: boolean) => Promise<string>;

const factoryFor = ({ id, password, tenantId }: Config['bot'] & { id: string }) =>
  password === null
    ? new ManagedIdentityServiceClientCredentialsFactory(id, new JwtTokenProviderFactory())
    : new ConfigurationServiceClientCredentialFactory({
        MicrosoftAppId: id,
        MicrosoftAppPassword: password,
        MicrosoftAppType: tenantId === null ? 'MultiTenant' : 'SingleTenant',
        ...(tenantId === null ? {} : { MicrosoftAppTenantId: tenantId }),
      });

export const botToken = (bot: Config['bot']): TokenSource => {
  const { id } = bot;
  if (id === null) return async () => Promise.reject(new Error('Local mode has no bot token'));
  const { ToChannelFromBotOAuthScope, ToChannelFromBotLoginUrl } = AuthenticationConstants;
  let kept: Promise<AppCredentials> | undefined;
  const create = async (): Promise<AppCredentials> => {
    const credentials = await factoryFor({ ...bot, id }).createCredentials(
      id,
      ToChannelFromBotOAuthScope,
      ToChannelFromBotLoginUrl,
      true,
    );
    if (credentials instanceof AppCredentials) return credentials;
    throw new Error('The SDK made credentials that give no token');
  };
  return async (renew) => {
    kept ??= create();
    return (await kept).getToken(renew);
  };
};
