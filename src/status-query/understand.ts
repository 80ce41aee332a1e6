import type { ItemId, PlainDate } from '#domain/shared/ids.ts';
import type { Language } from '#domain/shared/language.ts';
import { atOnce } from '#words/steps.ts';
import { followUp } from './follow-up.ts';
import { PROCUREMENT } from './function-words.ts';
import { namesInterim } from './interim.ts';
import { isCommon } from './items/common.ts';
import { type CpvLabel, type IndexedItem, indexing } from './items/index.ts';
import { lookUp } from './items/look-up.ts';
import type { Mentioned } from './items/mentions.ts';
import type { PlanEntry, StatusQuery, Topic, Understanding } from './query.ts';
import { regionReader } from './regions.ts';
import { type Scan, scan } from './scan.ts';
import { guessTopic } from './topic-model/guess.ts';
import { chooseTopic } from './topics.ts';

export interface UnderstandingContext {
  readonly today: PlainDate;
  /** The person's, for texts without a sign of their own. */
  readonly language: Language;
  /** What was asked before in the same conversation: "and in Sörmland?" goes on from it. */
  readonly previous?: StatusQuery;
}
export interface Understander {
  readonly understand: (text: string, context: UnderstandingContext) => Understanding;
  /** For a list that narrows while somebody types: ids, the best first. */
  readonly lookUp: (text: string, limit: number) => readonly ItemId[];
}

const CHOICES = 10;
const INTERROGATIVE =
  /(?<![a-z])(?:vad|vem|vilka|vilken|vilket|hur|var|varfor|what|who|which|how|where|why|when|nar)(?![a-z])/;
/** "today" is when a state is asked for, unless what happened that day is meant. */
const NOW_ONLY = /(?<![a-z])(?:idag|i dag|today)(?![a-z])/;
/** What is left of a saving when its cost is taken away. */
const NET = /(?<![a-z])(?:nettonytt|nettovinst|net benefit)/;
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

const isSure = ({ certainty, covered, items }: Mentioned): boolean => {
  if (items.length === 0) return false;
  if (certainty === 'words') return covered >= 0.45;
  return certainty === 'class' ? covered >= 0.6 : true;
};

/** Hardly anything is said but the item's name. */
const isBare = ({ certainty, covered, items }: Mentioned, words: string): boolean => {
  if (certainty === 'title' || certainty === 'label' || (PROCUREMENT.test(words) && items.length === 1))
    return true;
  const asks = INTERROGATIVE.test(words);
  return covered >= (asks ? 0.9 : 0.75) || (!asks && items.length === 1 && covered >= 0.55);
};

/** The CPV prefix that items have in common, when it says at least the division. */
const commonPrefix = (items: readonly IndexedItem[]): string | null => {
  const codes = items.map(({ entry }) => entry.cpv ?? '');
  const [first = ''] = codes;
  const length = [...first].findIndex((digit, at) => codes.some((code) => code[at] !== digit));
  const prefix = (length === -1 ? first : first.slice(0, length)).replace(/0+$/, '');
  return prefix.length >= 2 ? prefix : null;
};

const compose = (text: string, scanned: Scan): Understanding => {
  const { words, content, weights, language, amount, where, when, kind, cpvName, mentioned, exact } = scanned;
  const joined = words.join(' ');
  const others = content.filter((word) => !kind?.words.includes(word) && !isCommon(word));
  const asksForList = (weights.get('items') ?? 0) > (weights.get('item') ?? 0);
  // "Utbildningstjänster 2027" are many, "utbildningstjänster" one.
  const asksForMany = (where.region !== null || when !== null) && !weights.has('item') && others.length === 0;
  const isKind =
    kind !== null &&
    (mentioned.certainty === 'class' ||
      (asksForMany && !exact && (mentioned.certainty === 'label' || mentioned.items.length > 1)) ||
      (mentioned.certainty === 'words' &&
        (mentioned.items.length > 3 || kind.words.length > 1 || asksForList) &&
        others.length === 0));
  const sure = isSure(mentioned);
  const silent = words.length === 0 && mentioned.items.length === 0 && !exact;
  if (silent)
    return {
      query: {
        topic: /^[\s\p{P}\p{S}]*$/u.test(text) && !/\p{Emoji_Presentation}/u.test(text) ? 'help' : 'none',
        language,
      },
      choices: [],
    };
  const topic = chooseTopic(weights, {
    words,
    exact,
    named: sure && !isKind,
    bare: isBare(mentioned, joined),
    content: isKind ? others.length : content.length,
    scoped: where.region !== null || when !== null || isKind,
    kind: isKind,
    guess: guessTopic(scanned.asked),
  });
  if (topic === 'none' || topic === 'help') return { query: { topic, language }, choices: [] };
  const items = sure && !(isKind && mentioned.items.length > 1) ? mentioned.items : [];
  const [only] = items;
  const item = topic !== 'items' && items.length === 1 ? only?.entry.id : undefined;
  const shared = topic === 'items' && items.length > 0 ? commonPrefix(items) : null;
  const category = kind?.category ?? shared ?? (topic === 'items' ? (cpvName?.category ?? null) : null);
  const period = when && (DATED.has(topic) || !NOW_ONLY.test(joined)) ? when.period : undefined;
  const isAnswered = item !== undefined || (topic === 'items' && category !== null);
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
    choices: isAnswered ? [] : items.slice(0, CHOICES).map(({ entry }): ItemId => entry.id),
    ...(namesInterim(joined) ? { interim: true as const } : {}),
    ...(topic === 'costs' && NET.test(joined) ? { net: true as const } : {}),
    ...(topic === 'lessons' && item === undefined && others.length > 0 ? { about: others } : {}),
  };
};

/** Makes ready to understand questions about a plan, in short steps, so that a large plan does not hold up who else waits. */
export function* understandingIn(
  plan: readonly PlanEntry[],
  cpvLabel: CpvLabel,
): Generator<void, Understander> {
  const reader = {
    index: yield* indexing(plan, cpvLabel),
    readRegion: regionReader([...new Set(plan.map(({ region }) => region))]),
  };
  return {
    lookUp: (text, limit) => lookUp(reader.index.items, text, limit).map(({ entry }) => entry.id),
    understand: (text, context) => {
      const understood = compose(text, scan(text, reader, context));
      return context.previous ? followUp(text, understood, context.previous) : understood;
    },
  };
}

/**
 * Swedish or English text → what is asked about, deterministically: topic, item, region, period, category, amount.
 * Nothing recognised is `none`; never throws, whatever the text.
 */
export const createUnderstanding = (plan: readonly PlanEntry[], cpvLabel: CpvLabel): Understander =>
  atOnce(understandingIn(plan, cpvLabel));
