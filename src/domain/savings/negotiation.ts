import { fail, ok, type Result } from '../shared/result.ts';
import { checkLines } from './lines.ts';
import { METHOD_VERSION, type SavingFault, type SavingFigures } from './method.ts';
import { exactly, minus, product, type Range, sumOf, times } from './range.ts';

export interface NegotiatedLine {
  /** Per year. */
  readonly quantity: Range;
  readonly firstPrice: number;
  readonly finalPrice: number;
}
export interface Negotiation {
  readonly lines: readonly NegotiatedLine[];
  /** Whether the procedure permits negotiation (LOU 6 kap., 19 kap.; never the open procedure). */
  readonly permitted: boolean;
  readonly years: number;
}

/** Σ qᵢ · (first priceᵢ − final priceᵢ), only where negotiation is permitted. Low and high come from the quantities' ranges. */
export const negotiationSaving = ({
  lines,
  permitted,
  years,
}: Negotiation): Result<SavingFigures, SavingFault> => {
  if (!permitted) return fail('negotiation-not-permitted');
  const checked = checkLines(
    lines.map(({ quantity, firstPrice, finalPrice }) => ({ quantity, prices: [firstPrice, finalPrice] })),
    years,
  );
  if (!checked.ok) return checked;
  const annual = sumOf(
    lines.map(({ quantity, firstPrice, finalPrice }) =>
      product(quantity, minus(exactly(firstPrice), exactly(finalPrice))),
    ),
  );
  return ok({
    method: 'negotiation',
    version: METHOD_VERSION.negotiation,
    annual,
    term: times(annual, years),
    years,
  });
};
