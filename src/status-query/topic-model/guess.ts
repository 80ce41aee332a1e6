import data from '../data/topic-model.json' with { type: 'json' };
import { featuresOf } from './features.ts';
import { type Guess, topicReader } from './model.ts';

const read = topicReader(data);
/** What people usually ask for in such masked words, by the weights that stand in the project. */
export const guessTopic = (words: readonly string[]): Guess => read(featuresOf(words));
