import type { Governance, GovernanceRow } from '../authority/governance.ts';
import type { ProcurementFacts } from '../indicators/facts.ts';
import type { Indicator, Scope } from '../indicators/indicator.ts';
import { within } from '../indicators/indicator.ts';
import { idsOf, inScope } from '../indicators/population.ts';
import { deviationsIn, type LevelFaults, levelFaults } from '../indicators/region.ts';
import type { ItemId, PlainDate } from '../shared/ids.ts';
import { never } from '../shared/result.ts';
import { FINDINGS, type Finding } from './findings.ts';

/** Lists of the governance that a finding asks to be decided. */
export const DECIDED_LISTS = ['ladder', 'attendance', 'initiate'] as const;
export type DecidedList = (typeof DECIDED_LISTS)[number];
export const COUNTED = ['deviations', 'validated', 'level-missing', 'level-regularised'] as const;
export type Counted = (typeof COUNTED)[number];

/** What the system itself has to show for a finding. */
export type Evidence =
  /** With its value, or why there is none. */
  | { readonly kind: 'figure'; readonly figure: Indicator }
  /** Rows in force: decided for real, examples of a demo, and those that nobody has decided yet. */
  | {
      readonly kind: 'rows';
      readonly list: DecidedList;
      readonly decided: number;
      readonly examples: number;
      readonly undecided: number;
    }
  | { readonly kind: 'count'; readonly what: Counted; readonly items: readonly ItemId[] };

export interface Measure {
  readonly id: string;
  readonly measure: { readonly sv: string; readonly en: string };
  readonly owner: string;
  readonly due: PlainDate;
  readonly reference: string | null;
  readonly example: boolean;
}
export interface FollowUp {
  readonly finding: Finding;
  /** Empty: nobody has decided any. */
  readonly measures: readonly Measure[];
  readonly evidence: readonly Evidence[];
}

/** Which figures speak of a finding. */
const FIGURES: Readonly<Record<Finding, readonly string[]>> = {
  'duty-to-coordinate': ['answer-rate', 'share-coordinated', 'share-coordinated-of-possible'],
  responsibility: ['days-to-answer', 'ladder-dialogue', 'ladder-managers'],
  'deviation-handling': ['ladder-council', 'ladder-decision'],
  'reasons-documented': ['control-point', 'control-point-reasoned'],
  'savings-model': ['coverage', 'enabled-saving', 'hit-rate'],
  'costs-quality-lessons': ['coordination-hours', 'user-rating', 'reviewed-in-time', 'lessons-reused'],
  'decision-levels': [],
};
const LISTS: Readonly<Partial<Record<Finding, readonly DecidedList[]>>> = {
  'deviation-handling': ['ladder', 'attendance'],
  'decision-levels': ['initiate'],
};

const rowsIn = (all: Governance, list: DecidedList): readonly GovernanceRow[] =>
  list === 'initiate' ? all.mandates.filter(({ kinds }) => kinds.includes('initiate')) : all[list];

const inForceOn =
  (today: PlainDate) =>
  ({ validFrom, validTo }: GovernanceRow): boolean =>
    validFrom <= today && (validTo === undefined || today <= validTo);

const rowEvidence = (all: Governance, list: DecidedList, today: PlainDate): Evidence => {
  const rows = rowsIn(all, list).filter(inForceOn(today));
  const decided = rows.filter(({ status }) => status === 'decided');
  return {
    kind: 'rows',
    list,
    decided: decided.filter(({ example }) => !example).length,
    examples: decided.filter(({ example }) => example).length,
    undecided: rows.length - decided.length,
  };
};

const counts = (finding: Finding, facts: readonly ProcurementFacts[], scope: Scope): Evidence[] => {
  const count = (what: Counted, items: readonly ItemId[]): Evidence => ({ kind: 'count', what, items });
  switch (finding) {
    case 'deviation-handling':
    case 'reasons-documented':
      return [count('deviations', idsOf(deviationsIn(facts, scope).map((one) => one.facts)))];
    case 'savings-model':
      return [
        count(
          'validated',
          idsOf(
            inScope(facts, scope).filter(
              ({ validated, contract }) => validated && within(scope.period, contract?.signed),
            ),
          ),
        ),
      ];
    case 'decision-levels': {
      const { missing, regularised }: LevelFaults = levelFaults(facts, scope);
      return [count('level-missing', idsOf(missing)), count('level-regularised', idsOf(regularised))];
    }
    default:
      return [];
  }
};

/**
 * The register of the audit's findings (domain section 6): for each the measures that somebody has decided, with owner and
 * day, and what the system itself shows. `all` is the whole governance, since what is not decided yet is evidence too.
 */
export const followUps = (
  all: Governance,
  inForce: Governance,
  facts: readonly ProcurementFacts[],
  figures: readonly Indicator[],
  { scope, today }: { readonly scope: Scope; readonly today: PlainDate },
): FollowUp[] =>
  FINDINGS.map((finding) => ({
    finding,
    measures: (inForce.followUps ?? [])
      .filter((row) => row.finding === finding)
      .map(({ id, measure, owner, due, reference, example }) => ({
        id,
        measure,
        owner,
        due,
        reference: reference ?? null,
        example: example === true,
      })),
    evidence: [
      ...FIGURES[finding].flatMap((id) => {
        const figure = figures.find((one) => one.id === id && one.scope.region === scope.region);
        return figure ? [{ kind: 'figure' as const, figure }] : [];
      }),
      ...(LISTS[finding] ?? []).map((list) => rowEvidence(all, list, today)),
      ...counts(finding, facts, scope),
    ],
  }));

/** Whose value is a measure of the fault: high or low, it shows that nothing is done about it. */
const OF_THE_FAULT: readonly string[] = ['control-point'];
/** Times are evidence that they are measured, also where they are 0 days. */
const isTime = ({ unit }: Indicator): boolean => unit === 'days';

/**
 * Whether anything stands behind a finding: a value that is more than nothing, a row that somebody has really decided, a
 * case. What measures the fault itself, such as a decision that is missing or a share of 0, is no evidence of what is done
 * about it.
 */
export const isEvidenced = ({ evidence }: FollowUp): boolean =>
  evidence.some((one) => {
    switch (one.kind) {
      case 'figure': {
        const { figure } = one;
        if (figure.value === null || OF_THE_FAULT.includes(figure.id)) return false;
        return figure.value > 0 || isTime(figure);
      }
      case 'rows':
        return one.decided > 0;
      case 'count':
        return one.what !== 'level-missing' && one.items.length > 0;
      default:
        return never(one);
    }
  });
