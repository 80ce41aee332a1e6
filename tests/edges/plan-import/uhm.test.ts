import { describe, expect, test } from 'vitest';
import { guessMapping } from '#plan-import/guess-mapping.ts';
import { fileBytes, reading, readingError, utf8 } from './reading.ts';

const plan = fileBytes('src/demo/data/uhm_2021_number_of_procurements.csv');
const values = fileBytes('src/demo/data/uhm_2021_contracted_value.csv');

describe('profile uhm', () => {
  const read = reading(plan, { plan: 2021, mapping: 'uhm', values });

  test('the 131 procurements of 2021 are all read, 100 with their contracted value', () => {
    expect(read).toMatchObject({ read: 131, headerRow: 1, rejected: [], warnings: [] });
    expect(read.items).toHaveLength(131);
    expect(read.items.filter(({ item }) => item.value !== undefined)).toHaveLength(100);
    expect(
      Map.groupBy(read.items, ({ item }) => item.region).get(read.items[1]?.item.region as never),
    ).toHaveLength(70);
  });

  test('a row becomes an item with region, code, category, dates and value', () => {
    expect(read.items.find(({ item }) => item.id === 'MT924')).toEqual({
      row: 13,
      item: {
        id: 'MT924',
        plan: 2021,
        title: 'Operationsbord',
        region: 'vastmanland',
        cpv: '33192230',
        category: '33',
        advertise: '2021-02-01',
        procedure: 'Öppet förfarande',
        agreementType: 'Ramavtal',
        value: 4_000_000,
      },
    });
  });

  test('the file is known by its header when nobody names the profile', () => {
    expect(guessMapping(plan, 'plan.csv')).toEqual({ ok: true, value: 'uhm' });
  });

  test('values of one id are summed, and an unreadable part leaves the whole empty with a warning', () => {
    const table = utf8(
      'Upphandlings-ID,"Kontrakterat värde, Summa"\nMT144,100\nMT144,200.50\nMT219,100\nMT219,ca 5\nMT307,\n',
    );
    const { items, warnings } = reading(plan, { plan: 2021, mapping: 'uhm', values: table });
    expect(items.slice(0, 3).map(({ item }) => item.value)).toEqual([300.5, undefined, undefined]);
    expect(warnings).toEqual([
      {
        row: 3,
        column: 'Kontrakterat värde, Summa',
        value: 'ca 5',
        reason: 'approximate-value',
        params: {},
      },
    ]);
  });

  test('a second table that cannot be read, or that no profile explains, stops the import', () => {
    expect(readingError(plan, { mapping: 'uhm', values: utf8('a,b\n1,2\n') })).toMatchObject({
      code: 'values-unreadable',
      params: { cause: { code: 'column-missing' } },
    });
    expect(readingError(plan, { values }).code).toBe('values-without-profile');
  });

  test('a region that the governance does not have is rejected', () => {
    const { rejected, items } = reading(plan, {
      mapping: 'uhm',
      regions: [read.items[1]?.item.region as never],
    });
    expect(items).toHaveLength(70);
    expect(new Set(rejected.map(({ reason }) => reason))).toEqual(new Set(['unknown-region']));
  });
});
