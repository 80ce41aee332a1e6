import { openObjections } from '../answer.ts';
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
  // An escalation that ended below the council asked nobody, and so took nothing back.
  const asked = state.settlements.findLast(({ path }) =>
    path.some(({ level }) => level === 'council' || level === 'decision'),
  );
  return declared?.conflict ?? asked?.conflicted?.includes(person) === true;
};

/**
 * Whether a person has declared a conflict in the case (jäv, KL 6:28–32, 7:4). It does not end with the escalation in
 * which it was declared, nor when the bidders become known; who says later in the council that there is none takes it
 * back.
 */
export const hasConflict = (state: CaseState, person: Who['id']): boolean =>
  isAsked(state) && (declaredAnew(state, person)?.conflict || conflictBefore(state, person));

/**
 * Whether a person must say anew whether there is a conflict before the next act: an earlier "no" was said of a case
 * whose bidders nobody knew, and lapses when they are known (domain: renewed when bidders are known).
 */
export const mustDeclareAnew = (state: CaseState, person: Who['id']): boolean =>
  biddersKnown(state) && !declaredAnew(state, person) && !hasConflict(state, person);

/** The handling of a case: what a person with a conflict takes no part in. Their own unit's answer is no handling. */
const HANDLING: readonly CaseCommand['do'][] = [
  'assess',
  'open-round',
  'grant-more-time',
  'refuse-more-time',
  'ask-again',
  'propose-solution',
  'escalate',
  'mark-urgent',
  'take-position',
  'decide',
  'register-decision',
  'close-escalation',
  'assess-together',
  'lock',
  'advance',
  'ask-stage-decision',
  'decide-stage',
  'register-stage-decision',
  'file-authorisation',
  'set-principle',
  'note-tenders',
];
export const isHandling = (command: CaseCommand): boolean => HANDLING.includes(command.do);

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
