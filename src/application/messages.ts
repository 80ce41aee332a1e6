import { createHash } from 'node:crypto';
import type { Notice } from '#domain/coordination/notice.ts';
import type { Instant, PersonId } from '#domain/shared/ids.ts';
import { fail, ok, type Result } from '#domain/shared/result.ts';
import type { MessageBody, MessageState } from './ports/delivery.ts';
import type { DocumentIndex, NewDocument, StoredDocument } from './ports/documents.ts';
import type { UnreachableReason } from './ports/teams.ts';

export type StoredMessage = StoredDocument<MessageBody>;

/** What a message may become. `unknown` is left only by its own late answer, never by a second sending. */
const NEXT: Readonly<Record<MessageState, readonly MessageState[]>> = {
  planned: ['claimed', 'unreachable', 'superseded'],
  claimed: ['planned', 'sending', 'superseded'],
  sending: ['planned', 'sent', 'unknown', 'unreachable'],
  sent: [],
  unknown: ['sent'],
  unreachable: ['planned', 'superseded'],
  superseded: [],
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

/** `dueAt`: when a worker has to look at the message: its next attempt, or the end of a lease. */
const indexOf = ({ person, deliveries: [first], state }: MessageBody): DocumentIndex => ({
  state: state.name,
  person,
  parent: first.subject.item,
  key: first.notice,
  ...(state.name === 'planned' ? { dueAt: state.notBefore } : {}),
  ...('leaseUntil' in state ? { dueAt: state.leaseUntil } : {}),
});

/** The message that brings a notice to a person; due at once. `now` is the machine's. */
export const plannedMessage = (
  person: PersonId,
  { id: notice, subject, occasion, at }: Pick<Notice, 'id' | 'subject' | 'occasion' | 'at'>,
  now: Instant,
): NewDocument<MessageBody> => {
  const body: MessageBody = {
    person,
    deliveries: [{ id: `${notice}/${person}`, notice, subject, occasion, at }],
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
const attemptsOf = ({ state }: MessageBody): number => ('attempts' in state ? state.attempts : 0);

export interface Lease {
  readonly worker: string;
  readonly leaseUntil: Instant;
}
export const claimed = (body: MessageBody, lease: Lease): Move =>
  move(body, { name: 'claimed', attempts: attemptsOf(body), ...lease });

/** Written just before the bytes leave: from here on the message is sent at most once. */
export const sending = (body: MessageBody, lease: Lease): Move =>
  move(body, { name: 'sending', attempts: attemptsOf(body), ...lease });

/** `shown`: the digest of the card that went out. Also the late answer to a sending that was given up as unknown. */
export const sent = (body: MessageBody, at: Instant, activityId: string, shown: string): Move =>
  move(body, { name: 'sent', at, activityId, shown });

export const unknown = (body: MessageBody, at: Instant, reason: string): Move =>
  move(body, { name: 'unknown', at, reason });

export const unreachable = (body: MessageBody, at: Instant, reason: UnreachableReason): Move =>
  move(body, { name: 'unreachable', at, reason });

export const superseded = (body: MessageBody, at: Instant): Move => move(body, { name: 'superseded', at });

/** A try that is known to have shown nothing: once more from `notBefore` on. */
export const retry = (body: MessageBody, notBefore: Instant, reason: string): Move =>
  'leaseUntil' in body.state
    ? move(body, { name: 'planned', attempts: body.state.attempts + 1, notBefore, reason })
    : fail({ from: body.state.name, to: 'planned' });

/** Given back untried: a claim that was released, or a person who can be reached again. */
export const replanned = (body: MessageBody, now: Instant): Move =>
  body.state.name === 'sending'
    ? fail({ from: 'sending', to: 'planned' })
    : move(body, { name: 'planned', attempts: attemptsOf(body), notBefore: now });

/** What is left of a message whose worker was not heard of until `now`. */
export const lapsed = (body: MessageBody, now: Instant): Move => {
  const { state } = body;
  if (!('leaseUntil' in state) || state.leaseUntil > now) return fail({ from: state.name, to: 'planned' });
  return state.name === 'claimed' ? replanned(body, now) : unknown(body, now, 'no-answer-recorded');
};

/** Sent, and its case has changed since the card was rendered: to be looked at again. */
export const marked = (body: MessageBody): Move =>
  body.state.name === 'sent'
    ? ok({ body, index: { ...indexOf(body), pending: 1 } })
    : fail({ from: body.state.name, to: 'sent' });

/**
 * A sent card that one worker looks at again until `until`. The mark of the change is taken off before the card is
 * rendered, so that a change in the meantime sets it anew; a worker that dies leaves `until` to be due.
 */
export const updating = (body: MessageBody, until: Instant): Move =>
  body.state.name === 'sent'
    ? ok({ body, index: { ...indexOf(body), dueAt: until } })
    : fail({ from: body.state.name, to: 'sent' });

/** `shown`: the digest of the card as it now stands in the chat; `changed`: whether it was marked again meanwhile. */
export const updated = (body: MessageBody, shown: string, changed: boolean): Move => {
  if (body.state.name !== 'sent') return fail({ from: body.state.name, to: 'sent' });
  const next: MessageBody = { ...body, state: { ...body.state, shown } };
  return changed ? marked(next) : ok({ body: next, index: indexOf(next) });
};
