import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ConversationAddress } from '#application/ports/teams.ts';
import { createPacing, type Pacing, type PacingLimits, TEAMS_PACING, type Time } from '#delivery/pacing.ts';
import { addressOf } from '#support/connector/activities.ts';

const to = (person: string, tenantId = 'tenant-1'): ConversationAddress =>
  addressOf({ tenantId, objectId: person }, 'http://127.0.0.1/');

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-11-22T08:00:00Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

const UNLIMITED = 1_000_000;
const time: Time = {
  ticks: () => Date.now(),
  after: (milliseconds, then) => {
    const timer = setTimeout(then, milliseconds);
    return () => clearTimeout(timer);
  },
};
const pacingOf = (limits: Partial<PacingLimits> = TEAMS_PACING) =>
  createPacing({ conversation: [], tenantPerSecond: UNLIMITED, ...limits }, time);

/** Reserves, and lets the time pass that it waits inside. For how long to ask again: 0 when it may leave. */
const reserve = async (pacing: Pacing, address: ConversationAddress): Promise<number> => {
  const rest = pacing.reserve(address);
  await vi.advanceTimersByTimeAsync(500);
  return (await rest)?.wait ?? 0;
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
      const rest = await pacing.reserve(address);
      if (rest === null) {
        await pacing.leave(address);
        times.push(Date.now());
      } else await new Promise<void>((resolve) => time.after(rest.wait, resolve));
    }
  };
  const all = Promise.all(addresses.map(sender));
  await vi.advanceTimersByTimeAsync(forMs + 3_600_000);
  await all;
  return times;
};

describe('pacing', () => {
  it('keeps a conversation within each of Teams’ limits in any span of time, and uses them', async () => {
    const times = await sendFor(pacingOf(), [to('anna')], 7_200_000);
    expect(most(times, 1_000)).toBeLessThanOrEqual(7);
    expect(most(times, 2_000)).toBeLessThanOrEqual(8);
    expect(most(times, 30_000)).toBeLessThanOrEqual(60);
    expect(most(times, 3_600_000)).toBeLessThanOrEqual(1_800);
    expect(times.length).toBeGreaterThan(3_500);
  });

  it('keeps these limits whenever somebody asks, also in bursts and beside answers that do not wait', async () => {
    const gaps = fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 1_100 })), { maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(gaps, async (asked) => {
        const pacing = pacingOf();
        const times: number[] = [];
        const sends: Promise<void>[] = [];
        for (const [i, gap] of asked.entries()) {
          await vi.advanceTimersByTimeAsync(gap);
          if (i % 10 === 9) {
            pacing.spend(to('anna'));
            times.push(Date.now());
            continue;
          }
          sends.push(
            pacing.reserve(to('anna')).then((rest) => {
              if (rest === null) times.push(Date.now());
            }),
          );
        }
        await vi.advanceTimersByTimeAsync(2_000);
        await Promise.all(sends);
        // Each answer may be one too many at its moment, and no sending follows that makes it worse.
        const answers = Math.floor(asked.length / 10);
        expect(most(times, 1_000)).toBeLessThanOrEqual(7 + answers);
        expect(most(times, 30_000)).toBeLessThanOrEqual(60 + answers);
      }),
      {
        numRuns: 50,
        examples: [[[0, 900, 0, 200, 0, 0, 800, 0, 0, 0, 0]], [[0, 1_990, 0, 0, 0, 0, 20, 0, 0, 0, 0]]],
      },
    );
  });

  it('keeps a tenant within 50 requests in any second and reaches at least 47 of them', async () => {
    const people = Array.from({ length: 400 }, (_, index) => to(`person-${index}`));
    const times = await sendFor(pacingOf(), people, 20_000);
    expect(most(times, 1_000)).toBeLessThanOrEqual(50);
    expect(times.length / 20).toBeGreaterThanOrEqual(47);
  });

  it('stays within 50 also after a pause, when everybody asks at once', async () => {
    const pacing = pacingOf();
    const burst = (name: string) =>
      Array.from({ length: 60 }, async (_, index) => {
        const address = to(`${name}-${index}`);
        const rest = await pacing.reserve(address);
        // Preparing takes one longer than another, and all of them end up in the same moment.
        await new Promise((resolve) => setTimeout(resolve, 500 - (index % 25) * 20));
        await pacing.leave(address);
        return rest === null ? [Date.now()] : [];
      });
    const first = burst('before');
    await vi.advanceTimersByTimeAsync(990);
    const second = burst('after');
    await vi.advanceTimersByTimeAsync(5_000);
    const times = (await Promise.all([...first, ...second])).flat();
    expect(times).toHaveLength(120);
    expect(most(times, 1_000)).toBeLessThanOrEqual(50);
  });

  it('gives way to answers: they take places that the push would have had', async () => {
    const pacing = pacingOf();
    for (let i = 0; i < 20; i += 1) pacing.spend(to(`asker-${i}`));
    const people = Array.from({ length: 100 }, (_, index) => to(`person-${index}`));
    const times = await sendFor(pacing, people, 1_000);
    expect(times.filter((at) => at < (times[0] ?? 0) + 600).length).toBeLessThanOrEqual(30);
  });

  it('lets one tenant wait without the other', async () => {
    const pacing = pacingOf({ tenantPerSecond: 1 });
    expect(await reserve(pacing, to('anna'))).toBe(0);
    const second = pacing.reserve(to('bo'));
    expect(await reserve(pacing, to('anna', 'tenant-2'))).toBe(0);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(await second).toBeNull();
  });

  it('does not use up the hour by asking in vain', async () => {
    const pacing = pacingOf({
      conversation: [
        { sends: 3, seconds: 3_600 },
        { sends: 1, seconds: 10 },
      ],
    });
    expect(await reserve(pacing, to('anna'))).toBe(0);
    for (let asked = 0; asked < 10; asked += 1) expect(await reserve(pacing, to('anna'))).toBeGreaterThan(0);
    for (let sends = 0; sends < 2; sends += 1) {
      await vi.advanceTimersByTimeAsync(10_000);
      expect(await reserve(pacing, to('anna'))).toBe(0);
    }
  });

  it('waits itself for a place that is free soon', async () => {
    const pacing = pacingOf({ conversation: [{ sends: 1, seconds: 0.4 }] });
    expect(await reserve(pacing, to('anna'))).toBe(0);
    expect(await reserve(pacing, to('anna'))).toBe(0);
  });
});

describe('a hold that the service asked for', () => {
  it('rests the conversation for as long as asked, and the whole tenant, for a minute at most', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 600, max: 3_600_000 }), async (milliseconds) => {
        const pacing = pacingOf({});
        pacing.hold(to('anna'), milliseconds);
        const ofTenant = Math.min(milliseconds, 60_000);
        expect(await pacing.reserve(to('bo'))).toEqual({ of: 'tenant', wait: ofTenant });
        expect(await pacing.reserve(to('bo', 'tenant-2'))).toBeNull();
        await vi.advanceTimersByTimeAsync(ofTenant);
        expect(await pacing.reserve(to('bo'))).toBeNull();
        const left = milliseconds - ofTenant;
        if (left > 500) {
          expect(await pacing.reserve(to('anna'))).toEqual({ of: 'conversation', wait: left });
          await vi.advanceTimersByTimeAsync(left);
        }
        expect(await reserve(pacing, to('anna'))).toBe(0);
      }),
      { numRuns: 30 },
    );
  });

  it('stops whoever had a place already and waits for its time', async () => {
    const pacing = pacingOf({ tenantPerSecond: 10 });
    for (let i = 0; i < 8; i += 1) await pacing.reserve(to(`before-${i}`));
    const first = pacing.reserve(to('anna'));
    const second = pacing.reserve(to('bo'));
    const third = pacing.reserve(to('cecilia'));
    expect(await first).toBeNull();
    pacing.hold(to('anna'), 20_000);
    await vi.advanceTimersByTimeAsync(1_000);
    expect([await second, await third]).toContainEqual(expect.objectContaining({ of: 'tenant' }));
  });

  it('of a day is cut to an hour, so that a wrong header silences nobody for long', async () => {
    const pacing = pacingOf({});
    pacing.hold(to('anna'), 86_400_000);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await pacing.reserve(to('anna'))).toEqual({ of: 'conversation', wait: 3_540_000 });
  });
});
