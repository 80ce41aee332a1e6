import { allFacts, indicatorsBy, settingsOf } from '#application/indicators.ts';
import type { Indicator } from '#domain/indicators/indicator.ts';
import { regionId } from '#domain/shared/ids.ts';
import { isLanguage, type Language } from '#domain/shared/language.ts';
import { definedAs, indicatorWords } from '#reports/indicator-words.ts';
import type { CliContext } from '../context.ts';
import { badInput, DONE, type Outcome } from '../output.ts';
import { periodOf } from './periods.ts';
import { mayReport } from './report-request.ts';

export interface IndicatorOptions {
  readonly plan: string;
  readonly period?: string;
  readonly region?: string;
  readonly category?: string;
  readonly lang?: string;
}

const jsonOf = (found: Indicator, language: Language) => ({
  id: found.id,
  name: definedAs(found.id, language).name,
  value: found.value,
  numerator: found.numerator,
  denominator: found.denominator,
  unit: found.unit,
  low: found.low,
  high: found.high,
  reason: found.reason,
  definition: definedAs(found.id, language).definition,
  version: found.version,
  basis: found.basis,
  period: found.scope.period,
  region: found.scope.region,
  category: found.scope.category,
  excluded: found.excluded.map(({ reason, items }) => ({ reason, count: items.length, items })),
  behind: found.behind,
  asOf: found.scope.asOf,
});

const lineOf = (found: Indicator, language: Language): string => {
  const words = indicatorWords(language);
  const number = (value: number) =>
    new Intl.NumberFormat(language, { maximumFractionDigits: 2 }).format(value);
  const shown = (value: number) => (found.unit === 'share' ? number(value * 100) : number(value));
  const value =
    found.value === null
      ? `– (${words.noValue[found.reason ?? 'not-stated']})`
      : `${shown(found.value)} ${words.units[found.unit]}`.trim();
  const ends =
    found.low === null || found.high === null ? '' : ` [${shown(found.low)} … ${shown(found.high)}]`;
  const parts =
    found.numerator !== null && found.denominator !== null
      ? ` = ${number(found.numerator)} / ${number(found.denominator)}`
      : '';
  return `${definedAs(found.id, language).name}: ${value}${ends}${parts}`;
};

/** Every indicator of a year or a part of it, for the regions together and for each, with its parts and what it leaves out. */
export const indicators = async (context: CliContext, options: IndicatorOptions): Promise<Outcome> => {
  const year = Number(options.plan);
  if (!/^(19|20|21)\d\d$/.test(options.plan))
    throw badInput(`--plan is "${options.plan}": write a year like 2026.`);
  const language = options.lang ?? 'sv';
  if (!isLanguage(language)) throw badInput(`--lang is "${language}": write sv or en.`);
  const category = options.category ?? null;
  if (category !== null && !/^\d{2,8}$/.test(category)) {
    throw badInput(`--category is "${category}": write the first two to eight digits of a CPV code.`);
  }
  await mayReport(context, language);
  const { presenter, rules } = await context.samordna();
  const asOf = presenter.now();
  const governance = await rules.at(asOf);
  const { period } = periodOf(year, options.period, governance);
  const known = governance.regions.map(({ region }) => region);
  const asked = options.region === undefined ? null : regionId(options.region);
  if (asked !== null && !known.includes(asked)) {
    throw badInput(
      `--region is "${options.region}": the governance knows ${known.join(', ') || 'no region yet'}.`,
    );
  }
  const found = indicatorsBy(
    await allFacts(context.store),
    asked === null ? [null, ...known] : [asked],
    { period, category, asOf },
    settingsOf(governance),
  );
  return {
    exit: DONE,
    json: found.map((one) => jsonOf(one, language)),
    text: [...Map.groupBy(found, ({ scope }) => scope.region)]
      .map(([region, ones]) =>
        [region ?? known.join(' + '), ...ones.map((one) => `  ${lineOf(one, language)}`)].join('\n'),
      )
      .join('\n\n'),
  };
};
