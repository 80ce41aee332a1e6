import type { CaseEvent, EventType } from '#domain/coordination/events.ts';
import type { KnownCase, Transfer } from '#domain/coordination/state.ts';
import type { Directory } from '#domain/directory/directory.ts';
import { type Concern, concerned } from '#domain/record/concerns.ts';
import type { HistoryEntry } from '#domain/record/history.ts';
import { registeredThrough } from '#domain/record/registering.ts';
import { asKeptBy } from '#domain/record/removing.ts';
import type { DocumentType } from '#domain/record/rules.ts';
import { mayLeave } from '#domain/record/secrecy.ts';
import { dateOf, inStockholm } from '#domain/shared/calendar.ts';
import {
  asPersonId,
  type BodyId,
  type Instant,
  type ItemId,
  type PlainDate,
  type RegionId,
  regionOf,
} from '#domain/shared/ids.ts';
import type { CaseBody } from '../cases.ts';

/** One entry of a case's record as an authority's archive takes it over. */
export interface ExportRow {
  readonly authority: RegionId;
  readonly case: ItemId;
  readonly title: string;
  /** The authority's own number of the case, for what came before a transfer the number of then; null while there is none. */
  readonly registryNumber: string | null;
  /** The body that took over the archive to which the entry belongs, where the one that kept it has ceased since. */
  readonly archive: BodyId | null;
  readonly seq: number;
  /** UTC. */
  readonly at: Instant;
  /** The same instant in Stockholm, with its offset. */
  readonly atStockholm: string;
  readonly event: EventType;
  /** What it is where it is to be registered, how it came, and whether the number covers it. */
  readonly document: DocumentType | null;
  readonly direction: Concern['direction'] | null;
  readonly registered: boolean | null;
  /** As in the record: a person's id, `cli:<os user>` or `clock`; the name is that of the directory now. */
  readonly actor: string;
  readonly actorName: string | null;
  readonly role: string | null;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly texts: Readonly<Record<string, string>>;
  readonly ruleVersion: string;
  readonly prev: string;
  readonly hash: string;
}

/**
 * An event's facts as both authorities may have them: of the other region's units, who answers for them and whom
 * silence is lifted to stays there, and so does the person whom its plan names.
 */
const factsFor = (region: RegionId, { item }: KnownCase, event: CaseEvent): Record<string, unknown> => {
  const { at: _at, by: _by, texts: _texts, removed: _removed, type: _type, ...facts } = event;
  if (item.region === region) return facts;
  switch (event.type) {
    case 'round-opened':
      return { ...facts, units: event.units.filter((ask) => ask.region === region) };
    case 'reminded':
    case 'not-answered':
    case 'evidence-missed':
      return { ...facts, units: event.units.filter((unit) => regionOf(unit) === region) };
    case 'delegated':
    case 'absence-noted':
    case 'absence-ended':
      // Who sees to a unit's questions, and who is away, is its own region's affair.
      return regionOf(event.unit) === region ? facts : { unit: event.unit };
    case 'item-imported':
    case 'item-revised': {
      const { responsible: _name, ...shown } = event.item;
      return { ...facts, item: shown };
    }
    default:
      return facts;
  }
};

/** The transfers that came after an entry, in order. */
const transfersAfter = (
  { transfers = [] }: KnownCase,
  history: readonly HistoryEntry[],
  seq: number,
): readonly Transfer[] => {
  const rules = new Set(
    history.flatMap((entry) =>
      entry.event.type === 'transferred' && entry.seq > seq ? [entry.event.rule] : [],
    ),
  );
  return transfers.filter(({ rule }) => rules.has(rule));
};

/** The number that covered an entry when it was registered; what is not registered yet gets the present one. */
const numberOf = (
  later: readonly Transfer[],
  state: KnownCase,
  region: RegionId,
  by: number,
): string | null => {
  const covering = later.map(({ registry }) => registry[region]).find((one) => one && by <= one.through);
  return (covering ?? state.registry?.[region])?.number ?? null;
};

export interface ExportWanted {
  readonly region: RegionId;
  /** First day, in Stockholm. */
  readonly since?: PlainDate;
}

/** A case's rows for one authority, in the record's order; only what concerns it, and nothing that is secret. */
export const exportRows = (
  { state, history }: Pick<CaseBody, 'state' | 'history'>,
  { region, since }: ExportWanted,
  directory: Directory,
): ExportRow[] => {
  const through = registeredThrough(state, region);
  return concerned(asKeptBy(history, region)).flatMap(({ entry, document, concerns }): ExportRow[] => {
    const { event, seq, role, ruleVersion, prev, hash } = entry;
    const concern = concerns.find((one) => one.region === region);
    if (!concern || !mayLeave(event)) return [];
    if (since !== undefined && dateOf(concern.since) < since) return [];
    const later = transfersAfter(state, history, seq);
    return [
      {
        authority: region,
        case: state.item.id,
        title: state.item.title,
        registryNumber: numberOf(later, state, region, concern.by),
        archive: later[0]?.archive ?? null,
        seq,
        at: event.at,
        atStockholm: inStockholm(event.at),
        event: event.type,
        document,
        direction: document === null ? null : concern.direction,
        registered: document === null ? null : concern.by <= through,
        actor: event.by,
        actorName: directory.person(asPersonId(event.by))?.name ?? null,
        role: role ?? null,
        facts: factsFor(region, state, event),
        texts: event.texts ?? {},
        ruleVersion,
        prev,
        hash,
      },
    ];
  });
};
