import { z } from 'zod';
import type { SendResult, UnreachableReason } from '#application/ports/teams.ts';

/** Teams' words for "never again until the person comes back" (403). */
const NEVER: readonly (readonly [code: string, reason: UnreachableReason])[] = [
  ['MessageWritesBlocked', 'writes-blocked'],
  ['ConversationBlockedByUser', 'blocked'],
  ['BotNotInConversationRoster', 'uninstalled'],
  ['BotDisabledByAdmin', 'disabled-by-admin'],
  ['ForbiddenOperationException', 'forbidden'],
];

const ErrorBody = z.object({
  error: z.object({ code: z.string().nullish(), message: z.string().nullish() }),
});
const Inner = z.object({ subCode: z.string().nullish() });

/** The codes of an error body; the `subCode` hides in a message that is itself JSON. */
const codesOf = (text: string): string[] => {
  const json = (candidate: string): unknown => {
    try {
      return JSON.parse(candidate);
    } catch {
      return undefined;
    }
  };
  const error = ErrorBody.safeParse(json(text)).data?.error;
  const inner = Inner.safeParse(json(error?.message ?? '')).data;
  return [inner?.subCode, error?.code].filter((code) => typeof code === 'string');
};

const forbidden = (text: string): UnreachableReason => {
  const codes = codesOf(text);
  return NEVER.find(([code]) => codes.includes(code))?.[1] ?? 'forbidden';
};

/** `Retry-After` in seconds or as a date → milliseconds from now; null when absent or unreadable. */
export const retryAfterMs = (header: string | null, now: number): number | null => {
  const text = header?.trim() ?? '';
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  const at = text === '' ? Number.NaN : Date.parse(text);
  return Number.isNaN(at) ? null : Math.max(0, at - now);
};

/**
 * What a refused answer means for the message. Only 429, 412 and 401 are known to have shown nothing and to pass. A
 * redirect is not followed, since it would carry the bot's token to whoever names himself: the person's next message
 * tells where Teams is now.
 */
export const refusedAnswer = (
  method: 'POST' | 'PUT',
  status: number,
  retryAfter: string | null,
  text: string,
  now: number,
): SendResult => {
  const reason = [`http-${status}`, ...codesOf(text)].join(' ');
  switch (status) {
    case 429:
      return { kind: 'retry', afterMs: retryAfterMs(retryAfter, now), reason, throttled: true };
    case 412:
      return { kind: 'retry', afterMs: retryAfterMs(retryAfter, now), reason };
    case 401:
      return { kind: 'retry', afterMs: null, reason };
    case 403:
      return { kind: 'unreachable', reason: forbidden(text) };
    case 404:
    case 410:
      return method === 'PUT' && !codesOf(text).includes('ConversationNotFound')
        ? { kind: 'gone' }
        : { kind: 'unreachable', reason: 'no-conversation' };
    case 301:
    case 302:
    case 303:
    case 307:
    case 308:
      return { kind: 'unreachable', reason: 'moved' };
    case 413:
      return { kind: 'unreachable', reason: 'too-large' };
    default:
      // A plain no to this request (400, 405 …) stays a no; after 5xx or 408 nobody knows what was shown.
      return status >= 400 && status < 500 && status !== 408
        ? { kind: 'unreachable', reason: 'forbidden' }
        : { kind: 'unknown', reason };
  }
};

const Failure = z.object({ code: z.string().nullish(), syscall: z.string().nullish() });

/** What the network said, in one word; the innermost cause speaks, of several attempts the first. */
const failureOf = (error: unknown): { readonly code: string; readonly beforeBytes: boolean } => {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  const first: unknown = cause instanceof AggregateError ? cause.errors[0] : cause;
  const { code, syscall } = Failure.safeParse(first).data ?? {};
  const name = first instanceof Error ? first.name : 'failure';
  return {
    code: code ?? name,
    beforeBytes:
      syscall === 'connect' ||
      syscall === 'getaddrinfo' ||
      code === 'UND_ERR_CONNECT_TIMEOUT' ||
      /^(?:CERT_|ERR_TLS_|SELF_SIGNED_|DEPTH_ZERO_|UNABLE_TO_)/.test(code ?? ''),
  };
};

/** A request without an answer: known undone when no connection came about, otherwise unknown. */
export const brokenRequest = (error: unknown): SendResult => {
  const { code, beforeBytes } = failureOf(error);
  return beforeBytes
    ? { kind: 'retry', afterMs: null, reason: code.toLowerCase() }
    : { kind: 'unknown', reason: code.toLowerCase() };
};
