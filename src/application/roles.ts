import type { CaseCommand } from '#domain/coordination/commands.ts';
import type { Person, Role } from '#domain/directory/person.ts';
import { type Actor, hasRole } from '#domain/shared/actor.ts';

const ROLE_FOR: Readonly<Record<CaseCommand['do'], Role | null>> = {
  import: 'officer',
  assess: 'officer',
  'assess-together': 'officer',
  'open-round': 'officer',
  answer: 'unit-manager',
  'request-more-time': 'unit-manager',
  delegate: 'unit-manager',
  'note-absence': 'unit-manager',
  'name-reference': 'unit-manager',
  'add-evidence': 'unit-manager',
  'withdraw-objection': 'unit-manager',
  'ask-evidence': 'officer',
  'accept-evidence': 'officer',
  'change-owner': 'officer',
  'answer-solution': 'unit-manager',
  'grant-more-time': 'officer',
  'refuse-more-time': 'officer',
  'ask-again': 'officer',
  'propose-solution': 'officer',
  escalate: 'officer',
  'mark-urgent': 'officer',
  'conclude-council': 'officer',
  'close-escalation': 'officer',
  lock: 'officer',
  advance: 'officer',
  'ask-stage-decision': 'officer',
  'decide-stage': 'decider',
  'register-stage-decision': 'secretary',
  'file-authorisation': 'officer',
  'set-principle': 'officer',
  // An evaluator is named for one procurement, whatever else the person is.
  'note-tenders': null,
  'replace-evaluator': 'officer',
  'call-off': 'unit-manager',
  'complete-documentation': 'officer',
  'declare-conflict': 'council-member',
  'take-position': 'council-member',
  decide: 'decider',
  'register-decision': 'secretary',
  'report-decisions': 'secretary',
  register: 'registrar',
  'remove-texts': 'registrar',
  'state-saving': 'controller',
  // Each kind of figure is somebody else's.
  'note-figure': null,
  tick: null,
};

/** Who may do the same in another role. */
const ALSO: Readonly<Partial<Record<CaseCommand['do'], Role>>> = {
  'remove-texts': 'administrator',
  'state-saving': 'officer',
  'call-off': 'officer',
};

/** Registers for the authority of their own region. */
export const isRegistrar = (person: Person): boolean => person.roles.includes('registrar');

/** The role that stands beside the person in the record; none for a deputy or superior, whose right comes from the case. */
export const actingRole = (command: CaseCommand, actor: Actor): Role | null => {
  const roles = [ROLE_FOR[command.do], ALSO[command.do]];
  return roles.find((role) => role != null && hasRole(actor, role)) ?? null;
};
