import type { Language } from '#domain/shared/language.ts';
import { en } from '../text/report/en.ts';
import { type ReportSentence, sv } from '../text/report/sv.ts';
import type { Writing } from '../writing.ts';

const WORDS: Readonly<Record<Language, Readonly<Record<ReportSentence, string>>>> = { sv, en };

export type Fill = Readonly<Record<string, string | number>>;
export type Tell = (key: ReportSentence, fill?: Fill) => string;

export const tellIn =
  (language: Language): Tell =>
  (key, fill = {}) =>
    WORDS[language][key].replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(fill[name] ?? whole));

/** A share of 0–1 with one decimal, since that is where two years differ. */
export const percent = (share: number, w: Writing): string =>
  `${w.number(Math.round(share * 1000) / 10)}${w.language === 'sv' ? '\u00a0%' : '%'}`;

export const round = (value: number, decimals = 2): number => {
  const factor = 10 ** decimals;
  return Math.round(value * factor) / factor;
};
