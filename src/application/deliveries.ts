import { setImmediate as nextTurn } from 'node:timers/promises';
import type { CardKind } from '#domain/coordination/notice.ts';
import { type Instant, type ItemId, itemId, type PersonId, type RoundId } from '#domain/shared/ids.ts';
import type { CaseBody } from './cases.ts';
import { allDocuments } from './paging.ts';
import type { MessageBody, MessageState } from './ports/delivery.ts';
import type { DocumentStore } from './ports/documents.ts';

export const COUNTED = [
  'planned',
  'sent',
  'seen',
  'answered',
  'unknown',
  'unreachable',
  'superseded',
  'cancelled',
] as const;
/**
 * Each message once, so that all of them together are what was planned. `planned` counts what is on its way as well: to
 * whoever asks, it has not been sent.
 */
export type DeliveryCounts = Readonly<Record<(typeof COUNTED)[number], number>>;

/** How many messages are in which state: of one item or of all. */
export const deliveryCounts = async (
  store: DocumentStore,
  { item }: { readonly item?: ItemId } = {},
): Promise<DeliveryCounts> => {
  const counted: [string, number][] = [];
  for (const name of COUNTED) {
    const state: readonly MessageState[] = name === 'planned' ? ['planned', 'claimed', 'sending'] : [name];
    const where = { state, ...(item === undefined ? {} : { parent: item }) };
    counted.push([name, await store.count({ kind: 'message', where })]);
    // While a push of thousands is counted, its cards go on leaving in time.
    await nextTurn();
  }
  return Object.fromEntries(counted) as Record<(typeof COUNTED)[number], number>;
};

export interface DeliveryFilter {
  readonly item?: ItemId;
  /** `itemId#n`: what was sent about the item from its n-th asking until the next. */
  readonly round?: RoundId;
  readonly person?: PersonId;
  readonly states?: readonly MessageState[];
}

/** One notice to one person and what came of it. */
export interface DeliveryLine {
  readonly id: string;
  /** Of the message that carries it. */
  readonly message: string;
  readonly notice: string;
  readonly item: ItemId;
  readonly card: CardKind;
  readonly person: PersonId;
  /** Whose deputy the person is, where that one could not be reached. */
  readonly insteadOf: PersonId | null;
  readonly state: MessageState;
  /** Tries that came to nothing so far; null once there is a result. */
  readonly attempts: number | null;
  /** The machine's time: of the result, of the next attempt (`planned`), or of a lease's end (`claimed`, `sending`). */
  readonly at: Instant;
  /** Why it was not sent (yet), or nobody knows. */
  readonly reason: string | null;
}

const lineOf = ({
  person,
  deliveries: [first],
  insteadOf,
  state,
}: MessageBody): Omit<DeliveryLine, 'id' | 'notice' | 'message'> => ({
  item: first.subject.item,
  card: first.subject.card,
  person,
  insteadOf: insteadOf ?? null,
  state: state.name,
  attempts: 'attempts' in state ? state.attempts : null,
  at: 'at' in state ? state.at : 'notBefore' in state ? state.notBefore : state.leaseUntil,
  reason: ('reason' in state && state.reason) || null,
});

/** Business time from which to which an asking ran; null when there was none of that number. */
const timeOf = async (
  store: DocumentStore,
  round: RoundId,
): Promise<{ readonly item: ItemId; readonly from: Instant; readonly until: Instant | null } | null> => {
  const at = round.lastIndexOf('#');
  const item = itemId(round.slice(0, Math.max(0, at)));
  const known = await store.get<CaseBody>('case', item);
  const opened = (known?.body.history ?? []).flatMap(({ event }) =>
    event.type === 'round-opened' ? [event] : [],
  );
  const nth = opened.findIndex((event) => String(event.number) === round.slice(at + 1));
  const from = opened[nth]?.at;
  return from === undefined ? null : { item, from, until: opened[nth + 1]?.at ?? null };
};

/** Every delivery that fits, oldest notice first; empty for an unknown round or a round of another item than `item`. */
export const listDeliveries = async (
  store: DocumentStore,
  { item, round, person, states }: DeliveryFilter = {},
): Promise<readonly DeliveryLine[]> => {
  const time = round === undefined ? null : await timeOf(store, round);
  if (round !== undefined && (time === null || (item !== undefined && item !== time.item))) return [];
  const parent = time?.item ?? item;
  const where = {
    ...(parent === undefined ? {} : { parent }),
    ...(person === undefined ? {} : { person }),
    ...(states === undefined ? {} : { state: states }),
  };
  const found: { readonly since: Instant; readonly line: DeliveryLine }[] = [];
  for await (const { id: message, body } of allDocuments<MessageBody>(store, { kind: 'message', where })) {
    for (const { id, notice, at } of body.deliveries) {
      if (time && (at < time.from || (time.until !== null && at >= time.until))) continue;
      found.push({ since: at, line: { id, message, notice, ...lineOf(body) } });
    }
  }
  return found
    .toSorted((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : a.line.id < b.line.id ? -1 : 1))
    .map(({ line }) => line);
};

/** A delivery that did not arrive for certain: unreachable, unknown, or still waiting after a try that failed. */
export interface DeliveryProblem {
  readonly person: PersonId;
  readonly item: ItemId;
  readonly state: 'planned' | 'unknown' | 'unreachable';
  readonly reason?: string;
}

/** What needs somebody's attention, oldest notice first. */
export const deliveryProblems = async (
  store: DocumentStore,
  { item }: { readonly item?: ItemId } = {},
): Promise<readonly DeliveryProblem[]> => {
  const states = ['planned', 'unknown', 'unreachable'] as const;
  const lines = await listDeliveries(store, { states, ...(item === undefined ? {} : { item }) });
  return lines.flatMap((line): readonly DeliveryProblem[] => {
    const state = states.find((name) => name === line.state);
    if (state === undefined || line.attempts === 0) return [];
    return [{ person: line.person, item: line.item, state, ...(line.reason ? { reason: line.reason } : {}) }];
  });
};
