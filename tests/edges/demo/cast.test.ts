import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { castOf, EXTRA_ROLES } from '#demo/cast.ts';
import { createDirectory } from '#domain/directory/directory.ts';
import { regionId } from '#domain/shared/ids.ts';
import { readDirectory } from '#plan-import/read-directory.ts';

const REGIONS = [regionId('sormland'), regionId('vastmanland')];
const bytes = readFileSync(new URL('../../../src/demo/data/directory.csv', import.meta.url));
const read = readDirectory(bytes, 'directory.csv');
if (!read.ok) throw new Error('The directory cannot be read');
// As a store gives them.
const people = read.value.people.toSorted((a, b) => (a.name < b.name ? -1 : 1));
const directory = createDirectory(people);
const seats = (...options: Parameters<typeof castOf> extends [unknown, unknown, ...infer Rest] ? Rest : []) =>
  castOf(directory, REGIONS, ...options).map(({ person, role }) => `${role} ${person.name.split(' ')[0]}`);

const SEVEN = [
  'officer Anna',
  'unit-manager Erik',
  'unit-manager James',
  'council-member Eva',
  'council-member Daniel',
  'decider Cecilia',
  'decider Mats',
];

it('seven people sit at windows of their own', () => {
  expect(seats()).toEqual(SEVEN);
});

it('--as leaves those of one role', () => {
  expect(seats({ only: 'decider' })).toEqual(['decider Cecilia', 'decider Mats']);
});

it('--with adds the secretary, a registrar of each authority, and whoever else is asked for', () => {
  expect(seats({ more: ['secretary'] })).toEqual([...SEVEN, 'secretary Birgitta', 'secretary Camilla']);
  expect(seats({ more: ['registrar', 'auditor'], only: 'officer' })).toEqual([
    'officer Anna',
    'registrar Sofia',
    'registrar Anders',
    'auditor Margareta',
  ]);
  for (const role of EXTRA_ROLES) expect(seats({ more: [role] }).length, role).toBeGreaterThan(7);
});

it('nobody sits at two windows', () => {
  const [anna] = directory.inRole('officer');
  if (!anna) throw new Error('There is no officer');
  const both = createDirectory([{ ...anna, roles: ['officer', 'administrator'] }]);
  expect(castOf(both, REGIONS, { more: ['administrator'] })).toHaveLength(1);
});
