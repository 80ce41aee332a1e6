import type { ProcurementFacts } from '#domain/indicators/facts.ts';
import type { Scope } from '#domain/indicators/indicator.ts';
import { instantOf } from '#domain/shared/calendar.ts';
import { asUnitId, itemId, type PlainDate, regionId } from '#domain/shared/ids.ts';

export const day = (text: string) => text as PlainDate;
export const S = regionId('sormland');
export const V = regionId('vastmanland');
export const YEAR: Scope = {
  period: { from: day('2025-01-01'), to: day('2025-12-31') },
  region: null,
  category: null,
  asOf: instantOf(Date.UTC(2026, 0, 15, 8)),
};

/** A procurement of which nothing is known but what is given. */
export const facts = (id: string, given: Partial<ProcurementFacts> = {}): ProcurementFacts => ({
  item: itemId(id),
  plan: 2025,
  region: S,
  origin: 'advertised',
  arena: 'own',
  possible: null,
  committed: [],
  reasoned: false,
  obstacles: {},
  validated: false,
  realised: [],
  responses: [],
  ladder: [],
  market: {},
  quality: { ratings: [] },
  learning: { reused: 0 },
  ...given,
});

export const together = (sormland: number, vastmanland: number) => [
  { region: S, ceiling: sormland },
  { region: V, ceiling: vastmanland },
];
export const alone = (ceiling: number) => [{ region: S, ceiling }];

/** A contract signed on a day and in force from it. */
export const signed = (
  on: string,
  parties: readonly { readonly region: typeof S; readonly ceiling: number }[],
  more: { readonly value?: number; readonly from?: string; readonly to?: string } = {},
) => ({
  contract: {
    signed: day(on),
    parties,
    from: day(more.from ?? on),
    ...(more.to ? { to: day(more.to) } : {}),
    ...(more.value === undefined ? {} : { value: more.value }),
  },
});

export const saving = (base: number, low = base, high = base) => ({
  saving: {
    method: 'basket' as const,
    annual: { low, base, high },
    term: { low: low * 4, base: base * 4, high: high * 4 },
  },
});

export const answeredIn = (unit: string, days: number | null, due = true) => ({
  unit: asUnitId(`${unit.startsWith('S') ? S : V}/${unit}`),
  region: unit.startsWith('S') ? S : V,
  days,
  due,
});
