import type { Texts } from '../coordination/answer.ts';
import type { CaseCommand, DecideContext } from '../coordination/commands.ts';
import { event, nothing, type Ruling, refused, ruled } from '../coordination/deciding/draft.ts';
import type { CaseEvent } from '../coordination/events.ts';
import { registersFor } from '../coordination/secretaries.ts';
import type { CaseState } from '../coordination/state.ts';
import type { DecisionKind, Outcome } from '../escalation/reasons.ts';
import { dateOf } from '../shared/calendar.ts';
import type { BodyId, Instant, PersonId, PlainDate, RegionId } from '../shared/ids.ts';
import type { HistoryEntry } from './history.ts';

/** What of a decision stands on the list: an escalation's, or one that a stage rests on. */
export interface Reportable {
  readonly at: Instant;
  readonly by: string;
  readonly regions: readonly RegionId[];
  readonly rule: string;
  readonly what: { readonly outcome: Outcome; readonly until?: PlainDate } | { readonly kind: DecisionKind };
  readonly members?: readonly PersonId[];
  readonly urgent?: true;
  readonly texts?: Texts;
}

/** A decision that is to be reported to a body (KL 6:40, 7:8), and the meeting that has had it. */
export interface ReportLine {
  readonly seq: number;
  readonly decision: Reportable;
  readonly reported?: { readonly date: PlainDate; readonly paragraph?: string };
}

/** Null for what a body itself decided: that stands in its minutes. */
const reportable = (event: CaseEvent, body: BodyId): Reportable | null => {
  if (event.type === 'decided' && event.reportTo === body) {
    const { at, by, regions, rule, outcome, until, members, urgent, texts } = event;
    return {
      at,
      by,
      regions,
      rule,
      what: { outcome, ...(until ? { until } : {}) },
      ...(members ? { members } : {}),
      ...(urgent ? { urgent } : {}),
      ...(texts ? { texts } : {}),
    };
  }
  if (event.type === 'stage-decided' && event.decision.body === body) {
    const { at, texts, decision } = event;
    const { kind, regions, rule, delegate } = decision;
    return delegate ? { at, by: delegate, regions, rule, what: { kind }, ...(texts ? { texts } : {}) } : null;
  }
  return null;
};

/** A case's decisions by delegates of a body, by its chair in urgent matters and by members with its mandate. */
export const reportLines = (history: readonly HistoryEntry[], body: BodyId): ReportLine[] => {
  const meetings = new Map<number, NonNullable<ReportLine['reported']>>();
  for (const { event: one } of history) {
    if (one.type !== 'reported' || one.body !== body) continue;
    const { date, paragraph } = one;
    for (const seq of one.entries) meetings.set(seq, { date, ...(paragraph ? { paragraph } : {}) });
  }
  return history.flatMap(({ seq, event: one }): ReportLine[] => {
    const decision = reportable(one, body);
    if (!decision) return [];
    const reported = meetings.get(seq);
    return [{ seq, decision, ...(reported ? { reported } : {}) }];
  });
};

/**
 * The body's secretary says at which meeting decisions were reported (KL 6:40, 7:8). Refused: `people-only`,
 * `no-mandate` for anybody but the body's secretary (or who registers for one with a conflict), `date-in-the-future`, `nothing-to-report` for entries that are no
 * decisions to be reported to the body, `already-registered` where another meeting has had them.
 */
export const reportDecisions = (
  state: CaseState,
  command: Extract<CaseCommand, { do: 'report-decisions' }>,
  context: DecideContext,
): Ruling => {
  const { actor, governance, now, history = [] } = context;
  if (actor.kind !== 'person') return refused('people-only');
  if (state.status === 'new') return refused('unknown-item');
  const { body, date } = command;
  if (registersFor(state, governance, body) !== actor.id) return refused('no-mandate');
  if (date > dateOf(now)) return refused('date-in-the-future');
  const lines = reportLines(history, body);
  const wanted = [...new Set(command.entries)].sort((a, b) => a - b);
  const found = wanted.flatMap((seq) => lines.find((line) => line.seq === seq) ?? []);
  if (found.length === 0 || found.length < wanted.length) return refused('nothing-to-report');
  if (found.some(({ decision }) => dateOf(decision.at) > date)) return refused('nothing-to-report');
  if (found.some(({ reported }) => reported && reported.date !== date)) return refused('already-registered');
  const fresh = found.filter(({ reported }) => !reported).map(({ seq }) => seq);
  if (fresh.length === 0) return nothing;
  const paragraph = command.paragraph?.trim();
  return ruled(
    event(context, {
      type: 'reported',
      body,
      entries: fresh,
      date,
      ...(paragraph ? { paragraph } : {}),
    }),
  );
};
