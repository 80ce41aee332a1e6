import type { BodyRow } from '#domain/authority/governance.ts';
import { registersFor } from '#domain/coordination/secretaries.ts';
import type { KnownCase } from '#domain/coordination/state.ts';
import { reportLines } from '#domain/record/reporting.ts';
import type { BodyId, PersonId } from '#domain/shared/ids.ts';
import type { CaseBody } from '../cases.ts';
import type { Reading } from '../reading.ts';

type By = Pick<Reading, 'governance'> & { readonly viewer: { readonly id: PersonId } };
type Found = readonly Pick<CaseBody, 'state' | 'history'>[];

const bodiesWhere = ({ governance }: By, is: (row: BodyRow) => boolean): BodyId[] =>
  governance.bodies.filter(is).map((row) => row.body);

/** The bodies whose secretary the viewer is. */
export const secretaryOf = (reading: By): BodyId[] =>
  bodiesWhere(reading, ({ secretary }) => secretary === reading.viewer.id);

/** Whether the viewer could come to register or report for a body at all: nobody else's cases need to be looked through. */
export const mayStandIn = ({ governance, viewer }: By): boolean =>
  governance.bodies.some(({ secretary, substitute }) => [secretary, substitute].includes(viewer.id));

/** Whether the viewer registers and reports for a body in a case: its secretary, or in the place of one with a conflict. */
export const registersIn =
  ({ governance, viewer }: By, body: BodyId) =>
  (state: KnownCase): boolean =>
    registersFor(state, governance, body) === viewer.id;

/** Whether the viewer has a case to report to a body, its secretary or not. */
export const reportsSome = (reading: By, found: Found, body: BodyId): boolean => {
  const registers = registersIn(reading, body);
  return found.some(({ state, history }) => registers(state) && reportLines(history, body).length > 0);
};

/** The bodies to which the viewer reports: as their secretary, and in single cases in the place of one with a conflict. */
export const reportsTo = (reading: By, found: Found): BodyId[] => {
  const own = secretaryOf(reading);
  const standsIn = bodiesWhere(
    reading,
    ({ body }) => !own.includes(body) && mayStandIn(reading) && reportsSome(reading, found, body),
  );
  return [...own, ...standsIn];
};
