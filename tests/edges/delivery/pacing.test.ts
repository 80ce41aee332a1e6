import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ConversationAddress } from '#application/ports/teams.ts';
import { createPacing, type Pacing, TEAMS_PACING } from '#delivery/pacing.ts';
import { addressOf } from '#support/connector/activities.ts';

const to = (person: string, tenantId = 'tenant-1'): ConversationAddress =>
  addressOf({ tenantId, objectId: person }, 'http://127.0.0.1/');

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-11-22T08:00:00Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Reserves; the time that it waits inside passes at once. */
const reserve = async (pacing: Pacing, address: ConversationAddress): Promise<number> => {
  const wait = pacing.reserve(address);
  await vi.advanceTimersByTimeAsync(500);
  return wait;
};

/** The most that fell into any span of that length. */
const most = (times: readonly number[], spanMs: number): number =>
  Math.max(...times.map((from) => times.filter((at) => at >= from && at < from + spanMs).length));

/** Sends as fast as pacing lets one, for that long; when each left. */
const sendFor = async (
  pacing: Pacing,
  addresses: readonly ConversationAddress[],
  forMs: number,
): Promise<number[]> => {
  const times: number[] = [];
  const end = Date.now() + forMs;
  const sender = async (address: ConversationAddress): Promise<void> => {
    while (Date.now() < end) {
      const wait = await pacing.reserve(address);
      if (wait === 0) times.push(Date.now());
      else await new Promise((resolve) => setTimeout(resolve, wait));
    }
  };
  const all = Promise.all(addresses.map(sender));
  await vi.advanceTimersByTimeAsync(forMs + 3_600_000);
  await all;
  return times;
};

describe('pacing', () => {
  it('keeps a conversation within each of Teams’ limits in any span of time', async () => {
    const times = await sendFor(createPacing(TEAMS_PACING), [to('anna')], 7_200_000);
    expect(most(times, 1_000)).toBeLessThanOrEqual(7);
    expect(most(times, 2_000)).toBeLessThanOrEqual(8);
    expect(most(times, 30_000)).toBeLessThanOrEqual(60);
    expect(most(times, 3_600_000)).toBeLessThanOrEqual(1_800);
    expect(times.length).toBeGreaterThan(1_700);
  });

  it('keeps these limits whenever somebody asks, also in bursts around the turn of a window', async () => {
    const gaps = fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 1_100 })), { maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(gaps, async (asked) => {
        const pacing = createPacing(TEAMS_PACING);
        const times: number[] = [];
        const sends: Promise<void>[] = [];
        for (const gap of asked) {
          await vi.advanceTimersByTimeAsync(gap);
          const sent = pacing.reserve(to('anna')).then((wait) => {
            if (wait === 0) times.push(Date.now());
          });
          sends.push(sent);
        }
        await vi.advanceTimersByTimeAsync(1_000);
        await Promise.all(sends);
        expect(most(times, 1_000)).toBeLessThanOrEqual(7);
        expect(most(times, 2_000)).toBeLessThanOrEqual(8);
        expect(most(times, 30_000)).toBeLessThanOrEqual(60);
      }),
      {
        numRuns: 50,
        examples: [[[0, 900, 0, 200, 0, 0, 800, 0, 0, 0, 0]], [[0, 1_990, 0, 0, 0, 0, 20, 0, 0, 0, 0]]],
      },
    );
  });

  it('keeps a tenant within 50 requests in a second that sees two bursts', async () => {
    const pacing = createPacing(TEAMS_PACING);
    const burst = (name: string) =>
      Array.from({ length: 50 }, async (_, index) => {
        const wait = await pacing.reserve(to(`${name}-${index}`));
        return wait === 0 ? [Date.now()] : [];
      });
    const first = pacing.reserve(to('first'));
    await vi.advanceTimersByTimeAsync(990);
    const bursts = burst('before');
    await vi.advanceTimersByTimeAsync(20);
    bursts.push(...burst('after'));
    await vi.advanceTimersByTimeAsync(2_000);
    expect(await first).toBe(0);
    const times = (await Promise.all(bursts)).flat();
    expect(times.length).toBeGreaterThan(20);
    expect(most(times, 1_000)).toBeLessThanOrEqual(50);
  });

  it('keeps a tenant within 50 requests in any second, and uses most of them', async () => {
    const people = Array.from({ length: 40 }, (_, index) => to(`person-${index}`));
    const times = await sendFor(createPacing(TEAMS_PACING), people, 2_000);
    expect(most(times, 1_000)).toBeLessThanOrEqual(50);
    expect(times.length).toBeGreaterThanOrEqual(60);
  });

  it('lets one tenant wait without the other', async () => {
    const pacing = createPacing({ conversation: [], tenant: [{ sends: 1, seconds: 60 }] });
    expect(await reserve(pacing, to('anna'))).toBe(0);
    expect(await reserve(pacing, to('bo'))).toBeGreaterThan(0);
    expect(await reserve(pacing, to('anna', 'tenant-2'))).toBe(0);
  });

  it('does not use up the hour by asking in vain', async () => {
    const pacing = createPacing({
      conversation: [
        { sends: 3, seconds: 3_600 },
        { sends: 1, seconds: 10 },
      ],
      tenant: [],
    });
    expect(await reserve(pacing, to('anna'))).toBe(0);
    for (let asked = 0; asked < 10; asked += 1) expect(await reserve(pacing, to('anna'))).toBeGreaterThan(0);
    for (let sends = 0; sends < 2; sends += 1) {
      await vi.advanceTimersByTimeAsync(10_000);
      expect(await reserve(pacing, to('anna'))).toBe(0);
    }
  });

  it('waits itself for a place that is free soon', async () => {
    const pacing = createPacing({ conversation: [{ sends: 1, seconds: 0.4 }], tenant: [] });
    expect(await reserve(pacing, to('anna'))).toBe(0);
    expect(await reserve(pacing, to('anna'))).toBe(0);
  });
});

describe('a hold that the service asked for', () => {
  const free = { conversation: [], tenant: [] };

  it('rests the conversation for as long as asked, and nobody else', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 600, max: 3_600_000 }), async (milliseconds) => {
        const pacing = createPacing(free);
        await pacing.hold(to('anna'), milliseconds);
        expect(await pacing.reserve(to('anna'))).toBe(milliseconds);
        expect(await pacing.reserve(to('bo'))).toBe(0);
        await vi.advanceTimersByTimeAsync(milliseconds);
        expect(await pacing.reserve(to('anna'))).toBe(0);
      }),
      { numRuns: 30 },
    );
  });

  it('rests the whole tenant when a second conversation is told so meanwhile, and no other tenant', async () => {
    const pacing = createPacing(free);
    await pacing.hold(to('anna'), 20_000);
    await pacing.hold(to('bo'), 10_000);
    expect(await pacing.reserve(to('cecilia'))).toBe(10_000);
    expect(await pacing.reserve(to('cecilia', 'tenant-2'))).toBe(0);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await pacing.reserve(to('cecilia'))).toBe(0);
    expect(await pacing.reserve(to('anna'))).toBe(10_000);
  });

  it('that is over says nothing about the tenant', async () => {
    const pacing = createPacing(free);
    await pacing.hold(to('anna'), 1_000);
    await vi.advanceTimersByTimeAsync(1_000);
    await pacing.hold(to('bo'), 10_000);
    expect(await pacing.reserve(to('cecilia'))).toBe(0);
  });

  it('of a day is cut to an hour, so that a wrong header silences nobody for long', async () => {
    const pacing = createPacing(free);
    await pacing.hold(to('anna'), 86_400_000);
    expect(await pacing.reserve(to('anna'))).toBe(3_600_000);
  });
});
