import type { Logger } from 'pino';
import type { Conversation } from '#application/ports/teams.ts';
import type { Config } from '#config';
import { allowedTenant, parseActivity } from './activity.ts';
import { SamordnaAdapter } from './adapter.ts';
import { createApplication, type TeamsObserver } from './application.ts';
import { type Connector, createConnector } from './connector.ts';
import { botToken, type TokenSource } from './credentials.ts';
import { createReplies } from './replies.ts';

export type TeamsConfig = Pick<Config, 'bot' | 'local' | 'allowedTenants' | 'serviceHosts' | 'tokens'>;

/** The port `CardSender` over Teams' connector. `token` replaces Entra as the source of the bot's token. */
export const createTeamsSender = (
  config: Pick<TeamsConfig, 'bot' | 'serviceHosts'>,
  log: Logger,
  options: { readonly timeoutMs?: number; readonly token?: TokenSource } = {},
): Connector =>
  createConnector({
    serviceHosts: config.serviceHosts,
    log,
    token: options.token ?? botToken(config.bot),
    ...(options.timeoutMs === undefined ? {} : { timeoutMs: options.timeoutMs }),
  });

export interface TeamsEdgeOptions {
  readonly config: TeamsConfig;
  readonly conversation: Conversation;
  /** By which replies leave. */
  readonly sender: Connector;
  readonly log: Logger;
  readonly observe: TeamsObserver;
}

export interface TeamsEdge {
  /**
   * One request to `/api/messages`: 400 no activity (also another channel, an empty or foreign serviceUrl) · 401 a token
   * that does not validate · 403 a tenant that is not allowed or tenant ids that disagree · 200 everything else, in this
   * order. Refusals are bare, with one line in the log; only an invoke's answer has a body. Never rejects for what a
   * caller can do.
   */
  handle(
    body: unknown,
    authorization: string | undefined,
  ): Promise<{ readonly status: number; readonly body?: unknown }>;
}

const TYPES = new Set(['message', 'invoke', 'installationUpdate', 'conversationUpdate', 'event']);

export const createTeamsEdge = (options: TeamsEdgeOptions): TeamsEdge => {
  const { config, conversation, sender, log } = options;
  // Only known types become labels: a caller must not be able to invent time series.
  const observe: TeamsObserver = {
    activity: (type, outcome) => options.observe.activity(TYPES.has(type) ? type : 'other', outcome),
    action: (seconds) => options.observe.action(seconds),
  };
  const adapter = new SamordnaAdapter(config);
  const application = createApplication({
    adapter,
    conversation,
    log,
    observe,
    replies: createReplies(sender, log),
    local: config.local,
  });

  const refuse = (status: 400 | 401 | 403, reason: string, type = 'other'): { readonly status: number } => {
    // It may quote the caller, who is anybody.
    log.warn({ status, reason: reason.slice(0, 300) }, 'An activity was refused');
    observe.activity(type, String(status));
    return { status };
  };

  return {
    handle: async (body, authorization = '') => {
      const activity = parseActivity(body, config.serviceHosts);
      if (!activity.ok) return refuse(400, activity.error);
      const { type } = activity.value;
      let proof: Awaited<ReturnType<typeof adapter.authenticate>>;
      try {
        proof = await adapter.authenticate(activity.value, authorization);
      } catch (error) {
        return refuse(401, error instanceof Error ? error.message : 'unreadable token', type);
      }
      const tenant = allowedTenant(activity.value, config.allowedTenants);
      if (!tenant.ok) return refuse(403, tenant.error, type);
      const answer = await adapter.run(proof, activity.value, async (context) => {
        await application.run(context);
      });
      return answer ? { status: answer.status, body: answer.body } : { status: 200 };
    },
  };
};
