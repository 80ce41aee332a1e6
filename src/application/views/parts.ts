import { bodyRow, regionRow } from '#domain/authority/governance.ts';
import type { Seat } from '#domain/authority/mandates.ts';
import {
  type Answer,
  type AnswerKind,
  entries,
  isCommitment,
  isGiven,
  type Solution,
  type UnitEntry,
} from '#domain/coordination/answer.ts';
import { levelOwners } from '#domain/coordination/levels.ts';
import { undecided } from '#domain/coordination/seating.ts';
import type { AskedCase, KnownCase } from '#domain/coordination/state.ts';
import type { ItemFacts } from '#domain/plan/item.ts';
import { asPersonId, type BodyId, type PlainDate, type RegionId, unitName } from '#domain/shared/ids.ts';
import type {
  AnswerView,
  EscalationLine,
  ItemHead,
  MandateName,
  RegionName,
  RegionSummary,
  SolutionView,
  UnitLine,
} from '#rendering/views.ts';
import type { Reading } from '../reading.ts';
import { hasConflict, ownsEntry, readsCase } from './visibility.ts';

/** Also of a region that has left: what was done with it stands. */
export const regionName = ({ governance }: Reading, region: RegionId): RegionName => {
  const row = regionRow(governance, region);
  return { id: region, sv: row?.name.sv ?? region, en: row?.name.en ?? region };
};
/** Also of a body that has ceased: what it decided stands. */
export const bodyName = ({ governance }: Reading, body: BodyId): { sv: string; en: string } =>
  bodyRow(governance, body)?.name ?? { sv: body, en: body };

/** By what somebody may decide. A row that is gone since then leaves whose delegation it was. */
export const mandateName = (reading: Reading, seat: Seat): MandateName => {
  const row = reading.governance.mandates.find(({ id }) => id === seat.rule);
  return {
    ...(row?.name ? { name: row.name } : {}),
    ...(seat.kind === 'delegate' ? { delegatedBy: bodyName(reading, seat.body) } : {}),
    ...(row?.reference ? { reference: row.reference } : {}),
  };
};

/** A person's name as of now; the record's `clock` and `cli:…` as they are, and the id of whom nobody knows. */
export const nameOf = ({ directory }: Reading, by: string): string =>
  directory.person(asPersonId(by))?.name ?? by;

const SHOWN = [
  'unit',
  'value',
  'cpv',
  'advertise',
  'start',
  'contractEnd',
  'extensionUntil',
  'procedure',
  'agreementType',
  'description',
] as const satisfies readonly (keyof ItemFacts & keyof ItemHead)[];

export const head = (reading: Reading, { item, revision }: KnownCase): ItemHead => ({
  id: item.id,
  title: item.title,
  region: regionName(reading, item.region),
  ...Object.fromEntries(SHOWN.flatMap((fact) => (item[fact] === undefined ? [] : [[fact, item[fact]]]))),
  revision,
});
export const ofItem = (reading: Reading, state: KnownCase) => ({
  asOf: reading.now,
  item: head(reading, state),
});
export const ofUnit = (reading: Reading, state: KnownCase, { unit }: UnitEntry) => ({
  ...ofItem(reading, state),
  unit,
  unitName: unitName(unit),
});

/** `named`: with who gave it; `worded`: with conditions, the objection's text and evidence. */
export const answerView = (
  reading: Reading,
  answer: Answer,
  { named, worded }: { readonly named: boolean; readonly worded: boolean },
): AnswerView => {
  if (!isGiven(answer)) return { kind: answer.kind, ...('at' in answer ? { at: answer.at } : {}) };
  const { kind, by, at, texts } = answer;
  return {
    kind,
    at,
    ...(named ? { by: nameOf(reading, by) } : {}),
    ...(isCommitment(answer) ? answer.commitment : {}),
    ...(answer.kind === 'objection' ? { reason: answer.reason } : {}),
    ...(worded && texts.text ? { text: texts.text } : {}),
    ...(worded && texts.evidence ? { evidence: texts.evidence } : {}),
  };
};
/** To the unit itself, and to those who read everything. */
export const FULL = { named: true, worded: true } as const;

export const solutionView = (reading: Reading, solution: Solution): SolutionView => ({
  kind: solution.kind,
  by: nameOf(reading, solution.by),
  at: solution.at,
  text: solution.texts.text ?? '',
  status: solution.status,
  ...(solution.number ? { number: solution.number } : {}),
  ...(solution.reply ? { reply: solution.reply } : {}),
});

/** Counts per region, in the governance's order; `except` leaves one's own unit out. */
export const regionSummaries = (reading: Reading, state: AskedCase, except?: UnitEntry): RegionSummary[] => {
  if (hasConflict(reading.viewer, state)) return [];
  const order = reading.governance.regions.map((row) => row.region);
  const byRegion = Map.groupBy(
    entries(state.round).filter((entry) => entry.unit !== except?.unit),
    (entry) => entry.region,
  );
  return [...byRegion]
    .sort(([a], [b]) => order.indexOf(a) - order.indexOf(b))
    .map(([region, units]) => {
      const counts: Partial<Record<AnswerKind, number>> = {};
      for (const { answer } of units) counts[answer.kind] = (counts[answer.kind] ?? 0) + 1;
      return { region: regionName(reading, region), asked: units.length, counts };
    });
};

/** Regions that were asked in this round and have left since. */
export const departedRegions = (
  reading: Reading,
  state: AskedCase,
): { region: RegionName; last: PlainDate }[] =>
  (Object.keys(state.departed ?? {}) as RegionId[]).flatMap((region) => {
    const left = state.departed?.[region];
    return left ? [{ region: regionName(reading, region), last: left.last }] : [];
  });

/** For entries that the viewer may read; names of people only of the own unit, or for those who read the whole case. */
export const unitLine = (reading: Reading, state: AskedCase, entry: UnitEntry): UnitLine => {
  const named = ownsEntry(reading.viewer, state, entry) || readsCase(reading.viewer, state);
  return {
    unit: entry.unit,
    unitName: unitName(entry.unit),
    region: regionName(reading, entry.region),
    respondents: named ? entry.respondents.map((person) => nameOf(reading, person)) : [],
    deadline: entry.deadline,
    answer: answerView(reading, entry.answer, { named, worded: true }),
    moreTimeRequested: entry.moreTime !== undefined,
  };
};

export const escalationLine = (reading: Reading, state: KnownCase): { escalation?: EscalationLine } => {
  if (state.status !== 'escalated') return {};
  const { escalation } = state;
  const { level, path, due, openedAt } = escalation;
  const owners = levelOwners(state, reading.governance).map((person) => nameOf(reading, person));
  const line = { level, since: path.at(-1)?.from ?? openedAt, due, owners };
  if (escalation.level !== 'decision') return { escalation: line };
  const { missing } = escalation;
  const awaits = undecided(escalation).map((seat) => {
    const person = seat.kind === 'delegate' ? seat.person : seat.secretary;
    return {
      regions: seat.regions.map((region) => regionName(reading, region)),
      holder: bodyName(reading, seat.body),
      ...(person ? { person: nameOf(reading, person) } : {}),
      registers: seat.kind === 'body',
    };
  });
  const without = missing.map((region) => regionName(reading, region));
  return { escalation: { ...line, awaits, ...(without.length > 0 ? { missing: without } : {}) } };
};
