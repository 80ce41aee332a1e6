import { generateKeyPair } from 'jose';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { cardAction, message } from '#support/connector/activities.ts';
import { ANNA, BOT_ID, type Harness, productionHarness, SORMLAND, STRANGER, VASTMANLAND } from './harness.ts';

let at: Awaited<ReturnType<typeof productionHarness>>;
const printed = vi.spyOn(console, 'error');

beforeAll(async () => {
  at = await productionHarness();
});
beforeEach(() => {
  at.calls.length = 0;
  at.logged.length = 0;
  at.connector.reset();
  printed.mockClear();
});
afterAll(async () => {
  printed.mockRestore();
  await at.close();
});

const press = (changes: Record<string, unknown> = {}) =>
  cardAction(ANNA, { verb: 'help' }, { serviceUrl: at.connector.url, with: changes });
const claims = () => ({ audience: BOT_ID, serviceUrl: at.connector.url });

/** Bare, one line in the log, and nobody was asked. */
const expectRefused = (answer: Awaited<ReturnType<Harness['edge']['handle']>>, status: number): void => {
  expect(answer).toEqual({ status });
  expect(at.logged).toHaveLength(1);
  expect(at.logged[0]).toMatchObject({ status, reason: expect.any(String) });
  expect(at.calls).toEqual([]);
  expect(at.connector.received).toEqual([]);
};

describe('a request that proves the Bot Connector speaks to us', () => {
  it('is answered', async () => {
    const answer = await at.edge.handle(press(), await at.issuer.authorization(claims()));
    expect(answer).toMatchObject({ status: 200, body: { statusCode: 200 } });
    expect(at.calls).toHaveLength(1);
  });

  it('may come from any allowed tenant', async () => {
    const other = { ...ANNA, tenantId: VASTMANLAND };
    const activity = cardAction(other, { verb: 'help' }, { serviceUrl: at.connector.url });
    const answer = await at.edge.handle(activity, await at.issuer.authorization(claims()));
    expect(answer.status).toBe(200);
    expect(at.calls[0]?.caller).toMatchObject({
      tenantId: VASTMANLAND,
      person: `${VASTMANLAND}:${ANNA.objectId}`,
    });
  });

  it('gets its replies without the bot token leaving over plain http', async () => {
    await at.edge.handle(
      message(ANNA, 'hjälp', { serviceUrl: at.connector.url }),
      await at.issuer.authorization(claims()),
    );
    expect(at.connector.received).toMatchObject([{ method: 'POST', authorization: undefined }]);
  });
});

describe('a token that does not validate is a bare 401', () => {
  const refusedWith = async (authorization: string | undefined): Promise<void> =>
    expectRefused(await at.edge.handle(press(), authorization), 401);

  it('without a header', () => refusedWith(undefined));
  it('with another scheme', () => refusedWith('Basic YTpi'));
  it('with something that is no token', () => refusedWith('Bearer abc'));
  it('with a signature by another key', async () => {
    const { privateKey } = await generateKeyPair('RS256');
    await refusedWith(await at.issuer.authorization({ ...claims(), key: privateKey }));
  });
  it('with alg none', () => refusedWith(at.issuer.unsigned(claims())));
  it('with the public key used as an HS256 secret', async () =>
    refusedWith(await at.issuer.confused(claims())));
  it('with a validity that begins in the future', async () =>
    refusedWith(await at.issuer.authorization({ ...claims(), notBefore: 3_000 })));
  it('with a validity that has ended', async () =>
    refusedWith(await at.issuer.authorization({ ...claims(), notBefore: -7200, expires: -3600 })));
  it('with no end of validity', async () =>
    refusedWith(await at.issuer.authorization({ ...claims(), expires: null })));
  it('with another audience', async () =>
    refusedWith(await at.issuer.authorization({ ...claims(), audience: STRANGER })));
  it('with another issuer', async () =>
    refusedWith(await at.issuer.authorization({ ...claims(), issuer: 'https://evil.example' })));
  it('without a serviceurl claim', async () =>
    refusedWith(await at.issuer.authorization({ ...claims(), serviceUrl: null })));
  it('with the serviceurl of another service', async () =>
    refusedWith(
      await at.issuer.authorization({ ...claims(), serviceUrl: 'https://smba.trafficmanager.net/emea/' }),
    ));
  it("with the bot's own outbound token, in both of Entra's versions", async () => {
    for (const issuer of [
      `https://sts.windows.net/${SORMLAND}/`,
      `https://login.microsoftonline.com/${SORMLAND}/v2.0`,
    ]) {
      at.logged.length = 0;
      const version = issuer.endsWith('v2.0') ? '2.0' : '1.0';
      await refusedWith(
        await at.issuer.authorization({
          ...claims(),
          issuer,
          audience: 'https://api.botframework.com',
          more: { ver: version, tid: SORMLAND, appid: BOT_ID, azp: BOT_ID },
        }),
      );
    }
  });
  it('and the connector prints no keys', async () => {
    const { privateKey } = await generateKeyPair('RS256');
    await refusedWith(await at.issuer.authorization({ ...claims(), key: privateKey }));
    expect(printed).not.toHaveBeenCalled();
    expect(JSON.stringify(at.logged)).not.toContain('PUBLIC KEY');
  });
});

describe('a tenant that may not speak is a bare 403', () => {
  const refused = async (changes: Record<string, unknown>): Promise<void> =>
    expectRefused(await at.edge.handle(press(changes), await at.issuer.authorization(claims())), 403);

  it('when it is not in the list', () =>
    refused({
      channelData: { tenant: { id: STRANGER } },
      conversation: { id: 'a:1', conversationType: 'personal', tenantId: STRANGER },
    }));
  it('when the two tenant ids disagree', () =>
    refused({ conversation: { id: 'a:1', conversationType: 'personal', tenantId: VASTMANLAND } }));
  it('when the activity names none', () => refused({ channelData: {} }));
  it('but only after the token: a stranger learns nothing about tenants', async () => {
    const answer = await at.edge.handle(press({ channelData: { tenant: { id: STRANGER } } }), undefined);
    expectRefused(answer, 401);
  });
});

describe('what is no activity is a bare 400, whoever sends it', () => {
  const refused = async (body: unknown): Promise<void> =>
    expectRefused(await at.edge.handle(body, await at.issuer.authorization(claims())), 400);

  it.each([
    ['null', null],
    ['a list', []],
    ['an empty object', {}],
    ['a text', 'hej'],
  ])('%s', (_name, body) => refused(body));
  it('without a type', () => refused(press({ type: undefined })));
  it('from another channel', () => refused(press({ channelId: 'emulator' })));
  it('from the channel that has its own validation path in the SDK', () =>
    refused(press({ channelId: 'AseChannel' })));
  it('with an empty service url', () => refused(press({ serviceUrl: '' })));
  it('without a service url', () => refused(press({ serviceUrl: undefined })));
  it.each([
    'https://evil.example/',
    'https://smba.trafficmanager.net.evil.example/',
    'https://smba.trafficmanager.net@evil.example/',
    'http://smba.trafficmanager.net/emea/',
    'file:///etc/passwd',
  ])('with the service url %s', (serviceUrl) => refused(press({ serviceUrl })));
  it('without a conversation', () => refused(press({ conversation: undefined })));
  it('with a text that is a number', () => refused(press({ text: 5 })));
});

afterEach(() => {
  expect(at.counted.every((line) => /^(?:message|invoke|other|action)/.test(line))).toBe(true);
});
