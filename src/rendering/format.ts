import { dateOf, millisecondsOf, ZONE } from '#domain/shared/calendar.ts';
import type { Instant, PlainDate } from '#domain/shared/ids.ts';
import type { Language } from '#domain/shared/language.ts';
import { remembered } from '#domain/shared/remembered.ts';

const LOCALES: Readonly<Record<Language, string>> = { sv: 'sv-SE', en: 'en-GB' };

const perLanguage = <T>(make: (locale: string) => T): Readonly<Record<Language, T>> => ({
  sv: make(LOCALES.sv),
  en: make(LOCALES.en),
});

const NUMBERS = perLanguage((locale) => new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }));
const PERCENT = perLanguage(
  (locale) => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }),
);
const PERCENT1 = perLanguage(
  (locale) => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }),
);
const DAYS = perLanguage(
  (locale) =>
    new Intl.DateTimeFormat(locale, { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' }),
);
const MOMENTS = perLanguage(
  (locale) =>
    new Intl.DateTimeFormat(locale, {
      timeZone: ZONE,
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    }),
);

/** "1 200 000" / "1,200,000". */
export const number = (value: number, language: Language): string => NUMBERS[language].format(value);

/** A share of 0–1 as "19 %" / "19%". */
export const percent = (share: number, language: Language): string => PERCENT[language].format(share);

/** A share of 0–1 with one decimal: "8,5 %" / "8.5%". */
export const percent1 = (share: number, language: Language): string => PERCENT1[language].format(share);

/** SEK to the krona: "4 000 000 kr" / "SEK 4,000,000". */
export const kronor = (value: number, language: Language): string => {
  const figure = number(Math.round(value), language);
  return language === 'sv' ? `${figure} kr` : `SEK ${figure.replace('-', '−')}`;
};

/** SEK for a glance: "4 mnkr" / "SEK 4 million"; below a million to the krona. */
export const money = (value: number, language: Language): string => {
  if (value < 1e6) return kronor(value, language);
  const figure = number(value / 1e6, language);
  return language === 'sv' ? `${figure} mnkr` : `SEK ${figure.replace('-', '−')} million`;
};

/** SEK or a count as an input is prefilled: digits in groups of three with plain spaces, as `parseNumber` reads them. */
export const typed = (value: number): string => {
  const [whole = '', decimals] = String(value).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ' ');
  return decimals === undefined ? grouped : `${grouped},${decimals}`;
};

/** "4 december 2026" / "4 December 2026". */
export const day = (date: PlainDate, language: Language): string =>
  DAYS[language].format(new Date(`${date}T00:00:00Z`));

const MINUTE_MS = 60_000;
const partsOf = remembered((minute: number, language: Language) => {
  const parts = MOMENTS[language].formatToParts(minute * MINUTE_MS);
  const part = (type: Intl.DateTimeFormatPartTypes): string =>
    parts.find((candidate) => candidate.type === type)?.value ?? '';
  return {
    date: [part('weekday'), part('day'), part('month')].join(' '),
    year: part('year'),
    hour: part('hour'),
    minute: part('minute'),
  };
});

/**
 * Stockholm time with its weekday: "fredag 4 december kl. 23.59" / "Friday 4 December, 23:59". The year is named when it
 * is not that of `asOf`.
 */
export const moment = (instant: Instant, language: Language, asOf: Instant): string => {
  const { date, year, hour, minute } = partsOf(Math.floor(millisecondsOf(instant) / MINUTE_MS), language);
  const said = dateOf(asOf).startsWith(year) ? date : `${date} ${year}`;
  return language === 'sv' ? `${said} kl. ${hour}.${minute}` : `${said}, ${hour}:${minute}`;
};
