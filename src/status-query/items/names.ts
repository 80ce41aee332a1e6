import { remembering, stemSwedish, stemsOf, wordsOf } from '#words/text.ts';
import { GLOSSARY } from '../glossary.ts';

/** What a title is when purchaser, ceremony and codes are gone: "Upphandling av X till Region Y" is X. */
const CEREMONY =
  /(?<![a-z0-9])(?:upphandlings? (?:av )?|(?:till |for |i )?region(?:en)? \w+(?: och region \w+)?|(?:i |vastra |ostra )?(?:sormland|vastmanland)s?(?: och (?:sormland|vastmanland)s?)?$|in-in\d+-\d+ )/g;
export const coreOf = (foldedTitle: string): string =>
  foldedTitle
    .replace(CEREMONY, ' ')
    .replace(/[,\s]+$/, '')
    .replace(/ +/g, ' ')
    .trim() || foldedTitle;

/** The part of a title that says what is bought, before what it is for. */
export const headOf = (core: string): string =>
  core.split(/ (?:till|for|i|vid|med|inom|avseende|samt|mot) |[,(–]| - /)[0] ?? core;

/** Places and joining words say nothing of what is bought. */
const PLACES =
  /^(?:sjukhus|vasteras|eskilstuna|nykoping|malarsjukhuset|kullbergska|katrineholm|sala|fagersta|lasarett|region|sormland|vastmanland|kak|och|av|till|for|i|med|vid|inom|samt|avseende|pa|den|av|the|of|and|for|to|in|with|services|other|tjanster|excl|incl|exkl|inkl|related|products|tillhorande|produkter|relaterade|nv)s?$/;
export const meaningful = (text: string): string[] =>
  wordsOf(text).filter((word) => !PLACES.test(word) && word.length > 1);

type Row = (typeof GLOSSARY)[number];
/** Parts of compounds that the glossary knows. */
export const PARTS = GLOSSARY.filter(({ part, whole }) => !whole && part.length > 3).map(({ part }) => part);
/** Parts of a compound that a person may name it by: parts of the glossary, and endings that are words themselves. */
export const partsOf = (word: string, isWord: (stem: string) => boolean): string[] => {
  const inside = PARTS.filter((part) => word.length - part.length >= 2 && word.includes(part)).map(
    stemSwedish,
  );
  const tails = Array.from({ length: Math.max(0, word.length - 6) }, (_, at) =>
    stemSwedish(word.slice(at + 3)),
  );
  return [...inside, ...tails.filter(isWord)];
};
const rowsOf = remembering((word): readonly Row[] =>
  GLOSSARY.filter(({ part, whole }) =>
    whole
      ? stemSwedish(word) === stemSwedish(part) && word.length - part.length <= 3
      : word.startsWith(part) || (part.length > 3 && word.includes(part)),
  ),
);
const PHRASES = GLOSSARY.filter(({ part }) => part.includes(' '));
/** Other names of the title's words. */
export const othersOf = (text: string): string[] => {
  const words = wordsOf(text);
  const joined = ` ${words.join(' ')} `;
  const rows = [...words.flatMap(rowsOf), ...PHRASES.filter(({ part }) => joined.includes(` ${part}`))];
  return [...new Set(rows)].flatMap(({ others }) => others.flatMap((name) => name.flatMap(stemsOf)));
};
/** Ways to name the whole word, each a set of stems: magnetkamera is also `mri` and `magnetic resonance`. */
export const namesOf = (word: string): ReadonlySet<string>[] =>
  rowsOf(word)
    .filter(({ part }) => stemSwedish(part) === stemSwedish(word))
    .flatMap(({ others }) => others.map((name) => new Set(name.flatMap((one) => stemsOf(one).slice(-1)))));
