import { createHash } from 'node:crypto';
import type { Notice } from '#domain/coordination/notice.ts';
import type { Instant, PersonId } from '#domain/shared/ids.ts';
import { fail, ok, type Result } from '#domain/shared/result.ts';
import {
  type MessageBody,
  type MessageState,
  type Resolution,
  STANDING,
  type Standing,
} from './ports/delivery.ts';
import type { DocumentIndex, NewDocument, StoredDocument } from './ports/documents.ts';
import type { UnreachableReason } from './ports/teams.ts';

export type StoredMessage = StoredDocument<MessageBody>;

/**
 * What a message may become. `unknown` is left by evidence: its own late answer, or its reader; a second sending needs a
 * person who says that the first one did not come.
 */
const NEXT: Readonly<Record<MessageState, readonly MessageState[]>> = {
  planned: ['claimed', 'unreachable', 'superseded', 'cancelled'],
  claimed: ['planned', 'sending', 'superseded', 'cancelled'],
  sending: ['planned', 'sent', 'seen', 'answered', 'unknown', 'unreachable'],
  sent: ['sent', 'seen', 'answered', 'superseded'],
  seen: ['seen', 'answered', 'superseded'],
  answered: ['answered', 'superseded'],
  unknown: ['sent', 'seen', 'answered', 'planned'],
  unreachable: ['planned', 'superseded', 'cancelled'],
  superseded: [],
  cancelled: ['planned'],
};

export interface IllegalMove {
  readonly from: MessageState;
  readonly to: MessageState;
}
/** A message as it is to be written next, or why it must not be. */
export type Move = Result<{ readonly body: MessageBody; readonly index: DocumentIndex }, IllegalMove>;

/** The same notice to the same person is the same message, so that planning it twice is a conflict in the store. */
export const messageId = (notice: string, person: PersonId): string =>
  createHash('sha256')
    .update(JSON.stringify([notice, person]))
    .digest('base64url');

/** The tenant that a person belongs to, by which Teams counts requests. */
export const tenantOf = (person: PersonId): string => person.slice(0, person.indexOf(':'));

/** `dueAt`: when a worker has to look at the message: its next attempt, or the end of a lease. */
const indexOf = ({ person, deliveries: [first], state }: MessageBody): DocumentIndex => ({
  state: state.name,
  person,
  parent: first.subject.item,
  key: first.notice,
  // The tenant: each has a pace and a queue of its own.
  region: tenantOf(person),
  ...(state.name === 'planned' ? { dueAt: state.notBefore } : {}),
  ...('leaseUntil' in state ? { dueAt: state.leaseUntil } : {}),
});

/** The message that brings a notice to a person, or to the deputy of whom it was meant for; due at once. `now` is the machine's. */
export const plannedMessage = (
  person: PersonId,
  { id: notice, subject, occasion, at }: Pick<Notice, 'id' | 'subject' | 'occasion' | 'at'>,
  now: Instant,
  insteadOf?: PersonId,
): NewDocument<MessageBody> => {
  const body: MessageBody = {
    person,
    deliveries: [{ id: `${notice}/${person}`, notice, subject, occasion, at }],
    ...(insteadOf === undefined ? {} : { insteadOf }),
    state: { name: 'planned', attempts: 0, notBefore: now },
  };
  return { kind: 'message', id: messageId(notice, person), index: indexOf(body), body };
};

const move = (body: MessageBody, state: MessageBody['state']): Move => {
  const from = body.state.name;
  if (!NEXT[from].includes(state.name)) return fail({ from, to: state.name });
  const next: MessageBody = { ...body, state };
  return ok({ body: next, index: indexOf(next) });
};
type StandingState = Extract<MessageBody['state'], { name: Standing }>;
export const isStanding = (state: MessageBody['state']): state is StandingState =>
  (STANDING as readonly string[]).includes(state.name);
const attemptsOf = ({ state }: MessageBody): number => ('attempts' in state ? state.attempts : 0);

export interface Lease {
  readonly worker: string;
  readonly leaseUntil: Instant;
}
/** `digest`: the first of the messages with which it goes out as one card. */
export const claimed = (body: MessageBody, lease: Lease, digest?: string): Move =>
  move(digest === undefined ? body : { ...body, digest }, {
    name: 'claimed',
    attempts: attemptsOf(body),
    ...lease,
  });

/** Written just before the bytes leave: from here on the message is sent at most once. */
export const sending = (body: MessageBody, lease: Lease): Move =>
  move(body, { name: 'sending', attempts: attemptsOf(body), ...lease });

/**
 * `shown`: the digest of the card that went out. Also the late answer to a sending that was given up as unknown, or whose
 * reader was faster: what is known of the reader stays.
 */
export const sent = (body: MessageBody, at: Instant, activityId: string, shown: string): Move => {
  const { state } = body;
  const known = isStanding(state) ? { name: state.name, at: state.at } : { name: 'sent' as const, at };
  return move(body, { ...known, activityId, shown });
};

export const unknown = (body: MessageBody, at: Instant, reason: string): Move =>
  move(body, { name: 'unknown', at, reason });

export const unreachable = (body: MessageBody, at: Instant, reason: UnreachableReason): Move =>
  move(body, { name: 'unreachable', at, reason });

/** `by`: the message that took the place of a card that was lost. */
export const superseded = (body: MessageBody, at: Instant, by?: string): Move =>
  isStanding(body.state) && by === undefined
    ? fail({ from: body.state.name, to: 'superseded' })
    : move(body, { name: 'superseded', at, ...(by === undefined ? {} : { by }) });

/** A push that was stopped before this message's turn; `by`: the person, or the command line. */
export const cancelled = (body: MessageBody, at: Instant, by: string): Move =>
  move(body, { name: 'cancelled', at, by });

/**
 * There is proof that the card came: its reader pressed it, or Teams said that it was read. Null when that was known.
 * `activityId`: which message it is, where the proof tells. A mark of change and a lease on the card stay.
 */
export const evidenced = (
  { body, index }: Pick<StoredMessage, 'body' | 'index'>,
  as: 'seen' | 'answered',
  at: Instant,
  activityId = '',
): Move | null => {
  const { state } = body;
  if (state.name === as || state.name === 'answered') return null;
  const known = isStanding(state)
    ? { activityId: state.activityId || activityId, shown: state.shown }
    : { activityId, shown: '' };
  const moved = move(body, { name: as, at, ...known });
  if (!moved.ok || !isStanding(state)) return moved;
  const { pending, dueAt } = index;
  const kept = { ...(pending === undefined ? {} : { pending }), ...(dueAt === undefined ? {} : { dueAt }) };
  return ok({ body: moved.value.body, index: { ...moved.value.index, ...kept } });
};

/** A person says what became of an `unknown` one. */
export const resolved = (body: MessageBody, as: Resolution, by: PersonId, now: Instant): Move => {
  if (body.state.name !== 'unknown') return fail({ from: body.state.name, to: 'planned' });
  const { digest: _, ...rest } = body;
  const told: MessageBody = { ...rest, resolved: { by, at: now, as } };
  return as === 'again'
    ? move(told, { name: 'planned', attempts: 0, notBefore: now })
    : move(body.digest === undefined ? told : { ...told, digest: body.digest }, {
        name: 'sent',
        at: now,
        activityId: '',
        shown: '',
      });
};

/** A try that is known to have shown nothing: once more from `notBefore` on. */
export const retry = (body: MessageBody, notBefore: Instant, reason: string): Move =>
  'leaseUntil' in body.state
    ? move(alone(body), { name: 'planned', attempts: body.state.attempts + 1, notBefore, reason })
    : fail({ from: body.state.name, to: 'planned' });

/** Given back untried: a claim that was released, or a person who can be reached again. */
export const replanned = (body: MessageBody, now: Instant): Move =>
  body.state.name === 'sending' || body.state.name === 'unknown'
    ? fail({ from: body.state.name, to: 'planned' })
    : move(alone(body), { name: 'planned', attempts: attemptsOf(body), notBefore: now });

/** Taken back unsent: it may go out in another company, or by itself. */
const alone = ({ digest: _, ...body }: MessageBody): MessageBody => body;

/** What is left of a message whose worker was not heard of until `now`. */
export const lapsed = (body: MessageBody, now: Instant): Move => {
  const { state } = body;
  if (!('leaseUntil' in state) || state.leaseUntil > now) return fail({ from: state.name, to: 'planned' });
  return state.name === 'claimed' ? replanned(body, now) : unknown(body, now, 'no-answer-recorded');
};

/** Stands in the chat, and its case has changed since the card was rendered: to be looked at again. */
export const marked = (body: MessageBody): Move =>
  isStanding(body.state)
    ? ok({ body, index: { ...indexOf(body), pending: 1 } })
    : fail({ from: body.state.name, to: 'sent' });

/**
 * A standing card that one worker looks at again until `until`. The mark of the change is taken off before the card is
 * rendered, so that a change in the meantime sets it anew; a worker that dies leaves `until` to be due.
 */
export const updating = (body: MessageBody, until: Instant): Move =>
  isStanding(body.state)
    ? ok({ body, index: { ...indexOf(body), dueAt: until } })
    : fail({ from: body.state.name, to: 'sent' });

/** `shown`: the digest of the card as it now stands in the chat; `changed`: whether it was marked again meanwhile. */
export const updated = (body: MessageBody, shown: string, changed: boolean): Move => {
  if (!isStanding(body.state)) return fail({ from: body.state.name, to: 'sent' });
  const next: MessageBody = { ...body, state: { ...body.state, shown } };
  return changed ? marked(next) : ok({ body: next, index: indexOf(next) });
};
