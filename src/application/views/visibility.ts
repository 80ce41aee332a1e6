import { openObjections, type UnitEntry } from '#domain/coordination/answer.ts';
import type { AskedCase } from '#domain/coordination/state.ts';
import type { Person, Role } from '#domain/directory/person.ts';
import type { Level } from '#domain/escalation/reasons.ts';

/** Inköp's own people and those who watch over the record read everything within both regions. */
const WIDE: readonly Role[] = ['officer', 'auditor', 'registrar', 'controller', 'administrator'];
export const readsAll = (viewer: Person): boolean => viewer.roles.some((role) => WIDE.includes(role));

/** Answers for the unit: as asked, as its manager is now, or as deputy. */
export const answersFor = (viewer: Person, entry: UnitEntry): boolean =>
  entry.respondents.includes(viewer.id) ||
  entry.deputies.includes(viewer.id) ||
  (viewer.unit === entry.unit && viewer.roles.includes('unit-manager'));

export const isSuperior = (viewer: Person, entry: UnitEntry): boolean => entry.superior === viewer.id;

/** Levels that the latest escalation has reached, ended or not. */
export const levelsReached = (state: AskedCase): readonly Level[] => {
  const path = state.status === 'escalated' ? state.escalation.path : (state.settlements.at(-1)?.path ?? []);
  return path.map((step) => step.level);
};

/** Drawn into the managers' level: superiors of objecting units and of the other regions' asked ones. */
export const atManagersLevel = (viewer: Person, state: AskedCase): boolean => {
  if (!levelsReached(state).includes('managers')) return false;
  const objecting = openObjections(state.round);
  const regions = new Set(objecting.map((entry) => entry.region));
  return Object.values(state.round.units).some(
    (entry) => isSuperior(viewer, entry) && (objecting.includes(entry) || !regions.has(entry.region)),
  );
};

/** Holds one of the seats that are to decide, or has decided. */
export const holdsSeat = (viewer: Person, state: AskedCase): boolean => {
  if (state.status === 'escalated' && state.escalation.level === 'decision') {
    return state.escalation.seats.some((seat) =>
      seat.kind === 'delegate' ? seat.person === viewer.id : seat.secretary === viewer.id,
    );
  }
  return state.settlements.some((settled) => settled.decisions.some((decision) => decision.by === viewer.id));
};

/** Why somebody objects is read by those who are to deal with it, from when the case has reached them. */
export const readsDispute = (viewer: Person, state: AskedCase): boolean =>
  readsAll(viewer) ||
  atManagersLevel(viewer, state) ||
  (viewer.roles.includes('council-member') && levelsReached(state).includes('council')) ||
  holdsSeat(viewer, state);

/** A unit's own answer in full; default narrow: other units are counts. */
export const readsEntry = (viewer: Person, state: AskedCase, entry: UnitEntry): boolean =>
  readsAll(viewer) ||
  answersFor(viewer, entry) ||
  isSuperior(viewer, entry) ||
  (entry.answer.kind === 'objection' && readsDispute(viewer, state));
