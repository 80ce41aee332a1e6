import type { Instant, PlainDate } from '#domain/shared/ids.ts';
import type { Language } from '#domain/shared/language.ts';
import { day, kronor, moment, money, number, percent, percent1, typed } from '../format.ts';
import { asParagraphs, asPlain, asShown, type Plain, type Shown } from '../text/safe.ts';
import type { Say } from '../text/words.ts';
import type { RegionName } from '../views.ts';

/** How much of long texts and lists is shown, so that a card stays within what Teams takes. */
export interface Limits {
  /** UTF-16 units of a free text. */
  readonly text: number;
  readonly lines: number;
}

/** An official CPV label, or null for a code that CPV does not know. */
export type CpvLabel = (code8: string, language: Language) => string | null;

/** Formatted figures and dates hold nothing that markdown knows, so that they may stand anywhere. */
type Safe = Shown & Plain;

/** Writes one view's words, names, figures and dates in one language. */
export interface Writer {
  readonly language: Language;
  readonly limits: Limits;
  readonly say: Say;
  /** What somebody named: a title, a unit, a person. */
  readonly name: (text: string) => Shown;
  readonly plainName: (text: string) => Plain;
  /** What somebody wrote, in paragraphs. */
  readonly text: (text: string) => Shown;
  readonly region: (region: RegionName) => Shown;
  readonly regions: (regions: readonly RegionName[]) => Shown;
  /** "a, b and c". */
  readonly list: (said: readonly Shown[]) => Shown;
  readonly plainList: (said: readonly Plain[]) => Plain;
  readonly names: (names: readonly string[]) => Shown;
  /** SEK for a glance, and to the krona. */
  readonly money: (value: number) => Safe;
  readonly kronor: (value: number) => Safe;
  readonly number: (value: number) => Safe;
  readonly percent: (share: number) => Safe;
  /** With one decimal. */
  readonly percent1: (share: number) => Safe;
  readonly day: (date: PlainDate) => Safe;
  /** Stockholm time with its weekday. */
  readonly moment: (instant: Instant) => Safe;
  readonly cpv: (code: string) => Shown;
  /** An id, an ISO date or a figure as an input's value. */
  readonly input: (value: string | number) => Plain;
}

const LISTS: Readonly<Record<Language, Intl.ListFormat>> = {
  sv: new Intl.ListFormat('sv', { type: 'conjunction' }),
  en: new Intl.ListFormat('en', { type: 'conjunction' }),
};

/** A phone breaks lines where there is a space: within an amount, or between "kl." and its time, none may be. */
export const NO_BREAK = '\u202F';
const amount = (text: string): string => text.replaceAll(' ', NO_BREAK);
const time = (text: string): string => text.replace('kl. ', `kl.${NO_BREAK}`);

export const createWriter = (
  language: Language,
  say: Say,
  asOf: Instant,
  limits: Limits,
  cpvLabel: CpvLabel,
): Writer => {
  const safe = (text: string): Safe => text as Safe;
  const name = (text: string): Shown => asShown(text);
  const join = (said: readonly Shown[]): Shown => LISTS[language].format(said) as Shown;
  return {
    language,
    limits,
    say,
    name,
    plainName: (text) => asPlain(text),
    text: (text) => asParagraphs(text, limits.text),
    region: (region) => name(region[language]),
    regions: (regions) => join(regions.map((region) => name(region[language]))),
    list: join,
    plainList: (said) => LISTS[language].format(said) as Plain,
    names: (names) => join(names.map(name)),
    money: (value) => safe(amount(money(value, language))),
    kronor: (value) => safe(amount(kronor(value, language))),
    number: (value) => safe(number(value, language)),
    percent: (share) => safe(percent(share, language)),
    percent1: (share) => safe(percent1(share, language)),
    day: (date) => safe(day(date, language)),
    moment: (instant) => safe(time(moment(instant, language, asOf))),
    cpv: (code) => {
      const label = cpvLabel(code, language);
      return name(label === null ? code : `${code} ${label}`);
    },
    input: (value) => asPlain(typeof value === 'number' ? typed(value) : value),
  };
};
