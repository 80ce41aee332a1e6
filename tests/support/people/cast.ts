import type { Directory } from '#domain/directory/directory.ts';
import type { Person } from '#domain/directory/person.ts';
import type { Teams, TeamsUser } from './people.ts';

/** The demo's people by their first names; what each of them is stands in the demo's directory. */
const NAMES = [
  'Anna',
  'Johan',
  'Karin',
  'Erik',
  'Peter',
  'Gunilla',
  'Maria',
  'James',
  'Oskar',
  'Helena',
  'Lars',
  'Eva',
  'Ingrid',
  'Daniel',
  'Cecilia',
  'Mats',
  'Birgitta',
  'Sofia',
  'Anders',
  'Nils',
  'Ulrika',
  'Margareta',
  'Tobias',
  'Ylva',
] as const;
export type Name = Lowercase<(typeof NAMES)[number]>;
export type Cast = Readonly<Record<Name, TeamsUser>>;

export const castOf = (directory: Directory, teams: Teams): Cast =>
  Object.fromEntries(
    NAMES.map((name) => {
      const person = directory.people.find((one: Person) => one.name.startsWith(`${name} `));
      if (!person) throw new Error(`Nobody is called ${name}`);
      return [name.toLowerCase(), teams.user(person)];
    }),
  ) as Cast;
