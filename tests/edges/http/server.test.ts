import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createHttpServer, listen } from '#http/server.ts';
import { collectingLog, JSON_TYPE, posted, type Running, raw, startHttp } from './requests.ts';

const MEGABYTE = 1024 * 1024;

/** What reached the handler, and how it answers. */
let received: { readonly body: unknown; readonly authorization: string | undefined }[] = [];
let answer: () => Promise<{ readonly status: number; readonly body?: unknown }>;
let ready: () => boolean;
let at: Running;

beforeEach(async () => {
  received = [];
  answer = async () => ({ status: 200 });
  ready = () => true;
  at = await startHttp({
    ready: () => ready(),
    handle: async (body, authorization) => {
      received.push({ body, authorization });
      return answer();
    },
  });
});
afterEach(() => at.stop());

const post = (body: string, headers: Record<string, string> = { 'content-type': 'application/json' }) =>
  fetch(`${at.url}/api/messages`, { method: 'POST', body, headers });

describe('an activity', () => {
  it('reaches the handler as JSON, with the Authorization header as it came', async () => {
    const response = await post('{"type":"message","text":"å"}', {
      'content-type': 'application/json; charset=utf-8',
      authorization: 'Bearer abc',
    });
    expect(response.status).toBe(200);
    expect(received).toEqual([{ body: { type: 'message', text: 'å' }, authorization: 'Bearer abc' }]);
  });

  it("gets the handler's status and body, and a bare answer where there is none", async () => {
    answer = async () => ({ status: 200, body: { statusCode: 200, value: 'kvitto' } });
    const invoke = await post('{}');
    expect(invoke.headers.get('content-type')).toContain('application/json');
    expect(await invoke.json()).toEqual({ statusCode: 200, value: 'kvitto' });
    answer = async () => ({ status: 401 });
    const refused = await post('{}');
    expect([refused.status, await refused.text(), refused.headers.get('content-type')]).toEqual([
      401,
      '',
      null,
    ]);
  });

  it('may be as large as 1 MB', async () => {
    const body = `"${'x'.repeat(MEGABYTE - 2)}"`;
    expect((await post(body)).status).toBe(200);
    expect(received).toHaveLength(1);
  });
});

describe('what is refused is refused barely, before the handler sees it', () => {
  const large = 'x'.repeat(MEGABYTE + 1);
  it.each([
    ['over 1 MB by its own account', 413, posted('{', JSON_TYPE, `Content-Length: ${MEGABYTE + 1}`)],
    [
      'over 1 MB without having said so',
      413,
      posted(
        `${large.length.toString(16)}\r\n${large}\r\n0\r\n\r\n`,
        JSON_TYPE,
        'Transfer-Encoding: chunked',
      ),
    ],
    ['broken JSON', 400, posted('{"type":', JSON_TYPE)],
    ['an empty body called JSON', 400, posted('', JSON_TYPE)],
    ['JSON that would reach for prototypes', 400, posted('{"__proto__":{"admin":true}}', JSON_TYPE)],
    ['text', 400, posted('hej', 'Content-Type: text/plain')],
    ['a form', 400, posted('type=message', 'Content-Type: application/x-www-form-urlencoded')],
    ['a body of no type', 400, posted('{}')],
    ['a type that is none', 400, posted('{}', 'Content-Type: garbage')],
    ['a length that is none', 400, posted('{}', JSON_TYPE, 'Content-Length: some')],
    ['no HTTP at all', 400, 'HELO bot\r\n\r\n'],
    ['headers without an end', 431, `GET /health/live HTTP/1.1\r\nX: ${'y'.repeat(20_000)}\r\n\r\n`],
    ['another page', 404, 'GET /admin HTTP/1.1\r\nHost: bot\r\nContent-Length: 0\r\n\r\n'],
    ['reading where one writes', 404, 'GET /api/messages HTTP/1.1\r\nHost: bot\r\nContent-Length: 0\r\n\r\n'],
    ['another verb', 404, 'DELETE /api/messages HTTP/1.1\r\nHost: bot\r\nContent-Length: 0\r\n\r\n'],
  ])('%s is %i', async (_name, status, bytes) => {
    const refused = await raw(at.port, bytes);
    expect(refused).toMatchObject({ status, body: '' });
    expect(refused.headers.has('content-type')).toBe(false);
    expect(received).toEqual([]);
  });

  it('a path that cannot be decoded is a page that does not exist', async () => {
    const response = await fetch(`${at.url}/%zz`);
    expect([response.status, await response.text()]).toEqual([404, '']);
  });

  it('no body at all is for the handler to refuse, who knows what an activity is', async () => {
    await raw(at.port, posted(''));
    expect(received).toEqual([{ body: undefined, authorization: undefined }]);
  });

  it('a refusal is one line in the log', async () => {
    await post('{"type":');
    expect(at.logged).toEqual([expect.objectContaining({ status: 400, reason: expect.any(String) })]);
  });
});

describe('a fault of our own', () => {
  it('is a bare 500; what went wrong stands in the log only', async () => {
    answer = async () => {
      throw new Error('the disk is full of secrets');
    };
    const response = await post('{}');
    expect([response.status, await response.text()]).toEqual([500, '']);
    expect(at.logged).toEqual([
      expect.objectContaining({
        path: '/api/messages',
        err: expect.objectContaining({ message: 'the disk is full of secrets' }),
      }),
    ]);
  });
});

describe('health', () => {
  it('live while the process answers', async () => {
    ready = () => false;
    const response = await fetch(`${at.url}/health/live`);
    expect([response.status, await response.json()]).toEqual([200, { status: 'live' }]);
  });

  it('ready is 200, and 503 before', async () => {
    ready = () => false;
    const before = await fetch(`${at.url}/health/ready`);
    expect([before.status, await before.json()]).toEqual([503, { status: 'starting' }]);
    ready = () => true;
    const after = await fetch(`${at.url}/health/ready`);
    expect([after.status, await after.json()]).toEqual([200, { status: 'ready' }]);
  });
});

describe('a caller who takes his time', () => {
  it.each([
    ['headers', 'POST /api/messages HTTP/1.1\r\nHost: bot\r\n'],
    ['a body', posted('{"type":', JSON_TYPE, 'Content-Length: 100')],
  ])('is cut off in the middle of %s, and others are served meanwhile', async (_name, beginning) => {
    const slow = await startHttp({ arrivalMs: 200, handle: async () => ({ status: 200 }) });
    try {
      const crowd = Array.from({ length: 50 }, () => raw(slow.port, beginning));
      expect((await fetch(`${slow.url}/health/live`)).status).toBe(200);
      for (const refused of await Promise.all(crowd))
        expect(refused).toMatchObject({ status: 408, body: '' });
    } finally {
      await slow.stop();
    }
  });
});

/** Whether nobody listens on a port any more. */
const refuses = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.on('connect', () => resolve(false)).on('error', () => resolve(true));
    socket.on('connect', () => socket.destroy());
  });

describe('starting and stopping', () => {
  it('a port that is taken is a sentence that says what to do', async () => {
    const { log } = collectingLog();
    const second = createHttpServer({
      handle: async () => ({ status: 200 }),
      ready: () => true,
      metrics: { text: async () => '', contentType: 'text/plain' },
      log,
    });
    expect(await listen(second, { host: '127.0.0.1', port: at.port })).toEqual({
      ok: false,
      error: `Port ${at.port} is taken by another program: stop that one, or choose another with PORT.`,
    });
    await second.close();
  });

  it('what is under way is answered before it stops; nobody new is let in', async () => {
    const under = Promise.withResolvers<void>();
    const reached = Promise.withResolvers<void>();
    answer = async () => {
      reached.resolve();
      await under.promise;
      return { status: 200, body: { done: true } };
    };
    const last = post('{}');
    await reached.promise;
    const stopped = at.stop();
    try {
      await vi.waitFor(() => expect(refuses(at.port)).resolves.toBe(true));
    } finally {
      under.resolve();
    }
    expect(await (await last).json()).toEqual({ done: true });
    await stopped;
  });

  it('somebody who keeps a line open cannot keep it from stopping', async () => {
    const server = await startHttp({ partingMs: 100, handle: async () => ({ status: 200 }) });
    const silent = raw(server.port, '');
    const half = raw(server.port, posted('{"type":', JSON_TYPE, 'Content-Length: 100'));
    // Connections are taken in order: when this one is served, the others are there.
    await fetch(`${server.url}/health/live`);
    await server.stop();
    for (const cut of await Promise.all([silent, half])) expect(cut.body).toBe('');
  });
});
