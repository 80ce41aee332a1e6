import type { Socket } from 'node:net';
import { type FastifyError, type FastifyInstance, fastify } from 'fastify';
import type { Logger } from 'pino';
import { fail, ok, type Result } from '#domain/shared/result.ts';
import type { Metrics } from './metrics.ts';

/** What answers an activity: the parsed JSON and the Authorization header as they came. */
export type MessageHandler = (
  body: unknown,
  authorization: string | undefined,
) => Promise<{ readonly status: number; readonly body?: unknown }>;

/** What is shown to a person, with its content type. */
export interface ServedPage {
  readonly type: string;
  readonly body: string | Buffer;
}

export interface HttpServerOptions {
  readonly handle: MessageHandler;
  /** Configuration valid and store opened; makes no outbound call. */
  readonly ready: () => boolean | Promise<boolean>;
  readonly metrics: Pick<Metrics, 'text' | 'contentType'>;
  readonly log: Logger;
  /** Where an item's address leads: the bot's chat, the same for every id, so that it tells nothing. Null: nowhere. */
  readonly itemAddress?: (id: string) => string | null;
  /** A page of a report behind a link from the chat; null for whatever is none, `busy` when it has to be asked for again. */
  readonly report?: (token: string, file: string) => Promise<ServedPage | 'busy' | null>;
  /** How long a request may take to arrive, its body included. Default 30 s; looked at each tenth of it. */
  readonly arrivalMs?: number;
  /** How long a stop waits for what is under way before it hangs up. Default 8 s: `docker stop` kills after ten. */
  readonly partingMs?: number;
}

/** Far above any activity that Teams sends, far below what could hurt. */
const BODY_LIMIT = 1024 * 1024;

const BROKEN_REQUESTS: ReadonlyMap<string | undefined, string> = new Map([
  ['ERR_HTTP_REQUEST_TIMEOUT', '408 Request Timeout'],
  ['HPE_HEADER_OVERFLOW', '431 Request Header Fields Too Large'],
]);

/** What is no HTTP, or does not arrive in time: answered as barely as everything else, and cut off. */
const refuseConnection = (error: NodeJS.ErrnoException, socket: Socket): void => {
  if (socket.writable && error.code !== 'ECONNRESET') {
    const status = BROKEN_REQUESTS.get(error.code) ?? '400 Bad Request';
    socket.write(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
  }
  socket.destroy(error);
};

/** The bot's HTTP face. Refusals are bare: the reason is in the log, never in a body. */
export const createHttpServer = (options: HttpServerOptions): FastifyInstance => {
  const { handle, ready, metrics, log, arrivalMs = 30_000, partingMs = 8_000 } = options;
  const server = fastify({
    bodyLimit: BODY_LIMIT,
    forceCloseConnections: 'idle',
    requestTimeout: arrivalMs,
    http: {
      // Node cuts a slow body off by the longer of the two.
      headersTimeout: arrivalMs,
      requestTimeout: arrivalMs,
      connectionsCheckingInterval: Math.ceil(arrivalMs / 10),
    },
    clientErrorHandler: refuseConnection,
    // A caller's stray percent sign is a page that does not exist, not a fault.
    frameworkErrors: (_error, _request, reply) => {
      reply.raw.writeHead(404).end();
    },
  });
  // After a stop Node closes neither what falls idle later nor what never sends a whole request.
  let parting: NodeJS.Timeout | undefined;
  server.addHook('preClose', async () => {
    const last = performance.now() + partingMs;
    parting = setInterval(() => {
      if (performance.now() < last) server.server.closeIdleConnections();
      else server.server.closeAllConnections();
    }, 50);
  });
  server.addHook('onClose', async () => clearInterval(parting));
  server.removeContentTypeParser('text/plain');
  server.addContentTypeParser('*', { parseAs: 'string' }, (_request, _body, done) => {
    done(Object.assign(new Error('An activity is JSON'), { statusCode: 400 }), undefined);
  });
  server.setErrorHandler((error: FastifyError, request, reply) => {
    // A content type that cannot even be read is one more thing that is no activity.
    const status = error.statusCode === 415 ? 400 : (error.statusCode ?? 500);
    if (status >= 500) log.error({ err: error, path: request.url }, 'A request failed');
    else log.warn({ status, reason: error.message }, 'A request was refused');
    return reply.code(status).send();
  });
  server.setNotFoundHandler((_request, reply) => reply.code(404).send());

  server.post('/api/messages', async (request, reply) => {
    const answer = await handle(request.body, request.headers.authorization);
    reply.code(answer.status);
    return answer.body === undefined ? reply.send() : reply.send(answer.body);
  });
  server.get<{ Params: { id: string } }>('/item/:id', async (request, reply) => {
    const { id } = request.params;
    const address = id === '' ? null : (options.itemAddress?.(id) ?? null);
    return address === null ? reply.code(404).send() : reply.redirect(address, 302);
  });
  server.get<{ Params: { token: string; file: string } }>('/report/:token/:file', async (request, reply) => {
    const { token, file } = request.params;
    const page = (await options.report?.(token, file)) ?? null;
    if (page === null) return reply.code(404).send();
    if (page === 'busy') return reply.code(503).header('retry-after', '20').send();
    // The address is all that opens it: nothing keeps it, and nothing passes it on.
    return reply
      .headers({
        'content-type': page.type,
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'x-robots-tag': 'noindex',
      })
      .send(page.body);
  });
  server.get('/health/live', async () => ({ status: 'live' }));
  server.get('/health/ready', async (_request, reply) =>
    (await ready()) ? { status: 'ready' } : reply.code(503).send({ status: 'starting' }),
  );
  server.get('/metrics', async (_request, reply) =>
    reply.type(metrics.contentType).send(await metrics.text()),
  );
  return server;
};

/** Starts to listen; a port that cannot be had is a sentence. Returns the port, which matters where 0 was asked for. */
export const listen = async (
  server: FastifyInstance,
  at: { readonly host: string; readonly port: number },
): Promise<Result<number, string>> => {
  try {
    const address = new URL(await server.listen(at));
    // A URL leaves out port 80.
    return ok(Number(address.port || at.port));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EADDRINUSE') {
      return fail(`Port ${at.port} is taken by another program: stop that one, or choose another with PORT.`);
    }
    if (code === 'EACCES') {
      return fail(`Port ${at.port} may not be opened by this user: choose one above 1023 with PORT.`);
    }
    throw error;
  }
};
