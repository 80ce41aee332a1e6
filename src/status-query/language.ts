import type { Language } from '#domain/shared/language.ts';
import { fold, READ_AT_MOST, wordsOf } from '#words/text.ts';
import { ENGLISH, EVERYDAY, SIGNS, SWEDISH } from './function-words.ts';
import { ENGLISH_NAMES } from './glossary.ts';
import type { ItemIndex } from './items/index.ts';
import { cueLanguage } from './topics.ts';

const DIACRITICS = /[åäö]/i;
const REGION = /^(?:sormland|vastmanland|sodermanland|vasteras|nykoping|koping|regionsormland)/;
const ENGLISH_ENDING = /(?:tions|ments|ness|ships?|ally|ful|ous|ers)$/;

const known = (word: string): boolean =>
  SWEDISH.has(word) || ENGLISH.has(word) || SIGNS.sv.has(word) || SIGNS.en.has(word);
const other = { sv: 'en', en: 'sv' } as const;
const isOnly = (language: Language, word: string): boolean =>
  EVERYDAY[language].has(word) &&
  !EVERYDAY[other[language]].has(word) &&
  !(language === 'sv' ? ENGLISH : SWEDISH).has(word);

/** The language whose own words the text has more of; without a sign, the person's. Names of items are no sign. */
export const languageOf = (
  text: string,
  words: readonly string[],
  index: ItemIndex,
  fallback: Language,
): Language => {
  const isTrade = /(?<!\p{L})IT(?!\p{L})/u.test(text);
  const svWords = words.filter(
    (word) =>
      (SWEDISH.has(word) && !ENGLISH.has(word) && !(isTrade && word === 'tjanster')) ||
      (SIGNS.sv.has(word) && !index.knows(word)) ||
      isOnly('sv', word),
  ).length;
  const enWords = words.filter(
    (word) =>
      (ENGLISH.has(word) && !SWEDISH.has(word) && !(isTrade && word === 'it')) ||
      (SIGNS.en.has(word) && !index.knows(word)) ||
      isOnly('en', word),
  ).length;
  const written = (text.slice(0, READ_AT_MOST).match(/[\p{L}]+/gu) ?? []).filter((word) => {
    const [plain = ''] = wordsOf(fold(word));
    return (
      DIACRITICS.test(word) &&
      !REGION.test(plain) &&
      !index.knows(plain) &&
      (!SWEDISH.has(plain) || ENGLISH.has(plain))
    );
  }).length;
  const labels = words.filter(
    (word) =>
      !ENGLISH.has(word) && (index.english.has(word) || ENGLISH_NAMES.has(word) || ENGLISH_ENDING.test(word)),
  ).length;
  const spoken = (language: Language): number =>
    words.filter(
      (word) =>
        word.length >= 6 &&
        !(isTrade && word === 'tjanster') &&
        cueLanguage(word) === language &&
        !known(word),
    ).length;
  const sv = svWords + written * 0.5 + spoken('sv') * 0.6;
  const en = enWords + labels * 0.4 + spoken('en') * 0.6;
  if (sv === en) return fallback;
  return sv > en ? 'sv' : 'en';
};
