/** The baseline: teams-ai as it comes, answering each Action.Execute with the same card. Prints its port. */
import { createServer } from 'node:http';
import { Application, TeamsAdapter, type TurnState } from '@microsoft/teams-ai';
import type { Request, Response } from 'botbuilder';

const CARD = {
  type: 'AdaptiveCard' as const,
  version: '1.5',
  body: [{ type: 'TextBlock', text: 'Tack, ditt svar är registrerat.', wrap: true }],
};

const adapter = new TeamsAdapter({});
const application = new Application<TurnState>({ adapter });
application.adaptiveCards.actionExecute('request.yes', async () => CARD);

const read = async (request: AsyncIterable<Buffer>): Promise<unknown> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  return JSON.parse(Buffer.concat(parts).toString('utf8'));
};

const server = createServer(async (request, response) => {
  const answer = {
    socket: response.socket,
    header: (name: string, value: unknown) => response.setHeader(name, String(value)),
    status: (code: number) => {
      response.statusCode = code;
    },
    send: (body: unknown) => {
      response.setHeader('content-type', 'application/json');
      response.write(JSON.stringify(body));
    },
    end: () => response.end(),
  } satisfies Response;
  const incoming: Request = {
    body: (await read(request)) as Record<string, unknown>,
    headers: request.headers,
    method: request.method ?? 'POST',
  };
  await adapter.process(incoming, answer, (context) => application.run(context).then(() => undefined));
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.({ port: typeof address === 'object' ? address?.port : null });
});
process.on('message', () => process.send?.(process.cpuUsage()));
process.on('disconnect', () => process.exit(0));
