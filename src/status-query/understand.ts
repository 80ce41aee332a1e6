import type { ItemId, PlainDate } from '#domain/shared/ids.ts';
import type { Language } from '#domain/shared/language.ts';
import { findAmount } from './amounts.ts';
import { findCategory } from './categories.ts';
import { followUp } from './follow-up.ts';
import { isAsking, PROCUREMENT } from './function-words.ts';
import { type CpvLabel, type IndexedItem, type ItemIndex, indexItems } from './item-index.ts';
import { findId, findItems, findTitle, type Mentioned, narrowed } from './item-mentions.ts';
import { languageOf } from './language.ts';
import { findPeriod } from './periods/find.ts';
import type { PlanEntry, StatusQuery, Topic, Understanding } from './query.ts';
import { regionReader } from './regions.ts';
import { corrected } from './spelling.ts';
import { fold, wordsOf } from './text.ts';
import { chooseTopic, isCue, weighTopics } from './topics.ts';

export interface UnderstandingContext {
  readonly today: PlainDate;
  /** The person's, for texts without a sign of their own. */
  readonly language: Language;
  /** What was asked before in the same conversation: "and in Sörmland?" goes on from it. */
  readonly previous?: StatusQuery;
}
export interface Understander {
  readonly understand: (text: string, context: UnderstandingContext) => Understanding;
}

const CHOICES = 10;
const TITLE = 'xx';
type Stretches = readonly (readonly [number, number])[];
const masked = (text: string, stretches: Stretches, by: string): string =>
  stretches.reduce(
    (rest, [from, to]) =>
      rest.slice(0, from) + by.padEnd(to - from, ' ').slice(0, to - from) + rest.slice(to),
    text,
  );

/** A word that follows a preposition or article, or stands in a question about one item, is meant as a thing. */
const introducedIn = (joined: string, weights: ReadonlyMap<Topic, number>): ((word: string) => boolean) => {
  const aboutOne = weights.size === 0 || (weights.get('item') ?? 0) > 0;
  return (word) =>
    aboutOne ||
    new RegExp(
      `(?<![a-z])(?:om|pa|for|av|med|kring|gallande|angaende|till|i|about|on|of|with|the|regarding|from|to|inleda|starta|kopa)(?: [a-z0-9]+){0,2} ${word}(?![a-z0-9])`,
    ).test(joined);
};
const QUESTION =
  /(?<![a-z])(?:vad|vem|vilka|vilken|vilket|hur|var|varfor|what|who|which|how|where|why|when|nar)(?![a-z])/;
const FORWARD =
  /(?<![a-z])(?:ska|skall|kommer|kommande|planeras?|planerad\w*|planerat|startar|borjar|annonseras|upphandlas|will|coming|upcoming|planned|start|starts|going to|kan|could|can)(?![a-z])/;
const BACK =
  /(?<![a-z])(?:hade|blev|gjorde|gjordes|skedde|hande|hant|startade|startades|annonserades|annonserade|genomfordes|beslutad?e?s?|beslutat|sparade|sparat|kostade|gick|fick|var|was|were|did|had|happened|started|decided|saved|made|went|advertised|signed)(?![a-z])/;
const LOOKING_BACK: ReadonlySet<Topic> = new Set([
  'savings',
  'costs',
  'share',
  'history',
  'deviations',
  'lessons',
  'deliveries',
]);
const looksBack = (words: string, topic: Topic): boolean =>
  !FORWARD.test(words) && (BACK.test(words) || LOOKING_BACK.has(topic));

/** "today" is when a state is asked for, unless what happened that day is meant. */
const NOW_ONLY = /(?<![a-z])(?:idag|i dag|today)(?![a-z])/;
const DATED: ReadonlySet<Topic> = new Set(['history', 'items', 'deliveries']);
/** Kinds of purchases narrow these answers where no item does. */
const BY_CATEGORY: ReadonlySet<Topic> = new Set([
  'items',
  'candidates',
  'share',
  'savings',
  'costs',
  'lessons',
  'deviations',
  'objections',
  'escalations',
  'unanswered',
]);

const enough = ({ certainty, covered, items }: Mentioned): boolean => {
  if (items.length === 0) return false;
  if (certainty === 'id' || certainty === 'title' || certainty === 'label') return true;
  return certainty === 'words' ? covered >= 0.45 : covered >= 0.6;
};

const read = (
  text: string,
  index: ItemIndex,
  readRegion: ReturnType<typeof regionReader>,
  context: UnderstandingContext,
): Understanding => {
  const raw = fold(
    text.replace(/%/g, ' procent ').replace(/(?<![\p{L}\p{N}-])IT(?=$|[^\p{L}\p{N}])/gu, 'it tjanster'),
  );
  const literal = findId(raw, index) ?? findTitle(raw, index);
  const open = corrected(literal ? masked(raw, [literal.named], TITLE) : raw, index);
  const amount = findAmount(open);
  const plain = masked(open, amount?.named ?? [], '');
  const where = readRegion(plain);
  const words = wordsOf(plain);
  const joined = words.join(' ');
  const spoken = literal?.certainty === 'label' ? wordsOf(raw) : words;
  const language = languageOf(text, spoken, index, context.language);
  const weights = weighTopics(joined);
  const guess = [...weights].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'none';
  const when = findPeriod(plain, context.today, looksBack(joined, guess));

  const rest = masked(masked(plain, where.named, ''), when?.named ?? [], '');
  const content = wordsOf(rest).filter(
    (word) =>
      word !== TITLE &&
      !isAsking(word) &&
      (index.knows(word) || !isCue(word)) &&
      !/^\d+$/.test(word) &&
      word.length > 1,
  );
  const kind = findCategory(
    wordsOf(literal?.certainty === 'label' ? raw : rest)
      .map((word) => (word === 'it' && language === 'sv' ? 'it tjanster' : word))
      .join(' '),
  );
  const mentioned: Mentioned = literal
    ? { ...narrowed(literal.items, where), certainty: literal.certainty, covered: 1 }
    : findItems(content, index, where, introducedIn(joined, weights));
  const uncategorised = content.filter((word) => !kind?.words.includes(word));
  const byCategory =
    kind !== null &&
    (mentioned.certainty === 'class' ||
      (mentioned.certainty === 'words' && mentioned.items.length > 3 && uncategorised.length === 0));
  const isNamed = enough(mentioned) && !byCategory;

  const topic = chooseTopic(weights, {
    words: words.filter((word) => word !== TITLE),
    exact: literal !== null && literal.certainty !== 'label',
    named: isNamed,
    bare:
      mentioned.certainty === 'title' ||
      (PROCUREMENT.test(joined) && mentioned.items.length === 1) ||
      mentioned.covered >= (QUESTION.test(joined) ? 0.9 : 0.75) ||
      (!QUESTION.test(joined) && mentioned.items.length === 1 && mentioned.covered >= 0.55),
    content: byCategory ? uncategorised.length : content.length,
    scoped: where.region !== null || when !== null || byCategory,
  });
  if (words.length === 0 && !literal)
    return {
      query: {
        topic: /^\W*$/.test(text) && !/\p{Emoji_Presentation}/u.test(text) ? 'help' : 'none',
        language,
      },
      choices: [],
    };
  if (topic === 'none' || topic === 'help') return { query: { topic, language }, choices: [] };
  const items = enough(mentioned) && !(byCategory && mentioned.items.length > 1) ? mentioned.items : [];
  const [only] = items;
  const item = topic !== 'items' && items.length === 1 ? only?.entry.id : undefined;
  const category = kind?.category ?? (topic === 'items' && items.length > 0 ? commonPrefix(items) : null);
  const period = when && (DATED.has(topic) || !NOW_ONLY.test(plain)) ? when.period : undefined;
  return {
    query: {
      topic,
      ...(item ? { item } : {}),
      ...(where.region && !(item && mentioned.byRegion) ? { region: where.region } : {}),
      ...(period ? { period } : {}),
      ...(category && !item && BY_CATEGORY.has(topic) ? { category } : {}),
      ...(amount ? { value: amount.value } : {}),
      language,
    },
    choices:
      item || (topic === 'items' && category)
        ? []
        : items.slice(0, CHOICES).map(({ entry }): ItemId => entry.id),
  };
};

/** The CPV prefix that items have in common, when it says at least the division. */
const commonPrefix = (items: readonly IndexedItem[]): string | null => {
  const codes = items.map(({ entry }) => entry.cpv ?? '');
  const [first = ''] = codes;
  const length = [...first].findIndex((digit, at) => codes.some((code) => code[at] !== digit));
  const prefix = (length === -1 ? first : first.slice(0, length)).replace(/0+$/, '');
  return prefix.length >= 2 ? prefix : null;
};

/**
 * Swedish or English text → what is asked about, deterministically: topic, item, region, period, category, amount.
 * Nothing recognised is `none`; never throws, whatever the text.
 */
export const createUnderstanding = (plan: readonly PlanEntry[], cpvLabel: CpvLabel): Understander => {
  const index = indexItems(plan, cpvLabel);
  const readRegion = regionReader([...new Set(plan.map(({ region }) => region))]);
  return {
    understand: (text, context) => {
      const understood = read(text, index, readRegion, context);
      return context.previous ? followUp(text, understood, context.previous) : understood;
    },
  };
};
