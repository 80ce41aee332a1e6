import { bodyRow, mandateRow, regionRow } from '#domain/authority/governance.ts';
import type { Commitment } from '#domain/coordination/answer.ts';
import type { RegionPosition, SettledHow, Stance } from '#domain/coordination/escalation-state.ts';
import type { CaseEvent, EventType } from '#domain/coordination/events.ts';
import { replay } from '#domain/coordination/evolve.ts';
import type { Status, Transfer } from '#domain/coordination/state.ts';
import type { Level, Outcome, ReasonCode, SolutionKind } from '#domain/escalation/reasons.ts';
import type { ItemFacts, ItemField } from '#domain/plan/item.ts';
import { authorities, concerned, unitsOf } from '#domain/record/concerns.ts';
import type { HistoryEntry } from '#domain/record/history.ts';
import { unregistered } from '#domain/record/registering.ts';
import { asKeptBy, decidedBy, removedEntries } from '#domain/record/removing.ts';
import type { DocumentType } from '#domain/record/rules.ts';
import { mayLeave } from '#domain/record/secrecy.ts';
import { type Fault, faultOf } from '#domain/record/verify.ts';
import type { BodyId, Instant, PlainDate, RegionId } from '#domain/shared/ids.ts';
import { asPersonId, regionOf, unitName } from '#domain/shared/ids.ts';
import type { CaseBody } from '../cases.ts';
import type { Reading } from '../reading.ts';
import { type CaseFigures, caseFigures } from './case-figures.ts';
import { type LadderPath, ladders } from './ladders.ts';

/** In both languages, as the governance names it. */
export interface Named {
  readonly sv: string;
  readonly en: string;
}
/** What every step has: its place in the record, when, and by whom; names are those of the directory now. */
export interface Step {
  readonly seq: number;
  readonly at: Instant;
  readonly by: string;
  readonly role: string | null;
  readonly texts: Readonly<Record<string, string>>;
  /** The texts are gone by a decision on gallring. */
  readonly removed: boolean;
}
export interface FileEntry extends Step {
  readonly event: EventType;
  readonly units: readonly string[];
  readonly document: DocumentType | null;
  readonly ruleVersion: string;
  readonly hash: string;
}
export interface Changed {
  readonly field: ItemField;
  readonly before: string | number | null;
  readonly after: string | number | null;
}
type OfUnit = Step & { readonly unit: string; readonly region: Named };
export type FileAnswer = OfUnit & {
  readonly kind: 'yes' | 'yes-with-conditions' | 'no-need' | 'objection';
  readonly commitment?: Commitment;
  readonly reason?: ReasonCode;
};
export interface FileDecision extends Step {
  readonly regions: readonly Named[];
  readonly outcome: Outcome;
  /** The mandate's row, what it rests on, and the version of the rules that it was taken by. */
  readonly rule: string;
  readonly reference: string | null;
  readonly example: boolean;
  readonly ruleVersion: string;
  readonly minutes?: {
    readonly body: Named;
    readonly date: PlainDate;
    readonly paragraph: string;
    readonly adjusted?: PlainDate;
    readonly registryNumber: string;
  };
}

/** One case as somebody reads it from beginning to end: what was planned, asked, answered, argued and decided. */
export interface CaseFile {
  readonly asOf: Instant;
  readonly status: Status;
  readonly revision: number;
  readonly item: ItemFacts;
  readonly region: Named;
  readonly registry: readonly {
    readonly region: Named;
    readonly number: string | null;
    /** Documents that the authority has not registered yet. */
    readonly waiting: number;
  }[];
  /** When other bodies took the case over, who keeps the archive of before, and under which numbers it stood till then. */
  readonly transfers: readonly (Step & {
    readonly from: Named;
    readonly to: readonly { readonly region: Named; readonly body: Named }[];
    readonly archive: Named;
    readonly numbers: readonly { readonly region: Named; readonly number: string }[];
  })[];
  readonly revisions: readonly (Step & { readonly changes: readonly Changed[] })[];
  readonly rounds: readonly (Step & {
    readonly number: number;
    readonly owner: string;
    readonly deadline: Instant;
    readonly units: readonly {
      readonly unit: string;
      readonly region: Named;
      readonly respondents: readonly string[];
    }[];
  })[];
  readonly answers: readonly FileAnswer[];
  readonly silent: readonly (OfUnit & { readonly kind: 'no-answer' })[];
  readonly solutions: readonly (OfUnit &
    ({ readonly proposed: SolutionKind } | { readonly accepted: boolean }))[];
  readonly ladders: readonly LadderPath[];
  readonly proposals: readonly (Step & { readonly outcome: Outcome })[];
  readonly declarations: readonly (Step & { readonly conflict: boolean })[];
  readonly positions: readonly (Step & { readonly region: Named; readonly stance: Stance })[];
  readonly council: readonly (Omit<RegionPosition, 'region'> & { readonly region: Named })[];
  readonly decisions: readonly FileDecision[];
  readonly outcomes: readonly (Step & {
    readonly outcome: Outcome;
    readonly how: SettledHow;
    readonly declining: readonly Named[];
  })[];
  /** What its money came to; null where nothing is known. */
  readonly figures: CaseFigures | null;
  readonly entries: readonly FileEntry[];
  /** The hash chain: how long it is, where it ends, and what is wrong with it. */
  readonly chain: { readonly entries: number; readonly last: string; readonly fault: Fault | null };
}
export type { LadderPath, Level };

type Of<T extends EventType> = Extract<CaseEvent, { type: T }>;
type Namer = Pick<Reading, 'governance' | 'directory'>;

const changes = (before: ItemFacts | null, { item, changed }: Of<'item-revised'>): Changed[] =>
  changed.map((field) => ({ field, before: before?.[field] ?? null, after: item[field] ?? null }));

/** The record as it is, or as the authority that reads it has it: without what that one has decided to remove. */
const heldBy = (
  { state, history }: CaseBody,
  keptBy: RegionId | undefined,
): Pick<CaseBody, 'state' | 'history'> => {
  const kept = keptBy === undefined ? history : asKeptBy(history, keptBy);
  const read = kept.every((entry, i) => entry === history[i])
    ? state
    : replay(kept.map(({ event }) => event));
  return { state: read.status === 'new' ? state : read, history: kept };
};

/** Without whatever is secret (OSL 19:3), and without what the authority of `keptBy` has decided to remove. */
export const caseFile = (body: CaseBody, reading: Namer & { now: Instant; keptBy?: RegionId }): CaseFile => {
  const { governance, directory, keptBy } = reading;
  const { state, history } = heldBy(body, keptBy);
  const region = (id: RegionId): Named => regionRow(governance, id)?.name ?? { sv: id, en: id };
  const name = (id: string): string => directory.person(asPersonId(id))?.name ?? id;
  const bodyNamed = (id: BodyId): Named => bodyRow(governance, id)?.name ?? { sv: id, en: id };
  const gone = new Set([...removedEntries(history), ...(keptBy ? decidedBy(history, keptBy) : [])]);
  const all = concerned(history);
  const open = all.filter(({ entry }) => mayLeave(entry.event));
  const step = ({ seq, event, role }: HistoryEntry): Step => ({
    seq,
    at: event.at,
    by: name(event.by),
    role: role ?? null,
    texts: event.texts ?? {},
    removed: gone.has(seq),
  });
  /** Every entry of some kinds, with what a reader wants of it. */
  const each = <T extends EventType, R>(types: readonly T[], read: (event: Of<T>, at: Step) => R): R[] =>
    open.flatMap(({ entry }) =>
      (types as readonly EventType[]).includes(entry.event.type)
        ? [read(entry.event as Of<T>, step(entry))]
        : [],
    );
  const ofUnit = (unit: Of<'answered'>['unit']) => ({ unit: unitName(unit), region: region(regionOf(unit)) });

  let item: ItemFacts | null = null;
  const revisions = each(['item-imported', 'item-revised'], (event, at) => {
    const changed = event.type === 'item-revised' ? changes(item, event) : [];
    item = event.item;
    return { ...at, changes: changed };
  });
  const concluded = each(['council-concluded'], ({ positions }) => positions).at(-1) ?? [];
  return {
    asOf: reading.now,
    status: state.status,
    revision: state.revision,
    item: state.item,
    region: region(state.item.region),
    registry: authorities(all).map((id) => ({
      region: region(id),
      number: state.registry?.[id]?.number ?? null,
      waiting: unregistered(state, history, id).length,
    })),
    transfers: each(['transferred'], ({ from, to, archive, rule }, at) => {
      const { registry } = state.transfers?.find((transfer) => transfer.rule === rule) ?? {
        registry: {} as Transfer['registry'],
      };
      return {
        ...at,
        from: bodyNamed(from),
        to: to.map((one) => ({ region: region(one.region), body: bodyNamed(one.body) })),
        archive: bodyNamed(archive),
        numbers: authorities(all).flatMap((id) => {
          const number = registry[id]?.number;
          return number === undefined ? [] : [{ region: region(id), number }];
        }),
      };
    }),
    revisions,
    rounds: each(['round-opened'], ({ number, owner, deadline, units }, at) => ({
      ...at,
      number,
      owner: name(owner),
      deadline,
      units: units.map((ask) => ({ ...ofUnit(ask.unit), respondents: ask.respondents.map(name) })),
    })),
    answers: each(['answered'], ({ unit, answer }, at) => ({ ...at, ...ofUnit(unit), ...answer })),
    silent: each(['not-answered'], ({ units }, at) =>
      units.map((unit) => ({ ...at, ...ofUnit(unit), kind: 'no-answer' }) as const),
    ).flat(),
    solutions: each(['solution-proposed', 'solution-answered'], (event, at) => ({
      ...at,
      ...ofUnit(event.unit),
      ...(event.type === 'solution-proposed' ? { proposed: event.solution } : { accepted: event.accepted }),
    })),
    ladders: ladders(open.map(({ entry }) => entry.event)),
    proposals: each(['climbed'], ({ proposal }, at) =>
      proposal === undefined ? [] : [{ ...at, outcome: proposal }],
    ).flat(),
    declarations: each(['conflict-declared'], ({ conflict }, at) => ({ ...at, conflict })),
    positions: each(['position-taken'], (event, at) => ({
      ...at,
      region: region(event.region),
      stance: event.stance,
    })),
    council: concluded.map((position) => ({ ...position, region: region(position.region) })),
    decisions: each(['decided'], ({ regions, outcome, rule, ruleVersion, body }, at) => {
      const row = mandateRow(governance, rule);
      return {
        ...at,
        regions: regions.map(region),
        outcome,
        rule,
        reference: row?.reference ?? null,
        example: row?.example === true,
        ruleVersion,
        ...(body
          ? {
              minutes: {
                ...body,
                body: bodyNamed(body.body),
              },
            }
          : {}),
      };
    }),
    outcomes: each(['escalation-closed'], ({ outcome, how, declining }, at) => ({
      ...at,
      outcome,
      how,
      declining: declining.map(region),
    })),
    figures: caseFigures(state, name),
    entries: open.map(({ entry, document }) => ({
      ...step(entry),
      event: entry.event.type,
      units: unitsOf(entry.event).map(unitName),
      document,
      ruleVersion: entry.ruleVersion,
      hash: entry.hash,
    })),
    chain: {
      entries: history.length,
      last: history.at(-1)?.hash ?? '',
      fault: faultOf(body.state, body.history, body.head),
    },
  };
};
