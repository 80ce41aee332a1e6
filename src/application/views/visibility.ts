import { entries, standIns, type UnitEntry } from '#domain/coordination/answer.ts';
import { hasConflict as conflicted, ownUnit } from '#domain/coordination/deciding/conflict.ts';
import { type AskedCase, isAsked, type KnownCase } from '#domain/coordination/state.ts';
import type { Person } from '#domain/directory/person.ts';
import type { Level } from '#domain/escalation/reasons.ts';
import { takingPart } from '#domain/record/concerns.ts';
import type { Actor } from '#domain/shared/actor.ts';

/** Who reads: a person of the directory, or the same one as the command line names them. */
export type Viewer = Pick<Person, 'id' | 'unit' | 'region'> & { readonly roles: readonly string[] };

/** Inköp's own people, and those who keep or watch over the record, read everything within both regions. */
const WIDE: readonly string[] = ['officer', 'auditor', 'registrar', 'controller', 'administrator'];
export const readsAll = (viewer: Viewer): boolean => viewer.roles.some((role) => WIDE.includes(role));

/** Answers for the unit: as asked (while a manager at all), as its manager is now, as deputy, or by delegation. */
export const answersFor = (viewer: Viewer, entry: UnitEntry): boolean =>
  (viewer.roles.includes('unit-manager') &&
    (entry.respondents.includes(viewer.id) || viewer.unit === entry.unit)) ||
  standIns(entry).includes(viewer.id);

export const isSuperior = (viewer: Viewer, entry: UnitEntry): boolean => entry.superior === viewer.id;

/** Whoever has a conflict neither handles the case nor sees how it is argued, in whatever role (KL 6:28–32). */
export const hasConflict = (viewer: Viewer, state: KnownCase): boolean => conflicted(state, viewer.id);

/**
 * A case that is only named to whoever asks on the command line, in its lists and exports: as on the cards, of a person
 * with a conflict. The operator keeps the system, and reads what is kept.
 */
export const withheldFrom = (actor: Actor, state: KnownCase): boolean =>
  actor.kind === 'person' && conflicted(state, actor.id);

/** Reads everything of this case. */
export const readsWhole = (viewer: Viewer, state: KnownCase): boolean =>
  readsAll(viewer) && !hasConflict(viewer, state);

/** A unit's own people: those who answer for it, and their superior; with a conflict only what is one's own unit's. */
export const ownsEntry = (viewer: Viewer, state: KnownCase, entry: UnitEntry): boolean =>
  (answersFor(viewer, entry) || isSuperior(viewer, entry)) &&
  (!hasConflict(viewer, state) || ownUnit(viewer, entry));

/** Levels that the latest escalation has reached, ended or not. */
const levelsReached = (state: AskedCase): readonly Level[] => {
  const path = state.status === 'escalated' ? state.escalation.path : (state.settlements.at(-1)?.path ?? []);
  return path.map((step) => step.level);
};

/** Drawn into the managers' level: superiors of units that object, and of the asked units of the other regions. */
export const atManagersLevel = (viewer: Viewer, state: AskedCase): boolean => {
  if (!levelsReached(state).includes('managers')) return false;
  const objecting = entries(state.round).filter((entry) => entry.answer.kind === 'objection');
  const regions = new Set(objecting.map((entry) => entry.region));
  return entries(state.round).some(
    (entry) => isSuperior(viewer, entry) && (objecting.includes(entry) || !regions.has(entry.region)),
  );
};

/** A region that takes no part, now or when the council dealt with it, has no say in the dispute and reads none of it. */
export const isParty = (viewer: Viewer, state: AskedCase): boolean =>
  takingPart(state).includes(viewer.region) ||
  state.settlements.some(({ council }) => council.some(({ region }) => region === viewer.region));

export const atCouncil = (viewer: Viewer, state: AskedCase): boolean =>
  viewer.roles.includes('council-member') &&
  levelsReached(state).includes('council') &&
  isParty(viewer, state);

/** Holds one of the seats that are to decide, or has decided. */
export const holdsSeat = (viewer: Viewer, state: AskedCase): boolean =>
  state.settlements.some((settled) => settled.decisions.some((decision) => decision.by === viewer.id)) ||
  (state.status === 'escalated' &&
    state.escalation.level === 'decision' &&
    state.escalation.seats.some(
      (seat) => (seat.kind === 'delegate' ? seat.person : seat.secretary) === viewer.id,
    ));

/** Every answer of the case, with names. */
export const readsCase = (viewer: Viewer, state: AskedCase): boolean =>
  !hasConflict(viewer, state) && (readsAll(viewer) || holdsSeat(viewer, state));

/** Why somebody objects is read by those who are to deal with it, from when the case has reached them. */
export const readsDispute = (viewer: Viewer, state: AskedCase): boolean =>
  !hasConflict(viewer, state) &&
  (readsAll(viewer) ||
    holdsSeat(viewer, state) ||
    atManagersLevel(viewer, state) ||
    atCouncil(viewer, state));

/** A unit's answer in full. By default others' units are counts: never a name, never a text. */
export const readsEntry = (viewer: Viewer, state: AskedCase, entry: UnitEntry): boolean =>
  ownsEntry(viewer, state, entry) ||
  readsCase(viewer, state) ||
  (entry.answer.kind === 'objection' && readsDispute(viewer, state));

/** Has a part in the case; everybody else who is known sees that the item exists, its status and what the plan says. */
export const isInvolved = (viewer: Viewer, state: KnownCase): state is AskedCase =>
  isAsked(state) &&
  !hasConflict(viewer, state) &&
  (readsDispute(viewer, state) || entries(state.round).some((entry) => ownsEntry(viewer, state, entry)));
