import { createQuestions } from '#application/questions.ts';
import type { CliContext } from '../context.ts';
import { DONE, type Outcome } from '../output.ts';

/** Texts whose answers people marked as wrong, without who wrote them: what the vocabulary lacks. */
export const questions = async ({ store }: CliContext, clear: boolean): Promise<Outcome> => {
  const kept = createQuestions(store);
  const found = await kept.list();
  if (clear) await kept.clear();
  return {
    exit: DONE,
    json: found,
    text:
      found.length === 0
        ? 'Nobody has marked an answer as wrong.'
        : found.map(({ times, last, text }) => `${times} × ${last}  ${text}`).join('\n'),
  };
};
