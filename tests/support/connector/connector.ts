import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

export interface ReceivedActivity {
  readonly method: 'POST' | 'PUT' | 'DELETE';
  readonly conversationId: string;
  /** The id that the connector gave (POST) or that was named (PUT, DELETE). */
  readonly activityId: string;
  /** Whether it took effect: shown, replaced or removed. False for what was refused or broken before it counted. */
  readonly accepted: boolean;
  readonly authorization: string | undefined;
  readonly body: Readonly<Record<string, unknown>>;
}

/** How the connector answers one request. `accept` says whether the activity counts although the answer is bad. */
export type Behaviour =
  | { readonly kind: 'ok'; readonly delayMs?: number }
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly accept?: boolean;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: unknown;
    }
  /** The connection breaks without an answer. */
  | { readonly kind: 'reset'; readonly accept?: boolean }
  /** No answer ever comes, though the activity may count. */
  | { readonly kind: 'silence'; readonly accept?: boolean };

export const throttled = (retryAfter?: string | number): Behaviour => ({
  kind: 'status',
  status: 429,
  headers: retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) },
});
/** A 403 as Teams words it; a `subCode` sits in a message that is itself JSON. */
export const forbidden = (code: string, subCode?: string): Behaviour => ({
  kind: 'status',
  status: 403,
  body: { error: { code, message: subCode ? JSON.stringify({ subCode, details: 'blocked' }) : code } },
});
export const serverError = (status = 502, accept = false): Behaviour => ({ kind: 'status', status, accept });

/** Teams has moved the chat: the old address points elsewhere, and the next activity comes from there. */
export const moved = (to: string): Behaviour => ({ kind: 'status', status: 308, headers: { location: to } });
/** The message was taken out of the chat: updates of it find nothing. */
export const notFound = (code = 'ActivityNotFoundInConversation'): Behaviour => ({
  kind: 'status',
  status: 404,
  body: { error: { code } },
});
/** Every 403 that Teams words, by what it means. */
export const FORBIDDEN = {
  blocked: forbidden('ConversationBlockedByUser'),
  uninstalled: forbidden('BotNotInConversationRoster'),
  'disabled-by-admin': forbidden('BotDisabledByAdmin'),
  forbidden: forbidden('ForbiddenOperationException'),
  'writes-blocked': forbidden('Forbidden', 'MessageWritesBlocked'),
} as const;

export interface SimulatorOptions {
  /** Requests per tenant that are taken in any second; what is more is told 429 and to wait for the rest of it. */
  readonly perSecond?: number;
}

export interface ConnectorSimulator {
  /** To be used as an activity's serviceUrl. */
  readonly url: string;
  /** Everything that arrived, in order, refused or not. */
  readonly received: readonly ReceivedActivity[];
  /** What a person would see in a conversation: accepted activities, updated ones in their last form. */
  shown(conversationId: string): readonly Readonly<Record<string, unknown>>[];
  /** The next requests, of one conversation or of all, are answered so, one behaviour each; then as usual again. */
  next(behaviours: readonly Behaviour[], conversationId?: string): void;
  /** The message is taken out of the chat. */
  lose(conversationId: string, activityId: string): void;
  /** How many requests were told 429 since they came too fast. */
  readonly throttled: number;
  /** Decides each request; undefined lets it pass. Called after `next`'s queue is empty. */
  on(rule: (request: Omit<ReceivedActivity, 'accepted'>) => Behaviour | undefined): void;
  /** Forgets what arrived and all behaviours. */
  reset(): void;
  close(): Promise<void>;
}

const read = async (request: IncomingMessage): Promise<Record<string, unknown>> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const text = Buffer.concat(parts).toString();
  return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
};
const json = (response: ServerResponse, status: number, body: unknown, headers = {}): void => {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(body === undefined ? undefined : JSON.stringify(body));
};

/** A server that speaks Teams' connector protocol (v3) and can be told to fail. */
export const startConnector = async (options: SimulatorOptions = {}): Promise<ConnectorSimulator> => {
  let received: ReceivedActivity[] = [];
  let queues = new Map<string, Behaviour[]>();
  let rule: (request: Omit<ReceivedActivity, 'accepted'>) => Behaviour | undefined = () => undefined;
  let conversations = new Map<string, Map<string, Record<string, unknown>>>();
  let serial = 0;
  let tooFast = 0;
  const recent = new Map<string, number[]>();

  /** Milliseconds that a request of this tenant came too early. */
  const early = (tenant: string): number => {
    const { perSecond } = options;
    if (perSecond === undefined) return 0;
    const now = performance.now();
    const times = (recent.get(tenant) ?? []).filter((time) => time > now - 1000);
    const [first = now] = times;
    const full = times.length >= perSecond;
    recent.set(tenant, full ? times : [...times, now]);
    return full ? Math.max(1, first + 1000 - now) : 0;
  };
  const tenantIn = (body: Readonly<Record<string, unknown>>): string =>
    JSON.stringify((body.channelData as { readonly tenant?: unknown } | undefined)?.tenant ?? null);

  const behaviourFor = (request: Omit<ReceivedActivity, 'accepted'>): Behaviour =>
    queues.get(request.conversationId)?.shift() ??
    queues.get('*')?.shift() ??
    rule(request) ?? { kind: 'ok' };

  const activity = async (
    method: 'POST' | 'PUT' | 'DELETE',
    conversationId: string,
    named: string | undefined,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> => {
    const body = await read(request);
    serial += 1;
    const arrived = {
      method,
      conversationId,
      activityId: named ?? `activity-${serial}`,
      authorization: request.headers.authorization,
      body,
    };
    const tooEarly = early(tenantIn(body));
    if (tooEarly > 0) tooFast += 1;
    const behaviour = tooEarly > 0 ? throttled(Math.ceil(tooEarly / 1000)) : behaviourFor(arrived);
    const chat = conversations.get(conversationId) ?? new Map<string, Record<string, unknown>>();
    conversations.set(conversationId, chat);
    const unknownTarget = method !== 'POST' && !chat.has(arrived.activityId);
    const accepted = (behaviour.kind === 'ok' || behaviour.accept === true) && !unknownTarget;
    received.push({ ...arrived, accepted });
    if (accepted && method === 'DELETE') chat.delete(arrived.activityId);
    else if (accepted) chat.set(arrived.activityId, body);
    if (behaviour.kind === 'reset') {
      response.socket?.resetAndDestroy();
      return;
    }
    if (behaviour.kind === 'silence') return;
    if (behaviour.kind === 'status')
      return json(response, behaviour.status, behaviour.body, behaviour.headers);
    if (behaviour.delayMs) await wait(behaviour.delayMs);
    if (unknownTarget) return json(response, 404, { error: { code: 'ActivityNotFoundInConversation' } });
    json(response, method === 'POST' ? 201 : 200, { id: arrived.activityId });
  };

  const server = createServer(async (request, response) => {
    const [, version, root, conversation, part, id] = (request.url ?? '/').split('?')[0]?.split('/') ?? [];
    const conversationId = decodeURIComponent(conversation ?? '');
    const { method } = request;
    if (version !== 'v3' || root !== 'conversations') return json(response, 404, undefined);
    if (method === 'POST' && !conversation) {
      await read(request);
      serial += 1;
      const created = `created-${serial}`;
      conversations.set(created, new Map());
      return json(response, 201, { id: created });
    }
    if (method === 'GET' && (part === 'members' || part === 'pagedmembers')) return json(response, 200, []);
    if (part === 'activities' && (method === 'POST' || method === 'PUT' || method === 'DELETE')) {
      const named = method === 'POST' ? undefined : decodeURIComponent(id ?? '');
      return activity(method, conversationId, named, request, response);
    }
    return json(response, 405, undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  return {
    url: `http://127.0.0.1:${port}/`,
    get received() {
      return received;
    },
    shown: (conversationId) => [...(conversations.get(conversationId)?.values() ?? [])],
    next: (behaviours, conversationId = '*') => {
      queues.set(conversationId, [...(queues.get(conversationId) ?? []), ...behaviours]);
    },
    on: (decide) => {
      rule = decide;
    },
    lose: (conversationId, activityId) => {
      conversations.get(conversationId)?.delete(activityId);
    },
    get throttled() {
      return tooFast;
    },
    reset: () => {
      received = [];
      tooFast = 0;
      recent.clear();
      queues = new Map();
      conversations = new Map();
      rule = () => undefined;
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
