import type { Settings } from '#domain/indicators/all.ts';
import type { ProcurementFacts } from '#domain/indicators/facts.ts';
import { alone, answeredIn, day, facts, S, saving, signed, together, V, YEAR } from './facts.ts';

/** The nine procurements of docs/indicators.md, small enough to count by hand; a year of round numbers. */
export const EXAMPLE: readonly ProcurementFacts[] = [
  facts('A', {
    cpv: '33192230',
    possible: true,
    asked: day('2025-01-15'),
    advertised: day('2025-03-01'),
    ...signed('2025-07-02', together(4_000_000, 2_000_000), {
      value: 6_000_000,
      from: '2025-01-01',
      to: '2026-12-31',
    }),
    ...saving(400_000, 300_000, 500_000),
    validated: true,
    realised: [{ from: day('2025-01-01'), to: day('2025-12-31'), value: 200_000 }],
    attribution: { coordination: 0.5, market: 0.5, 'e-commerce': 0, 'category-work': 0, unknown: 0 },
    cost: { seconds: 100 * 3600, external: 20_000 },
    market: { approvedBids: 4, appealed: false },
    quality: {
      ratings: [4, 5],
      nonconformities: 1,
      fidelity: 0.9,
      business: [3, 4],
      administration: [2, 5, 5],
      sustainability: 0.8,
      units: { asked: 4, answered: 3 },
    },
    learning: { reviewed: day('2025-09-01'), reused: 2 },
    responses: [answeredIn('S1', 2), answeredIn('V1', 6)],
  }),
  facts('B', {
    cpv: '33100000',
    possible: true,
    reasoned: true,
    asked: day('2025-02-01'),
    advertised: day('2025-04-01'),
    ...signed('2025-09-01', alone(1_000_000), { value: 1_000_000, from: '2026-01-01' }),
    obstacles: {
      basket: 'data-missing',
      negotiation: 'negotiation-not-permitted',
      'market-price': 'fewer-than-3-bids',
    },
    market: { approvedBids: 1, appealed: true },
    responses: [answeredIn('S1', 4), answeredIn('V1', null)],
    ladder: [
      { level: 'dialogue', days: 5 },
      { level: 'managers', days: 7 },
    ],
  }),
  facts('C', {
    region: V,
    cpv: '39100000',
    possible: true,
    advertised: day('2025-02-01'),
    ...signed('2025-06-01', [{ region: V, ceiling: 3_000_000 }], { value: 3_000_000, from: '2026-01-01' }),
  }),
  facts('D', {
    possible: true,
    reasoned: true,
    exit: { how: 'deviation-decided', on: day('2025-05-05') },
  }),
  facts('E', {
    origin: 'direct-award',
    ...signed('2025-03-03', alone(300_000), { value: 300_000, from: '2026-01-01' }),
  }),
  facts('F', {
    arena: 'external',
    possible: true,
    ...signed('2025-04-04', together(500_000, 500_000), { value: 1_000_000, from: '2026-01-01' }),
  }),
  facts('G', {
    ...signed('2023-02-01', together(2_000_000, 2_000_000), { value: 4_000_000, from: '2023-03-01' }),
    ...saving(100_000, -50_000, 250_000),
  }),
  facts('I', {
    possible: true,
    reasoned: true,
    deviations: [{ regions: [V], on: day('2024-11-20'), reasoned: true }],
    exit: { how: 'deviation-decided', on: day('2024-11-20') },
    alone: [{ region: V, signed: day('2025-10-05'), value: 2_000_000 }],
  }),
  facts('H', { planned: day('2025-11-01'), committed: [S, V] }),
];

export const SETTINGS: Settings = {
  rate: 600,
  targets: [
    { id: 'share-2025', indicator: 'share-coordinated', period: YEAR.period, value: 0.3, basis: null },
    {
      id: 'saving-2025',
      indicator: 'enabled-saving',
      period: YEAR.period,
      value: 1_000_000,
      basis: 'Verksamhetsplan 2025 § 12',
    },
  ],
};
