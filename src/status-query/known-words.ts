import { fold, wordsOf } from '#words/text.ts';
import { withoutPoliteness } from './function-words.ts';
import type { StatusQuery } from './query.ts';
import { SPELT } from './topics.ts';

/**
 * What may be kept of a question: what it was understood as, and which words of Samordna's own vocabulary stood in it.
 * Nothing that anybody has written, so neither a name, a concern nor a number of tenders (OSL 19:3, section 3).
 */
export interface KeptQuestion {
  /** The topic and, where it was named, the item; never an amount. */
  readonly query: Pick<StatusQuery, 'topic' | 'item' | 'region' | 'category' | 'language'>;
  /** Folded and in alphabetical order, once each, so that they make no sentence again; `…` ends a beginning of a word. */
  readonly words: readonly string[];
}

const WHOLE: ReadonlySet<string> = new Set([...SPELT.sv.whole, ...SPELT.en.whole]);
const BEGINNINGS = [...SPELT.sv.beginnings, ...SPELT.en.beginnings].sort((a, b) => b.length - a.length);
/** Words of cues that tell a number. */
const NUMBERS: ReadonlySet<string> = new Set(['ingen', 'inga', 'inget', 'ingenting', 'ensam', 'trettio']);

const known = (word: string): readonly string[] => {
  if (/[^a-z]/.test(word) || NUMBERS.has(word)) return [];
  if (WHOLE.has(word)) return [word];
  const beginning = BEGINNINGS.find((one) => word.startsWith(one));
  return beginning === undefined ? [] : [`${beginning}…`];
};

export const keptOf = (text: string, query: StatusQuery): KeptQuestion => {
  const { topic, item, region, category, language } = query;
  const words = wordsOf(withoutPoliteness(fold(text))).flatMap(known);
  return {
    query: {
      topic,
      language,
      ...(item ? { item } : {}),
      ...(region ? { region } : {}),
      ...(category ? { category } : {}),
    },
    words: [...new Set(words)].sort(),
  };
};
