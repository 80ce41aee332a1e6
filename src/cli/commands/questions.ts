import { createQuestions, type WrongAnswer } from '#application/questions.ts';
import type { CliContext } from '../context.ts';
import { DONE, type Outcome, refusedBy } from '../output.ts';

const line = ({ times, last, query, words }: WrongAnswer): string => {
  const about = [query.item, query.region, query.category].filter((part) => part !== undefined);
  return `${times} × ${last}  ${[query.topic, query.language, ...about].join(' ')}: ${words.join(' ') || '–'}`;
};

/**
 * What questions whose answers people marked as wrong were understood as, with the words that Samordna knows, without who
 * wrote them: what the vocabulary lacks. For the operator and administrators.
 */
export const questions = async ({ store, actor: asking }: CliContext, clear: boolean): Promise<Outcome> => {
  const actor = await asking();
  if (actor.kind === 'person' && !actor.roles.includes('administrator')) {
    throw refusedBy('Only an administrator may read that: name one with --as, or leave --as out.');
  }
  const kept = createQuestions(store);
  const found = await kept.list();
  if (clear) await Promise.all([kept.clear(), kept.forgetTexts()]);
  return {
    exit: DONE,
    json: found,
    text: found.length === 0 ? 'Nobody has marked an answer as wrong.' : found.map(line).join('\n'),
  };
};
