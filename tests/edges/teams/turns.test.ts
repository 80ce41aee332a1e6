import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  type ActivityJson,
  addressOf,
  cardAction,
  cardSubmit,
  installationUpdate,
  invoke,
  membersAdded,
  membersRemoved,
  mention,
  message,
  personalChat,
} from '#support/connector/activities.ts';
import { throttled } from '#support/connector/connector.ts';
import { ANNA, card, type Harness, localHarness, SORMLAND } from './harness.ts';

let at: Harness;
beforeAll(async () => {
  at = await localHarness();
});
afterAll(() => at.close());
beforeEach(() => {
  at.calls.length = 0;
  at.logged.length = 0;
  at.counted.length = 0;
  at.state.fail = null;
  at.connector.reset();
});

const where = () => ({ serviceUrl: at.connector.url });
const handle = (activity: ActivityJson) => at.edge.handle(activity, undefined);
const person = (n: number) => ({
  ...ANNA,
  objectId: `bbbbbbbb-bbbb-4bbb-8bbb-${String(n).padStart(12, '0')}`,
});

describe('a message', () => {
  it('is said by the person of the tenant, and the reply is one card with a summary and no second text', async () => {
    expect(await handle(message(ANNA, 'visa planen', where()))).toEqual({ status: 200 });
    expect(at.calls).toMatchObject([
      {
        method: 'said',
        text: 'visa planen',
        caller: {
          person: `${SORMLAND}:${ANNA.objectId}`,
          tenantId: SORMLAND,
          name: 'Anna Lind',
          locale: 'sv-SE',
          scope: 'personal',
          address: addressOf(ANNA, at.connector.url),
        },
      },
    ]);
    const [shown] = at.connector.shown(personalChat(ANNA));
    expect(shown).toMatchObject({
      type: 'message',
      summary: 'svar: visa planen',
      attachments: [
        { contentType: 'application/vnd.microsoft.card.adaptive', content: card('svar: visa planen') },
      ],
      channelData: { tenant: { id: SORMLAND } },
    });
    expect(shown).not.toHaveProperty('text');
  });

  it.each([
    ['<div>visa&nbsp;planen</div>', 'visa planen'],
    ['<p>rad ett</p><p>rad <b>två</b></p>', 'rad ett\nrad två'],
    ['upphandlingar < 5 mkr och > 2 mkr', 'upphandlingar < 5 mkr och > 2 mkr'],
    ['måltid &amp; textil', 'måltid & textil'],
  ])('loses its markup: %s', async (text, plain) => {
    await handle(message(ANNA, text, where()));
    expect(at.calls).toMatchObject([{ method: 'said', text: plain }]);
  });

  it('in a team is only for us when we are mentioned, and the mention is no part of what was said', async () => {
    await handle(message(ANNA, 'hej allihop', { ...where(), scope: 'channel' }));
    expect(at.calls).toEqual([]);
    await handle(mention(ANNA, 'vem har inte svarat?', where()));
    expect(at.calls).toMatchObject([
      { method: 'said', text: 'vem har inte svarat?', caller: { scope: 'team', address: null } },
    ]);
    expect(at.connector.shown('19:channel@thread.tacv2')).toHaveLength(1);
  });

  it('that mentions somebody else in a team is not for us', async () => {
    const entities = [{ type: 'mention', mentioned: { id: '29:else' }, text: '<at>Else</at>' }];
    await handle(mention(ANNA, 'hej', { ...where(), with: { entities } }));
    expect(at.calls).toEqual([]);
  });

  it('from something without an account is ignored', async () => {
    const from = { id: '28:another-bot', name: 'Bot' };
    expect(await handle(message(ANNA, 'hej', { ...where(), with: { from } }))).toEqual({ status: 200 });
    expect(at.calls).toEqual([]);
  });

  it('whose reply is refused for the moment is replied to a little later', async () => {
    at.connector.next([throttled(0), throttled(0)]);
    await handle(message(ANNA, 'hjälp', where()));
    expect(at.connector.received.map((one) => one.accepted)).toEqual([false, false, true]);
  });

  it('whose reply may have arrived is not replied to twice', async () => {
    at.connector.next([{ kind: 'status', status: 502, accept: true }]);
    await handle(message(ANNA, 'hjälp', where()));
    expect(at.connector.received).toHaveLength(1);
    expect(at.logged).toMatchObject([{ kind: 'unknown', reason: 'http-502' }]);
  });

  it('that hits a bug is answered with a sentence whose reference is in the log', async () => {
    at.state.fail = new Error('boom');
    expect(await handle(message({ ...ANNA, locale: 'en-GB' }, 'help', where()))).toEqual({ status: 200 });
    const [line] = at.logged;
    const [shown] = at.connector.shown(personalChat(ANNA));
    expect(String(shown?.text)).toMatch(/^Something went wrong/);
    expect(String(shown?.text)).toContain(String(line?.reference));
    expect(String(shown?.text)).not.toContain('boom');
    expect(at.counted).toEqual(['message failed']);
  });
});

describe('a button', () => {
  it('is answered with the card for the one who pressed, and nobody else’s card is touched', async () => {
    const data = { verb: 'request.yes', item: '1', volume: '12' };
    expect(await handle(cardAction(ANNA, data, where()))).toEqual({
      status: 200,
      body: { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card('kvitto') },
    });
    expect(at.calls).toMatchObject([{ method: 'pressed', data }]);
    expect(at.connector.received).toEqual([]);
    expect(at.counted).toEqual(['action', 'invoke answered']);
  });

  it('with a refresh in the answered card still edits nothing for the others', async () => {
    const refresh = { userIds: ['29:x'], action: { type: 'Action.Execute', verb: 'request.show' } };
    const answer = await handle(cardAction(ANNA, { verb: 'request.show', refresh }, where()));
    expect(answer.status).toBe(200);
    expect(at.connector.received).toEqual([]);
  });

  it('gets its verb from the action where the client dropped it from the data', async () => {
    const value = { action: { type: 'Action.Execute', verb: 'item.show', data: { item: '7' } } };
    await handle(cardAction(ANNA, {}, { ...where(), with: { value } }));
    expect(at.calls).toMatchObject([{ data: { verb: 'item.show', item: '7' } }]);
  });

  it('whose value is nonsense is still for the conversation to answer', async () => {
    const answer = await handle(cardAction(ANNA, {}, { ...where(), with: { value: 'x' } }));
    expect(at.calls).toMatchObject([{ method: 'pressed', data: undefined }]);
    expect(answer.body).toMatchObject({ statusCode: 200 });
  });

  it('that hits a bug is a typed error in the person’s language, with the reference that is logged', async () => {
    at.state.fail = new Error('boom');
    const answer = await handle(cardAction(ANNA, { verb: 'x' }, where()));
    expect(answer).toMatchObject({
      status: 200,
      body: { statusCode: 500, type: 'application/vnd.microsoft.error', value: { code: 'InternalError' } },
    });
    const text = JSON.stringify(answer.body);
    expect(text).toContain('Något gick fel');
    expect(text).toContain(String(at.logged[0]?.reference));
    expect(text).not.toContain('boom');
  });

  it('pressed by somebody without an account is a typed error', async () => {
    const answer = await handle(cardAction(ANNA, {}, { ...where(), with: { from: { id: '29:x' } } }));
    expect(answer).toMatchObject({
      status: 200,
      body: { statusCode: 400, type: 'application/vnd.microsoft.error', value: { code: 'UnknownSender' } },
    });
  });

  it('of a client without Action.Execute comes as a message, and its card is replaced', async () => {
    await handle(message(ANNA, 'först', where()));
    const sent = at.connector.received[0]?.activityId ?? '';
    await handle(cardSubmit(ANNA, { verb: 'say', text: 'x' }, { ...where(), replyToId: sent }));
    expect(at.calls[1]).toMatchObject({ method: 'pressed', data: { verb: 'say', text: 'x' } });
    expect(at.connector.shown(personalChat(ANNA))).toMatchObject([{ summary: 'kvitto' }]);
  });

  it('of such a client whose card is gone is answered with a new message', async () => {
    await handle(cardSubmit(ANNA, { verb: 'say' }, { ...where(), replyToId: 'gone' }));
    expect(at.connector.shown(personalChat(ANNA))).toMatchObject([{ summary: 'kvitto' }]);
  });

  it('of such a client in a team never replaces the card that everybody sees', async () => {
    await handle(cardSubmit(ANNA, { verb: 'say' }, { ...where(), scope: 'channel', replyToId: 'shared' }));
    expect(at.connector.received.map((one) => one.method)).toEqual(['POST']);
  });
});

describe('every other question of Teams gets an answer in its own shape', () => {
  it.each([
    ['task/fetch', { task: { type: 'message' } }],
    ['task/submit', { task: { type: 'message' } }],
    ['composeExtension/fetchTask', { composeExtension: { type: 'message' } }],
    ['config/fetch', { config: { type: 'message' } }],
    ['application/search', { statusCode: 200, type: 'application/vnd.microsoft.search.searchResponse' }],
    ['fileConsent/invoke', { statusCode: 400, type: 'application/vnd.microsoft.error' }],
    ['signin/verifyState', { statusCode: 400, type: 'application/vnd.microsoft.error' }],
    ['never/heard-of', { statusCode: 400, type: 'application/vnd.microsoft.error' }],
  ])('%s', async (name, body) => {
    const answer = await handle(invoke(ANNA, name, {}, where()));
    expect(answer).toMatchObject({ status: 200, body });
    expect(JSON.stringify(answer.body)).toMatch(/Samordna|results/);
  });

  it.each(['typing', 'messageReaction', 'event', 'endOfConversation', 'made-up'])(
    '%s is heard and ignored',
    async (type) => {
      const activity = message(ANNA, 'x', { ...where(), with: { type } });
      expect(await handle(activity)).toEqual({ status: 200 });
      expect(at.counted).toEqual([`${type === 'event' ? 'event' : 'other'} ignored`]);
      expect(at.calls).toEqual([]);
    },
  );

  it('a read receipt tells up to which message a personal chat was seen', async () => {
    const name = 'application/vnd.microsoft.readReceipt';
    const value = { lastReadMessageId: '1764144000000' };
    const receipt = message(ANNA, 'x', { ...where(), with: { type: 'event', name, value } });
    expect(await handle(receipt)).toEqual({ status: 200 });
    expect(at.calls).toMatchObject([{ method: 'read', text: '1764144000000' }]);
    for (const unreadable of [{}, { lastReadMessageId: '' }, null, 7]) {
      await handle(message(ANNA, 'x', { ...where(), with: { type: 'event', name, value: unreadable } }));
    }
    expect(at.calls).toHaveLength(1);
  });
});

describe('an installation', () => {
  it('is one arrival, though Teams tells of it twice and in any order', async () => {
    const [first, second] = [person(1), person(2)];
    await handle(installationUpdate(first, where()));
    await handle(membersAdded(first, where()));
    await handle(membersAdded(second, where()));
    await handle(installationUpdate(second, where()));
    expect(at.calls.map((call) => [call.method, call.caller.person])).toEqual([
      ['arrived', `${SORMLAND}:${first.objectId}`],
      ['arrived', `${SORMLAND}:${second.objectId}`],
    ]);
  });

  it('told of by one kind only is an arrival as well, and opening the chat again is a new one', async () => {
    await handle(membersAdded(person(3), where()));
    await handle(installationUpdate(person(4), where()));
    await handle(membersAdded(person(4), where()));
    await handle(installationUpdate(person(4), where()));
    await handle(membersAdded(person(4), where()));
    expect(at.calls).toHaveLength(3);
    expect(at.connector.shown(personalChat(person(4)))).toHaveLength(2);
  });

  it('in a team welcomes nobody', async () => {
    await handle(installationUpdate(person(5), { ...where(), scope: 'channel' }));
    await handle(membersAdded(person(5), { ...where(), scope: 'groupChat' }));
    expect(at.calls).toEqual([]);
    expect(at.connector.received).toEqual([]);
  });

  it('that is undone forgets the person’s address', async () => {
    await handle(installationUpdate(person(6), where(), 'remove'));
    await handle(membersRemoved(person(7), where()));
    expect(at.calls.map((call) => call.method)).toEqual(['left', 'left']);
  });
});
