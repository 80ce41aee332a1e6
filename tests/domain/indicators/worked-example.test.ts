import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { allIndicators } from '#domain/indicators/all.ts';
import type { Indicator } from '#domain/indicators/indicator.ts';
import { EXAMPLE, SETTINGS } from './example.ts';
import { YEAR } from './facts.ts';

const DOC = readFileSync(new URL('../../../docs/indicators.md', import.meta.url), 'utf8');
const found = allIndicators(EXAMPLE, YEAR, SETTINGS);

const figure = (value: number | null): string =>
  value === null ? '–' : String(Math.round(value * 10_000) / 10_000);
/** The line as it stands in the document's table of results. */
const line = ({ id, numerator, denominator, value, low, high, reason }: Indicator): string =>
  `| \`${id}\` | ${figure(numerator)} | ${figure(denominator)} | ${value === null ? reason : figure(value)} | ${
    low === null || high === null ? '–' : `${figure(low)} … ${figure(high)}`
  } |`;

describe('docs/indicators.md, the worked example', () => {
  it.each(found.map((one) => [one.id, one] as const))('%s stands there as it is computed', (_, one) => {
    expect(DOC.split('\n')).toContain(line(one));
  });

  it('has each figure in the unit that it has when there is nothing to count, and without a rate', () => {
    const units = (all: readonly Indicator[]) => Object.fromEntries(all.map(({ id, unit }) => [id, unit]));
    expect(units(allIndicators([], YEAR, SETTINGS))).toEqual(units(found));
    expect(units(allIndicators(EXAMPLE, YEAR, { ...SETTINGS, rate: null }))).toEqual(units(found));
    expect(units(found)).toMatchObject({
      'share-coordinated': 'share',
      'enabled-saving': 'SEK',
      'realised-saving': 'SEK',
      'hit-rate': 'factor',
      'coordination-hours': 'hours',
      'coordination-cost': 'SEK',
      'net-benefit-realised': 'SEK',
      'days-to-answer': 'days',
      'ladder-council': 'days',
    });
  });

  it('shows no result that is not computed', () => {
    const shown = [...DOC.matchAll(/^\| `([a-z-]+)` \| .* \| .* \| .* \| .* \|$/gm)].map(([, id]) => id);
    expect(shown.toSorted()).toEqual(found.map(({ id }) => id).toSorted());
  });
});
