import { describe, expect, it } from 'vitest';
import { allIndicators } from '#domain/indicators/all.ts';
import { EXAMPLE, SETTINGS } from './example.ts';
import { S, YEAR } from './facts.ts';

const met = (id: string, over: Partial<typeof YEAR>) =>
  allIndicators(EXAMPLE, { ...YEAR, ...over }, SETTINGS).find((one) => one.id === `target-${id}`);

describe('a target is of all procurements together (domain: indicator 8)', () => {
  it('and is compared with the outcome of exactly its period', () => {
    expect(met('enabled-saving', {})).toMatchObject({ value: 0.5, denominator: 1_000_000 });
    expect(met('share-coordinated', {})?.value).toBeCloseTo(0.25 / 0.3, 10);
  });

  it('a category’s outcome is not compared with it', () => {
    for (const id of ['enabled-saving', 'share-coordinated'])
      expect(met(id, { category: '33' })).toMatchObject({
        value: null,
        reason: 'joint-target',
        denominator: null,
      });
  });

  it('nor is one region’s, its share no more than its amount', () => {
    expect(met('enabled-saving', { region: S })).toMatchObject({ value: null, reason: 'joint-target' });
    expect(met('share-coordinated', { region: S })).toMatchObject({
      value: null,
      reason: 'joint-target',
      denominator: null,
    });
  });
});
