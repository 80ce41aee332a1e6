import { describe, expect, it } from 'vitest';
import { type Governance, governanceOn } from '#domain/authority/governance.ts';
import { concernChoices, countable, reportingSystem } from '#domain/concern/concern.ts';
import { createDirectory } from '#domain/directory/directory.ts';
import type { Person } from '#domain/directory/person.ts';
import { asPersonId, unitId } from '#domain/shared/ids.ts';
import { date, governance, SORMLAND, VASTMANLAND } from '#support/world.ts';

const person = (name: string, more: Partial<Person> = {}): Person => ({
  id: asPersonId(`tenant-s:${name}`),
  name,
  email: `${name}@s.example`,
  region: SORMLAND,
  unit: unitId(SORMLAND, 'Kirurgi'),
  roles: [],
  language: null,
  deputy: null,
  manager: null,
  ...more,
});
const head = person('head');
const boss = person('boss', { manager: head.id });
const nurse = person('nurse', { manager: boss.id });
const hr = person('hr');
const safety = person('safety');
const directory = createDirectory([head, boss, nurse, hr, safety]);
const always = { validFrom: date('2020-01-01'), status: 'decided' } as const;
const rows: Governance = {
  ...governance,
  contacts: [
    { ...always, id: 'c-1', region: SORMLAND, role: 'hr', person: hr.id },
    { ...always, id: 'c-2', region: SORMLAND, role: 'safety-representative', person: safety.id },
  ],
  reporting: [{ ...always, id: 'p-1', region: SORMLAND, name: { sv: 'Avvikelser', en: 'Incidents' } }],
};

describe('a work-environment concern (section 3)', () => {
  it('goes to a recipient whom the staff member chooses among four', () => {
    expect(concernChoices(rows, directory, nurse)).toEqual([
      { to: 'manager', person: boss.id },
      { to: 'next-manager', person: head.id },
      { to: 'hr', person: hr.id },
      { to: 'safety-representative', person: safety.id },
    ]);
  });

  it('invents nobody: what no row and no directory says is no choice, and nobody writes to themselves', () => {
    expect(concernChoices(governance, directory, head)).toEqual([]);
    expect(concernChoices(rows, directory, hr)).toEqual([{ to: 'safety-representative', person: safety.id }]);
    const elsewhere = { ...nurse, region: VASTMANLAND };
    expect(concernChoices(rows, directory, elsewhere).map(({ to }) => to)).toEqual([
      'manager',
      'next-manager',
    ]);
    const unknown = person('new', { manager: asPersonId('tenant-s:gone') });
    expect(concernChoices(governance, directory, unknown)).toEqual([]);
  });

  it('points to the region’s own reporting system, by dated rows', () => {
    expect(reportingSystem(rows, nurse)?.name.sv).toBe('Avvikelser');
    expect(reportingSystem(rows, { region: VASTMANLAND })).toBeNull();
    const later = {
      ...rows,
      reporting: (rows.reporting ?? []).map((row) => ({ ...row, validFrom: date('2027-01-01') })),
    };
    expect(reportingSystem(governanceOn(later, date('2026-11-23')), nurse)).toBeNull();
    expect(reportingSystem(governanceOn(later, date('2027-01-01')), nurse)?.id).toBe('p-1');
  });

  it('is counted in reports from five on only', () => {
    expect([0, 1, 4, 5, 12].map(countable)).toEqual([null, null, null, 5, 12]);
  });
});
