import type { ConversationAddress } from '#application/ports/teams.ts';

export interface Window {
  readonly sends: number;
  readonly seconds: number;
}
export interface PacingLimits {
  /** Each holds in any span of that length. */
  readonly conversation: readonly Window[];
  /** Requests that Teams takes from an app in any second, per tenant. */
  readonly tenantPerSecond: number;
}

/** Teams allows 7 sends in any 1 s, 8 in 2 s, 60 in 30 s and 1,800 in 1 h to a conversation, and 50 requests in any 1 s to a tenant. */
export const TEAMS_PACING: PacingLimits = {
  conversation: [
    { sends: 7, seconds: 1 },
    { sends: 8, seconds: 2 },
    { sends: 60, seconds: 30 },
    { sends: 1800, seconds: 3600 },
  ],
  tenantPerSecond: 50,
};

/**
 * Of a tenant's places the worker takes at most this share, evenly spaced: 47.5 of 50. The rest is for answers to people's
 * own messages, which never wait; those beyond it are counted, and the worker gives way to them.
 */
const SHARE = 0.95;
/** Let in at once after a pause, so that a stutter of the machine is made good; each leaves in its own time all the same. */
const BURST = 8;
/**
 * Of a place, so much lateness is made good at leaving: what a timer is late by. More would be a bunch, and what had just left
 * when this process stood still arrives together with it.
 */
const LATE = 0.3;
/** Requests do not arrive as evenly as they leave: a conversation's spans are kept a little longer than asked. */
const JITTER_MS = 50;
/** What a wrong `Retry-After` may cost a conversation at most, and all the others of its tenant: then one request asks again. */
const LONGEST_HOLD_MS = 3_600_000;
const LONGEST_TENANT_HOLD_MS = 60_000;
/** A place that is free this soon is waited for; a longer wait is better spent on somebody else's message. */
const PATIENCE_MS = 500;

/** Whose turn it is not, and for how many milliseconds. */
export interface Rest {
  readonly of: 'tenant' | 'conversation';
  readonly wait: number;
}

export interface Pacing {
  /** Takes a place for one request: null when it may be prepared now, else why not. */
  reserve(to: ConversationAddress): Promise<Rest | null>;
  /**
   * Just before the bytes leave: preparing takes now longer, now shorter, and what was spaced when it was let in may
   * bunch on its way. Waits some milliseconds then.
   */
  leave(to: ConversationAddress): Promise<void>;
  /** A request that left without a place, since somebody waits for it: it is counted. */
  spend(to: ConversationAddress): void;
  /** The service asked for rest, or said 429 without a time: the conversation rests so long, and its tenant a minute at most. */
  hold(to: ConversationAddress, milliseconds: number): void;
}

export interface Time {
  /** Milliseconds that only grow. */
  readonly ticks: () => number;
  /** Calls once that time has passed; what it returns calls it off. */
  readonly after: (milliseconds: number, then: () => void) => () => void;
}
export const MACHINE_TIME: Time = {
  ticks: () => performance.now(),
  after: (milliseconds, then) => {
    const timer = setTimeout(then, milliseconds);
    return () => clearTimeout(timer);
  },
};

/** When a conversation was sent to, as far back as its longest window reaches. */
interface Sent {
  times: number[];
}

/** Counts in this process; where several share a tenant, the service's own 429 keeps them apart. */
export const createPacing = (limits: PacingLimits, { ticks, after }: Time = MACHINE_TIME): Pacing => {
  const sleep = (milliseconds: number) => new Promise<void>((done) => after(milliseconds, done));
  const longest = Math.max(0, ...limits.conversation.map(({ seconds }) => seconds * 1000));
  const spacing = 1000 / (limits.tenantPerSecond * SHARE);
  const sent = new Map<string, Sent>();
  /** When each tenant's next place is free. */
  const free = new Map<string, number>();
  /** When each tenant's next request may leave. */
  const leaving = new Map<string, number>();
  const holds = new Map<string, number>();
  let swept = ticks();

  const tenantOf = (to: ConversationAddress) => to.tenantId;
  const conversationOf = (to: ConversationAddress) => `${to.tenantId} ${to.conversationId}`;
  const rest = (key: string, now: number): number => Math.max(0, (holds.get(key) ?? 0) - now);

  /** Conversations that no window remembers any more, and holds that are over: memory follows what goes on now. */
  const sweep = (now: number): void => {
    if (now - swept < 60_000) return;
    swept = now;
    for (const [key, { times }] of sent) if ((times.at(-1) ?? 0) < now - longest) sent.delete(key);
    for (const [key, until] of holds) if (until < now) holds.delete(key);
  };

  const untilFree = (key: string, now: number): number => {
    const times = sent.get(key)?.times ?? [];
    return limits.conversation.reduce((wait, { sends, seconds }) => {
      const first = times[times.length - sends];
      return first === undefined ? wait : Math.max(wait, first + seconds * 1000 + JITTER_MS - now);
    }, 0);
  };
  const note = (key: string, at: number): void => {
    if (longest === 0) return;
    const known = sent.get(key) ?? { times: [] };
    known.times.push(at);
    if (known.times.length > 64 && (known.times[0] ?? 0) < at - longest) {
      known.times = known.times.filter((time) => time >= at - longest);
    }
    sent.set(key, known);
  };
  /** Takes the tenant's next place: after how many milliseconds it is. So many that were missed are made good. */
  const place = (places: Map<string, number>, key: string, now: number, missed: number): number => {
    const at = Math.max(places.get(key) ?? 0, now - missed * spacing);
    places.set(key, at + spacing);
    return Math.max(0, at - now);
  };

  return {
    reserve: async (to) => {
      const [tenant, conversation] = [tenantOf(to), conversationOf(to)];
      for (;;) {
        const now = ticks();
        sweep(now);
        const held = rest(tenant, now);
        if (held > PATIENCE_MS) return { of: 'tenant', wait: held };
        const wait = Math.max(rest(conversation, now), untilFree(conversation, now));
        if (wait > PATIENCE_MS) return { of: 'conversation', wait };
        const soon = Math.max(held, wait);
        if (soon > 0) {
          await sleep(soon);
          continue;
        }
        const turn = place(free, tenant, now, BURST);
        // Noted before it is waited for, so that nobody else takes the same place in the conversation.
        note(conversation, now + turn);
        if (turn >= 1) await sleep(turn);
        const asked = rest(tenant, ticks());
        return asked > 0 ? { of: 'tenant', wait: asked } : null;
      }
    },
    leave: async (to) => {
      const wait = place(leaving, tenantOf(to), ticks(), LATE);
      if (wait >= 1) await sleep(wait);
    },
    spend: (to) => {
      const now = ticks();
      place(free, tenantOf(to), now, BURST);
      place(leaving, tenantOf(to), now, LATE);
      note(conversationOf(to), now);
    },
    hold: (to, milliseconds) => {
      const now = ticks();
      const until = (key: string, most: number): void => {
        holds.set(key, Math.max(holds.get(key) ?? 0, now + Math.min(milliseconds, most)));
      };
      until(conversationOf(to), LONGEST_HOLD_MS);
      until(tenantOf(to), LONGEST_TENANT_HOLD_MS);
    },
  };
};
