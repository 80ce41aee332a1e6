import { entries } from '#domain/coordination/answer.ts';
import { isAsked, type KnownCase } from '#domain/coordination/state.ts';
import type { PersonId } from '#domain/shared/ids.ts';
import type { StageStep } from '#rendering/views/stage.ts';
import type { Reading } from '../reading.ts';
import { nameOf } from './parts.ts';
import { may } from './rights.ts';
import { hasConflict } from './visibility.ts';

interface Named {
  readonly id: PersonId;
  readonly name: string;
}

/** Officers and those who were asked, without whoever has declared a conflict in the case (KL 6:28–32). */
export const evaluatorsToBe = ({ directory }: Reading, state: KnownCase): readonly Named[] => {
  const asked = new Set(isAsked(state) ? entries(state.round).flatMap(({ respondents }) => respondents) : []);
  return directory.people
    .filter((person) => person.roles.includes('officer') || asked.has(person.id))
    .filter((person) => !hasConflict(person, state))
    .map(({ id, name }) => ({ id, name }));
};

/**
 * Somebody else instead of an evaluator, while the tenders are secret (OSL 19:3): by an officer. Undefined where it may not
 * be done, or where there is nobody else to name.
 */
export const replacing = (reading: Reading, state: KnownCase): StageStep | undefined => {
  const evaluators = 'advertising' in state ? (state.advertising?.evaluators ?? []) : [];
  const people = evaluatorsToBe(reading, state).filter(({ id }) => !evaluators.includes(id));
  const [from] = evaluators;
  const [to] = people;
  if (!from || !to || !may(reading, state, { do: 'replace-evaluator', from, to: to.id })) return undefined;
  const named = evaluators.map((id) => ({ id, name: nameOf(reading, id) }));
  return { kind: 'evaluator', named, people };
};
