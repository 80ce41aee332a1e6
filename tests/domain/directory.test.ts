import { describe, expect, it } from 'vitest';
import { createDirectory } from '#domain/directory/directory.ts';
import { isRole, type Person, ROLES, type Role } from '#domain/directory/person.ts';
import { asPersonId, type RegionId, unitId } from '#domain/shared/ids.ts';
import { date, SORMLAND, VASTMANLAND } from '#support/world.ts';

const person = (name: string, region: RegionId, unit: string, ...roles: Role[]): Person => ({
  id: asPersonId(`t:${name}`),
  name,
  email: `${name}@example.se`,
  region,
  unit: unitId(region, unit),
  roles,
  language: null,
  deputy: null,
  manager: null,
});
const anna = person('anna', SORMLAND, 'Kirurgi', 'unit-manager');
const bo = person('bo', SORMLAND, 'Akut', 'unit-manager', 'council-member');
const cia = person('cia', VASTMANLAND, 'Kirurgi', 'council-member');
const dan = person('dan', SORMLAND, 'Kirurgi', 'unit-manager');
/** Made in each story: who is found how is worked out when it is made. */
const made = () => createDirectory([anna, bo, cia, dan]);

describe('who acts for whom is answered by the directory alone', () => {
  it('a person is found by id, or by e-mail in any case and with blanks around', () => {
    const directory = made();
    expect(directory.person(anna.id)).toBe(anna);
    expect(directory.person(asPersonId('t:nobody'))).toBeNull();
    expect(directory.find(' Anna@Example.se ')).toBe(anna);
    expect(directory.find(' T:BO ')).toBe(bo);
    expect(directory.find('nobody')).toBeNull();
    expect(directory.people).toEqual([anna, bo, cia, dan]);
  });

  it('everybody with a role, of one region or of all', () => {
    const directory = made();
    expect(directory.inRole('council-member')).toEqual([bo, cia]);
    expect(directory.inRole('council-member', VASTMANLAND)).toEqual([cia]);
    expect(directory.inRole('unit-manager', VASTMANLAND)).toEqual([]);
    expect(directory.inRole('registrar')).toEqual([]);
  });

  it("a unit's managers in the directory's order, and the units that have one, by their ids", () => {
    const directory = made();
    expect(directory.managersOf(anna.unit)).toEqual([anna, dan]);
    expect(directory.managersOf(cia.unit)).toEqual([]);
    expect(directory.units).toEqual([bo.unit, anna.unit]);
  });

  it('a role is one of those that there are', () => {
    for (const role of ROLES) expect(isRole(role)).toBe(true);
    expect(isRole('chefläkare')).toBe(false);
  });
});

describe('an absence lasts through its last day, and ends by itself', () => {
  const away = () => createDirectory([anna, bo], new Map([[anna.id, date('2026-12-04')]]));
  it.each([
    ['2026-12-03', '2026-12-04'],
    ['2026-12-04', '2026-12-04'],
    ['2026-12-05', null],
  ])('on %s: %s', (on, until) => {
    expect(away().awayUntil(anna.id, date(on))).toBe(until);
  });
  it('whoever has told none is here', () => {
    expect(away().awayUntil(bo.id, date('2026-12-03'))).toBeNull();
    expect(made().awayUntil(anna.id, date('2026-12-03'))).toBeNull();
  });
});
