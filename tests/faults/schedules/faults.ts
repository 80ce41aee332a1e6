import {
  type Behaviour,
  FORBIDDEN,
  moved,
  notFound,
  serverError,
  throttled,
} from '#support/connector/connector.ts';

/** How often each thing goes wrong, from 0 to 1, of all requests. */
export interface Weather {
  readonly throttled: number;
  readonly precondition: number;
  readonly serverError: number;
  readonly broken: number;
  readonly silent: number;
  readonly unconnected: number;
  readonly forbidden: number;
  readonly lost: number;
  readonly slow: number;
}

/** Some schedules are calm, some are a bad day of one kind, some are everything at once. */
export const drawWeather = (random: () => number): Weather => {
  const much = () => (random() < 0.4 ? random() ** 2 * 0.3 : 0);
  return {
    throttled: much(),
    precondition: much() / 2,
    serverError: much() / 2,
    broken: much() / 2,
    silent: much() / 4,
    unconnected: much(),
    forbidden: much() / 4,
    lost: much() / 4,
    slow: much(),
  };
};

/** `unconnected`: nothing listens there, no byte has left. */
export type Drawn = Behaviour | { readonly kind: 'unconnected' };

const NEVER = Object.values(FORBIDDEN);
const GATEWAY = [500, 502, 503, 504] as const;
const pick = <T>(from: readonly T[], random: () => number): T =>
  from[Math.floor(random() * from.length)] as T;

/** What becomes of one request; `ok` in most cases, after the usual time. */
export const drawBehaviour = (weather: Weather, method: 'POST' | 'PUT', random: () => number): Drawn => {
  let left = random();
  const happens = (share: number): boolean => {
    left -= share;
    return left < 0;
  };
  const accept = random() < 0.5;
  if (happens(weather.throttled)) return random() < 0.5 ? throttled() : throttled(pick([0, 1, 2, 7], random));
  if (happens(weather.precondition)) return { kind: 'status', status: 412 };
  if (happens(weather.serverError)) return serverError(pick(GATEWAY, random), accept);
  if (happens(weather.broken)) return { kind: 'reset', accept };
  if (happens(weather.silent)) return { kind: 'silence', accept };
  if (happens(weather.unconnected)) return { kind: 'unconnected' };
  if (happens(weather.forbidden)) return pick(NEVER, random);
  if (happens(weather.lost)) {
    if (method === 'PUT') return notFound();
    return random() < 0.5 ? notFound('ConversationNotFound') : moved('https://elsewhere.example/');
  }
  return { kind: 'ok', delayMs: happens(weather.slow) ? 1_000 + random() * 9_000 : 20 + random() * 300 };
};
