import { connect } from 'node:net';
import { type Logger, pino } from 'pino';
import { createHttpServer, type HttpServerOptions, listen } from '#http/server.ts';

export interface Answer {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

/** Sends bytes as they are, also such as no HTTP library would send, and reads until the server has answered or hung up. */
export const raw = (port: number, bytes: string): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    let text = '';
    socket.setEncoding('utf8');
    socket.on('data', (part) => {
      text += part;
      const length = /^content-length: (\d+)/im.exec(text)?.[1];
      const [, body] = text.split('\r\n\r\n', 2);
      if (length !== undefined && body !== undefined && Buffer.byteLength(body) >= Number(length))
        socket.destroy();
    });
    // A server that refuses early stops to read; what it said before is the answer.
    socket.on('error', (error) => text === '' && reject(error));
    socket.on('close', () => {
      const [head = '', body = ''] = text.split('\r\n\r\n', 2);
      const [first = '', ...lines] = head.split('\r\n');
      resolve({
        status: Number(first.split(' ')[1]),
        headers: new Map(
          lines.map((line) => {
            const [name = '', ...value] = line.split(': ');
            return [name.toLowerCase(), value.join(': ')] as const;
          }),
        ),
        body,
      });
    });
    socket.write(bytes);
  });

/** A POST to /api/messages as text; the header lines come as they are. */
export const posted = (body: string, ...headers: readonly string[]): string =>
  [
    'POST /api/messages HTTP/1.1',
    'Host: bot',
    ...(headers.some((line) => /^(?:content-length|transfer-encoding)/i.test(line))
      ? []
      : [`Content-Length: ${Buffer.byteLength(body)}`]),
    ...headers,
    '',
    body,
  ].join('\r\n');
export const JSON_TYPE = 'Content-Type: application/json';

/** Parsed lines of a log. */
export const collectingLog = (): { readonly log: Logger; readonly logged: Record<string, unknown>[] } => {
  const logged: Record<string, unknown>[] = [];
  const log = pino({ level: 'info' }, { write: (line: string) => void logged.push(JSON.parse(line)) });
  return { log, logged };
};

export interface Running {
  readonly port: number;
  readonly url: string;
  readonly logged: Record<string, unknown>[];
  stop(): Promise<void>;
}

/** The server on a free port of this machine. */
export const startHttp = async (
  options: Partial<HttpServerOptions> & Pick<HttpServerOptions, 'handle'>,
): Promise<Running> => {
  const { log, logged } = collectingLog();
  const metrics = { text: async () => '', contentType: 'text/plain' };
  const server = createHttpServer({ ready: () => true, metrics, log, ...options });
  const port = await listen(server, { host: '127.0.0.1', port: 0 });
  if (!port.ok) throw new Error(port.error);
  return {
    port: port.value,
    url: `http://127.0.0.1:${port.value}`,
    logged,
    stop: async () => {
      await server.close();
    },
  };
};
