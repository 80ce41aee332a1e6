import type { KnownCase } from '#domain/coordination/state.ts';
import type { DecisionKind, Outcome } from '#domain/escalation/reasons.ts';
import { type ReportLine, reportLines } from '#domain/record/reporting.ts';
import { dateOf } from '#domain/shared/calendar.ts';
import type { BodyId, Instant, ItemId, PlainDate } from '#domain/shared/ids.ts';
import type { CaseBody } from '../cases.ts';
import type { Named } from '../record/case-file.ts';
import { bodyNamed, type Namer, personNamed, regionNamed } from './naming.ts';

/** One decision on a body's reporting list (anmälningslista, KL 6:40, 7:8). */
export interface ReportedDecision {
  readonly item: ItemId;
  readonly title: string;
  readonly seq: number;
  readonly at: Instant;
  readonly by: string;
  readonly regions: readonly Named[];
  readonly what: { readonly outcome: Outcome; readonly until?: PlainDate } | { readonly kind: DecisionKind };
  readonly rule: string;
  readonly members: readonly string[];
  readonly urgent: boolean;
  readonly reason: string | null;
  readonly registryNumbers: readonly string[];
  readonly reported: ReportLine['reported'] | null;
}
export interface ReportingList {
  readonly asOf: Instant;
  readonly body: BodyId;
  readonly name: Named;
  readonly from: PlainDate | null;
  readonly to: PlainDate | null;
  readonly decisions: readonly ReportedDecision[];
  /** Cases with decisions that the reader has a conflict in (KL 6:28–32): by their ids, so that somebody else completes the list. */
  readonly withheld: readonly { readonly item: ItemId }[];
}

/**
 * Everything decided for a body by its delegates, its chair and members with its mandate, by the day of the decision.
 * `withheld`: of which cases the reader learns no more than that they are there. `only`: which the reader has to do with.
 */
export const reportingList = (
  cases: readonly Pick<CaseBody, 'state' | 'history'>[],
  body: BodyId,
  namer: Namer,
  {
    withheld = () => false,
    only = () => true,
    ...period
  }: {
    readonly from?: PlainDate;
    readonly to?: PlainDate;
    readonly withheld?: (state: KnownCase) => boolean;
    readonly only?: (state: KnownCase) => boolean;
  } = {},
): ReportingList => {
  const within = (at: Instant): boolean =>
    (period.from === undefined || period.from <= dateOf(at)) &&
    (period.to === undefined || dateOf(at) <= period.to);
  const found = cases
    .filter(({ state }) => only(state))
    .map(({ state, history }) => ({
      state,
      lines: reportLines(history, body).filter(({ decision }) => within(decision.at)),
    }));
  const kept = found.filter(({ state, lines }) => lines.length > 0 && withheld(state));
  const decisions = found
    .filter(({ state }) => !withheld(state))
    .flatMap(({ state, lines }) =>
      lines.map(
        ({ seq, decision, reported }): ReportedDecision => ({
          item: state.item.id,
          title: state.item.title,
          seq,
          at: decision.at,
          by: personNamed(namer, decision.by),
          regions: decision.regions.map((region) => regionNamed(namer, region)),
          what: decision.what,
          rule: decision.rule,
          members: (decision.members ?? []).map((member) => personNamed(namer, member)),
          urgent: decision.urgent === true,
          reason: decision.texts?.text ?? null,
          registryNumbers: Object.values(state.registry ?? {}).map(({ number }) => number),
          reported: reported ?? null,
        }),
      ),
    );
  return {
    asOf: namer.now,
    body,
    name: bodyNamed(namer, body),
    from: period.from ?? null,
    to: period.to ?? null,
    decisions: decisions.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.seq - b.seq)),
    withheld: kept.map(({ state }) => ({ item: state.item.id })),
  };
};
