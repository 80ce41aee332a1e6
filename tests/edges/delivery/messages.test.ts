import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as messages from '#application/messages.ts';
import { MESSAGE_STATES, type MessageBody, type MessageState } from '#application/ports/delivery.ts';
import { asPersonId, asUnitId, type Instant, itemId } from '#domain/shared/ids.ts';

const at = (minute: number) => `2026-11-22T08:${String(minute).padStart(2, '0')}:00.000Z` as Instant;
const ANNA = asPersonId('tenant:anna');
const NOTICE = {
  id: 'item-1:4:0',
  at: '2026-11-20T08:00:00.000Z' as Instant,
  subject: { card: 'request', item: itemId('item-1'), unit: asUnitId('sormland/IT') },
  occasion: 'new',
} as const;
const planned = messages.plannedMessage(ANNA, NOTICE, at(0));
const LEASE = { worker: 'w', leaseUntil: at(10) };

const STATES: Readonly<Record<MessageState, MessageBody['state']>> = {
  planned: planned.body.state,
  claimed: { name: 'claimed', attempts: 0, ...LEASE },
  sending: { name: 'sending', attempts: 0, ...LEASE },
  sent: { name: 'sent', at: at(1), activityId: 'a', shown: 'digest' },
  seen: { name: 'seen', at: at(1), activityId: 'a', shown: 'digest' },
  answered: { name: 'answered', at: at(1), activityId: 'a', shown: 'digest' },
  unknown: { name: 'unknown', at: at(1), reason: 'http-502' },
  unreachable: { name: 'unreachable', at: at(1), reason: 'blocked' },
  superseded: { name: 'superseded', at: at(1) },
  cancelled: { name: 'cancelled', at: at(1), by: 'tenant:officer' },
};
const bodyIn = (state: MessageState): MessageBody => ({ ...planned.body, state: STATES[state] });
/** What is known of a card that stands in the chat stays known. */
const STANDING_STAYS = { sent: 'sent', seen: 'seen', answered: 'answered' } as const;
const evidence = (as: 'seen' | 'answered') => (body: MessageBody) =>
  messages.evidenced({ body, index: {} }, as, at(2)) ??
  ({ ok: false, error: { from: body.state.name, to: as } } as const);

/** What may be done, and to which state it leads from where. */
const MOVES: readonly {
  readonly name: string;
  readonly move: (body: MessageBody) => messages.Move;
  readonly legal: Partial<Record<MessageState, MessageState>>;
}[] = [
  { name: 'claimed', move: (body) => messages.claimed(body, LEASE), legal: { planned: 'claimed' } },
  { name: 'sending', move: (body) => messages.sending(body, LEASE), legal: { claimed: 'sending' } },
  {
    name: 'sent',
    move: (body) => messages.sent(body, at(2), 'a', 'digest'),
    legal: { sending: 'sent', unknown: 'sent', ...STANDING_STAYS },
  },
  {
    name: 'seen',
    move: evidence('seen'),
    legal: { sending: 'seen', sent: 'seen', unknown: 'seen' },
  },
  {
    name: 'answered',
    move: evidence('answered'),
    legal: { sending: 'answered', sent: 'answered', seen: 'answered', unknown: 'answered' },
  },
  {
    name: 'cancelled',
    move: (body) => messages.cancelled(body, at(2), 'tenant:officer'),
    legal: { planned: 'cancelled', claimed: 'cancelled', unreachable: 'cancelled' },
  },
  {
    name: 'resolved as arrived',
    move: (body) => messages.resolved(body, 'arrived', ANNA, at(2)),
    legal: { unknown: 'sent' },
  },
  {
    name: 'replaced',
    move: (body) => messages.superseded(body, at(2), 'another'),
    legal: {
      planned: 'superseded',
      claimed: 'superseded',
      unreachable: 'superseded',
      sent: 'superseded',
      seen: 'superseded',
      answered: 'superseded',
    },
  },
  { name: 'unknown', move: (body) => messages.unknown(body, at(2), 'x'), legal: { sending: 'unknown' } },
  {
    name: 'unreachable',
    move: (body) => messages.unreachable(body, at(2), 'blocked'),
    legal: { planned: 'unreachable', sending: 'unreachable' },
  },
  {
    name: 'superseded',
    move: (body) => messages.superseded(body, at(2)),
    legal: { planned: 'superseded', claimed: 'superseded', unreachable: 'superseded' },
  },
  {
    name: 'retry',
    move: (body) => messages.retry(body, at(2), 'http-429'),
    legal: { claimed: 'planned', sending: 'planned' },
  },
  {
    name: 'replanned',
    move: (body) => messages.replanned(body, at(2)),
    legal: { claimed: 'planned', unreachable: 'planned', cancelled: 'planned' },
  },
  {
    name: 'lapsed',
    move: (body) => messages.lapsed(body, at(10)),
    legal: { claimed: 'planned', sending: 'unknown' },
  },
  { name: 'marked', move: (body) => messages.marked(body), legal: STANDING_STAYS },
  { name: 'updating', move: (body) => messages.updating(body, at(20)), legal: STANDING_STAYS },
  { name: 'updated', move: (body) => messages.updated(body, 'new', false), legal: STANDING_STAYS },
];

describe('a message', () => {
  it('has the same id for the same notice and person, and another for any other pair', () => {
    fc.assert(
      fc.property(fc.tuple(fc.string(), fc.string()), fc.tuple(fc.string(), fc.string()), (one, other) => {
        const [a, b] = [one, other].map(([notice, person]) => messages.messageId(notice, asPersonId(person)));
        expect(a === b).toBe(one[0] === other[0] && one[1] === other[1]);
      }),
      {
        examples: [
          [
            ['a', 'b'],
            ['a', 'b'],
          ],
          [
            ['a"', '"b'],
            ['a', '""b'],
          ],
        ],
      },
    );
  });

  it('is planned as due at once, and is found by its person, its tenant, its item and its notice', () => {
    expect(planned).toEqual({
      kind: 'message',
      id: messages.messageId('item-1:4:0', ANNA),
      index: {
        state: 'planned',
        person: ANNA,
        parent: 'item-1',
        key: 'item-1:4:0',
        region: 'tenant',
        dueAt: at(0),
      },
      body: {
        person: ANNA,
        deliveries: [{ ...NOTICE, id: 'item-1:4:0/tenant:anna', notice: 'item-1:4:0' }],
        state: { name: 'planned', attempts: 0, notBefore: at(0) },
      },
    });
  });

  const all = MOVES.flatMap(({ name, move, legal }) =>
    MESSAGE_STATES.map((from) => ({ name, move, from, to: legal[from] })),
  );
  it.each(all.filter(({ to }) => to !== undefined))(
    'that is $from and $name is $to',
    ({ move, from, to }) => {
      const next = move(bodyIn(from));
      expect(next).toMatchObject({
        ok: true,
        value: { body: { state: { name: to } }, index: { state: to } },
      });
    },
  );
  it.each(all.filter(({ to }) => to === undefined))('that is $from cannot be $name', ({ move, from }) => {
    expect(move(bodyIn(from))).toMatchObject({ ok: false, error: { from } });
  });

  it('is never sent twice: no way leads from `sending` over `unknown` back to `planned`', () => {
    const seen = new Set<MessageState>();
    const walk = (from: MessageState): void => {
      if (seen.has(from)) return;
      seen.add(from);
      for (const { legal } of MOVES) if (legal[from]) walk(legal[from]);
    };
    walk('unknown');
    expect([...seen].toSorted()).toEqual(['answered', 'seen', 'sent', 'superseded', 'unknown']);
  });

  it('is sent again after `unknown` only when a person says that it did not come', () => {
    const again = messages.resolved({ ...bodyIn('unknown'), digest: 'd' }, 'again', ANNA, at(2));
    expect(again).toMatchObject({
      ok: true,
      value: { body: { state: { name: 'planned' }, resolved: { by: ANNA, as: 'again' } } },
    });
    expect(again.ok && again.value.body).not.toHaveProperty('digest');
    for (const from of MESSAGE_STATES.filter((name) => name !== 'unknown')) {
      expect(messages.resolved(bodyIn(from), 'again', ANNA, at(2)).ok).toBe(false);
    }
  });

  it('that its reader proves to have keeps the mark of a change and the lease on its card', () => {
    const index = { ...planned.index, state: 'sent', pending: 1, dueAt: at(20) } as const;
    expect(messages.evidenced({ body: bodyIn('sent'), index }, 'seen', at(2))).toMatchObject({
      ok: true,
      value: { index: { state: 'seen', pending: 1, dueAt: at(20) } },
    });
    expect(messages.evidenced({ body: bodyIn('answered'), index }, 'seen', at(2))).toBeNull();
  });

  it('that was unknown learns from its reader which message in the chat it is', () => {
    const proved = messages.evidenced({ body: bodyIn('unknown'), index: {} }, 'seen', at(2), 'activity-7');
    expect(proved).toMatchObject({ ok: true, value: { body: { state: { activityId: 'activity-7' } } } });
  });
});

const value = (move: messages.Move) => {
  if (!move.ok) throw new Error(`${move.error.from} → ${move.error.to}`);
  return move.value;
};

describe('a move', () => {
  it('keeps a lease until its end: only then it lapses', () => {
    expect(messages.lapsed(bodyIn('claimed'), at(9)).ok).toBe(false);
    expect(messages.lapsed(bodyIn('sending'), at(9)).ok).toBe(false);
    expect(value(messages.lapsed(bodyIn('claimed'), at(10))).index.dueAt).toBe(at(10));
    expect(value(messages.lapsed(bodyIn('sending'), at(10))).index).not.toHaveProperty('dueAt');
  });

  it('counts tries that came to nothing, and keeps the count when the message is claimed again', () => {
    const once = value(messages.retry(bodyIn('sending'), at(3), 'http-429'));
    expect(once).toMatchObject({
      body: { state: { attempts: 1, reason: 'http-429', notBefore: at(3) } },
      index: { dueAt: at(3) },
    });
    const announced = value(messages.sending(value(messages.claimed(once.body, LEASE)).body, LEASE));
    expect(value(messages.retry(announced.body, at(4), 'http-412')).body.state).toMatchObject({
      attempts: 2,
    });
  });

  it('makes whoever holds a lease due at its end', () => {
    expect(value(messages.claimed(bodyIn('planned'), LEASE)).index.dueAt).toBe(at(10));
    expect(value(messages.sending(bodyIn('claimed'), LEASE)).index.dueAt).toBe(at(10));
  });

  it('takes the mark of a change off while a card is updated, and sets it again when it changed meanwhile', () => {
    const card = bodyIn('sent');
    expect(value(messages.marked(card)).index.pending).toBe(1);
    const busy = value(messages.updating(card, at(20)));
    expect(busy.index).toEqual({ ...planned.index, state: 'sent', dueAt: at(20) });
    const { dueAt: _, ...settled } = busy.index;
    expect(value(messages.updated(card, 'new', false)).index).toEqual(settled);
    expect(value(messages.updated(card, 'new', true))).toMatchObject({
      index: { ...settled, pending: 1 },
      body: { state: { name: 'sent', shown: 'new', activityId: 'a' } },
    });
  });
});
