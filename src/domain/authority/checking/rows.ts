import { LEVELS } from '../../escalation/reasons.ts';
import type { BodyId, PersonId } from '../../shared/ids.ts';
import { type Governance, type GovernanceRow, type Holder, regionsOf, rowsOf } from '../governance.ts';
import { type Checking, type Finding, finding, type Span } from './finding.ts';
import { acrossSpans, ahead, boundSpans } from './spans.ts';

const repeated = (ids: readonly string[]): string[] => [
  ...new Set(ids.filter((id, i) => ids.indexOf(id) !== i)),
];

/** What is wrong with a row by itself. */
export const malformed = (all: Governance, { production }: Checking): Finding[] => {
  const rows = rowsOf(all);
  const examples = rows.filter((row) => row.example === true).map(({ id }) => id);
  return [
    ...repeated(rows.map(({ id }) => id)).map((id) => finding('id-twice', [id])),
    ...rows
      .filter(({ validFrom, validTo }) => validTo !== undefined && validTo < validFrom)
      .map(({ id, validFrom, validTo }) =>
        finding('dates-reversed', [id], { span: { from: validFrom, to: validTo ?? null } }),
      ),
    ...all.mandates
      .filter(({ from = 0, below }) => below !== undefined && below <= from)
      .map(({ id, from = 0, below = 0 }) => finding('range-empty', [id], { total: { from, below } })),
    ...all.ladder
      .filter((row) => row.remindWorkingDaysBefore >= row.workingDays)
      .map(({ id, level }) => finding('reminder-before-start', [id], { level })),
    ...(production && examples.length > 0
      ? [finding('example-in-production', examples, { found: examples.length })]
      : []),
  ];
};

/** Rows of which only one can be meant for a day, by what they are about. */
const single = (rows: Governance): readonly (readonly [string, GovernanceRow])[] => [
  ...rows.regions.map((row) => [`region ${row.region}`, row] as const),
  ...rows.bodies.map((row) => [`body ${row.body}`, row] as const),
  ...rows.ladder.map((row) => [`level ${row.level}`, row] as const),
  ...rows.attendance.map((row) => [`attendance ${row.region}`, row] as const),
  ...(rows.durations ?? []).map((row) => [`duration ${row.step}`, row] as const),
  ...(rows.targets ?? []).map((row) => [`target ${row.indicator} ${row.from} ${row.to}`, row] as const),
  ...(rows.contacts ?? []).map((row) => [`contact ${row.region} ${row.role}`, row] as const),
  ...(rows.thresholds ?? []).flatMap((row) =>
    (row.cpv ?? ['']).map((cpv) => [`threshold ${row.threshold} ${cpv}`, row] as const),
  ),
];

const twice = (all: Governance, { today }: Checking): Finding[] => {
  const found = boundSpans(all, today).flatMap(({ span, rows }) =>
    [...Map.groupBy(single(rows), ([about]) => about).values()]
      .map((same) => same.map(([, row]) => row.id))
      .filter((ids) => ids.length > 1)
      .map((ids) => ({ ...finding('two-in-force', ids), span })),
  );
  return acrossSpans(found, ({ rows }) => JSON.stringify(rows));
};

/** Levels without a clock, and regions without an attendance. */
const missing = (all: Governance, { today }: Checking): Finding[] => {
  const found = boundSpans(all, today).flatMap(({ span, rows }): (Finding & { readonly span: Span })[] => [
    ...LEVELS.filter((level) => !rows.ladder.some((row) => row.level === level)).map((level) => ({
      ...finding('level-without-row', [], { level }),
      span,
    })),
    ...regionsOf(rows)
      .filter((region) => !rows.attendance.some((row) => row.region === region))
      .map((region) => ({ ...finding('attendance-missing', [], { regions: [region] }), span })),
    ...regionsOf(rows)
      .filter(
        (region) =>
          !rows.ladder.some((row) => row.level === 'council') &&
          !rows.attendance.some((row) => row.region === region),
      )
      .map((region) => ({ ...finding('council-without-end', [], { regions: [region] }), span })),
    ...(rows.regions.length === 0 ? [{ ...finding('no-regions', []), span }] : []),
  ]);
  return acrossSpans(found, ({ code, level, regions }) => JSON.stringify([code, level, regions]));
};

export const standing = (all: Governance, checking: Checking): Finding[] => [
  ...twice(all, checking),
  ...missing(all, checking),
];

const peopleOf = (holder: Holder): readonly PersonId[] => {
  if (holder.kind === 'delegate') return [holder.person];
  return holder.kind === 'members' ? holder.members : [];
};

/** What can be judged only with the directory. Nothing is said of rows that are over. */
export const people = (all: Governance, { today, people: known }: Checking): Finding[] => {
  if (!known) return [];
  const current = <R extends GovernanceRow>(rows: readonly R[]) =>
    rows.filter((row) => ahead(row, today) !== null);
  const named: (readonly [string, PersonId, BodyId])[] = [
    ...current(all.mandates).flatMap(({ id, holder }) =>
      peopleOf(holder).map((person) => [id, person, holder.body] as const),
    ),
    ...current(all.bodies).flatMap(({ id, secretary, substitute, body }) =>
      [secretary, substitute].flatMap((person) =>
        person === undefined ? [] : [[id, person, body] as const],
      ),
    ),
  ];
  return [
    ...named
      .filter(([, person]) => !known.ids.has(person))
      .map(([id, person, body]) => finding('unknown-person', [id], { person, body })),
    ...current(all.mandates).flatMap(({ id, holder, actsFor }) => {
      if (holder.kind !== 'members') return [];
      const from = new Set(holder.members.map((member) => known.regionOf?.get(member)));
      const without = known.regionOf ? actsFor.filter((region) => !from.has(region)) : [];
      return without.length > 0 ? [finding('members-of-another-region', [id], { regions: without })] : [];
    }),
    ...current(all.attendance).flatMap(({ id, region, members: wanted }) => {
      const found = known.councilMembers[region] ?? 0;
      return wanted > found
        ? [finding('attendance-unreachable', [id], { regions: [region], wanted, found })]
        : [];
    }),
  ];
};
