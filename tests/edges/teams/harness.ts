import { type Logger, pino } from 'pino';
import type { Caller, Conversation, IncomingFile, Reply } from '#application/ports/teams.ts';
import { loadConfig } from '#config';
import { type ConnectorSimulator, startConnector } from '#support/connector/connector.ts';
import { startIssuer, type TokenIssuer } from '#support/tokens/issuer.ts';
import { createTeamsEdge, createTeamsSender, type TeamsEdge } from '#teams/edge.ts';

export const BOT_ID = '0b07b07b-0b07-4b07-8b07-0b07b07b07b0';
export const SORMLAND = '11111111-1111-4111-8111-111111111111';
export const VASTMANLAND = '22222222-2222-4222-8222-222222222222';
export const STRANGER = '33333333-3333-4333-8333-333333333333';
export const ANNA = {
  tenantId: SORMLAND,
  objectId: 'aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa',
  name: 'Anna Lind',
};

export const card = (text: string) => ({
  type: 'AdaptiveCard',
  version: '1.5',
  body: [{ type: 'TextBlock', text }],
});
export const reply = (text: string): Reply => ({ card: card(text), summary: text });

export type Call =
  | { readonly method: 'arrived' | 'left'; readonly caller: Caller }
  | { readonly method: 'read' | 'searched' | 'linked'; readonly caller: Caller; readonly text: string }
  | {
      readonly method: 'said';
      readonly caller: Caller;
      readonly text: string;
      readonly files: readonly IncomingFile[];
    }
  | { readonly method: 'pressed'; readonly caller: Caller; readonly data: unknown };

/** A conversation that notes what it is asked and answers with one card; `fail` makes it a broken one. */
export const recordingConversation = () => {
  const calls: Call[] = [];
  const state: { fail: Error | null } = { fail: null };
  const noted = <T>(call: Call, answer: T): T => {
    calls.push(call);
    if (state.fail) throw state.fail;
    return answer;
  };
  const conversation: Conversation = {
    arrived: async (caller) => noted({ method: 'arrived', caller }, [reply('välkommen')]),
    said: async (caller, text, files) =>
      noted({ method: 'said', caller, text, files }, [reply(`svar: ${text}`)]),
    pressed: async (caller, data) => noted({ method: 'pressed', caller, data }, reply('kvitto')),
    read: async (caller, lastReadId) => noted({ method: 'read', caller, text: lastReadId }, undefined),
    searched: async (caller, text) =>
      noted(
        { method: 'searched', caller, text },
        text === 'ingen' ? [] : [{ title: 'A & <B>', text: `om ${text}`, reply: reply('delat') }],
      ),
    linked: async (caller, url) =>
      noted(
        { method: 'linked', caller, text: url },
        url.endsWith('MT924') ? { title: 'Operationsbord', text: 'MT924', reply: reply('delat') } : null,
      ),
    left: async (caller) => noted({ method: 'left', caller }, undefined),
  };
  return { conversation, calls, state };
};

export interface Harness {
  readonly edge: TeamsEdge;
  readonly connector: ConnectorSimulator;
  readonly calls: Call[];
  readonly state: { fail: Error | null };
  /** Parsed log lines. */
  readonly logged: Record<string, unknown>[];
  readonly counted: string[];
  readonly log: Logger;
  close(): Promise<void>;
}

const collectingLog = () => {
  const logged: Record<string, unknown>[] = [];
  const log = pino(
    { level: 'info' },
    {
      write: (line: string) => {
        logged.push(JSON.parse(line) as Record<string, unknown>);
      },
    },
  );
  return { log, logged };
};

const start = async (env: Record<string, string>, connector: ConnectorSimulator): Promise<Harness> => {
  const config = loadConfig(env);
  if (!config.ok) throw new Error(config.error.join('\n'));
  const { log, logged } = collectingLog();
  const { conversation, calls, state } = recordingConversation();
  const counted: string[] = [];
  const edge = createTeamsEdge({
    config: config.value,
    conversation,
    sender: createTeamsSender(config.value, log),
    log,
    observe: {
      activity: (type, outcome) => counted.push(`${type} ${outcome}`),
      action: () => counted.push('action'),
    },
  });
  return { edge, connector, calls, state, logged, counted, log, close: () => connector.close() };
};

/** The edge as in the demo: no tokens. */
export const localHarness = async (): Promise<Harness> => start({ LOCAL_TEAMS: '1' }, await startConnector());

/** The edge as in production, against keys and a connector on loopback. */
export const productionHarness = async (): Promise<Harness & { readonly issuer: TokenIssuer }> => {
  const issuer = await startIssuer();
  const connector = await startConnector();
  const harness = await start(
    {
      NODE_ENV: 'production',
      BOT_ID,
      BOT_TENANT_ID: SORMLAND,
      ALLOWED_TENANTS: `${SORMLAND}=sormland,${VASTMANLAND}=vastmanland`,
      ALLOWED_SERVICE_HOSTS: 'smba.trafficmanager.net,127.0.0.1',
      BOT_OPENID_METADATA_URL: issuer.metadataUrl,
    },
    connector,
  );
  return {
    ...harness,
    issuer,
    close: async () => {
      await issuer.close();
      await connector.close();
    },
  };
};
