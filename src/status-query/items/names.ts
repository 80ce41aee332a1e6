import { remembering, stemEnglish, stemSwedish, stemsOf, wordsOf } from '#words/text.ts';
import { isAsking } from '../function-words.ts';
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
  core.split(/ (?:till|for|i|vid|med|inom|avseende|samt|mot|pa|av) |[,(–]| - /)[0] ?? core;

/** Places and joining words say nothing of what is bought. */
const PLACES =
  /^(?:sjukhus|vasteras|eskilstuna|nykoping|malarsjukhuset|kullbergska|katrineholm|sala|fagersta|lasarett|region|sormland|vastmanland|kak|och|av|till|for|i|med|vid|inom|samt|avseende|pa|den|av|mot|the|of|and|for|to|in|with|services|other|tjanster|excl|incl|exkl|inkl|related|products|tillhorande|produkter|relaterade|nv)s?$/;
export const isMeaningful = (word: string): boolean => word.length > 1 && !PLACES.test(word);
export const meaningful = (text: string): string[] => wordsOf(text).filter(isMeaningful);

type Row = (typeof GLOSSARY)[number];
const LETTERS = 4;
const isPart = ({ part, whole }: Row): boolean => !whole && part.length >= LETTERS && !part.includes(' ');
/** Parts of compounds that the glossary knows, by their first letters. */
const INSIDE = Map.groupBy(GLOSSARY.filter(isPart), ({ part }) => part.slice(0, LETTERS));
export const PARTS = GLOSSARY.filter(isPart).map(({ part }) => part);
const SHORT = GLOSSARY.filter((row) => !isPart(row) && !row.part.includes(' '));

const inside = (word: string): Row[] =>
  Array.from({ length: Math.max(0, word.length - LETTERS + 1) }, (_, at) =>
    (INSIDE.get(word.slice(at, at + LETTERS)) ?? []).filter(({ part }) => word.startsWith(part, at)),
  ).flat();

/** Parts of a compound that a person may name it by: parts of the glossary, and endings that are words themselves. */
export const partsOf = (word: string, isWord: (tail: string) => boolean): string[] => {
  const parts = inside(word)
    .filter(({ part }) => word.length - part.length >= 2)
    .map(({ part }) => stemSwedish(part));
  const tails = Array.from({ length: Math.max(0, word.length - 6) }, (_, at) => word.slice(at + 3));
  return [...parts, ...tails.filter(isWord).map(stemSwedish)];
};

const rowsOf = remembering((word): readonly Row[] => [
  ...inside(word),
  ...SHORT.filter(({ part, whole }) =>
    whole ? stemSwedish(word) === stemSwedish(part) && word.length - part.length <= 3 : word.startsWith(part),
  ),
]);
/** A name of several words as one term: "training equipment" is more than training, and more than equipment. */
export const joinedName = (words: readonly string[]): string => words.map(stemEnglish).join('_');
const joinedNames = (names: readonly (readonly string[])[]): string[] =>
  names
    .map((name) => name.filter((word) => !isAsking(word)))
    .flatMap((name) => (name.length > 1 ? [joinedName(name)] : []));
/** Other names of something bought, and the single words of those that are several. */
export interface Others {
  readonly other: readonly string[];
  readonly hint: readonly string[];
}
const named = (rows: readonly Row[]): Others => {
  const names = [...new Set(rows)].flatMap(({ others }) => others);
  return {
    other: [
      ...names.filter(({ length }) => length === 1).flatMap((name) => name.flatMap(stemsOf)),
      ...joinedNames(names),
    ],
    hint: names.filter(({ length }) => length > 1).flatMap((name) => name.flatMap(stemsOf)),
  };
};
/** Other names of a title's word. */
export const othersOfWord = (word: string): Others => named(rowsOf(word));

const PHRASES = GLOSSARY.filter(({ part }) => part.includes(' '));
const BY_FIRST_WORD = Map.groupBy(PHRASES, ({ part }) => part.slice(0, part.indexOf(' ')));
/** The glossary's phrases that stand in the words of a title. */
export const phrasesIn = (words: readonly string[]): string[] => {
  const begun = words.flatMap((word) => BY_FIRST_WORD.get(word) ?? []);
  if (begun.length === 0) return [];
  const joined = ` ${words.join(' ')} `;
  return begun.filter(({ part }) => joined.includes(` ${part}`)).map(({ part }) => part);
};
export const othersOfPhrase = (part: string): Others => named(PHRASES.filter((row) => row.part === part));

/** Ways to name the whole word, each a set of stems: magnetkamera is also `mri` and `magnetic resonance`. */
const namesOf = (word: string): ReadonlySet<string>[] =>
  rowsOf(word)
    .filter(({ part }) => stemSwedish(part) === stemSwedish(word))
    .flatMap(({ others }) => others.map((name) => new Set(name.flatMap((one) => stemsOf(one).slice(-1)))));

export interface CoreNames {
  /** Stems of the core: all of them named is the exact title. */
  readonly stems: ReadonlySet<string>;
  /** For each word of the core, the sets of stems that name it, its own first. */
  readonly words: readonly (readonly ReadonlySet<string>[])[];
}
/** By the folded title. */
export const coreNamesOf = remembering((title): CoreNames => {
  const all = meaningful(coreOf(title));
  const words = all.filter((word) => !/^\d+$/.test(word) || all.length === 1);
  return {
    stems: new Set(words.map(stemSwedish)),
    words: words.map((word) => [new Set([stemSwedish(word)]), ...namesOf(word)]),
  };
}, 5_000);
