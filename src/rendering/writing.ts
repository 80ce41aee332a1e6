import { dateOf, inStockholm } from '#domain/shared/calendar.ts';
import type { Language } from '#domain/shared/language.ts';
import type { Writing } from '#reports/writing.ts';
import { day, kronor, number } from './format.ts';
import { stakeTexts } from './layout/weighing.ts';
import type { Plain } from './text/safe.ts';
import { createSay } from './text/words.ts';

/** A narrow column breaks a line where there is a space: between an amount and its unit, or a day and its month, none is. */
const whole = (text: string): string => text.replaceAll(' ', '\u00a0');
const dayAndMonth = (text: string): string => text.replace(' ', '\u00a0');

/** The same words, dates and figures as on the cards. */
export const writing = (language: Language): Writing => {
  const say = createSay(language);
  return {
    language,
    word: (key) => say.plain(key),
    day: (date) => dayAndMonth(day(date, language)),
    moment: (instant) => {
      const time = inStockholm(instant).slice(11, 16);
      const date = dayAndMonth(day(dateOf(instant), language));
      return language === 'sv' ? `${date} kl.\u00a0${time.replace(':', '.')}` : `${date}, ${time}`;
    },
    kronor: (value) => whole(kronor(value, language)),
    number: (value) => number(value, language),
    stakes: (stakes) =>
      stakeTexts<Plain>(stakes, {
        say: say.plain,
        money: (value) => whole(kronor(value, language)) as Plain,
        day: (date) => day(date, language) as Plain,
      }),
  };
};
