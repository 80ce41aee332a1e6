import { hasEnded } from '#domain/authority/ended.ts';
import type { Governance } from '#domain/authority/governance.ts';
import { hasConflict } from '#domain/coordination/deciding/conflict.ts';
import type { UnitAsk } from '#domain/coordination/events.ts';
import type { CaseState } from '#domain/coordination/state.ts';
import type { Directory } from '#domain/directory/directory.ts';
import type { Person } from '#domain/directory/person.ts';
import type { Actor } from '#domain/shared/actor.ts';
import { type PersonId, type PlainDate, regionOf } from '#domain/shared/ids.ts';
import { standIn } from './absences.ts';

const present = (ids: readonly (PersonId | null)[]): PersonId[] => [
  ...new Set(ids.filter((id) => id !== null)),
];

/** Managers who are away that day, and who stands in for them. */
const awayOf = (directory: Directory, managers: readonly Person[], on: PlainDate): Pick<UnitAsk, 'away'> => {
  const away = managers.flatMap(({ id }) => {
    const until = directory.awayUntil(id, on);
    return until === null ? [] : [{ person: id, until, deputy: standIn(directory, id, on) }];
  });
  return away.length > 0 ? { away } : {};
};

/** Every unit that has a manager, of regions that have not left: who may answer for it, and to whom its silence is lifted. */
export const unitAsks = (directory: Directory, on: PlainDate, governance: Governance): UnitAsk[] =>
  directory.units
    .filter((unit) => !hasEnded(governance, regionOf(unit)))
    .map((unit) => {
      const managers = directory.managersOf(unit);
      return {
        unit,
        region: regionOf(unit),
        respondents: managers.map((manager) => manager.id),
        deputies: present(managers.map((manager) => manager.deputy)),
        superior: present(managers.map((manager) => manager.manager))[0] ?? null,
        ...awayOf(directory, managers, on),
      };
    });

export const actorOf = (person: Person): Actor => ({
  kind: 'person',
  id: person.id,
  region: person.region,
  unit: person.unit,
  roles: person.roles,
});

/** Who owns a round: the officer who opens it; for the command line, the first officer by e-mail without a conflict in the case. */
export const ownerFor = (directory: Directory, actor: Actor, state: CaseState): PersonId | null =>
  actor.kind === 'person'
    ? actor.id
    : (directory.inRole('officer').find(({ id }) => !hasConflict(state, id))?.id ?? null);
