import type { BodyId, RegionId } from '../../shared/ids.ts';
import { type Governance, type GovernanceRow, regionsOf } from '../governance.ts';
import { type Checking, type Finding, finding } from './finding.ts';
import { ahead, boundSpans } from './spans.ts';

/** Who names which body: a row's id and its days. `always`: the body must be there as long as the row is. */
interface Mention {
  readonly row: GovernanceRow;
  readonly body: BodyId;
  readonly always: boolean;
}

const mentions = (all: Governance): Mention[] => [
  ...all.mandates.map((row) => ({ row, body: row.holder.body, always: true })),
  ...all.bodies.flatMap((row) =>
    row.preparedBy === undefined ? [] : [{ row, body: row.preparedBy, always: true }],
  ),
  ...(all.meetings ?? []).map((row) => ({ row, body: row.body, always: true })),
  ...(all.successions ?? []).flatMap((row) => [
    // It ceases by this very row.
    { row, body: row.body, always: false },
    { row, body: row.archive, always: false },
    ...row.successors.map(({ body }) => ({ row, body, always: true })),
  ]),
];

/** Days on which the row is to bind and the body is none. A body that is succeeded takes its rows with it, and says so. */
const withoutBody = (all: Governance, { row, body }: Mention, checking: Checking) => {
  const days = ahead(row, checking.today);
  if (days === null || row.status !== 'decided') return undefined;
  return boundSpans(all, checking.today).find(
    ({ span, rows }) =>
      span.from >= days.from &&
      (days.to === null || span.from <= days.to) &&
      !(rows.successions ?? []).some((succession) => succession.body === body) &&
      !rows.bodies.some((one) => one.body === body),
  )?.span;
};

const unknownBodies = (all: Governance, checking: Checking): Finding[] => {
  const known = new Set(all.bodies.map(({ body }) => body));
  return mentions(all).flatMap((mention): Finding[] => {
    const { row, body, always } = mention;
    if (!known.has(body)) return [finding('unknown-body', [row.id], { body })];
    const span = always ? withoutBody(all, mention, checking) : undefined;
    return span ? [finding('body-not-in-force', [row.id], { body, span })] : [];
  });
};

const unknownRegions = (all: Governance): Finding[] => {
  const known = new Set(all.regions.map(({ region }) => region));
  const named: (readonly [string, RegionId])[] = [
    ...all.mandates.flatMap(({ id, actsFor }) => actsFor.map((region) => [id, region] as const)),
    ...[...all.attendance, ...(all.contacts ?? []), ...(all.reporting ?? [])].map(
      ({ id, region }) => [id, region] as const,
    ),
    ...(all.successions ?? []).flatMap(({ id, successors }) =>
      successors.map(({ region }) => [id, region] as const),
    ),
  ];
  return named
    .filter(([, region]) => !known.has(region))
    .map(([id, region]) => finding('unknown-region', [id], { regions: [region] }));
};

/** A fullmäktige is told by its name: the file has no other word for it. */
const ASSEMBLY = /fullmäktige|fullmaktige|assembly/i;

const preparation = ({ bodies }: Governance): Finding[] =>
  bodies.flatMap(({ id, body, name, preparedBy }): Finding[] => {
    if (preparedBy === body) return [finding('prepared-by-itself', [id], { body })];
    const assembly = [body, name.sv, name.en].some((text) => ASSEMBLY.test(text));
    return assembly && preparedBy === undefined ? [finding('prepared-by-missing', [id], { body })] : [];
  });

/** A body that decides in its meeting has nobody to register what it decided. */
const secretaries = ({ bodies, mandates }: Governance): Finding[] =>
  bodies
    .filter(
      ({ body, secretary }) =>
        secretary === undefined &&
        mandates.some(({ holder }) => holder.kind === 'body' && holder.body === body),
    )
    .map(({ id, body }) => finding('no-secretary', [id], { body }));

const calendars = (all: Governance, { today }: Checking): Finding[] => {
  const rows = (all.meetings ?? []).filter((row) => row.status === 'decided');
  const late = rows.flatMap(({ id, body, meetings }) =>
    meetings
      .filter(({ date, documentsBy }) => documentsBy > date)
      .map(({ date }) => finding('documents-after-meeting', [id], { body, date })),
  );
  const initiating = new Set(
    all.mandates
      .filter(({ kinds, holder }) => kinds.includes('initiate') && holder.kind === 'body')
      .map(({ holder }) => holder.body),
  );
  const bodies = new Set([...initiating, ...rows.map(({ body }) => body)]);
  const ends = [...bodies].flatMap((body): Finding[] => {
    const own = rows.filter((row) => row.body === body);
    const last = own
      .flatMap(({ meetings }) => meetings.map(({ date }) => date))
      .sort()
      .at(-1);
    const ids = own.map(({ id }) => id);
    if (last === undefined) return [finding('no-meetings', ids, { body })];
    return [finding(last < today ? 'meetings-over' : 'meetings-end', ids, { body, date: last })];
  });
  return [...late, ...ends];
};

const successions = (all: Governance): Finding[] =>
  (all.successions ?? []).flatMap(({ id, body, successors, status, validFrom }): Finding[] => {
    const named = new Set(successors.map(({ region }) => region));
    const without = regionsOf(all).filter((region) => !named.has(region));
    return [
      ...(without.length > 0
        ? [finding('succession-without-successor', [id], { body, regions: without })]
        : []),
      ...(successors.some((one) => one.body === body)
        ? [finding('succession-by-itself', [id], { body })]
        : []),
      ...(status === 'decided' ? [] : [finding('succession-proposed', [id], { body, date: validFrom })]),
    ];
  });

export const bodies = (all: Governance, checking: Checking): Finding[] => [
  ...unknownRegions(all),
  ...unknownBodies(all, checking),
  ...secretaries(all),
  ...preparation(all),
  ...calendars(all, checking),
  ...successions(all),
];
