import type { CardKind } from '#domain/coordination/notice.ts';
import { type Instant, type ItemId, itemId, type PersonId, type RoundId } from '#domain/shared/ids.ts';
import type { CaseBody } from './cases.ts';
import { allDocuments } from './paging.ts';
import type { MessageBody, MessageState } from './ports/delivery.ts';
import type { DocumentStore } from './ports/documents.ts';

/** `planned` counts what is on its way as well: to whoever asks, it has not been sent. */
export type DeliveryCounts = Readonly<
  Record<'planned' | 'sent' | 'unknown' | 'unreachable' | 'superseded', number>
>;

/** How many messages are in which state: of one item or of all. */
export const deliveryCounts = async (
  store: DocumentStore,
  { item }: { readonly item?: ItemId } = {},
): Promise<DeliveryCounts> => {
  const count = (...state: readonly MessageState[]): Promise<number> =>
    store.count({ kind: 'message', where: { state, ...(item === undefined ? {} : { parent: item }) } });
  const [planned, sent, unknown, unreachable, superseded] = await Promise.all([
    count('planned', 'claimed', 'sending'),
    count('sent'),
    count('unknown'),
    count('unreachable'),
    count('superseded'),
  ]);
  return { planned, sent, unknown, unreachable, superseded };
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
  readonly notice: string;
  readonly item: ItemId;
  readonly card: CardKind;
  readonly person: PersonId;
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
  state,
}: MessageBody): Omit<DeliveryLine, 'id' | 'notice'> => ({
  item: first.subject.item,
  card: first.subject.card,
  person,
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
  for await (const { body } of allDocuments<MessageBody>(store, { kind: 'message', where })) {
    for (const { id, notice, at } of body.deliveries) {
      if (time && (at < time.from || (time.until !== null && at >= time.until))) continue;
      found.push({ since: at, line: { id, notice, ...lineOf(body) } });
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
