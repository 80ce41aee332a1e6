import { entries, openObjections } from '#domain/coordination/answer.ts';
import { stakesOf } from '#domain/coordination/stakes.ts';
import { type AskedCase, isAsked, type KnownCase } from '#domain/coordination/state.ts';
import type { ReasonCode } from '#domain/escalation/reasons.ts';
import { dateOf } from '#domain/shared/calendar.ts';
import type { PrecedentView, StakesView } from '#rendering/views.ts';
import { fold, stemsOf, wordsOf } from '#words/text.ts';
import type { Reading } from '../reading.ts';
import { regionName } from './parts.ts';
import { readsDispute } from './visibility.ts';

export const stakesView = (reading: Reading, state: AskedCase): StakesView =>
  stakesOf(state, reading.governance, dateOf(reading.now));

/** As many as somebody reads between two patients. */
const SHOWN = 3;
/** The CPV's class: the first four digits. */
const CLASS = 4;
/** Shorter words say little of what is bought. */
const LONG_WORD = 5;

const wordStems = ({ item }: KnownCase): ReadonlySet<string> =>
  new Set(
    wordsOf(fold(item.title))
      .filter((word) => word.length >= LONG_WORD)
      .flatMap(stemsOf),
  );
const reasonsOf = (state: AskedCase): ReasonCode[] =>
  entries(state.round).flatMap(({ answer }) => (answer.kind === 'objection' ? [answer.reason] : []));

const WEIGHT = { goods: 3, title: 3, reason: 2 } as const;
/** One common reason alone says little: another trait, or the reason and nothing better. */
const weightOf = (alike: PrecedentView['alike']): number => alike.reduce((sum, one) => sum + WEIGHT[one], 0);

/**
 * Earlier cases that were settled and are like this one: the same goods (CPV class), the same words in the title, the same
 * reason. Outcomes are public within the regions; a reason is compared only where the viewer reads that dispute too.
 */
export const precedents = (
  reading: Reading,
  state: AskedCase,
  settled: readonly KnownCase[],
): PrecedentView[] => {
  const { viewer } = reading;
  const words = wordStems(state);
  const reasons = openObjections(state.round).flatMap(({ answer }) =>
    answer.kind === 'objection' ? [answer.reason] : [],
  );
  const goods = state.item.cpv?.slice(0, CLASS);
  return settled
    .flatMap((other): PrecedentView[] => {
      if (!isAsked(other) || other.item.id === state.item.id) return [];
      const last = other.settlements.at(-1);
      if (!last) return [];
      const reason = readsDispute(viewer, other)
        ? reasonsOf(other).find((code) => reasons.includes(code))
        : undefined;
      const alike: PrecedentView['alike'] = [
        ...(goods !== undefined && other.item.cpv?.startsWith(goods) ? (['goods'] as const) : []),
        ...([...wordStems(other)].some((word) => words.has(word)) ? (['title'] as const) : []),
        ...(reason ? (['reason'] as const) : []),
      ];
      if (alike.length === 0) return [];
      return [
        {
          item: other.item.id,
          title: other.item.title,
          at: last.at,
          outcome: last.outcome,
          how: last.how,
          declining: last.declining.map((region) => regionName(reading, region)),
          alike,
          ...(reason ? { reason } : {}),
        },
      ];
    })
    .sort((a, b) => weightOf(b.alike) - weightOf(a.alike) || (a.at < b.at ? 1 : -1))
    .slice(0, SHOWN);
};

/** For those who are to take a position or decide. */
export const weighing = (
  reading: Reading & { readonly settled?: readonly KnownCase[] },
  state: AskedCase,
): { precedents: PrecedentView[]; stakes: StakesView } => ({
  precedents: precedents(reading, state, reading.settled ?? []),
  stakes: stakesView(reading, state),
});
