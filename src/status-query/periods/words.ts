import { COUNT_WORDS } from '#words/counts.ts';
import { FEASTS, piece, type Recurring, week, weekday, yearly } from './recurring.ts';

/** Folded names of what recurs, Swedish and English, with the endings that they take in a sentence. */
const MONTHS: readonly (readonly [string, number])[] = [
  ['januari|january|jan', 1],
  ['februari|february|feb', 2],
  ['mars|march', 3],
  ['april|apr', 4],
  ['maj|may', 5],
  ['juni|june|jun', 6],
  ['juli|july', 7],
  ['augusti|august|aug', 8],
  ['september|sept|sep', 9],
  ['oktober|october|okt|oct', 10],
  ['november|nov', 11],
  ['december|dec', 12],
];
const SEASONS: readonly (readonly [string, number])[] = [
  ['varens?|springs?|springtime', 3],
  ['sommaren?s?|sommars?|summers?|summertime|semestern', 6],
  ['host(?:en)?s?|autumns?|falls?', 9],
  ['vintern?s?|winters?|wintertime', 12],
];
const WEEKDAYS: readonly (readonly [string, number])[] = [
  ['mandag(?:en)?|monday', 1],
  ['tisdag(?:en)?|tuesday', 2],
  ['onsdag(?:en)?|wednesday', 3],
  ['torsdag(?:en)?|thursday', 4],
  ['fredag(?:en)?|friday', 5],
  ['lordag(?:en)?|saturday', 6],
  ['sondag(?:en)?|sunday', 7],
];

export const YEAR = '(?:19[89]|20\\d)\\d';
/** A year by number or by its distance: "the third quarter of last year". */
export const YEAR_NAME = `${YEAR}|(?:i|detta|det har|innevarande) ar(?:et)?|(?:this|the current) year|(?:i )?(?:nasta|kommande) ar|next year|(?:i )?(?:forra|foregaende) aret|last year|the previous year|i ?fjol`;
export const yearOf = (name: string, thisYear: number): number => {
  if (/^\d/.test(name)) return Number(name);
  if (/nasta|kommande|next/.test(name)) return thisYear + 1;
  return /forra|foregaende|last|previous|fjol/.test(name) ? thisYear - 1 : thisYear;
};
export const MONTH = MONTHS.map(([names]) => names).join('|');
export const SEASON = SEASONS.map(([names]) => names).join('|');
export const WEEKDAY = WEEKDAYS.map(([names]) => names).join('|');
export const PIECE =
  'ar(?:et)?s?|years?|halvar(?:et)?s?|half[- ]?years?|half|tertial(?:et)?s?|terti(?:al|le)s?|trimesters?|kvartal(?:et)?s?|quarters?|manad(?:en)?s?|months?|vecka(?:n)?s?|weeks?';
export const FEAST =
  'arsskiftet|nyar(?:et)?|(?:the )?new years?(?: eve)?|(?:the )?turn of the year|jul(?:en|afton)?|christmas|xmas|pask(?:en)?|easter|midsommar(?:en)?|midsummer';
/** Anything that a "this", "last" or "next" can stand before. */
export const NAME = `${PIECE}|${SEASON}|var|${MONTH}|${WEEKDAY}`;

const whole = (names: string): RegExp => new RegExp(`^(?:${names})$`);
const TABLE: readonly (readonly [RegExp, Recurring])[] = [
  [whole('halvar(?:et)?s?|half[- ]?years?|half'), piece(6)],
  [whole('ar(?:et)?s?|years?'), piece(12)],
  [whole('tertial(?:et)?s?|terti(?:al|le)s?|trimesters?'), piece(4)],
  [whole('kvartal(?:et)?s?|quarters?'), piece(3)],
  [whole('manad(?:en)?s?|months?'), piece(1)],
  [whole('vecka(?:n)?s?|weeks?'), week],
  ...MONTHS.map(([names, number]) => [whole(names), yearly(number, 1)] as const),
  ...SEASONS.map(([names, number]) => [whole(names), yearly(number, 3)] as const),
  [/^var$/, yearly(3, 3)],
  ...WEEKDAYS.map(([names, number]) => [whole(names), weekday(number)] as const),
  [/^(?:the )?(?:arsskiftet|nyar|new year|turn of)/, FEASTS.newYear],
  [/^(?:jul|christmas|xmas)/, FEASTS.christmas],
  [/^(?:pask|easter)/, FEASTS.easter],
  [/^(?:midsom|midsum)/, FEASTS.midsummer],
];

const TIMES = new RegExp(
  `^(?:${NAME}|${FEAST}|(?:man|tis|ons|tors|fre|lor|son)dags|somras|varas|hostas|vintras)$`,
);
/** The word by itself names a time. */
export const isTime = (word: string): boolean => TIMES.test(word);

export const recurringOf = (name: string): Recurring | null =>
  TABLE.find(([names]) => names.test(name))?.[1] ?? null;

export const monthOf = (name: string): number | null =>
  MONTHS.find(([names]) => whole(names).test(name))?.[1] ?? null;
export const seasonOf = (name: string): number | null =>
  SEASONS.find(([names]) => whole(names).test(name))?.[1] ?? null;

export const COUNT = `\\d{1,3}|${Object.keys(COUNT_WORDS).join('|')}`;
export const countOf = (text: string): number => COUNT_WORDS[text] ?? Number(text);

const ORDINALS: Readonly<Record<string, number>> = {
  forsta: 1,
  first: 1,
  '1st': 1,
  '1a': 1,
  andra: 2,
  second: 2,
  '2nd': 2,
  '2a': 2,
  tredje: 3,
  third: 3,
  '3rd': 3,
  '3e': 3,
  fjarde: 4,
  fourth: 4,
  '4th': 4,
  '4e': 4,
  sista: -1,
  final: -1,
};
export const ORDINAL = Object.keys(ORDINALS).join('|');
export const ordinalOf = (text: string): number => ORDINALS[text] ?? Number(text);
