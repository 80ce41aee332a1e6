import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createMetrics } from '#http/metrics.ts';
import { createHttpServer, listen } from '#http/server.ts';
import { message } from '#support/connector/activities.ts';
import type { TokenIssuer } from '#support/tokens/issuer.ts';
import { IncomingActivity } from '#teams/activity.ts';
import { turnOf } from '#teams/caller.ts';
import { filesOf } from '#teams/files.ts';
import { ANNA, BOT_ID, type Harness, productionHarness } from '../teams/harness.ts';

let harness: Harness & { readonly issuer: TokenIssuer };
let stop: () => Promise<void>;
let port: number;
beforeAll(async () => {
  harness = await productionHarness();
  const metrics = createMetrics(async () => ({}));
  const server = createHttpServer({
    handle: harness.edge.handle,
    ready: () => true,
    metrics,
    log: harness.log,
  });
  const listening = await listen(server, { host: '127.0.0.1', port: 0 });
  if (!listening.ok) throw new Error(listening.error);
  port = listening.value;
  stop = () => server.close();
});
afterAll(async () => {
  await stop?.();
  await harness?.close();
});
afterEach(() => {
  harness.logged.length = 0;
  harness.calls.length = 0;
  harness.connector.reset();
});

const post = async (body: string): Promise<{ status: number; body: string; took: number }> => {
  const authorization = await harness.issuer.authorization({
    audience: BOT_ID,
    serviceUrl: harness.connector.url,
  });
  const started = performance.now();
  const response = await fetch(`http://127.0.0.1:${port}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization },
    body,
  });
  return { status: response.status, body: await response.text(), took: performance.now() - started };
};
const says = (text: string, more: Record<string, unknown> = {}) =>
  message(ANNA, text, { serviceUrl: harness.connector.url, with: more });

describe('a body that was made to do harm', () => {
  const deep = (open: string, close: string, times: number): string =>
    `${open.repeat(times)}1${close.repeat(times)}`;
  it.each([
    [
      '200 000 lists in each other',
      () => JSON.stringify(says('hej')).replace('"sv-SE"', `"sv-SE","value":${deep('[', ']', 200_000)}`),
    ],
    [
      '100 000 objects in each other',
      () => JSON.stringify(says('hej')).replace('"sv-SE"', `"sv-SE","value":${deep('{"a":', '}', 100_000)}`),
    ],
    ['a message of 900 000 signs', () => JSON.stringify(says('<'.repeat(450_000) + ' &'.repeat(200_000)))],
    [
      'ten thousand mentions of the bot',
      () =>
        JSON.stringify(
          says('a'.repeat(100_000), {
            entities: Array.from({ length: 8000 }, () => ({
              type: 'mention',
              mentioned: { id: '28:samordna' },
              text: 'b',
            })),
          }),
        ),
    ],
  ])('%s is answered soon, with no fault of ours', async (_name, body) => {
    const answer = await post(body());
    expect([200, 400]).toContain(answer.status);
    expect(answer.took).toBeLessThan(3000);
    expect(harness.logged.filter(({ level }) => Number(level) >= 50)).toEqual([]);
  });

  it('names a prototype, and is no activity', async () => {
    for (const key of ['"__proto__":{"type":"message"}', '"constructor":{"prototype":{"type":"message"}}']) {
      expect((await post(JSON.stringify(says('hej')).replace('{', `{${key},`))).status).toBe(400);
    }
    expect(harness.calls).toEqual([]);
  });

  it('says a key twice: what is checked is what is used', async () => {
    const twice = JSON.stringify(says('hej')).replace(
      '"serviceUrl":',
      '"serviceUrl":"https://evil.example/","channelId":"directline","serviceUrl":',
    );
    await post(twice);
    const last = JSON.stringify(says('hej')).replace(/\}$/, ',"serviceUrl":"https://evil.example/"}');
    expect((await post(last)).status).toBe(400);
    for (const { caller } of harness.calls) expect(caller.address?.serviceUrl).toBe(harness.connector.url);
  });

  it('cannot write a log line of its own, nor make one long', async () => {
    const tenant = `x\n{"level":30,"msg":"forged"}\u001b[2J${'y'.repeat(500_000)}`;
    const answer = await post(JSON.stringify(says('hej', { channelData: { tenant: { id: tenant } } })));
    expect(answer).toMatchObject({ status: 403, body: '' });
    const lines = harness.logged.map((line) => JSON.stringify(line));
    expect(lines).toHaveLength(1);
    expect(lines[0]?.length).toBeLessThan(2000);
  });

  it('is refused without its token standing in the log', async () => {
    const token = `Bearer ${Buffer.from('{"alg":"none"}').toString('base64url')}.c2VjcmV0LXBheWxvYWQ.c2lnbmF0dXJl`;
    await fetch(`http://127.0.0.1:${port}/api/messages?token=abc`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: token },
      body: JSON.stringify(says('hej')),
    });
    expect(harness.logged).toHaveLength(1);
    expect(JSON.stringify(harness.logged)).not.toMatch(/c2VjcmV0|c2lnbmF0/);
  });
});

describe('a file of a message is fetched from nowhere but the cloud drives of Microsoft 365', () => {
  let inside: Server;
  let asked: string[];
  let at: number;
  beforeAll(async () => {
    asked = [];
    inside = createServer((request, response) => {
      asked.push(request.url ?? '');
      if (request.url === '/away') response.writeHead(302, { location: 'http://localhost:1/secret' }).end();
      else if (request.url === '/round') response.writeHead(302, { location: '/round' }).end();
      else if (request.url === '/endless') {
        const more = setInterval(() => response.write(Buffer.alloc(64 * 1024)), 1);
        response.on('close', () => clearInterval(more));
      } else response.end('secret');
    });
    await new Promise<void>((done) => inside.listen(0, '127.0.0.1', done));
    at = (inside.address() as AddressInfo).port;
  });
  afterAll(() => {
    inside.closeAllConnections();
    inside.close();
  });
  const read = async (contentUrl: string, local = false, limit = 1_000_000) => {
    const activity = IncomingActivity.parse(
      says('', {
        attachments: [
          {
            contentType: 'application/vnd.microsoft.teams.file.download.info',
            name: 'plan.csv',
            content: { downloadUrl: contentUrl },
          },
        ],
      }),
    );
    const [file] = filesOf(activity, local);
    return file?.read(limit) ?? null;
  };

  it.each([
    'http://127.0.0.1:PORT/x',
    'http://localhost:PORT/x',
    'http://[::1]:PORT/x',
    'http://0.0.0.0:PORT/x',
    'http://2130706433:PORT/x',
    'http://169.254.169.254/metadata/identity/oauth2/token',
    'https://evil.sharepoint.com.evil.example/x',
    'https://evilsharepoint.com/x',
    'https://sharepoint.com/x',
    'https://a.sharepoint.com@127.0.0.1:PORT/x',
    'https://user:password@a.sharepoint.com/x',
    'http://a.sharepoint.com/x',
    'ftp://a.sharepoint.com/x',
    'file:///etc/passwd',
    'data:text/plain,secret',
    '//127.0.0.1:PORT/x',
    '',
  ])('not from %s', async (address) => {
    asked.length = 0;
    expect(await read(address.replace('PORT', String(at)))).toBeNull();
    expect(asked).toEqual([]);
  });

  it('nor from where it is sent on to, for ever, or without end', async () => {
    const here = `http://127.0.0.1:${at}`;
    expect(await read(`${here}/x`, true)).not.toBeNull();
    expect(await read(`${here}/away`, true)).toBeNull();
    expect(await read(`${here}/round`, true)).toBeNull();
    expect(await read(`${here}/endless`, true)).toBeNull();
  });
});

describe('a chat is personal only where nobody reads along', () => {
  it.each([
    ['personal', 'a:1', 'personal'],
    [undefined, 'a:1', 'personal'],
    ['groupChat', '19:x@thread.v2', 'group'],
    ['channel', '19:x@thread.tacv2', 'team'],
    [undefined, '19:x@thread.v2', 'group'],
    ['meeting', '19:x@thread.v2', 'group'],
    ['Personal', 'a:1', 'personal'],
  ])('%s %s is %s', (conversationType, id, scope) => {
    const conversation = { id, tenantId: ANNA.tenantId, ...(conversationType ? { conversationType } : {}) };
    const turn = turnOf(IncomingActivity.parse(says('hej', { conversation })));
    expect(turn?.caller.scope).toBe(scope);
    expect(turn?.caller.address === null).toBe(scope !== 'personal');
  });
});
