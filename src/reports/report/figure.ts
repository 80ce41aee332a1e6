import type { Report, ReportKind } from '#application/reporting/report.ts';
import type { Indicator, Period, Unit } from '#domain/indicators/indicator.ts';
import type { RegionId } from '#domain/shared/ids.ts';
import type { Language } from '#domain/shared/language.ts';
import { definedAs, indicatorWords } from '../indicator-words.ts';
import type { Writing } from '../writing.ts';
import { percent, round, type Tell, tellIn } from './words.ts';

/** A value in its unit, as text. */
export const inUnit = (value: number, unit: Unit, w: Writing): string => {
  const { units } = indicatorWords(w.language);
  switch (unit) {
    case 'share':
      return percent(value, w);
    case 'SEK':
      return w.kronor(value);
    case 'factor':
      return w.number(round(value));
    default:
      return `${w.number(round(value))} ${units[unit]}`.trim();
  }
};

/** A figure in words: never its value alone. */
export interface FigureText {
  readonly name: string;
  readonly definition: string;
  /** The value, or that there is none. */
  readonly value: string;
  /** Why there is none. */
  readonly reason: string | null;
  readonly range: string | null;
  /** Numerator and denominator. */
  readonly parts: string | null;
  /** What stands outside, with how many. */
  readonly outside: string | null;
  readonly forecast: boolean;
}

const partsOf = (figure: Indicator, w: Writing, t: Tell): string | null => {
  const { id, numerator, denominator, unit } = figure;
  if (numerator === null && denominator === null) return null;
  const number = (value: number) => w.number(round(value));
  if (id.startsWith('net-benefit'))
    return numerator === null || denominator === null
      ? null
      : t('parts', { gained: w.kronor(numerator), cost: w.kronor(denominator) });
  if (numerator === null) return denominator === null ? null : t('toCount', { count: number(denominator) });
  const { counted, of } = figure.behind;
  if (denominator === null) {
    if (unit === 'days') return t('countedOn', { count: number(numerator) });
    return unit === 'count' && of.length > 0
      ? t('over', { counted: number(counted.length), whole: number(of.length) })
      : null;
  }
  if (unit === 'SEK' || unit === 'hours' || unit === 'count')
    return t('over', { counted: number(counted.length), whole: number(denominator) });
  const valued = id.endsWith('by-value');
  return t(unit === 'share' || unit === 'days' ? 'of' : 'per', {
    // Like a range: the unit once, where it stands last, or first in English.
    part: valued && w.language === 'en' ? w.kronor(numerator) : number(numerator),
    whole: valued && w.language === 'sv' ? w.kronor(denominator) : number(denominator),
  });
};

/** A sum of savings says how many of them finance answers for too. */
const signedText = ({ signed, value, behind }: Indicator, w: Writing): string | null =>
  signed === undefined || value === null || behind.counted.length === 0
    ? null
    : tellIn(w.language)('signedOf', { count: w.number(signed) });

/** "250 000 till 750 000 kr": the unit once, where it stands last. */
const rangeText = (low: number, high: number, unit: Unit, w: Writing): string =>
  tellIn(w.language)('range', {
    // Whether the unit stands first or last, it stands once.
    low: unit === 'SEK' && w.language === 'sv' ? w.number(Math.round(low)) : inUnit(low, unit, w),
    high: unit === 'SEK' && w.language === 'en' ? w.number(Math.round(high)) : inUnit(high, unit, w),
  });

export const figureText = (figure: Indicator, w: Writing): FigureText => {
  const t = tellIn(w.language);
  const words = indicatorWords(w.language);
  const { value, unit, low, high } = figure;
  return {
    ...definedAs(figure.id, w.language),
    value: value === null ? t('notCalculable') : inUnit(value, unit, w),
    reason: value === null ? words.noValue[figure.reason ?? 'not-stated'] : null,
    range: low === null || high === null ? null : rangeText(low, high, unit, w),
    parts: [partsOf(figure, w, t), signedText(figure, w)].filter((part) => part !== null).join(', ') || null,
    outside:
      figure.excluded.length === 0
        ? null
        : figure.excluded
            .map(({ reason, items }) => `${words.excluded[reason]} ${w.number(items.length)}`)
            .join(', '),
    forecast: figure.basis === 'forecast',
  };
};

/** Where the cases behind a figure stand. */
export const anchorOf = (id: string, region: RegionId | null): string =>
  `fig-${id}-${region ?? 'all'}`.replaceAll(/[^\w-]/g, '_');

const MONTHS: Readonly<Record<number, 'H' | 'T' | 'Q'>> = { 6: 'H', 4: 'T', 3: 'Q' };
/** "tertial 1 2025": by its days, so that nobody's spelling of it matters. */
export const periodName = ({ from, to }: Period, interim: boolean, w: Writing): string => {
  const t = tellIn(w.language);
  const year = from.slice(0, 4);
  const [first, last] = [Number(from.slice(5, 7)), Number(to.slice(5, 7))];
  const whole = from.endsWith('-01') && year === to.slice(0, 4) && isLastDay(to);
  if (interim) return t('period.interim', { year });
  if (whole && first === 1 && last === 12) return t('period.year', { year });
  const letter = whole ? MONTHS[last - first + 1] : undefined;
  if (letter && last % (last - first + 1) === 0) {
    return t('period.part', { part: t(`period.${letter}`, { n: last / (last - first + 1) }), year });
  }
  return t('period.span', { from: w.day(from), to: w.day(to) });
};
const isLastDay = (date: string): boolean => {
  const next = new Date(Date.parse(date) + 86_400_000).toISOString();
  return next.slice(8, 10) === '01';
};

export const titleOf = (report: Report, w: Writing): string =>
  tellIn(w.language)('title', { period: periodName(report.period, report.cutOff !== null, w) });
export const kickerOf = (kind: ReportKind, report: Report, language: Language): string => {
  const name = tellIn(language)(`kind.${kind}`);
  const [only] = report.scopes;
  return report.scopes.length === 1 && only ? `${name} · ${only.name[language]}` : name;
};
