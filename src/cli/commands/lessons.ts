import type { Narrowed } from '#application/figures/answers.ts';
import { reasonsRaised, writtenIn } from '#application/figures/lesson-texts.ts';
import { dateOf } from '#domain/shared/calendar.ts';
import { fold, wordsOf } from '#words/text.ts';
import type { CliContext } from '../context.ts';
import { badInput, DONE, type Outcome } from '../output.ts';
import { knownRegion } from './export.ts';
import { categoryIn } from './report-request.ts';

export interface LessonsOptions {
  readonly region?: string;
  readonly category?: string;
  readonly limit: string;
}

/** What was learnt, by the words of the lessons themselves, their titles and tags; nobody is named. */
export const lessons = async (
  context: CliContext,
  words: readonly string[],
  { region, category, limit }: LessonsOptions,
): Promise<Outcome> => {
  if (!/^[1-9]\d{0,2}$/.test(limit))
    throw badInput(`--limit is "${limit}": write a whole number from 1 to 999.`);
  const narrowed: Narrowed = {
    ...(region === undefined ? {} : { region: await knownRegion(context, region) }),
    ...categoryIn(category),
  };
  const asked = wordsOf(fold(words.join(' ')));
  const samordna = await context.samordna();
  const found = await samordna.lessons.within(narrowed, Number(limit), asked);
  // On the command line a list that was not asked for would be taken for an answer.
  const cases = found.unsaid ? [] : found.cases;
  const lines = cases.map((state) => ({
    item: state.item.id,
    title: state.item.title,
    region: state.item.region,
    cpv: state.item.cpv ?? null,
    reviewed: 'review' in state ? dateOf(state.review.at) : null,
    worked: writtenIn(state, 'worked'),
    failed: writtenIn(state, 'failed'),
    next: writtenIn(state, 'next'),
    market: writtenIn(state, 'market'),
    reasons: reasonsRaised(state),
    used: state.figures?.usedBy ?? [],
  }));
  return {
    exit: DONE,
    json: {
      words: asked,
      total: found.unsaid ? 0 : found.total,
      lessons: lines,
      asOf: samordna.presenter.now(),
    },
    text:
      lines.length === 0
        ? asked.length > 0
          ? `No lesson mentions "${asked.join(' ')}".`
          : 'No lesson has been written down yet.'
        : lines
            .map(({ item, title, worked, failed, next, market }) =>
              [
                `${item} ${title}`,
                ...worked.map((text) => `  worked: ${text}`),
                ...failed.map((text) => `  failed: ${text}`),
                ...next.map((text) => `  next time: ${text}`),
                ...market.map((text) => `  market: ${text}`),
              ].join('\n'),
            )
            .join('\n\n'),
  };
};
