import { describe, expect, it } from 'vitest';
import { allIndicators } from '#domain/indicators/all.ts';
import type { Indicator, Scope } from '#domain/indicators/indicator.ts';
import { EXAMPLE, SETTINGS } from './example.ts';
import { V, YEAR } from './facts.ts';

/** Of a figure: what it counts, of what, and what stands outside it with its reason; by the letters of docs/indicators.md. */
type Row = readonly [id: string, counted: string, of: string, outside?: string];
const rowOf = ({ id, behind, excluded }: Indicator): Row => {
  const outside = excluded.map(({ reason, items }) => `${reason} ${items.join('')}`).join(', ');
  return [
    id,
    behind.counted.join(''),
    behind.of.join(''),
    ...(outside === '' ? ([] as const) : [outside]),
  ] as Row;
};
const rows = (scope: Scope) => allIndicators(EXAMPLE, scope, SETTINGS).map(rowOf);
const APART = 'direct-award E, external F';

describe('each figure names the procurements behind it, and what stands outside it with its reason (section 5)', () => {
  it('of both regions together', () => {
    expect(rows(YEAR)).toEqual([
      ['share-coordinated', 'A', 'ABCI', APART],
      ['count-coordinated', 'A', 'ABCI', APART],
      ['share-coordinated-by-value', 'A', 'ABCI', APART],
      ['share-coordinated-of-possible', 'A', 'ABCI', APART],
      ['share-coordinated-forecast', 'AH', 'ABCIH'],
      ['control-point', 'BCDI', 'ABCDI', 'external F'],
      ['control-point-reasoned', 'BDI', 'BCDI'],
      ['enabled-saving', 'AG', 'AGI', 'calculability-unknown I'],
      ['enabled-saving-coordinated-new', 'A', 'A'],
      ['enabled-saving-coordinated-running', 'G', 'G'],
      ['enabled-saving-own-new', '', 'I', 'calculability-unknown I'],
      ['enabled-saving-own-running', '', ''],
      ['coverage', 'A', 'ABCI', `${APART}, not-calculable B, calculability-unknown CI`],
      ['coverage-by-value', 'A', 'ABCI', `${APART}, not-calculable B, calculability-unknown CI`],
      ['realised-saving', 'A', 'AGI', 'no-invoice GI'],
      ['hit-rate', 'A', 'A', 'no-invoice GI'],
      ['coordination-hours', 'A', 'AB', 'no-log B'],
      ['coordination-cost', 'A', 'AB', 'no-log B'],
      ['net-benefit-realised', 'A', 'AG', 'no-invoice G'],
      ['net-benefit-theoretical', 'A', 'AG', 'attribution-unknown G'],
      ['avoided-procedures', 'A', 'A'],
      ['nonconformities', 'A', 'ABCI', 'not-stated BCI'],
      ['user-rating', 'A', 'ABCI', 'not-stated BCI'],
      ['approved-bids', 'AB', 'ABCI', 'not-stated CI'],
      ['single-bid', 'B', 'AB', 'not-stated CI'],
      ['appealed', 'B', 'AB', 'not-stated CI'],
      ['cancelled', '', 'ABC'],
      ['contract-fidelity', 'A', 'ABCI', 'not-stated BCI'],
      ['deal-rating', 'A', 'ABCI', 'not-stated BCI'],
      ['administration-rating', 'A', 'ABCI', 'not-stated BCI'],
      ['sustainability', 'A', 'ABCI', 'not-stated BCI'],
      ['application-in-units', 'A', 'A', 'not-stated BCI'],
      ['lead-time', 'AB', 'ABCI', 'not-stated CI'],
      ['reviewed-in-time', 'A', 'ABC'],
      ['lessons-reused', 'ABC', 'ABC'],
      ['answer-rate', 'AB', 'AB'],
      ['days-to-answer', 'AB', 'AB'],
      ['ladder-dialogue', 'B', 'AB'],
      ['ladder-managers', 'B', 'AB'],
      ['ladder-council', '', 'AB'],
      ['ladder-decision', '', 'AB'],
      ['target-share-coordinated', 'A', 'ABCI'],
      ['target-enabled-saving', 'AG', 'AGI'],
    ]);
  });

  it('of one region: its contracts, its own purchases, its deviations, and what its units were asked', () => {
    const own = new Map(rows({ ...YEAR, region: V }).map(([id, ...row]) => [id, row]));
    expect(own.get('share-coordinated')).toEqual(['A', 'ACI', 'external F']);
    expect(own.get('share-coordinated-forecast')).toEqual(['AH', 'ACIH']);
    expect(own.get('control-point')).toEqual(['CI', 'ACI', 'external F']);
    expect(own.get('control-point-reasoned')).toEqual(['I', 'CI']);
    expect(own.get('coverage')).toEqual(['A', 'ACI', 'external F, calculability-unknown CI']);
    expect(own.get('coordination-cost')).toEqual(['A', 'A']);
    expect(own.get('single-bid')).toEqual(['', 'A', 'not-stated CI']);
    expect(own.get('answer-rate')).toEqual(['A', 'AB']);
    expect(own.get('ladder-dialogue')).toEqual(['B', 'AB']);
  });

  it('where an hour has no rate, the hours still count, and the net benefit names what it lacks', () => {
    const found = new Map(
      allIndicators(EXAMPLE, YEAR, { ...SETTINGS, rate: null }).map((one) => [one.id, rowOf(one).slice(1)]),
    );
    expect(found.get('coordination-hours')).toEqual(['A', 'AB', 'no-log B']);
    expect(found.get('coordination-cost')).toEqual(['A', 'AB', 'no-log B']);
    expect(found.get('net-benefit-realised')).toEqual(['', 'AG', 'no-rate A, no-invoice G']);
  });
});
