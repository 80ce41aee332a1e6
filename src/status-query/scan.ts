import type { PlainDate } from '#domain/shared/ids.ts';
import type { Language } from '#domain/shared/language.ts';
import { fold, remembering, wordsOf } from '#words/text.ts';
import { type FoundAmount, findAmount } from './amounts.ts';
import { type FoundCategory, findCategory } from './categories.ts';
import { type CpvName, findCpvName } from './cpv-names.ts';
import { isAsking, isElsewhere, isEveryday, withAliases, withoutIdioms } from './function-words.ts';
import { isCommon } from './items/common.ts';
import type { ItemIndex } from './items/index.ts';
import { findId, findTitle } from './items/literals.ts';
import { findItems, type Mentioned, narrowed } from './items/mentions.ts';
import { languageOf } from './language.ts';
import { type FoundPeriod, findPeriod } from './periods/find.ts';
import type { FoundRegion, regionReader } from './regions.ts';
import { corrected } from './spelling.ts';
import { looksBack } from './tense.ts';
import type { Mask } from './topic-model/features.ts';
import { isUsual } from './topic-model/guess.ts';
import { heaviest, isCue, type TopicWeights, weighTopics } from './topics.ts';

/** Everything that a text was found to hold, before it is decided what is asked. */
export interface Scan {
  /** The question's own words: folded, spelling put right, whole titles and ids left out. */
  readonly words: readonly string[];
  /** Words that may name an item: neither question nor time, place or amount. */
  readonly content: readonly string[];
  readonly weights: TopicWeights;
  readonly language: Language;
  readonly amount: FoundAmount | null;
  readonly where: FoundRegion;
  readonly when: FoundPeriod | null;
  readonly kind: FoundCategory | null;
  /** In a list: a kind of purchase by the name that CPV gives it. */
  readonly cpvName: CpvName | null;
  readonly mentioned: Mentioned;
  /** The question with what was read as something else masked (see `topic-model/features.ts`). */
  readonly asked: readonly string[];
  /** An id or a whole title stood there letter by letter. */
  readonly exact: boolean;
}
export interface Reader {
  readonly index: ItemIndex;
  readonly readRegion: ReturnType<typeof regionReader>;
}

/** Stands for a whole title or id, so that its words are no part of the question. */
const TITLE = 'xx';
type Stretches = readonly (readonly [number, number])[];
const masked = (text: string, stretches: Stretches, by = ''): string =>
  stretches.reduce(
    (rest, [from, to]) =>
      rest.slice(0, from) + by.padEnd(to - from, ' ').slice(0, to - from) + rest.slice(to),
    text,
  );

/** IT in capitals is no English pronoun; % is a word. */
const prepared = (text: string): string =>
  withAliases(
    fold(text.replace(/%/g, ' procent ').replace(/(?<![\p{L}\p{N}-])IT(?=$|[^\p{L}\p{N}])/gu, 'it tjanster')),
  );

/** A word that follows a preposition or article, or stands in a question about one item, is meant as a thing. */
const introducedIn = (words: string, weights: TopicWeights): ((word: string) => boolean) => {
  const aboutOne = weights.size === 0 || weights.has('item');
  return (word) =>
    aboutOne ||
    new RegExp(
      `(?<![a-z])(?:om|pa|for|av|med|kring|gallande|angaende|till|i|about|on|of|with|the|regarding|from|to|inleda|starta|kopa)(?: [a-z0-9]+){0,2} ${word}(?![a-z0-9])`,
    ).test(words);
};

/** "Har psykiatrin svarat?": who answers is a unit, no item; what they answer comes after "på" or "om". */
const RESPONDENT =
  /(?<![a-z])(?:har|hade|has|have|did)(?: [a-z]+){1,3}?(?= (?:inte |redan |an |annu |not |yet |already )?(?:svarat|svara|answered|answer|replied|reply|responded|respond|sagt|said|tackat)(?![a-z]))/g;

/** The word, or one that a long word is a slip of, stands in a title. */
const isWritten = (word: string, index: ItemIndex): boolean =>
  (word.length >= 9 ? index.find(word) : index.findAsWritten(word)).length > 0;

const liesElsewhere = remembering(isElsewhere);

const mayName = (word: string, index: ItemIndex): boolean =>
  word !== TITLE &&
  word.length > 1 &&
  (!/^\d+$/.test(word) || index.names(word)) &&
  !isAsking(word) &&
  (index.knows(word) || !liesElsewhere(word)) &&
  (index.names(word) ||
    (!isEveryday(word) &&
      (index.knows(word) || (!isCue(word) && (!isUsual(word) || isWritten(word, index))))));

/** Words that stand in the titles of the items that were named. */
const nameWords = ({ items, covered }: Mentioned, content: readonly string[], index: ItemIndex): string[] => {
  if (covered < 0.45 || items.length === 0) return [];
  const named = new Set(items);
  return content.filter((word) =>
    index.find(word).some(({ item: place, byTitle, quality }) => {
      const item = index.items[place];
      return item !== undefined && named.has(item) && byTitle && quality >= 0.8;
    }),
  );
};

/** What the words that are no item's name ask for, where they ask for anything: an evaluator is no evaluation. */
const besides = (names: readonly string[], words: string, weights: TopicWeights): TopicWeights => {
  if (!names.some(isCue)) return weights;
  const rest = weighTopics(
    words
      .split(' ')
      .filter((word) => !names.includes(word))
      .join(' '),
  );
  return heaviest(rest)[1] >= 4 ? rest : weights;
};

/** Only a list is asked for by the name of a code; the words of a long name are no part of the question. */
const nameInList = (raw: string, index: ItemIndex): CpvName | null => {
  const weights = weighTopics(wordsOf(corrected(raw, index)).join(' '));
  return (weights.get('items') ?? 0) > (weights.get('item') ?? 0) ? findCpvName(raw) : null;
};

/** The longer name counts; of equals, everyday's, unless CPV's is narrower. */
const kindOf = (everyday: FoundCategory | null, named: CpvName | null): FoundCategory | null => {
  if (!everyday || !named) return everyday;
  const narrower = named.category.startsWith(everyday.category);
  return narrower || named.words.length > everyday.words.length ? named : everyday;
};

/** Whole stretches in place of which a mask stands, wherever they lie. */
const withMasks = (text: string, masks: readonly (readonly [Stretches, Mask])[]): string =>
  masks
    .flatMap(([stretches, mask]) => stretches.map(([from, to]) => ({ from, to, mask })))
    .sort((a, b) => b.from - a.from)
    .reduce((rest, { from, to, mask }) => `${rest.slice(0, from)} ${mask} ${rest.slice(to)}`, text);

/** What is left of a question when things, places and times have become masks; a mask never stands twice in a row. */
const maskedWords = (text: string, names: ReadonlySet<string>, kind: readonly string[]): readonly string[] =>
  wordsOf(text)
    .map((word) => (word === TITLE || names.has(word) ? 'ITEM' : kind.includes(word) ? 'KIND' : word))
    .filter((word, at, all) => word !== all[at - 1]);

export const scan = (
  text: string,
  { index, readRegion }: Reader,
  context: { readonly today: PlainDate; readonly language: Language },
): Scan => {
  const raw = prepared(text);
  const literal = findId(raw, index) ?? findTitle(raw, index);
  const byLabel = literal?.certainty === 'label';
  const cpvName = literal === null || byLabel ? nameInList(raw, index) : null;
  const whole = literal?.named ?? (cpvName && cpvName.words.length > 1 ? cpvName.named : null);
  const open = corrected(whole ? masked(raw, [whole], TITLE) : raw, index);
  const amount = findAmount(open);
  const plain = masked(open, amount?.named ?? []);
  const where = readRegion(plain);
  const all = wordsOf(plain);
  const joined = all.join(' ');
  const weights = weighTopics(joined);
  const when = findPeriod(plain, context.today, looksBack(joined, heaviest(weights)[0]));
  const language = languageOf(text, byLabel || cpvName ? wordsOf(raw) : all, index, context.language);
  const rest = masked(masked(plain, where.named), when?.named ?? []);
  const content = wordsOf(withoutIdioms(rest).replace(RESPONDENT, ' ')).filter((word) =>
    mayName(word, index),
  );
  const kinds = wordsOf(byLabel || cpvName ? raw : rest)
    .map((word) => (word === 'it' && language === 'sv' ? 'it tjanster' : word))
    .join(' ');
  const kind = kindOf(findCategory(kinds), cpvName);
  const named = new Set(
    content.filter((word) => !isCommon(word) && index.findAsWritten(word).some(({ hint }) => !hint)),
  );
  const asked = maskedWords(
    withMasks(plain, [
      [where.named, 'REGION'],
      [when?.named ?? [], 'PERIOD'],
      [amount?.named ?? [], 'AMOUNT'],
    ]),
    named,
    kind?.words ?? [],
  );
  const mentioned = literal
    ? { ...narrowed(literal.items, where), certainty: literal.certainty, covered: 1 }
    : findItems(content, index, where, introducedIn(joined, weights));
  return {
    words: all.filter((word) => word !== TITLE),
    content,
    weights: besides(nameWords(mentioned, content, index), joined, weights),
    language,
    amount,
    where,
    when,
    kind,
    cpvName,
    mentioned,
    asked,
    exact: literal !== null && !byLabel,
  };
};
