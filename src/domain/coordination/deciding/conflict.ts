import { openObjections } from '../answer.ts';
import type { CaseCommand } from '../commands.ts';
import { type AskedCase, type CaseState, isAsked } from '../state.ts';
import type { PersonActor } from './draft.ts';

type Who = Pick<PersonActor, 'id' | 'unit'>;

/**
 * Whether a person has declared a conflict in the case (jäv, KL 6:28–32, 7:4). It does not end with the escalation in
 * which it was declared; who says later that there is none takes it back.
 */
export const hasConflict = (state: CaseState, person: Who['id']): boolean => {
  if (!isAsked(state)) return false;
  const declared =
    state.status === 'escalated' && 'declarations' in state.escalation
      ? state.escalation.declarations[person]
      : undefined;
  return declared?.conflict ?? state.settlements.at(-1)?.conflicted?.includes(person) === true;
};

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
