import { hasConflict } from '#domain/coordination/deciding/conflict.ts';
import { isAsked, type KnownCase } from '#domain/coordination/state.ts';
import type { Directory } from '#domain/directory/directory.ts';
import type { Outcome } from '#domain/escalation/reasons.ts';
import { controlPoint, leftIn } from '#domain/indicators/control-point.ts';
import type { Exit, ProcurementFacts } from '#domain/indicators/facts.ts';
import type { Indicator, Scope } from '#domain/indicators/indicator.ts';
import { dateOf } from '#domain/shared/calendar.ts';
import { asPersonId, type ItemId, type PersonId, type PlainDate, type RegionId } from '#domain/shared/ids.ts';
import type { CaseBody } from '../cases.ts';
import type { DocumentStore } from '../ports/documents.ts';

/** Why a procurement that could have been coordinated was not, as somebody decided it. */
export interface DecidedReason {
  readonly text: string;
  readonly by: string;
  readonly on: PlainDate;
  /** The row of the governance that gave the mandate, and the edition of the rules. */
  readonly rule: string;
  readonly ruleVersion: string;
  readonly regions: readonly RegionId[];
}
export interface ControlRow {
  readonly item: ItemId;
  readonly title: string;
  readonly region: RegionId;
  readonly cpv?: string;
  readonly how: Extract<Exit, 'deviation-decided' | 'not-possible'> | 'contracted-alone';
  readonly on: PlainDate;
  /** Empty: nobody has decided a reason, which is what the control is for. */
  readonly reasons: readonly DecidedReason[];
  /** The reader has declared a conflict (KL 6:28–32): what was decided is not shown to them. */
  readonly withheld?: true;
  readonly registry: Readonly<Record<string, string>>;
}
/** The internal control list: the figures, and every procurement that the control point found. */
export interface ControlList {
  readonly scope: Scope;
  readonly share: Indicator;
  readonly reasoned: Indicator;
  readonly rows: readonly ControlRow[];
}

/** Letting the objecting units go is a deviation in part, with its reason. */
const DEVIATING: readonly Outcome[] = ['deviate', 'coordinate-partly'];

const reasonsOf = (state: KnownCase, directory: Directory): DecidedReason[] =>
  (isAsked(state) ? state.settlements : [])
    .filter(({ how, declining }) => how === 'decided' && declining.length > 0)
    .flatMap(({ decisions }) => decisions)
    .flatMap(({ outcome, texts, by, at, rule, ruleVersion, regions }) => {
      const text = (texts.reason ?? texts.text ?? '').trim();
      return !DEVIATING.includes(outcome) || text === ''
        ? []
        : [
            {
              text,
              by: directory.person(asPersonId(by))?.name ?? by,
              on: dateOf(at),
              rule,
              ruleVersion,
              regions,
            },
          ];
    });

/** What the control point of a period found (domain: indicator 2), with the decided reasons that stand in each case. */
export const controlList = async (
  store: DocumentStore,
  facts: readonly ProcurementFacts[],
  scope: Scope,
  { directory, reader }: { readonly directory: Directory; readonly reader: PersonId | null },
): Promise<ControlList> => {
  const [share, reasoned] = controlPoint(facts, scope);
  const byItem = new Map(facts.map((one) => [one.item, one]));
  const rows: ControlRow[] = [];
  for (const item of share.behind.counted) {
    const of = byItem.get(item);
    const left = of && leftIn(of, scope.period);
    const state = (await store.get<CaseBody>('case', item))?.body.state;
    if (!of || !left || !state) continue;
    const withheld = reader !== null && hasConflict(state, reader);
    rows.push({
      item,
      title: state.item.title,
      region: state.item.region,
      ...(state.item.cpv ? { cpv: state.item.cpv } : {}),
      ...left,
      reasons: withheld ? [] : reasonsOf(state, directory),
      ...(withheld ? { withheld } : {}),
      registry: Object.fromEntries(
        Object.entries(state.registry ?? {}).map(([region, { number }]) => [region, number]),
      ),
    });
  }
  return { scope, share, reasoned, rows: rows.toSorted((a, b) => (a.on < b.on ? -1 : 1)) };
};
