import type { Directory } from '#domain/directory/directory.ts';
import type { Person, Role } from '#domain/directory/person.ts';

/** Who gets a window of their own: an officer, and of each region a unit manager, a council member and a decider. */
export const CAST_ROLES = [
  'officer',
  'unit-manager',
  'council-member',
  'decider',
] as const satisfies readonly Role[];
export type CastRole = (typeof CAST_ROLES)[number];

export interface Part {
  readonly person: Person;
  readonly role: CastRole;
}

export const ROLE_NAMES: Readonly<Record<CastRole, string>> = {
  officer: 'procurement officer',
  'unit-manager': 'unit manager',
  'council-member': 'council member',
  decider: 'decider',
};

/** Seven people in the order in which a case passes them; with `only`, those of one role. */
export const castOf = (
  directory: Directory,
  regions: readonly Person['region'][],
  only?: CastRole,
): Part[] => {
  const first = (role: CastRole, region?: Person['region']): Part[] => {
    const [person] = directory.inRole(role, region);
    return person ? [{ person, role }] : [];
  };
  const all = [
    ...first('officer'),
    ...regions.flatMap((region) => first('unit-manager', region)),
    ...regions.flatMap((region) => first('council-member', region)),
    ...regions.flatMap((region) => first('decider', region)),
  ];
  return only === undefined ? all : all.filter((part) => part.role === only);
};
