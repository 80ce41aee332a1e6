import type { PersonId, PlainDate, RegionId, UnitId } from '../shared/ids.ts';
import type { Person, Role } from './person.ts';

/** The people of the joint function, as one read-only snapshot; who acts for whom is answered here and nowhere else. */
export interface Directory {
  readonly people: readonly Person[];
  person(id: PersonId): Person | null;
  /** By e-mail (any case) or person id. */
  find(text: string): Person | null;
  /** Everybody with a role, of one region or of all. */
  inRole(role: Role, region?: RegionId): readonly Person[];
  /** The managers of a unit, in the directory's order. */
  managersOf(unit: UnitId): readonly Person[];
  /** Units that have a manager, in the order of their ids. */
  readonly units: readonly UnitId[];
  /** The last day of an absence that lasts on that day; null for who is here. */
  awayUntil(person: PersonId, on: PlainDate): PlainDate | null;
}

/** `absences`: the last day away of whoever has told one, past or not. */
export const createDirectory = (
  people: readonly Person[],
  absences: ReadonlyMap<PersonId, PlainDate> = new Map(),
): Directory => {
  const byId = new Map(people.map((person) => [person.id, person]));
  const byEmail = new Map(people.map((person) => [person.email, person]));
  const inRole = (role: Role, region?: RegionId) =>
    people.filter(
      (person) => person.roles.includes(role) && (region === undefined || person.region === region),
    );
  const managers = Map.groupBy(inRole('unit-manager'), (person) => person.unit);
  return {
    people,
    person: (id) => byId.get(id) ?? null,
    find: (text) =>
      byEmail.get(text.trim().toLowerCase()) ?? byId.get(text.trim().toLowerCase() as PersonId) ?? null,
    inRole,
    managersOf: (unit) => managers.get(unit) ?? [],
    units: [...managers.keys()].sort(),
    awayUntil: (person, on) => {
      const until = absences.get(person);
      return until !== undefined && until >= on ? until : null;
    },
  };
};
