import { pino } from 'pino';
import type { Caller, Card, Conversation, ConversationAddress, Reply } from '#application/ports/teams.ts';
import { loadConfig } from '#config';
import { createMetrics } from '#http/metrics.ts';
import { createHttpServer, listen } from '#http/server.ts';
import { createTeamsEdge, createTeamsSender } from '#teams/edge.ts';

export const textCard = (text: string): Card => ({
  type: 'AdaptiveCard',
  version: '1.5',
  body: [{ type: 'TextBlock', text, wrap: true }],
});

/** One of each kind of input that a request card has. */
const form = (text: string): Card => ({
  ...textCard(text),
  body: [
    { type: 'TextBlock', text, wrap: true },
    { type: 'Input.Number', id: 'volume', label: 'Volym', isRequired: true, errorMessage: 'Skriv en volym' },
    { type: 'Input.Date', id: 'neededBy', label: 'Behövs senast' },
    { type: 'Input.Text', id: 'text', label: 'Villkor', isMultiline: true },
    {
      type: 'Input.ChoiceSet',
      id: 'kind',
      label: 'Slag',
      choices: [
        { title: 'Beräkning', value: 'estimate' },
        { title: 'Bindande', value: 'binding' },
      ],
    },
    {
      type: 'Input.ChoiceSet',
      id: 'lots',
      label: 'Delar',
      style: 'expanded',
      choices: [
        { title: 'En', value: 'one' },
        { title: 'Flera', value: 'several' },
      ],
    },
  ],
  actions: [
    { type: 'Action.Execute', title: 'Svara ja', verb: 'answer', data: { verb: 'answer', item: 'i1' } },
  ],
});

const replyWith = (card: Card): readonly Reply[] => [{ card, summary: 'Samordna' }];

export interface SmallBot {
  readonly port: number;
  /** Where the person of each tenant who met the bot is reached. */
  readonly met: ReadonlyMap<string, ConversationAddress>;
  readonly pressed: readonly unknown[];
  readonly sender: ReturnType<typeof createTeamsSender>;
  close(): Promise<void>;
}

/** The real edge and the real server around a conversation of three sentences. */
export const startSmallBot = async (): Promise<SmallBot> => {
  const config = loadConfig({ LOCAL_TEAMS: '1', PORT: '0' });
  if (!config.ok) throw new Error(config.error.join('\n'));
  const log = pino({ level: 'silent' });
  const met = new Map<string, ConversationAddress>();
  const pressed: unknown[] = [];
  const meet = ({ address, tenantId }: Caller): void => {
    if (address) met.set(tenantId, address);
  };
  const conversation: Conversation = {
    arrived: async (caller) => {
      meet(caller);
      return replyWith(textCard('Välkommen till Samordna'));
    },
    read: async () => {},
    said: async (caller, text) => replyWith(form(`${caller.name} skrev: ${text}`)),
    pressed: async (caller, data) => {
      pressed.push(data);
      return { card: textCard(`Tack ${caller.name}, ditt svar är sparat`), summary: 'Sparat' };
    },
    searched: async () => [],
    linked: async () => null,
    left: async () => {},
  };
  const sender = createTeamsSender(config.value, log);
  const metrics = createMetrics(async () => ({}));
  const edge = createTeamsEdge({ config: config.value, conversation, sender, log, observe: metrics });
  const server = createHttpServer({ handle: edge.handle, ready: () => true, metrics, log });
  const port = await listen(server, config.value);
  if (!port.ok) throw new Error(port.error);
  return { port: port.value, met, pressed, sender, close: () => server.close() };
};
