import { type FastifyError, type FastifyInstance, fastify } from 'fastify';
import type { Logger } from 'pino';
import { fail, ok, type Result } from '#domain/shared/result.ts';
import type { Metrics } from './metrics.ts';

/** What answers an activity: the parsed JSON and the Authorization header as they came. */
export type MessageHandler = (
  body: unknown,
  authorization: string | undefined,
) => Promise<{ readonly status: number; readonly body?: unknown }>;

export interface HttpServerOptions {
  readonly handle: MessageHandler;
  /** Configuration valid and store opened; makes no outbound call. */
  readonly ready: () => boolean | Promise<boolean>;
  readonly metrics: Pick<Metrics, 'text' | 'contentType'>;
  readonly log: Logger;
}

/** Far above any activity that Teams sends, far below what could hurt. */
const BODY_LIMIT = 1024 * 1024;

/** The bot's HTTP face. Refusals are bare: the reason is in the log, never in a body. */
export const createHttpServer = ({ handle, ready, metrics, log }: HttpServerOptions): FastifyInstance => {
  const server = fastify({
    bodyLimit: BODY_LIMIT,
    forceCloseConnections: 'idle',
    requestTimeout: 30_000,
    // A caller's stray percent sign is a page that does not exist, not a fault.
    frameworkErrors: (_error, _request, reply) => {
      reply.raw.writeHead(404).end();
    },
  });
  server.addContentTypeParser('*', { parseAs: 'string' }, (_request, _body, done) => {
    done(Object.assign(new Error('An activity is JSON'), { statusCode: 400 }), undefined);
  });
  server.setErrorHandler((error: FastifyError, request, reply) => {
    const status = error.statusCode ?? 500;
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
    const address = await server.listen(at);
    return ok(Number(new URL(address).port));
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
