import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { ProcurementFacts } from '#domain/indicators/facts.ts';
import { addDays } from '#domain/shared/calendar.ts';
import { asUnitId, itemId, type PlainDate, regionId } from '#domain/shared/ids.ts';

const SEED = 20_260_101;
const REGIONS = [regionId('sormland'), regionId('vastmanland')] as const;
/** Plans of ten years, as a joint function's store looks after them. */
const FIRST_YEAR = 2017;
const YEARS = 10;

/** What a store keeps of one procurement: only what is unusual, as at a commit. */
export type Kept = Pick<ProcurementFacts, 'item' | 'plan' | 'region'> & Partial<ProcurementFacts>;

/**
 * That many procurements, always the same: four of five contracted, a third together, three of five with a saving, half
 * with a log, each with the answers of four units, one of ten through the ladder.
 */
export function* seededFacts(count: number): Generator<Kept> {
  const random = xoroshiro128plus(SEED);
  const below = (limit: number) => uniformInt(random, 0, limit - 1);
  const oneIn = (n: number) => below(n) === 0;
  for (let at = 0; at < count; at += 1) {
    const plan = FIRST_YEAR + (at % YEARS);
    const asked = addDays(`${plan}-01-01` as PlainDate, below(200));
    const signed = addDays(asked, 90 + below(120));
    const [first, second] = oneIn(2) ? REGIONS : [REGIONS[1], REGIONS[0]];
    const value = 100_000 * (1 + below(400));
    const together = oneIn(3);
    const contracted = !oneIn(5);
    const base = Math.round(value * (below(200) / 1000 - 0.02));
    yield {
      item: itemId(`B${at}`),
      title: `Upphandling nummer ${at} av ett vanligt namns längd`,
      plan,
      region: first,
      cpv: String(33_000_000 + below(6_000_000)),
      value,
      planned: signed,
      possible: oneIn(10) ? null : !oneIn(4),
      asked,
      advertised: addDays(asked, 30),
      committed: together ? [first, second] : [first],
      responses: [1, 2, 3, 4].map((unit) => ({
        unit: asUnitId(`${unit > 2 ? first : second}/Enhet ${unit + 4 * below(25)}`),
        region: unit > 2 ? first : second,
        days: oneIn(6) ? null : below(20),
        due: true,
      })),
      ...(contracted
        ? {
            contract: {
              signed,
              from: signed,
              to: addDays(signed, 4 * 365),
              parties: together
                ? [
                    { region: first, ceiling: value * 0.6 },
                    { region: second, ceiling: value * 0.4 },
                  ]
                : [{ region: first, ceiling: value }],
              ...(oneIn(5) ? {} : { value }),
            },
            market: { approvedBids: 1 + below(8), appealed: oneIn(12) },
          }
        : { exit: { how: 'deviation-decided', on: signed } }),
      ...(contracted || !oneIn(2)
        ? {}
        : { deviations: [{ regions: [first], on: signed, reasoned: !oneIn(4) }], reasoned: true }),
      ...(contracted && below(5) < 3
        ? {
            saving: {
              method: oneIn(3) ? ('market-price' as const) : ('basket' as const),
              annual: { low: base * 0.7, base, high: base * 1.3 },
              term: { low: base * 2.8, base: base * 4, high: base * 5.2 },
            },
          }
        : {}),
      ...(oneIn(2) ? { cost: { seconds: 3600 * (1 + below(80)), external: 1000 * below(50) } } : {}),
      ...(oneIn(10)
        ? {
            ladder: [
              { level: 'dialogue', days: below(8) },
              { level: 'managers', days: below(8) },
            ],
          }
        : {}),
    };
  }
}
