import { remembering, stemsOf } from '#words/text.ts';
import data from '../data/topic-model.json' with { type: 'json' };
import { type Guess, stemsIn, topicReader } from './model.ts';

const read = topicReader(data);
const STEMS = stemsIn(data);

/** A word that questions are usually asked with, and so is no name by itself. */
export const isUsual = remembering((word) => stemsOf(word).some((stem) => STEMS.has(stem)));
/** What people usually ask for in such masked words, by the weights that stand in the project. */
export const guessTopic = (words: readonly string[]): Guess => read(words);
