import { describe, expect, it } from 'vitest';
import { runKills } from './schedules/kills.ts';
import { runOverHttp } from './schedules/over-http.ts';
import { runSchedule } from './schedules/schedule.ts';
import { NOTHING, sum, type Tally, table } from './schedules/tally.ts';

/** A part of `npm run faults`. */
const SEED = Number(process.env.FAULTS_SEED ?? 1);
const FAST = process.env.FAST_RUNS !== undefined;

/** Days on some of which answers break off at the wrong moment. */
const SEEDED_BAD = [1, 2, 3, 4, 5, 6, 7, 8];
const over = async (seeds: readonly number[], worse: Parameters<typeof runSchedule>[1]): Promise<Tally> => {
  const tallies: Tally[] = [];
  for (const seed of seeds) tallies.push(await runSchedule(seed, worse));
  return sum(tallies);
};

/** Planned is the sum of all ends, each counted once. */
const conserved = (tally: Tally): void => {
  const { planned, lost, duplicated, ...ends } = tally;
  expect(Object.values(ends).reduce((total, count) => total + count, lost)).toBe(planned);
  expect({ lost, duplicated }).toEqual({ lost: 0, duplicated: 0 });
};

describe('the schedules themselves', () => {
  it('find out a sender that repeats what may have arrived, and one that calls sent what was not', async () => {
    const repeating = await over(SEEDED_BAD, (sender) => ({
      ...sender,
      send: async (...of) => {
        const result = await sender.send(...of);
        return result.kind === 'unknown' ? { kind: 'retry', afterMs: null, reason: result.reason } : result;
      },
    }));
    expect(repeating.duplicated).toBeGreaterThan(0);
    const boasting = await over(SEEDED_BAD, (sender) => ({
      ...sender,
      send: async (...of) => {
        const result = await sender.send(...of);
        return result.kind === 'unknown' ? { kind: 'sent', activityId: 'made-up' } : result;
      },
    }));
    expect(boasting.lost).toBeGreaterThan(0);
  });
});

describe('a push under everything that can go wrong', () => {
  it(`loses nobody and shows no card twice (virtual time, seeds from ${SEED})`, async () => {
    let total = NOTHING;
    for (let seed = SEED; seed < SEED + (FAST ? 10 : 60); seed += 1) {
      const tally = await runSchedule(seed);
      expect({ seed, ...tally }).toMatchObject({ seed, lost: 0, duplicated: 0 });
      total = sum([total, tally]);
    }
    conserved(total);
    console.log(table([['schedules', total]]));
  }, 120_000);

  it(`loses nobody and shows no card twice (over HTTP, from a file, seeds from ${SEED})`, async () => {
    let total = NOTHING;
    for (let seed = SEED; seed < SEED + (FAST ? 1 : 3); seed += 1)
      total = sum([total, await runOverHttp(seed)]);
    conserved(total);
  }, 120_000);

  it('loses nobody and shows no card twice when the server is killed in the middle (SIGKILL)', async () => {
    const { killed, ...tally } = await runKills(SEED, 2, 24);
    expect(killed).toBe(2);
    conserved(tally);
  }, 180_000);
});
