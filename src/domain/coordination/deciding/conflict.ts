import type { PersonId } from '../../shared/ids.ts';
import { openObjections, type UnitEntry } from '../answer.ts';
import { askedOfConflicts } from '../asked-of-conflicts.ts';
import { biddersKnown, declaredAnew } from '../bidders.ts';
import type { CaseCommand } from '../commands.ts';
import { type AskedCase, type CaseState, isAsked } from '../state.ts';
import type { PersonActor } from './draft.ts';

type Who = Pick<PersonActor, 'id' | 'unit'>;

/** Said in the council or before a decision there; it does not end with the escalation in which it was said. */
const conflictBefore = (state: AskedCase, person: Who['id']): boolean => {
  const declared =
    state.status === 'escalated' && 'declarations' in state.escalation
      ? state.escalation.declarations[person]
      : undefined;
  const asked = askedOfConflicts(state.settlements);
  return declared?.conflict ?? asked?.conflicted?.includes(person) === true;
};

/**
 * Whether a person has declared a conflict in the case (jäv, KL 6:28–32, 7:4), in whatever role and at whatever stage. It
 * ends neither with the escalation in which it was declared, nor when the bidders become known, nor with the case; who
 * says later that there is none takes it back.
 */
export const hasConflict = (state: CaseState, person: Who['id']): boolean =>
  state.status !== 'new' &&
  (('declaredAnew' in state && state.declaredAnew?.[person]?.conflict === true) ||
    state.conflicts?.[person]?.conflict === true ||
    (isAsked(state) && conflictBefore(state, person)));

/** Everybody who has. */
export const conflictedIn = (state: CaseState): PersonId[] => {
  if (state.status === 'new') return [];
  const declared = [
    ...Object.keys(('declaredAnew' in state && state.declaredAnew) || {}),
    ...Object.keys(state.conflicts ?? {}),
    ...(state.status === 'escalated' && 'declarations' in state.escalation
      ? Object.keys(state.escalation.declarations)
      : []),
    ...(isAsked(state) ? state.settlements.flatMap(({ conflicted = [] }) => conflicted) : []),
  ] as PersonId[];
  return [...new Set(declared)].filter((person) => hasConflict(state, person));
};

/**
 * Whether a person must say anew whether there is a conflict before the next act: an earlier "no" was said of a case
 * whose bidders nobody knew, and lapses when they are known (domain: renewed when bidders are known).
 */
export const mustDeclareAnew = (state: CaseState, person: Who['id']): boolean =>
  biddersKnown(state) && !declaredAnew(state, person) && !hasConflict(state, person);

/**
 * What is left to a person with a conflict, of everything that a person can do with a case. `refused` is handling. `open`:
 * to take the declaration back. `own-unit`: what the person's own unit says as the party that is asked, which is input
 * and decides nothing (law 0), and passing that question on to somebody else; in another unit's place it is handling. A
 * work-environment concern is no command of a case, and is open to everybody.
 */
export const WITH_CONFLICT: Readonly<Record<CaseCommand['do'], 'refused' | 'own-unit' | 'open'>> = {
  import: 'refused',
  assess: 'refused',
  'assess-together': 'refused',
  'open-round': 'refused',
  answer: 'own-unit',
  delegate: 'own-unit',
  'note-absence': 'own-unit',
  'name-reference': 'own-unit',
  'add-evidence': 'own-unit',
  'ask-evidence': 'refused',
  'accept-evidence': 'refused',
  'withdraw-objection': 'own-unit',
  'change-owner': 'refused',
  'request-more-time': 'own-unit',
  'grant-more-time': 'refused',
  'refuse-more-time': 'refused',
  'ask-again': 'refused',
  'propose-solution': 'refused',
  'answer-solution': 'own-unit',
  escalate: 'refused',
  'mark-urgent': 'refused',
  'conclude-council': 'refused',
  'declare-conflict': 'open',
  'take-position': 'refused',
  decide: 'refused',
  'register-decision': 'refused',
  'report-decisions': 'refused',
  'close-escalation': 'refused',
  lock: 'refused',
  advance: 'refused',
  'ask-stage-decision': 'refused',
  'decide-stage': 'refused',
  'register-stage-decision': 'refused',
  'file-authorisation': 'refused',
  'set-principle': 'refused',
  'note-tenders': 'refused',
  'replace-evaluator': 'refused',
  // A purchase from whom the conflict may be about; another of the unit makes it.
  'call-off': 'refused',
  'complete-documentation': 'refused',
  register: 'refused',
  'remove-texts': 'refused',
  'state-saving': 'refused',
  'note-figure': 'refused',
  // Time's own, whoever looks at the clock.
  tick: 'open',
};

/** The person's own unit is the party that is asked here. */
export const ownUnit = (person: Who, entry: UnitEntry): boolean =>
  entry.unit === person.unit || entry.respondents.includes(person.id);

/** Whether a conflict keeps a person from doing this (KL 6:28–32, 7:4). */
export const keptOut = (state: CaseState, command: CaseCommand, person: Who): boolean => {
  const left = WITH_CONFLICT[command.do];
  if (left === 'open' || !hasConflict(state, person.id)) return false;
  if (left === 'refused' || !('unit' in command) || !isAsked(state)) return true;
  const entry = state.round.units[command.unit];
  return entry === undefined || !ownUnit(person, entry);
};

/**
 * The house rule, which is not the law: who owns the case, whose unit objects, or who objected for it, abstains in the
 * council. It ends when the objection does.
 */
export const abstains = (state: AskedCase, who: Who): boolean =>
  state.owner === who.id ||
  openObjections(state.round).some(
    (entry) =>
      entry.unit === who.unit ||
      entry.respondents.includes(who.id) ||
      ('by' in entry.answer && entry.answer.by === who.id),
  );
