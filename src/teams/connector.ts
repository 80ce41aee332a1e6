import type { Logger } from 'pino';
import { z } from 'zod';
import type { Card, CardSender, ConversationAddress, SendResult } from '#application/ports/teams.ts';
import type { TokenSource } from './credentials.ts';
import { isAllowedAddress } from './hosts.ts';
import { brokenRequest, refusedAnswer } from './outcome.ts';

export interface ConnectorOptions {
  readonly serviceHosts: readonly string[];
  readonly token: TokenSource;
  readonly log: Logger;
  /** After this long without an answer the outcome is unknown. Default 15 s. */
  readonly timeoutMs?: number;
}

/** `CardSender`, and plain sentences for the moments when no card can be made. */
export interface Connector extends CardSender {
  say(to: ConversationAddress, text: string): Promise<SendResult>;
}

const ResourceResponse = z.object({ id: z.string().min(1) });

/** One card and its summary; no text beside it, which Teams would show as a second bubble of the same. */
const cardMessage = (card: Card, summary: string) => ({
  summary,
  attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }],
});

/**
 * The connector's two calls over a bare HTTP client: the SDK's own client repeats a POST up to four times after 5xx, which
 * may show a card five times. Here one call is one request, and its outcome is told as it is.
 */
export const createConnector = ({
  serviceHosts,
  token,
  log,
  timeoutMs = 15_000,
}: ConnectorOptions): Connector => {
  /** Over plain http (this machine only) no token is sent. */
  const authorization = async (url: URL, renew: boolean): Promise<Record<string, string>> =>
    url.protocol === 'https:' ? { authorization: `Bearer ${await token(renew)}` } : {};

  const request = async (
    method: 'POST' | 'PUT',
    to: ConversationAddress,
    activityId: string | null,
    content: Readonly<Record<string, unknown>>,
    renew = false,
  ): Promise<SendResult> => {
    if (!isAllowedAddress(to.serviceUrl, serviceHosts)) {
      log.warn({ serviceUrl: to.serviceUrl }, 'An address was kept whose host is not allowed (any more)');
      return { kind: 'unreachable', reason: 'no-conversation' };
    }
    const base = to.serviceUrl.replace(/\/+$/, '');
    const path = `/v3/conversations/${encodeURIComponent(to.conversationId)}/activities`;
    const url = new URL(`${base}${path}${activityId === null ? '' : `/${encodeURIComponent(activityId)}`}`);
    const activity = {
      type: 'message',
      ...(activityId === null ? {} : { id: activityId }),
      from: { id: to.botId },
      recipient: { id: to.userId },
      conversation: { id: to.conversationId, tenantId: to.tenantId },
      channelData: { tenant: { id: to.tenantId } },
      ...content,
    };
    let headers: Record<string, string>;
    try {
      headers = await authorization(url, renew);
    } catch (error) {
      log.error({ err: error }, 'The bot got no token for sending');
      return { kind: 'retry', afterMs: null, reason: 'no-token' };
    }
    let response: Response;
    try {
      response = await fetch(url, {
        method,
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(activity),
        redirect: 'manual',
        signal: AbortSignal.timeout(timeoutMs),
      });
    } catch (error) {
      return brokenRequest(error);
    }
    if (response.ok) {
      // Accepted is accepted, even where the answer's body is cut off: the id is then what we know of it.
      const body = ResourceResponse.safeParse(await response.json().catch(() => undefined));
      return { kind: 'sent', activityId: body.data?.id ?? activityId ?? '' };
    }
    const text = await response.text().catch(() => '');
    if (response.status === 401 && !renew && url.protocol === 'https:') {
      return request(method, to, activityId, content, true);
    }
    const result = refusedAnswer(
      method,
      response.status,
      response.headers.get('retry-after'),
      text,
      Date.now(),
    );
    if (result.kind === 'unreachable')
      log.warn({ status: response.status, ...result }, 'A message was refused');
    return result;
  };

  return {
    send: (to, card, summary) => request('POST', to, null, cardMessage(card, summary)),
    update: (to, activityId, card, summary) => request('PUT', to, activityId, cardMessage(card, summary)),
    say: (to, text) => request('POST', to, null, { text, textFormat: 'plain' }),
  };
};
