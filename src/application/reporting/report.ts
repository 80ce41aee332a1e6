import { type FollowUp, followUps } from '#domain/audit/follow-up.ts';
import type { CutOffRow, Governance, GovernanceRow } from '#domain/authority/governance.ts';
import type { ProcurementFacts } from '#domain/indicators/facts.ts';
import { type Indicator, isOutrun, type Period, type Scope } from '#domain/indicators/indicator.ts';
import {
  type MethodSum,
  type ObstacleCount,
  obstaclesIn,
  responseByUnit,
  savingsByMethod,
  type UnitResponse,
} from '#domain/indicators/methods.ts';
import {
  type DecidedDeviation,
  deviationsIn,
  type LevelFaults,
  levelFaults,
} from '#domain/indicators/region.ts';
import { dateOf } from '#domain/shared/calendar.ts';
import type { Instant, ItemId, RegionId } from '#domain/shared/ids.ts';
import { indicatorsBy, settingsOf } from '../indicators.ts';
import type { Named } from '../record/case-file.ts';

/** For the regionstyrelser, for the board or its successors, and the one page for a regionstyrelse. */
export const REPORT_KINDS = ['tertial', 'board', 'region'] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

export interface ReportRequest {
  readonly kind: ReportKind;
  readonly period: Period;
  /** The decided last day of an interim period; absent where the calendar gives it. */
  readonly cutOff?: CutOffRow;
  /** Null: the regions together and each. */
  readonly region: RegionId | null;
  /** Only what the CPV codes that begin with these digits name; absent: everything. */
  readonly category?: string;
}

/** A row of the governance as a report names it. */
export interface Basis {
  readonly reference: string | null;
  readonly example: boolean;
}
const basisOf = ({ reference, example }: GovernanceRow): Basis => ({
  reference: reference ?? null,
  example: example === true,
});

export interface TargetShown extends Basis {
  readonly indicator: string;
  readonly period: Period;
  readonly value: number;
}

/** Everything that a report says, as data: the page, the workbook and the card show the same. */
export interface Report {
  readonly kind: ReportKind;
  readonly period: Period;
  readonly cutOff: (Basis & { readonly endsOn: string }) | null;
  readonly asOf: Instant;
  /** The version of the governance. */
  readonly rules: string;
  /** The period's last day has not passed: its outcome is what there is so far. */
  readonly running: boolean;
  /** The CPV codes that it is of begin with these digits; null: all. */
  readonly category: string | null;
  /** In the order of the columns; null is the regions together. */
  readonly scopes: readonly { readonly region: RegionId | null; readonly name: Named }[];
  readonly figures: readonly Indicator[];
  readonly targets: readonly TargetShown[];
  readonly rate: (Basis & { readonly sekPerHour: number }) | null;
  readonly methods: readonly MethodSum[];
  readonly obstacles: readonly ObstacleCount[];
  readonly units: readonly UnitResponse[];
  readonly deviations: readonly DecidedDeviation[];
  readonly levels: LevelFaults;
  readonly followUps: readonly FollowUp[];
  /** What is known of each procurement that stands behind something above. */
  readonly cases: ReadonlyMap<ItemId, ProcurementFacts>;
}

const together = (names: readonly Named[]): Named => ({
  sv: names.map(({ sv }) => sv).join(' + '),
  en: names.map(({ en }) => en).join(' + '),
});

/** Every id that something in a report rests on. */
const behind = (report: Omit<Report, 'cases'>): ReadonlySet<ItemId> => {
  const found = new Set<ItemId>();
  // Figures of the same procurements share their list.
  const seen = new Set<readonly ItemId[]>();
  const add = (items: readonly ItemId[]): void => {
    if (seen.has(items)) return;
    seen.add(items);
    for (const item of items) found.add(item);
  };
  for (const { behind, excluded } of report.figures) {
    add(behind.counted);
    add(behind.of);
    for (const { items } of excluded) add(items);
  }
  for (const { items } of [...report.methods, ...report.obstacles]) add(items);
  for (const { behind } of report.units) add(behind.of);
  for (const { facts } of report.deviations) found.add(facts.item);
  for (const { item } of [...report.levels.missing, ...report.levels.regularised]) found.add(item);
  for (const { evidence } of report.followUps) {
    for (const one of evidence) if (one.kind === 'count') add(one.items);
  }
  return found;
};

/** `whole`: also the rows that bind nobody yet, since what is undecided is evidence too. */
export const reportOf = (
  facts: readonly ProcurementFacts[],
  { inForce, whole }: { readonly inForce: Governance; readonly whole: Governance },
  request: ReportRequest,
  asOf: Instant,
): Report => {
  const { kind, period, cutOff, region } = request;
  const category = request.category ?? null;
  const today = dateOf(asOf);
  const names = inForce.regions.map((row) => ({ region: row.region, name: row.name }));
  const scopes =
    region === null
      ? [{ region: null, name: together(names.map(({ name }) => name)) }, ...names]
      : names.filter((row) => row.region === region);
  const figures = indicatorsBy(
    facts,
    scopes.map((row) => row.region),
    { period, category, asOf },
    settingsOf(inForce),
  ).filter((figure) => !isOutrun(figure));
  const scope: Scope = { period, region, category, asOf };
  const [rate, another] = inForce.rates ?? [];
  const report = {
    kind,
    period,
    cutOff: cutOff ? { ...basisOf(cutOff), endsOn: cutOff.endsOn } : null,
    asOf,
    rules: inForce.version,
    running: today <= period.to,
    category,
    scopes,
    figures,
    targets: (inForce.targets ?? [])
      .filter(({ from, to }) => from <= period.to && to >= period.from)
      .map((row) => ({
        ...basisOf(row),
        indicator: row.indicator,
        period: { from: row.from, to: row.to },
        value: row.value,
      })),
    rate: rate && !another ? { ...basisOf(rate), sekPerHour: rate.sekPerHour } : null,
    methods: savingsByMethod(facts, scope),
    obstacles: obstaclesIn(facts, scope),
    units: responseByUnit(facts, scope),
    deviations: deviationsIn(facts, scope),
    levels: levelFaults(facts, scope),
    followUps: followUps(whole, inForce, facts, figures, { scope, today }),
  };
  const wanted = behind(report);
  return {
    ...report,
    cases: new Map(facts.filter(({ item }) => wanted.has(item)).map((one) => [one.item, one])),
  };
};

/** The figure of a column; every report has each of them. */
export const figureOf = (report: Report, id: string, region: RegionId | null): Indicator | undefined =>
  report.figures.find((one) => one.id === id && one.scope.region === region);
