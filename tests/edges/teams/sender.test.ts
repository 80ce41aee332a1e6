import { createServer } from 'node:net';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addressOf, personalChat } from '#support/connector/activities.ts';
import {
  type ConnectorSimulator,
  forbidden,
  serverError,
  startConnector,
  throttled,
} from '#support/connector/connector.ts';
import { createTeamsSender } from '#teams/edge.ts';
import { retryAfterMs } from '#teams/outcome.ts';
import { ANNA, BOT_ID, card, SORMLAND } from './harness.ts';

const log = pino({ level: 'silent' });
const config = {
  bot: { id: BOT_ID, password: null, tenantId: SORMLAND },
  serviceHosts: ['127.0.0.1', 'samordna.invalid'],
};
const sender = createTeamsSender(config, log, { timeoutMs: 400 });

let connector: ConnectorSimulator;
beforeAll(async () => {
  connector = await startConnector();
});
afterAll(() => connector.close());
beforeEach(() => connector.reset());

const anna = () => addressOf(ANNA, connector.url);
const send = () => sender.send(anna(), card('fråga'), 'En fråga till din enhet');

describe('what a sending comes to', () => {
  it('is `sent` with the id that an update needs', async () => {
    const result = await send();
    expect(result).toEqual({ kind: 'sent', activityId: connector.received[0]?.activityId });
  });

  it('is one message with one card, for the person and from the bot, in their conversation', async () => {
    await send();
    expect(connector.received).toMatchObject([
      {
        method: 'POST',
        conversationId: personalChat(ANNA),
        body: {
          type: 'message',
          from: { id: '28:samordna' },
          recipient: { id: `29:${ANNA.objectId}` },
          summary: 'En fråga till din enhet',
          attachments: [{ content: card('fråga') }],
        },
      },
    ]);
  });

  it.each([
    ['seconds', throttled(7), { kind: 'retry', afterMs: 7000, reason: 'http-429', throttled: true }],
    ['nothing', throttled(), { kind: 'retry', afterMs: null, reason: 'http-429', throttled: true }],
    [
      'nothing, after 412',
      { kind: 'status', status: 412 } as const,
      { kind: 'retry', afterMs: null, reason: 'http-412' },
    ],
  ])('is `retry` when throttled with %s', async (_name, behaviour, result) => {
    connector.next([behaviour]);
    expect(await send()).toEqual(result);
    expect(connector.received).toHaveLength(1);
  });

  it.each([
    ['BotDisabledByAdmin', 'disabled-by-admin'],
    ['BotNotInConversationRoster', 'uninstalled'],
    ['ConversationBlockedByUser', 'blocked'],
    ['ForbiddenOperationException', 'forbidden'],
    ['SomethingNew', 'forbidden'],
  ])('is `unreachable` after 403 %s: %s', async (code, reason) => {
    connector.next([forbidden(code)]);
    expect(await send()).toEqual({ kind: 'unreachable', reason });
  });

  it('finds the subCode in a message that is itself JSON', async () => {
    connector.next([forbidden('Forbidden', 'MessageWritesBlocked')]);
    expect(await send()).toEqual({ kind: 'unreachable', reason: 'writes-blocked' });
  });

  it.each([
    [404, 'no-conversation'],
    [308, 'moved'],
    [413, 'too-large'],
    [400, 'forbidden'],
  ])('is `unreachable` after %i: %s', async (status, reason) => {
    connector.next([{ kind: 'status', status }]);
    expect(await send()).toEqual({ kind: 'unreachable', reason });
  });

  it.each([500, 502, 503, 504])('is `unknown` after %i, and one failing is one request', async (status) => {
    connector.next([serverError(status, true), serverError(status, true)]);
    expect(await send()).toEqual({ kind: 'unknown', reason: `http-${status}` });
    expect(connector.received).toHaveLength(1);
    expect(connector.shown(personalChat(ANNA))).toHaveLength(1);
  });

  it('is `unknown` when the connection breaks after the bytes left', async () => {
    connector.next([{ kind: 'reset', accept: true }]);
    expect(await send()).toMatchObject({ kind: 'unknown' });
    expect(connector.received).toHaveLength(1);
  });

  it('is `unknown` when no answer comes in time', async () => {
    connector.next([{ kind: 'ok', delayMs: 1500 }]);
    expect(await send()).toMatchObject({ kind: 'unknown', reason: 'timeouterror' });
  });

  it('is `retry` when nobody listens there: no byte left', async () => {
    const free = createServer();
    await new Promise<void>((resolve) => free.listen(0, '127.0.0.1', resolve));
    const address = free.address();
    await new Promise((resolve) => free.close(resolve));
    const port = typeof address === 'object' && address ? address.port : 0;
    const result = await sender.send(addressOf(ANNA, `http://127.0.0.1:${port}/`), card('x'), 'x');
    expect(result).toEqual({ kind: 'retry', afterMs: null, reason: 'econnrefused' });
  });

  it('is `unreachable`, without a request, when the kept address is at a host that is not allowed', async () => {
    const result = await sender.send(addressOf(ANNA, 'https://evil.example/'), card('x'), 'x');
    expect(result).toEqual({ kind: 'unreachable', reason: 'no-conversation' });
  });

  it('is `retry` when Entra gives the bot no token: nothing left', async () => {
    const without = createTeamsSender(config, log, {
      token: async () => Promise.reject(new Error('no identity here')),
    });
    const result = await without.send(addressOf(ANNA, 'https://samordna.invalid/'), card('x'), 'x');
    expect(result).toEqual({ kind: 'retry', afterMs: null, reason: 'no-token' });
  });
});

describe('an update', () => {
  it('replaces the card under the same id', async () => {
    const sent = await send();
    const activityId = sent.kind === 'sent' ? sent.activityId : '';
    expect(await sender.update(anna(), activityId, card('besvarad'), 'Besvarad')).toEqual(sent);
    expect(connector.shown(personalChat(ANNA))).toMatchObject([
      { id: activityId, attachments: [{ content: card('besvarad') }] },
    ]);
  });

  it('of a message that is gone says so, and tells that from a conversation that is gone', async () => {
    expect(await sender.update(anna(), 'gone', card('x'), 'x')).toEqual({ kind: 'gone' });
    connector.next([{ kind: 'status', status: 404, body: { error: { code: 'ConversationNotFound' } } }]);
    expect(await sender.update(anna(), 'gone', card('x'), 'x')).toEqual({
      kind: 'unreachable',
      reason: 'no-conversation',
    });
  });

  it('is not followed to where a redirect points, which would carry the token there', async () => {
    connector.next([{ kind: 'status', status: 307, headers: { location: connector.url } }]);
    expect(await sender.update(anna(), 'a', card('x'), 'x')).toEqual({
      kind: 'unreachable',
      reason: 'moved',
    });
    expect(connector.received).toHaveLength(1);
  });

  it('that fails is told as a sending’s failure is', async () => {
    connector.next([serverError(502), throttled(1)]);
    expect(await sender.update(anna(), 'a', card('x'), 'x')).toEqual({ kind: 'unknown', reason: 'http-502' });
    expect(await sender.update(anna(), 'a', card('x'), 'x')).toMatchObject({ kind: 'retry', afterMs: 1000 });
  });
});

describe('Retry-After', () => {
  const now = Date.parse('2026-11-22T08:00:00Z');
  it.each([
    ['3', 3000],
    ['0', 0],
    ['Sun, 22 Nov 2026 08:00:30 GMT', 30_000],
    ['Sun, 22 Nov 2026 07:00:00 GMT', 0],
    ['soon', null],
    ['', null],
    [null, null],
  ])('%s', (header, expected) => {
    expect(retryAfterMs(header, now)).toBe(expected);
  });
});
