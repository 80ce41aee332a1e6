import { TeamsAdapter } from '@microsoft/teams-ai';
import type { Activity, InvokeResponse, TurnContext } from 'botbuilder';
import { AuthenticationConstants } from 'botframework-connector';
import type { AuthenticateRequestResult } from 'botframework-connector/lib/auth/authenticateRequestResult.js';
import type { Config } from '#config';
import type { IncomingActivity } from './activity.ts';
import { claimsIssuer, connectorClaimsOnly, tokenSettings } from './authentication.ts';
import { AudienceOnly } from './credentials.ts';
import { quietly } from './quiet.ts';

type ConnectorFactory = NonNullable<AuthenticateRequestResult['connectorFactory']>;

/** The SDK's `Activity` wants more than Teams must send; our parsed one has all that its routing reads. */
const asSdk = (activity: IncomingActivity): Activity => activity as unknown as Activity;
/** The other way: the turn carries the very object that was handed in. */
export const activityOf = (context: TurnContext): IncomingActivity =>
  context.activity as unknown as IncomingActivity;

/**
 * teams-ai's adapter with its two steps apart, so that a refusal is ours to word: `authenticate`, then `run`. Its own
 * `process` answers 500 with the reason in the body and is never used.
 */
export class SamordnaAdapter extends TeamsAdapter {
  readonly #botId: string | null;
  readonly #issuer: string;
  readonly #connectors = new Map<string, ReturnType<ConnectorFactory['create']>>();

  constructor({ bot, local, tokens }: Pick<Config, 'bot' | 'local' | 'tokens'>) {
    const botId = local ? null : bot.id;
    super(
      botId === null ? {} : tokenSettings(botId, tokens),
      new AudienceOnly(botId),
      ...(botId === null ? [] : [connectorClaimsOnly(botId, tokens.issuer)]),
    );
    if (botId === null && !local) throw new Error('A bot without an id would let everybody in');
    this.#botId = botId;
    this.#issuer = tokens.issuer;
    // Nobody signs in through the bot: one client, instead of a new one for each activity.
    const create = this.botFrameworkAuthentication.createUserTokenClient.bind(
      this.botFrameworkAuthentication,
    );
    let kept: ReturnType<typeof create> | undefined;
    this.botFrameworkAuthentication.createUserTokenClient = (identity) => {
      kept ??= create(identity);
      return kept;
    };
  }

  /** Rejects for any token that does not prove the Bot Connector speaking to us about this very service url. */
  async authenticate(activity: IncomingActivity, authorization: string): Promise<AuthenticateRequestResult> {
    if (this.#botId !== null && !claimsIssuer(authorization, this.#issuer)) {
      throw new Error(authorization === '' ? 'there is no token' : 'the token does not claim our issuer');
    }
    const result = await quietly(() =>
      this.botFrameworkAuthentication.authenticateRequest(asSdk(activity), authorization),
    );
    const service = result.claimsIdentity.getClaimValue(AuthenticationConstants.ServiceUrlClaim);
    if (this.#botId !== null && service !== activity.serviceUrl) {
      throw new Error("the token's serviceurl is another than the activity's");
    }
    return result;
  }

  /** The turn; resolves with what an invoke is answered, undefined for everything else. */
  run(
    proof: AuthenticateRequestResult,
    activity: IncomingActivity,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined> {
    return this.processActivity(
      { ...proof, connectorFactory: this.#keptConnectors(proof) },
      asSdk(activity),
      logic,
    );
  }

  /** The SDK wants a connector client in each turn and would build one each time; nothing of ours sends by it. */
  #keptConnectors(proof: AuthenticateRequestResult): ConnectorFactory {
    return {
      create: (serviceUrl, audience) => {
        const known = this.#connectors.get(serviceUrl);
        if (known) return known;
        const made = proof.connectorFactory?.create(serviceUrl, audience);
        if (!made) throw new Error('The SDK gave no connector factory');
        // A handful of regions exist; the bound is against whoever makes them up.
        if (this.#connectors.size >= 100) this.#connectors.clear();
        this.#connectors.set(serviceUrl, made);
        return made;
      },
    };
  }
}
