import { AuthenticationConfiguration, AuthenticationConstants, type Claim } from 'botframework-connector';
import type { Config } from '#config';

const claimOf = (claims: readonly Claim[], type: string): unknown =>
  claims.find((claim) => claim.type === type)?.value;

/**
 * Runs after the signature check on every path of the SDK, also on the emulator's and the skills', which accept the bot's own
 * outbound token: only the Bot Connector may call, only us, only for a named service and not for ever.
 */
export const connectorClaimsOnly = (botId: string, issuer: string): AuthenticationConfiguration =>
  new AuthenticationConfiguration([], async (claims) => {
    const demand = (holds: boolean, what: string): void => {
      if (!holds) throw new Error(`the token's ${what}`);
    };
    demand(
      claimOf(claims, AuthenticationConstants.IssuerClaim) === issuer,
      'issuer is not the Bot Connector',
    );
    const audience = claimOf(claims, AuthenticationConstants.AudienceClaim);
    demand(
      typeof audience === 'string' && audience.toLowerCase() === botId,
      'audience is another app than this bot',
    );
    const service = claimOf(claims, AuthenticationConstants.ServiceUrlClaim);
    demand(typeof service === 'string' && service !== '', 'serviceurl claim is missing');
    demand(typeof claimOf(claims, 'exp') === 'number', 'end of validity is missing');
  });

/**
 * All settings together: the SDK takes one alone for a complete private cloud and then refuses every token. The
 * emulator's keys are replaced by the connector's, so that a token signed by Entra can never be verified.
 */
export const tokenSettings = (botId: string, { metadataUrl, issuer }: Config['tokens']) => ({
  MicrosoftAppId: botId,
  ChannelService: '',
  ValidateAuthority: true,
  ToChannelFromBotLoginUrl: AuthenticationConstants.ToChannelFromBotLoginUrl,
  ToChannelFromBotOAuthScope: AuthenticationConstants.ToChannelFromBotOAuthScope,
  ToBotFromChannelTokenIssuer: issuer,
  ToBotFromChannelOpenIdMetadataUrl: metadataUrl,
  ToBotFromEmulatorOpenIdMetadataUrl: metadataUrl,
  OAuthUrl: AuthenticationConstants.OAuthUrl,
  CallerId: 'urn:botframework:azure',
});

/**
 * Whether a header is worth the SDK's look: it puts an *unverified* tenant id of foreign issuers into a list that it keeps
 * for ever, so whoever does not even claim to be the connector is turned away before.
 */
export const claimsIssuer = (authorization: string, issuer: string): boolean => {
  const [scheme, token, ...rest] = authorization.split(' ');
  if (scheme !== 'Bearer' || !token || rest.length > 0) return false;
  try {
    const payload: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
    return typeof payload === 'object' && payload !== null && 'iss' in payload && payload.iss === issuer;
  } catch {
    return false;
  }
};
