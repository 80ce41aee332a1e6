/**
 * Teams' connector for benchmarks, in a process of its own: counts what it shows, holds a limit per tenant in any second,
 * and fails as it was told. Keeps no message, so that its memory says nothing about ours.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { seeded } from '../../faults/support/application/random.ts';

export interface TeamsOrder {
  /** Requests per tenant in any second; null for no limit. */
  readonly perSecond: number | null;
  /** Share of requests that fail in each way, from 0 to 1. */
  readonly faults: { readonly throttled: number; readonly gateway: number; readonly reset: number };
  readonly seed: number;
}
export interface TeamsReport {
  readonly port: number;
  /** Cards that were shown. */
  readonly shown: number;
  /** Chats that got one at least, and cards beyond the first in them. */
  readonly chats: number;
  readonly extra: number;
  /** Told 429 since they came too fast; those that a fault was drawn for are apart. */
  readonly tooFast: number;
  readonly faulted: number;
  /** Seconds from the first request to the last, and cards shown per tenant and second in between. */
  readonly seconds: number;
  readonly perTenant: Readonly<Record<string, number>>;
}

let order: TeamsOrder = { perSecond: null, faults: { throttled: 0, gateway: 0, reset: 0 }, seed: 1 };
let random = seeded(order.seed);
let chats = new Map<string, number>();
let tenants = new Map<string, { recent: number[]; shown: number; first: number; last: number }>();
let tooFast = 0;
let faulted = 0;

/** Chats are called `tenant/person` here. */
const tenantOf = (chat: string): string => chat.slice(0, chat.indexOf('/'));

const server = createServer((request, response) => {
  request.resume();
  request.on('end', () => {
    const now = performance.now();
    const chat = decodeURIComponent((request.url ?? '').split('/')[3] ?? '');
    const tenant = tenants.get(tenantOf(chat)) ?? { recent: [], shown: 0, first: now, last: now };
    tenants.set(tenantOf(chat), tenant);
    const answer = (status: number, headers = {}, body = '{}'): void => {
      response.writeHead(status, { 'content-type': 'application/json', ...headers });
      response.end(body);
    };
    if (order.perSecond !== null) {
      while ((tenant.recent[0] ?? now) <= now - 1000) tenant.recent.shift();
      if (tenant.recent.length >= order.perSecond) {
        tooFast += 1;
        return answer(429, { 'retry-after': '1' });
      }
      tenant.recent.push(now);
    }
    let drawn = random();
    const happens = (share: number): boolean => {
      drawn -= share;
      return drawn < 0;
    };
    const show = (): void => {
      if (request.method !== 'POST') return;
      chats.set(chat, (chats.get(chat) ?? 0) + 1);
      tenant.shown += 1;
      tenant.last = performance.now();
    };
    if (happens(order.faults.throttled)) {
      faulted += 1;
      return answer(429);
    }
    if (happens(order.faults.gateway)) {
      faulted += 1;
      if (random() < 0.5) show();
      return answer(502);
    }
    if (happens(order.faults.reset)) {
      faulted += 1;
      if (random() < 0.5) show();
      return void response.socket?.resetAndDestroy();
    }
    show();
    answer(201, {}, JSON.stringify({ id: `activity-${tenant.shown}` }));
  });
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const { port } = server.address() as AddressInfo;

const report = (): TeamsReport => {
  const all = [...tenants.entries()];
  const first = Math.min(...all.map(([, tenant]) => tenant.first));
  const last = Math.max(...all.map(([, tenant]) => tenant.last));
  const counts = [...chats.values()];
  return {
    port,
    shown: counts.reduce((total, count) => total + count, 0),
    chats: counts.length,
    extra: counts.reduce((total, count) => total + count - 1, 0),
    tooFast,
    faulted,
    seconds: all.length === 0 ? 0 : (last - first) / 1000,
    perTenant: Object.fromEntries(
      all.map(([name, tenant]) => [
        name,
        ((tenant.shown - 1) * 1000) / Math.max(1, tenant.last - tenant.first),
      ]),
    ),
  };
};
process.on('message', (message: TeamsOrder | 'report') => {
  if (message !== 'report') {
    order = message;
    random = seeded(order.seed);
    chats = new Map();
    tenants = new Map();
    tooFast = 0;
    faulted = 0;
  }
  process.send?.(report());
});
process.on('disconnect', () => process.exit(0));
process.send?.(report());
