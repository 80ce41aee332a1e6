import { describe, expect, it } from 'vitest';
import { exactly } from '#domain/savings/range.ts';
import { readAmount, readInvoiced, readRange, readSaving, readShares } from '#rendering/read-figures.ts';

const typed = { lines: '100; 1 200; 1 050', years: '4', assumptions: 'x' } as const;

describe('what is typed about a saving', () => {
  it('is one figure, or the lowest, the expected and the highest', () => {
    expect(readRange('1 200')).toEqual(exactly(1200));
    expect(readRange('90–100–110')).toEqual({ low: 90, base: 100, high: 110 });
    expect(readRange('90 - 100 - 110')).toEqual({ low: 90, base: 100, high: 110 });
    for (const wrong of ['90–110', '110–100–90', 'många', '']) expect(readRange(wrong)).toBeNull();
  });

  it('basket: a line an article, with its name before it where there is one', () => {
    expect(
      readSaving({
        ...typed,
        method: 'basket',
        lines: 'Handske M; 90–100–110; 12; 10\n\n50\t8\t9',
        index: '2–3–4 %',
        unmatched: '25 000',
      }),
    ).toEqual({
      ok: true,
      value: {
        method: 'basket',
        lines: [
          { quantity: { low: 90, base: 100, high: 110 }, oldPrice: 12, newPrice: 10 },
          { quantity: exactly(50), oldPrice: 8, newPrice: 9 },
        ],
        index: { low: 1.02, base: 1.03, high: 1.04 },
        unmatchedValue: 25_000,
        years: 4,
      },
    });
    expect(readSaving({ ...typed, method: 'basket', index: '-2', unmatched: '0' })).toMatchObject({
      value: { index: exactly(0.98) },
    });
  });

  it('negotiation: first and final price; market price: a line a tender', () => {
    expect(readSaving({ ...typed, method: 'negotiation', years: '2 år' })).toMatchObject({
      value: { lines: [{ quantity: exactly(100), firstPrice: 1200, finalPrice: 1050 }], years: 2 },
    });
    expect(
      readSaving({
        ...typed,
        method: 'market-price',
        lines: 'A; 90\n100\n110',
        winner: '90',
        quantity: '10',
      }),
    ).toMatchObject({ value: { bids: [90, 100, 110], winner: 90, quantity: exactly(10) } });
  });

  it.each([
    [{ method: 'basket', lines: '100; 1 200', index: '0', unmatched: '0' }, 'lines-unreadable'],
    [{ method: 'basket', lines: '', index: '0', unmatched: '0' }, 'lines-unreadable'],
    [{ method: 'basket', lines: '1; 2; 3', index: 'lite', unmatched: '0' }, 'range-unreadable'],
    [{ method: 'basket', lines: '1; 2; 3', index: '0', unmatched: '' }, 'number-unreadable'],
    [{ method: 'negotiation', lines: '1; 2; dyrt' }, 'lines-unreadable'],
    [{ method: 'negotiation', lines: '1; 2; 3', years: 'länge' }, 'number-unreadable'],
    [{ method: 'market-price', lines: '90\nx', winner: '90', quantity: '1' }, 'lines-unreadable'],
    [{ method: 'market-price', lines: '90', winner: '', quantity: '1' }, 'number-unreadable'],
    [{ method: 'market-price', lines: '90', winner: '90', quantity: '' }, 'range-unreadable'],
  ] as const)('%o is refused: %s', (given, code) =>
    expect(readSaving({ ...typed, ...given })).toEqual({ ok: false, error: code }),
  );
});

it('an outcome may lack the old price, never the invoiced one', () => {
  expect(readInvoiced('10; 100; 90\n5; –; 20')).toEqual({
    ok: true,
    value: [
      { quantity: 10, baseline: 100, invoiced: 90 },
      { quantity: 5, invoiced: 20 },
    ],
  });
  for (const wrong of ['10; 100', '10; 100; –', '', 'x; 1; 2'])
    expect(readInvoiced(wrong)).toEqual({ ok: false, error: 'lines-unreadable' });
});

it('what is not attributed is unknown, never somebody’s', () => {
  expect(readShares({ coordination: '60 %', market: '25', commerce: '', category: '' })).toEqual({
    ok: true,
    value: { coordination: 0.6, market: 0.25, 'e-commerce': 0, 'category-work': 0, unknown: 0.15 },
  });
  expect(readShares({ coordination: '60', market: '50', commerce: '', category: '' })).toEqual({
    ok: false,
    error: 'shares-over-hundred',
  });
  expect(readShares({ coordination: 'det mesta', market: '', commerce: '', category: '' })).toEqual({
    ok: false,
    error: 'number-unreadable',
  });
});

it('hours are hours, and an external’s cost is an amount', () => {
  expect(readAmount('45 min', 'meetings')).toEqual({ seconds: 2700, external: 0 });
  expect(readAmount('1,5', 'anchoring')).toEqual({ seconds: 5400, external: 0 });
  expect(readAmount('12 000 kr', 'external')).toEqual({ seconds: 0, external: 12_000 });
  expect(readAmount('12 000', 'external')).toEqual({ seconds: 0, external: 12_000 });
  for (const [text, category] of [
    ['12 000 kr', 'meetings'],
    ['2 h', 'external'],
    ['', 'meetings'],
    ['länge', 'requirements'],
  ] as const)
    expect(readAmount(text, category)).toBeNull();
});
