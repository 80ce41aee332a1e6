import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { attributed, coordinationShare } from '#domain/savings/attribution.ts';
import { marketPotential } from '#domain/savings/potential.ts';
import { realisedSaving } from '#domain/savings/realised.ts';

describe('realised saving: Σ actual q · (baseline − invoiced price)', () => {
  it('counts what was really bought at what was really paid', () => {
    const lines = [
      { quantity: 10, baseline: 100, invoiced: 90 },
      { quantity: 5, baseline: 20, invoiced: 24 },
    ];
    expect(realisedSaving(lines)).toEqual({ ok: true, value: { value: 80, covered: 1 } });
  });
  it('leaves out an article without an old price, and says how much of the money it compared', () => {
    const lines = [
      { quantity: 1, baseline: 150, invoiced: 100 },
      { quantity: 3, invoiced: 100 },
    ];
    expect(realisedSaving(lines)).toEqual({ ok: true, value: { value: 50, covered: 0.25 } });
  });
  it('is not calculable, and not 0, where no article has an old price', () => {
    expect(realisedSaving([{ quantity: 3, invoiced: 100 }])).toEqual({
      ok: true,
      value: { value: null, covered: 0 },
    });
  });
  it('covers nothing of free goods', () => {
    expect(realisedSaving([{ quantity: 3, baseline: 1, invoiced: 0 }])).toEqual({
      ok: true,
      value: { value: 3, covered: 0 },
    });
  });
  it.each([
    [{ quantity: -1, baseline: 1, invoiced: 1 }],
    [{ quantity: 1, baseline: -1, invoiced: 1 }],
    [{ quantity: 1, baseline: 1, invoiced: Number.NaN }],
  ])('refuses an impossible amount: %j', (line) => {
    expect(realisedSaving([line])).toEqual({ ok: false, error: 'amount-impossible' });
  });
  it('refuses an empty statement', () => {
    expect(realisedSaving([])).toEqual({ ok: false, error: 'no-lines' });
  });
});

describe('attribution', () => {
  it('splits the whole effect', () => {
    expect(attributed({ coordination: 0.25, market: 0.75 })).toEqual({
      ok: true,
      value: { coordination: 0.25, market: 0.75, 'e-commerce': 0, 'category-work': 0, unknown: 0 },
    });
  });
  it.each([
    [{ coordination: 0.5 }],
    [{ coordination: 1.5, market: -0.5 }],
    [{}],
    [{ coordination: 0.6, market: 0.6 }],
  ])('refuses shares that are not a whole: %j', (shares) => {
    expect(attributed(shares)).toEqual({ ok: false, error: 'shares-not-whole' });
  });
  it('takes thirds for a whole', () => {
    expect(attributed({ coordination: 1 / 3, market: 1 / 3, 'category-work': 1 / 3 }).ok).toBe(true);
  });
  it('tells what is coordination’s, and nothing while a part is unknown or nobody has said', () => {
    const whole = attributed({ coordination: 0.25, market: 0.75 });
    const partly = attributed({ coordination: 0.25, unknown: 0.75 });
    expect(whole.ok && coordinationShare(whole.value)).toBe(0.25);
    expect(partly.ok && coordinationShare(partly.value)).toBeNull();
    expect(coordinationShare(undefined)).toBeNull();
  });
});

describe('what the numbers of bids say of the market-price method', () => {
  it('tells procurements by the bids of their lots', () => {
    expect(marketPotential([[3], [2], [], [5, 1], [1, 2], [4, 3]])).toEqual({
      possible: 2,
      partly: 1,
      impossible: 2,
      unknown: 1,
    });
  });

  it('finds 47 of the 131 procurements of 2021 that could at most be calculated, 53 that could not, 31 unknown', () => {
    const rows = (name: string): Record<string, string>[] =>
      parse(readFileSync(new URL(`../../../src/demo/data/${name}`, import.meta.url)), {
        bom: true,
        columns: true,
      });
    const bids = Map.groupBy(rows('uhm_2021_number_of_tenders.csv'), (row) => row['Upphandlings-ID'] ?? '');
    const procurements = rows('uhm_2021_number_of_procurements.csv').map((row) =>
      (bids.get(row['Upphandlings-ID'] ?? '') ?? []).map((lot) => Number(lot['Antal anbud, Summa'])),
    );
    expect(marketPotential(procurements)).toEqual({ possible: 47, partly: 0, impossible: 53, unknown: 31 });
  });
});
