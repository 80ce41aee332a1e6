import { generateKeyPair } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadConfig } from '#config';
import type { Instant } from '#domain/shared/ids.ts';
import { cardAction, invoke, message, type TeamsPerson } from '#support/connector/activities.ts';
import { type ConnectorSimulator, startConnector } from '#support/connector/connector.ts';
import { type TemporarySqlite, temporarySqlite } from '#support/stores.ts';
import { startIssuer, type TokenIssuer } from '#support/tokens/issuer.ts';
import { type Server, startServer } from '../../../src/server.ts';
import { collectingLog } from './requests.ts';

const BOT_ID = '0b07b07b-0b07-4b07-8b07-0b07b07b07b0';
const SORMLAND = '11111111-1111-4111-8111-111111111111';
const VASTMANLAND = '22222222-2222-4222-8222-222222222222';
const STRANGERS = '33333333-3333-4333-8333-333333333333';
const UNKNOWN: TeamsPerson = { tenantId: SORMLAND, objectId: 'aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa' };

let issuer: TokenIssuer;
let connector: ConnectorSimulator;
let sqlite: TemporarySqlite;
let server: Server;
const { log, logged } = collectingLog();

/** The whole server as in production, but for where it listens: tests stay on this machine. */
beforeAll(async () => {
  [issuer, connector, sqlite] = await Promise.all([startIssuer(), startConnector(), temporarySqlite()]);
  const config = loadConfig({
    NODE_ENV: 'production',
    PORT: '0',
    STORE: `sqlite:${sqlite.path}`,
    BOT_ID,
    BOT_TENANT_ID: SORMLAND,
    ALLOWED_TENANTS: `${SORMLAND}=sormland,${VASTMANLAND}=vastmanland`,
    ALLOWED_SERVICE_HOSTS: '127.0.0.1',
    BOT_OPENID_METADATA_URL: issuer.metadataUrl,
    BOT_TOKEN_ISSUER: issuer.issuer,
  });
  if (!config.ok) throw new Error(config.error.join('\n'));
  const started = await startServer({
    config: { ...config.value, host: '127.0.0.1' },
    store: sqlite.store,
    log,
    clock: { now: () => '2026-11-23T08:00:00.000Z' as Instant },
  });
  if (!started.ok) throw new Error(started.error);
  server = started.value;
});
beforeEach(() => {
  connector.reset();
  logged.length = 0;
});
afterAll(async () => {
  await server?.stop();
  await Promise.all([issuer?.close(), connector?.close(), sqlite?.dispose()]);
});

const claims = () => ({ audience: BOT_ID, serviceUrl: connector.url });
const good = () => issuer.authorization(claims());
const press = (person: TeamsPerson = UNKNOWN, changes: Record<string, unknown> = {}) =>
  cardAction(person, { verb: 'help' }, { serviceUrl: connector.url, with: changes });

const post = async (activity: unknown, authorization?: string) => {
  const response = await fetch(`http://127.0.0.1:${server.port}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(authorization ? { authorization } : {}) },
    body: JSON.stringify(activity),
  });
  return { status: response.status, type: response.headers.get('content-type'), body: await response.text() };
};
const bare = (status: number) => ({ status, type: null, body: '' });
/** Also that nobody was answered on the way. */
const expectRefused = async (status: number, activity: unknown, authorization?: string): Promise<void> => {
  expect(await post(activity, authorization)).toEqual(bare(status));
  expect(logged).toEqual([expect.objectContaining({ status, reason: expect.any(String) })]);
  expect(connector.received).toEqual([]);
};

describe('401, bare, for any token that does not validate', () => {
  const bad: readonly (readonly [string, () => Promise<string | undefined>])[] = [
    ['none', async () => undefined],
    ['another scheme', async () => 'Basic YTpi'],
    ['no token', async () => 'Bearer abc'],
    [
      'a signature by another key',
      async () => issuer.authorization({ ...claims(), key: (await generateKeyPair('RS256')).privateKey }),
    ],
    ['alg none', async () => issuer.unsigned(claims())],
    ['the public key as a secret', () => issuer.confused(claims())],
    ['not valid yet', () => issuer.authorization({ ...claims(), notBefore: 3000 })],
    ['not valid any more', () => issuer.authorization({ ...claims(), notBefore: -7200, expires: -3600 })],
    ['valid for ever', () => issuer.authorization({ ...claims(), expires: null })],
    ['another audience', () => issuer.authorization({ ...claims(), audience: STRANGERS })],
    ['another issuer', () => issuer.authorization({ ...claims(), issuer: 'https://evil.example' })],
    ['no serviceurl', () => issuer.authorization({ ...claims(), serviceUrl: null })],
    ['another serviceurl', () => issuer.authorization({ ...claims(), serviceUrl: 'http://127.0.0.1:1/' })],
    [
      "the bot's own outbound token",
      () =>
        issuer.authorization({
          ...claims(),
          issuer: `https://sts.windows.net/${SORMLAND}/`,
          audience: 'https://api.botframework.com',
          more: { ver: '1.0', tid: SORMLAND, appid: BOT_ID },
        }),
    ],
  ];
  it.each(bad)('%s', async (_name, authorization) => expectRefused(401, press(), await authorization()));
});

describe('403, bare, for a tenant that may not speak', () => {
  it('one that is not allowed', async () =>
    expectRefused(403, press({ ...UNKNOWN, tenantId: STRANGERS }), await good()));
  it('tenant ids that disagree', async () =>
    expectRefused(403, press(UNKNOWN, { channelData: { tenant: { id: VASTMANLAND } } }), await good()));
});

describe('400, bare, for what is no activity', () => {
  it.each<readonly [string, () => unknown]>([
    ['an empty object', () => ({})],
    ['a list', () => []],
    ['a text', () => 'hej'],
    ['another channel', () => press(UNKNOWN, { channelId: 'directline' })],
    ['an empty serviceUrl', () => press(UNKNOWN, { serviceUrl: '' })],
    ["a serviceUrl that is not Teams'", () => press(UNKNOWN, { serviceUrl: 'https://evil.example/' })],
  ])('%s', async (_name, activity) => expectRefused(400, activity(), await good()));
});

describe('200 for what a person of an allowed tenant does', () => {
  it.each([SORMLAND, VASTMANLAND])(
    'a button of somebody unknown (tenant %s) is answered by a card that says how to be added',
    async (tenantId) => {
      const person = { ...UNKNOWN, tenantId };
      const { status, type, body } = await post(press(person), await good());
      expect([status, type]).toEqual([200, expect.stringContaining('application/json')]);
      expect(JSON.parse(body)).toMatchObject({
        statusCode: 200,
        type: 'application/vnd.microsoft.card.adaptive',
        value: { type: 'AdaptiveCard' },
      });
      // What the administrator needs, as it is seen once markdown's escapes are gone.
      const seen = body.replaceAll('\\\\', '');
      for (const part of ['katalogen', tenantId, person.objectId]) expect(seen).toContain(part);
    },
  );

  it('a verb that nobody knows is answered in the same shape', async () => {
    const activity = cardAction(UNKNOWN, { verb: 'drop-tables' }, { serviceUrl: connector.url });
    const { status, body } = await post(activity, await good());
    expect(status).toBe(200);
    expect(JSON.parse(body)).toMatchObject({
      statusCode: 200,
      type: expect.stringMatching(/^application\//),
    });
  });

  it('an invoke that Samordna does not offer is answered with a sentence', async () => {
    const activity = invoke(UNKNOWN, 'something/else', {}, { serviceUrl: connector.url });
    const { status, body } = await post(activity, await good());
    expect(status).toBe(200);
    expect(JSON.parse(body)).toMatchObject({
      statusCode: 400,
      type: 'application/vnd.microsoft.error',
      value: { code: 'NotSupported', message: expect.stringContaining('Samordna') },
    });
  });

  it('a message has its answer in the chat and none in the response', async () => {
    const activity = message(UNKNOWN, 'hjälp', { serviceUrl: connector.url });
    expect(await post(activity, await good())).toEqual(bare(200));
    expect(JSON.stringify(connector.received.map(({ body }) => body))).toContain(UNKNOWN.objectId);
  });
});

it('the refusals and answers are counted', async () => {
  await post({});
  await post(press());
  await post(press({ ...UNKNOWN, tenantId: STRANGERS }), await good());
  await post(press(), await good());
  const text = await (await fetch(`http://127.0.0.1:${server.port}/metrics`)).text();
  for (const labels of [
    'type="other",outcome="400"',
    'type="invoke",outcome="401"',
    'type="invoke",outcome="403"',
    'type="invoke",outcome="answered"',
  ]) {
    expect(text).toMatch(new RegExp(`^samordna_activities_total\\{${labels}\\} [1-9]`, 'm'));
  }
});
