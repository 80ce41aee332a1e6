import { describe, expect, it } from 'vitest';
import type { ProcurementFacts } from '#domain/indicators/facts.ts';
import { contracted, foundOnce, inScope } from '#domain/indicators/population.ts';
import { day, facts, S, signed, together, V, YEAR } from './facts.ts';

const ids = (all: readonly ProcurementFacts[]) => inScope(all, YEAR).map(({ item }) => item);
const alone = (on: string) => ({ region: S, signed: day(on), value: 1_000_000 });
const left = (on: string) => ({ region: S, on: day(on), reasons: [] }) as never;

describe('a figure of a period counts what falls in it, by any of its days', () => {
  it('signed on a day of the period, also where the contract runs later', () => {
    const all = [
      facts('A', signed('2025-12-31', together(5, 5), { from: '2026-02-01', to: '2029-01-31' })),
      facts('B', signed('2025-01-01', together(5, 5), { from: '2026-01-01' })),
      facts('C', signed('2026-01-01', together(5, 5), { from: '2026-01-01' })),
    ];
    expect(ids(all)).toEqual(['A', 'B']);
    expect(contracted(all, YEAR).of.map(({ item }) => item)).toEqual(['A', 'B']);
  });

  it('due for its review in the period, though signed before it and over', () => {
    const over = { from: '2024-10-03', to: '2024-12-01' };
    expect(
      ids([
        facts('A', signed('2024-10-03', together(5, 5), over)),
        facts('B', signed('2024-10-02', together(5, 5), { ...over, from: '2024-10-02' })),
      ]),
    ).toEqual(['A']);
  });

  it('in force on a day of the period, with an end or without one', () => {
    expect(
      ids([
        facts('A', signed('2020-01-01', together(5, 5), { to: '2025-01-01' })),
        facts('B', signed('2020-01-01', together(5, 5), { to: '2024-12-31' })),
        facts('C', signed('2020-01-01', together(5, 5))),
        facts('D', signed('2020-01-01', together(5, 5), { from: '2025-12-31', to: '2026-12-31' })),
      ]),
    ).toEqual(['A', 'C', 'D']);
  });

  it('one of several deviations, own contracts or realised years is enough', () => {
    const years = [
      { from: day('2023-01-01'), to: day('2023-12-31'), value: 1 },
      { from: day('2025-01-01'), to: day('2025-12-31'), value: 1 },
    ] as never;
    const all = [
      facts('A', { deviations: [left('2023-05-01'), left('2025-05-01')] }),
      facts('B', { deviations: [left('2023-05-01')] }),
      facts('C', { alone: [alone('2023-05-01'), alone('2025-05-01')] }),
      facts('D', { realised: years }),
    ];
    // What a region bought beside the item is a procurement of its own, in force since it was signed.
    expect(ids(all)).toEqual(['A', 'C', 'C', 'C', 'D']);
  });
});

describe('what a region bought beside the item', () => {
  it('is its own procurement, of the item’s title, category and plan, with its contract and nothing else', () => {
    const [, own] = inScope(
      [
        facts('A', {
          title: 'Textilier',
          cpv: '39500000',
          committed: [V],
          alone: [{ region: S, signed: day('2025-03-01'), to: day('2027-02-28'), value: 7 }],
        }),
      ],
      YEAR,
    );
    expect(own).toStrictEqual({
      ...facts('A', { title: 'Textilier', cpv: '39500000' }),
      contract: {
        signed: '2025-03-01',
        parties: [{ region: S, ceiling: 7 }],
        value: 7,
        from: '2025-03-01',
        to: '2027-02-28',
      },
      apart: true,
    });
  });

  it('has no title, category or end where nobody knows them', () => {
    const [, own] = inScope([facts('A', { alone: [alone('2025-03-01')] })], YEAR);
    expect(Object.keys(own ?? {})).not.toContain('title');
    expect(Object.keys(own ?? {})).not.toContain('cpv');
    expect(Object.keys(own?.contract ?? {})).not.toContain('to');
  });
});

describe('the same procurements are looked for once', () => {
  it('for each list, question and scope', () => {
    const all = [facts('A')];
    let looked = 0;
    const look = (what: string, scope = YEAR, of: readonly ProcurementFacts[] = all) =>
      foundOnce(of, what, scope, () => {
        looked += 1;
        return of;
      });
    expect(look('x')).toBe(look('x'));
    expect(looked).toBe(1);
    look('y');
    look('x', { ...YEAR, region: S });
    look('x', { ...YEAR, category: '33' });
    look('x', { ...YEAR, period: { ...YEAR.period, to: day('2025-08-31') } });
    look('x', YEAR, [...all]);
    expect(looked).toBe(6);
  });
});
