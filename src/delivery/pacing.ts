import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { ConversationAddress } from '#application/ports/teams.ts';

export interface Window {
  readonly sends: number;
  readonly seconds: number;
}
export interface PacingLimits {
  readonly conversation: readonly Window[];
  readonly tenant: readonly Window[];
}

/**
 * Teams allows 7 sends in any 1 s, 8 in 2 s, 60 in 30 s and 1,800 in 1 h to a conversation and 50 requests in any 1 s to
 * a tenant. A limiter's windows begin with their first send, so any second may see the end of one and the start of the
 * next: a conversation gets half of each limit; a tenant's second touches at most 11 windows of 0.1 s (44 sends). What is
 * left is for the answers to people's own messages, which do not wait here.
 */
export const TEAMS_PACING: PacingLimits = {
  conversation: [
    { sends: 900, seconds: 3600 },
    { sends: 30, seconds: 30 },
    { sends: 4, seconds: 2 },
    { sends: 3, seconds: 1 },
  ],
  tenant: [{ sends: 4, seconds: 0.1 }],
};

/** What a wrong `Retry-After` may cost at most. */
const LONGEST_HOLD_MS = 3_600_000;
/** A place that is free this soon is waited for; a longer wait is better spent on somebody else's message. */
const PATIENCE_MS = 500;

export interface Pacing {
  /** Takes a place for one request: 0 when it may leave now, else after how many milliseconds to ask again. */
  reserve(to: ConversationAddress): Promise<number>;
  /**
   * The service asked for rest. It does not say who must rest: the conversation does, and when a second conversation of
   * the tenant is told the same meanwhile, the tenant.
   */
  hold(to: ConversationAddress, milliseconds: number): Promise<void>;
}

const sleep = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

const take = async (limiter: RateLimiterMemory, key: string): Promise<number> => {
  try {
    await limiter.consume(key);
    return 0;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return Math.max(1, refusal.msBeforeNext);
    throw refusal;
  }
};

/** Counts in this process only; where several share a tenant, the service's own 429 keeps them apart. */
export const createPacing = (limits: PacingLimits): Pacing => {
  const limitersOf = (windows: readonly Window[]): readonly RateLimiterMemory[] =>
    windows.map(({ sends, seconds }) => new RateLimiterMemory({ points: sends, duration: seconds }));
  const ofConversation = limitersOf(limits.conversation);
  const ofTenant = limitersOf(limits.tenant);
  const holds = new RateLimiterMemory({ points: 0, duration: 1 });
  const lastHeld = new Map<string, string>();

  const tenant = (to: ConversationAddress) => `tenant ${to.tenantId}`;
  const conversation = (to: ConversationAddress) => `${to.tenantId} ${to.conversationId}`;
  const rest = async (key: string): Promise<number> => Math.max(0, (await holds.get(key))?.msBeforeNext ?? 0);

  const attempt = async (to: ConversationAddress): Promise<number> => {
    const held = Math.max(await rest(tenant(to)), await rest(conversation(to)));
    if (held > 0) return held;
    const gates = [
      ...ofConversation.map((limiter) => ({ limiter, key: conversation(to) })),
      ...ofTenant.map((limiter) => ({ limiter, key: tenant(to) })),
    ];
    for (const [passed, { limiter, key }] of gates.entries()) {
      const wait = await take(limiter, key);
      if (wait === 0) continue;
      // A place that cannot be used is given back, or waiting alone would exhaust the hour.
      for (const gate of gates.slice(0, passed)) await gate.limiter.reward(gate.key);
      return wait;
    }
    return 0;
  };

  return {
    reserve: async (to) => {
      let left = PATIENCE_MS;
      for (;;) {
        const wait = await attempt(to);
        left -= wait;
        if (wait === 0 || left < 0) return wait;
        await sleep(wait);
      }
    },
    hold: async (to, milliseconds) => {
      const seconds = Math.min(milliseconds, LONGEST_HOLD_MS) / 1000;
      if (seconds <= 0) return;
      const other = lastHeld.get(to.tenantId);
      const key = conversation(to);
      if (other !== undefined && other !== key && (await rest(other)) > 0) {
        await holds.block(tenant(to), seconds);
      }
      await holds.block(key, seconds);
      lastHeld.set(to.tenantId, key);
    },
  };
};
