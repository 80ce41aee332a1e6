import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** What the network or the service does to the next write of a document. */
export type Trouble = 'answer-lost' | 'throttled' | 'broken';

export interface GoBetween {
  readonly endpoint: string;
  /** The troubles that the next writes meet, one each. */
  readonly troubles: Trouble[];
  close(): Promise<void>;
}

/** Stands between the Cosmos DB client and the emulator, and does what the emulator never does. */
export const startGoBetween = async (endpoint: string): Promise<GoBetween> => {
  const troubles: Trouble[] = [];

  const pass = (
    incoming: IncomingMessage,
    body: Buffer,
  ): Promise<{ from: IncomingMessage; answer: Buffer }> =>
    new Promise((resolve, reject) => {
      const { method = 'GET', headers, url = '/' } = incoming;
      request(new URL(url, endpoint), { method, headers }, (from) => {
        buffer(from).then((answer) => resolve({ from, answer }), reject);
      })
        .on('error', reject)
        .end(body);
    });

  const isWrite = ({ method, url, headers }: IncomingMessage): boolean =>
    /\/docs(\/|$)/.test(url ?? '') &&
    (method === 'PUT' || (method === 'POST' && headers['x-ms-documentdb-isquery'] === undefined));

  const serve = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const body = await buffer(incoming);
    const trouble = isWrite(incoming) ? troubles.shift() : undefined;
    if (trouble === 'throttled' || trouble === 'broken') {
      const status = trouble === 'throttled' ? 429 : 500;
      outgoing.writeHead(status, { 'content-type': 'application/json', 'x-ms-retry-after-ms': '1' });
      outgoing.end(JSON.stringify({ code: String(status), message: trouble }));
      return;
    }
    // A client whose answer was lost on the way sends the same request again.
    if (trouble === 'answer-lost') await pass(incoming, body);
    const { from, answer } = await pass(incoming, body);
    outgoing.writeHead(from.statusCode ?? 500, from.headers);
    outgoing.end(answer);
  };

  const server = createServer((incoming, outgoing) => {
    serve(incoming, outgoing).catch(() => outgoing.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    troubles,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
