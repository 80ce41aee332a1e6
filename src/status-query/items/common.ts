import { stemsOf } from '#words/text.ts';
import both from '../data/words.both.json' with { type: 'json' };

const COMMON = new Set(both.common.flatMap(stemsOf));

/** Too common to name an item by itself, as is a number; beside another word it helps. */
export const isCommon = (word: string): boolean =>
  /^\d+$/.test(word) || stemsOf(word).some((stem) => COMMON.has(stem));
