import { dateOf, inStockholm } from '#domain/shared/calendar.ts';
import type { Language } from '#domain/shared/language.ts';
import type { Writing } from '#reports/writing.ts';
import { day, kronor, number } from './format.ts';
import { stakeTexts } from './layout/weighing.ts';
import type { Plain } from './text/safe.ts';
import { createSay } from './text/words.ts';

/** The same words, dates and figures as on the cards. */
export const writing = (language: Language): Writing => {
  const say = createSay(language);
  return {
    language,
    word: (key) => say.plain(key),
    day: (date) => day(date, language),
    moment: (instant) => {
      const time = inStockholm(instant).slice(11, 16);
      const date = day(dateOf(instant), language);
      return language === 'sv' ? `${date} kl. ${time.replace(':', '.')}` : `${date}, ${time}`;
    },
    kronor: (value) => kronor(value, language),
    number: (value) => number(value, language),
    stakes: (stakes) =>
      stakeTexts<Plain>(stakes, {
        say: say.plain,
        money: (value) => kronor(value, language) as Plain,
        day: (date) => day(date, language) as Plain,
      }),
  };
};
