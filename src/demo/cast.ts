import type { Directory } from '#domain/directory/directory.ts';
import { type Person, ROLES, type Role } from '#domain/directory/person.ts';

/** Who gets a window of their own: an officer, and of each region a unit manager, a council member and a decider. */
export const CAST_ROLES = [
  'officer',
  'unit-manager',
  'council-member',
  'decider',
] as const satisfies readonly Role[];
export type CastRole = (typeof CAST_ROLES)[number];

/** Who can have one besides, when somebody wants to see their side: the first of the role in each region. */
export const EXTRA_ROLES = ROLES.filter((role) => !CAST_ROLES.some((cast) => cast === role));

export interface Part {
  readonly person: Person;
  readonly role: Role;
}

export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  officer: 'procurement officer',
  'unit-manager': 'unit manager',
  'council-member': 'council member',
  decider: 'decider',
  secretary: 'secretary',
  registrar: 'registrar',
  controller: 'controller',
  auditor: 'auditor',
  administrator: 'administrator',
};

/** Seven people in the order in which a case passes them; with `only`, those of one role; then those of `more` roles. */
export const castOf = (
  directory: Directory,
  regions: readonly Person['region'][],
  {
    only,
    more = [],
  }: { readonly only?: CastRole | undefined; readonly more?: readonly Role[] | undefined } = {},
): Part[] => {
  const first = (role: Role, region?: Person['region']): Part[] => {
    const [person] = directory.inRole(role, region);
    return person ? [{ person, role }] : [];
  };
  const all = [
    ...first('officer'),
    ...regions.flatMap((region) => first('unit-manager', region)),
    ...regions.flatMap((region) => first('council-member', region)),
    ...regions.flatMap((region) => first('decider', region)),
  ];
  const seated = only === undefined ? all : all.filter((part) => part.role === only);
  const besides = more.flatMap((role) => regions.flatMap((region) => first(role, region)));
  // Nobody sits at two windows.
  const seats = new Set(seated.map(({ person }) => person.id));
  return [...seated, ...besides.filter(({ person }) => !seats.has(person.id))];
};
