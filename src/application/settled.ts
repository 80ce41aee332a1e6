import type { CardSubject } from '#domain/coordination/notice.ts';
import type { KnownCase } from '#domain/coordination/state.ts';
import { type Cases, SETTLED } from './cases.ts';
import type { LessonHint, Lessons } from './figures/lessons.ts';

/** The cards of those who take a position or decide: they compare with what was settled before. */
const COMPARING: readonly CardSubject['card'][] = ['council', 'decision', 'registration'];

/** Cases with an escalation that has ended, read for the cards that compare with them. */
export const settledFor = async (
  cases: Pick<Cases, 'list'>,
  subject: CardSubject,
): Promise<{ readonly settled?: readonly KnownCase[] }> => {
  if (!COMPARING.includes(subject.card)) return {};
  return { settled: (await cases.list({ key: SETTLED })).map(({ state }) => state) };
};

/** As many as are read between two patients. */
const HINTS = 2;

/** What was learnt from earlier items like this one, for whoever is asked about it. */
export const lessonsFor = async (
  lessons: Pick<Lessons, 'hints'>,
  subject: CardSubject,
  { item: { id, title, cpv } }: KnownCase,
): Promise<{ readonly lessons?: readonly LessonHint[] }> =>
  subject.card === 'request'
    ? { lessons: await lessons.hints({ id, title, ...(cpv ? { cpv } : {}) }, HINTS) }
    : {};
