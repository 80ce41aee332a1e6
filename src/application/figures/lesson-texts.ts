import { entries } from '#domain/coordination/answer.ts';
import { isAsked, type KnownCase } from '#domain/coordination/state.ts';
import type { ReasonCode } from '#domain/escalation/reasons.ts';

/** Everything that was written down about an item when it was closed. */
export const writtenIn = (state: KnownCase, key: 'worked' | 'failed' | 'next' | 'market'): string[] =>
  [
    'review' in state ? state.review.texts[key] : undefined,
    ...Object.values(state.figures?.lessons ?? {}).map(({ texts }) => texts[key]),
  ].flatMap((text) => (text?.trim() ? [text.trim()] : []));

/** The reason codes that were raised about the item: what its lessons are found by besides goods and title. */
export const reasonsRaised = (state: KnownCase): ReasonCode[] =>
  isAsked(state)
    ? [
        ...new Set(
          entries(state.round).flatMap(({ answer, withdrawn }) =>
            [answer, withdrawn].flatMap((one) => (one?.kind === 'objection' ? [one.reason] : [])),
          ),
        ),
      ]
    : [];

/** Whether anything was learnt: it has been reviewed, or somebody who took part has said it. */
export const hasLessons = (state: KnownCase): boolean =>
  'review' in state || Object.keys(state.figures?.lessons ?? {}).length > 0;
