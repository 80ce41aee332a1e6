import { createPublicKey, type JsonWebKey } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type CryptoKey, exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';

export interface TokenClaims {
  readonly audience: string;
  readonly serviceUrl?: string | null;
  readonly issuer?: string;
  /** Seconds from now. */
  readonly notBefore?: number;
  /** Seconds from now; null leaves the end of validity out. */
  readonly expires?: number | null;
  readonly more?: JWTPayload;
  /** Signs with this key instead of the published one. */
  readonly key?: CryptoKey;
}

export interface TokenIssuer {
  /** For BOT_OPENID_METADATA_URL. A fresh one per suite: the SDK keeps keys for 24 hours. */
  readonly metadataUrl: string;
  /** For BOT_TOKEN_ISSUER. */
  readonly issuer: string;
  /** An Authorization header as the Bot Connector sends it, unless told otherwise. */
  authorization(claims: TokenClaims): Promise<string>;
  /** The same claims under `alg: none`, and under HS256 with the public key as the secret. */
  unsigned(claims: TokenClaims): string;
  confused(claims: TokenClaims): Promise<string>;
  readonly publicPem: string;
  close(): Promise<void>;
}

const KEY_ID = 'local-key';

/** The Bot Connector's token service on loopback: metadata, keys endorsed for Teams, and tokens good and bad. */
export const startIssuer = async (issuer = 'https://api.botframework.com'): Promise<TokenIssuer> => {
  const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true });
  const jwk = await exportJWK(publicKey);
  const publicPem = createPublicKey({ key: jwk as JsonWebKey, format: 'jwk' })
    .export({ type: 'pkcs1', format: 'pem' })
    .toString();
  const server = createServer((request, response) => {
    const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    response.setHeader('content-type', 'application/json');
    response.end(
      JSON.stringify(
        request.url === '/keys'
          ? { keys: [{ ...jwk, kid: KEY_ID, alg: 'RS256', use: 'sig', endorsements: ['msteams'] }] }
          : { issuer, jwks_uri: `${base}/keys`, id_token_signing_alg_values_supported: ['RS256'] },
      ),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  const payload = (claims: TokenClaims): JWTPayload => {
    const now = Math.floor(Date.now() / 1000);
    return {
      iss: claims.issuer ?? issuer,
      aud: claims.audience,
      nbf: now + (claims.notBefore ?? -60),
      ...(claims.expires === null ? {} : { exp: now + (claims.expires ?? 3600) }),
      ...(claims.serviceUrl == null ? {} : { serviceurl: claims.serviceUrl }),
      ...claims.more,
    };
  };
  const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

  return {
    metadataUrl: `http://127.0.0.1:${port}/.well-known/openidconfiguration`,
    issuer,
    publicPem,
    authorization: async (claims) =>
      `Bearer ${await new SignJWT(payload(claims))
        .setProtectedHeader({ alg: 'RS256', kid: KEY_ID, typ: 'JWT' })
        .sign(claims.key ?? privateKey)}`,
    unsigned: (claims) =>
      `Bearer ${encode({ alg: 'none', kid: KEY_ID, typ: 'JWT' })}.${encode(payload(claims))}.`,
    confused: async (claims) =>
      `Bearer ${await new SignJWT(payload(claims))
        .setProtectedHeader({ alg: 'HS256', kid: KEY_ID, typ: 'JWT' })
        .sign(new TextEncoder().encode(publicPem))}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
