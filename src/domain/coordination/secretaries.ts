import { type BodyRow, bodyRow, type Governance } from '../authority/governance.ts';
import type { Seat } from '../authority/mandates.ts';
import type { BodyId, PersonId, RegionId } from '../shared/ids.ts';
import { hasConflict } from './deciding/conflict.ts';
import type { CaseState } from './state.ts';

/** For which regions a body decides, itself or by those it has delegated to. */
const regionsOf = ({ mandates }: Governance, body: BodyId): readonly RegionId[] =>
  mandates.flatMap(({ holder, actsFor }) => (holder.body === body ? actsFor : []));

/** The bodies of the same authority, the nearest first: that prepare it or that it prepares, then that decide for a region of its. */
const beside = (governance: Governance, row: BodyRow): readonly BodyRow[] => {
  const near = governance.bodies.filter(
    ({ body, preparedBy }) => preparedBy === row.body || row.preparedBy === body,
  );
  const own = regionsOf(governance, row.body);
  const shared = governance.bodies.filter(({ body }) =>
    regionsOf(governance, body).some((one) => own.includes(one)),
  );
  return [...near, ...shared];
};

/** Who has a ceased body's papers: the body that its archive goes to, then those that its cases go on with. */
const heirs = (governance: Governance, { body }: BodyRow): readonly BodyRow[] =>
  (governance.successions ?? [])
    .filter((row) => row.body === body)
    .flatMap(({ archive, successors }) => [archive, ...successors.map((one) => one.body)])
    .flatMap((heir) => bodyRow(governance, heir) ?? []);

/**
 * Who registers a body's minutes of a case: its secretary; where that one has a conflict in it (KL 6:28–32) the substitute
 * whom its row names, and then the secretary of another body of the same authority. Of a body that has ceased its last
 * secretary; where that one has left or has a conflict the substitute, and then the secretary of the body that has its
 * archive, or that follows it: its row can name nobody else any more. To register what a body has decided is to carry it
 * out and no decision. Null where the governance knows nobody, also of a body that has no secretary.
 */
export const registersFor = (state: CaseState, governance: Governance, body: BodyId): PersonId | null => {
  const row = bodyRow(governance, body);
  if (row?.secretary === undefined) return null;
  const ceased = governance.bodies.every((now) => now.body !== body);
  const after = ceased ? heirs(governance, row) : [];
  const inTurn = [
    row.secretary,
    row.substitute,
    ...after.flatMap(({ secretary, substitute }) => [secretary, substitute]),
    ...beside(governance, row).map(({ secretary }) => secretary),
  ];
  const may = (person: PersonId | undefined): person is PersonId =>
    person !== undefined &&
    !hasConflict(state, person) &&
    !(ceased && governance.gone?.includes(person) === true);
  return inTurn.find(may) ?? null;
};

/** A body's seat with whoever registers for it in this case. */
export const registered = <S extends Seat>(state: CaseState, governance: Governance, seat: S): S =>
  seat.kind === 'body' ? { ...seat, secretary: registersFor(state, governance, seat.body) } : seat;

/** A delegate who has a conflict leaves the decision to the body: what it has delegated it may always decide itself (KL 6:37–38, 7:5). */
export const bodyInstead = (
  state: CaseState,
  governance: Governance,
  { rule, regions, example, body, person }: Extract<Seat, { kind: 'delegate' }>,
): Seat => ({
  rule,
  regions,
  example,
  kind: 'body',
  body,
  secretary: registersFor(state, governance, body),
  insteadOf: person,
});
