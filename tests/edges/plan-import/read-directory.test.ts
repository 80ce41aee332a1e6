import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createDirectory } from '#domain/directory/directory.ts';
import { ROLES } from '#domain/directory/person.ts';
import { regionId } from '#domain/shared/ids.ts';
import { readDirectory } from '#plan-import/read-directory.ts';
import { brief, fileBytes, utf8 } from './reading.ts';

const TENANT = '11111111-1111-4111-8111-111111111111';
const OTHER = '22222222-2222-4222-8222-222222222222';
const object = (number: number) => `aaaaaaaa-0000-4000-8000-${String(number).padStart(12, '0')}`;
const HEADER = 'tenantId,objectId,name,email,region,unit,roles,language,deputy,manager';

const read = (lines: readonly string[], header = HEADER) => {
  const result = readDirectory(utf8([header, ...lines].join('\n')), 'people.csv');
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};
const person = (number: number, rest: string, tenant = TENANT) => `${tenant},${object(number)},${rest}`;

describe('a directory file', () => {
  test('gives people, with deputy and manager found by e-mail or object id, also further down', () => {
    const { people, warnings, rejected } = read([
      person(
        1,
        `Anna Ek,Anna.Ek@Example.se,sormland,Inköp,officer|unit-manager,sv,bo@example.se,${object(3)}`,
      ),
      person(2, 'Bo Al,bo@example.se,sormland,Inköp,,,,'),
      person(3, 'Cia Dahl,cia@example.se,sormland,Ledning,decider,EN,,'),
    ]);
    expect([...warnings, ...rejected]).toEqual([]);
    expect(people[0]).toEqual({
      id: `${TENANT}:${object(1)}`,
      name: 'Anna Ek',
      email: 'anna.ek@example.se',
      region: 'sormland',
      unit: 'sormland/Inköp',
      roles: ['officer', 'unit-manager'],
      language: 'sv',
      deputy: `${TENANT}:${object(2)}`,
      manager: `${TENANT}:${object(3)}`,
    });
    expect(people[1]).toMatchObject({ roles: [], language: null, deputy: null, manager: null });
    expect(people[2]?.language).toBe('en');
  });

  test('an object id that two tenants use means the colleague of the own tenant', () => {
    const { people } = read([
      person(1, 'A,a@x.se,vastmanland,U,,,,', OTHER),
      person(1, 'B,b@x.se,sormland,U,,,,'),
      person(2, `C,c@x.se,sormland,U,,,,${object(1)}`),
    ]);
    expect(people[2]?.manager).toBe(`${TENANT}:${object(1)}`);
  });

  test('a row without account, name, address, region or unit is rejected with every reason', () => {
    const { people, rejected, read: rows } = read(['x,,,a b,Mars!,,officer,sv,,']);
    expect([rows, people.length]).toEqual([1, 0]);
    expect(rejected.map(brief)).toEqual([
      [2, 'tenantId', 'not-a-guid'],
      [2, 'objectId', 'missing'],
      [2, 'name', 'missing'],
      [2, 'email', 'unreadable-email'],
      [2, 'region', 'unknown-region'],
      [2, 'unit', 'missing'],
    ]);
  });

  test('an account or an address that stood earlier is rejected; the first row stays', () => {
    const { people, rejected } = read([
      person(1, 'A,a@x.se,sormland,U,,,,'),
      person(1, 'B,b@x.se,sormland,U,,,,').toUpperCase().replace('SORMLAND', 'sormland'),
      person(2, 'C,A@X.se,sormland,U,,,,'),
    ]);
    expect(people.map(({ name }) => name)).toEqual(['A']);
    expect(rejected.map(brief)).toEqual([
      [3, 'objectId', 'duplicate-person'],
      [4, 'email', 'duplicate-email'],
    ]);
  });

  test('an unknown role, language or colleague is left out with a warning', () => {
    const { people, warnings } = read([person(1, 'A,a@x.se,sormland,U,officer|chef,no,ingen@x.se,a@x.se')]);
    expect(people[0]).toMatchObject({ roles: ['officer'], language: null, deputy: null, manager: null });
    expect(warnings.map(brief)).toEqual([
      [2, 'roles', 'unknown-role'],
      [2, 'language', 'unknown-language'],
      [2, 'deputy', 'unknown-colleague'],
      [2, 'manager', 'own-colleague'],
    ]);
    expect(warnings[0]?.value).toBe('chef');
  });

  test('a region that the governance does not have is rejected', () => {
    const bytes = utf8(`${HEADER}\n${person(1, 'A,a@x.se,skane,U,,,,')}`);
    expect(readDirectory(bytes, '', { regions: [regionId('sormland')] })).toMatchObject({
      value: { people: [], rejected: [{ reason: 'unknown-region' }] },
    });
    expect(readDirectory(bytes, '')).toMatchObject({ value: { rejected: [] } });
  });

  test('without its columns is an error that names them', () => {
    expect(readDirectory(utf8('tenantId;name\nx;y\n'), 'people.csv')).toEqual({
      ok: false,
      error: {
        code: 'column-missing',
        params: { columns: ['objectId', 'email', 'region', 'unit', 'roles'] },
      },
    });
  });

  test('every row is a person or is rejected', () => {
    const word = fc.constantFrom(
      '',
      TENANT,
      object(1),
      object(2),
      'a@x.se',
      'b@x.se',
      'sormland',
      'officer',
      'sv',
      'U',
    );
    fc.assert(
      fc.property(fc.array(fc.array(word, { minLength: 10, maxLength: 10 }), { maxLength: 8 }), (rows) => {
        const result = read(rows.map((row) => row.join(',')));
        expect(result.read).toBe(result.people.length + new Set(result.rejected.map(({ row }) => row)).size);
      }),
    );
  });
});

describe('the example directory', () => {
  const result = readDirectory(fileBytes('src/demo/data/directory.csv'), 'directory.csv');
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  const directory = createDirectory(result.value.people);
  const regions = [regionId('sormland'), regionId('vastmanland')];

  test('is read without a fault', () => {
    expect([...result.value.rejected, ...result.value.warnings]).toEqual([]);
  });

  test('has somebody in every role, and in each region those whom the other must be able to ask', () => {
    for (const role of ROLES) expect(directory.inRole(role), role).not.toEqual([]);
    for (const region of regions) {
      expect(directory.inRole('unit-manager', region)).toHaveLength(2);
      expect(directory.inRole('council-member', region)).toHaveLength(2);
      // One for each region, and the board's chair, who decides where it cannot wait (KL 6:39).
      expect(directory.inRole('decider', region)).toHaveLength(region === 'vastmanland' ? 2 : 1);
    }
  });

  test('every unit manager has a superior, each region a deputy, and one of them reads English', () => {
    const managers = directory.inRole('unit-manager');
    expect(managers.filter(({ manager }) => manager === null)).toEqual([]);
    for (const region of regions)
      expect(managers.some((one) => one.region === region && one.deputy !== null)).toBe(true);
    expect(managers.filter(({ language }) => language === 'en')).toHaveLength(1);
  });

  test('the first officer by address reads Swedish, and nobody’s address can be real', () => {
    const [first] = directory
      .inRole('officer')
      .toSorted((one, other) => one.email.localeCompare(other.email));
    expect(first?.language).toBe('sv');
    expect(directory.people.filter(({ email }) => !/\bexample\.se$/.test(email))).toEqual([]);
  });
});
