import { describe, expect, test } from 'vitest';
import { parseMapping } from '#plan-import/mapping.ts';
import { importErrorMessage } from '#plan-import/messages.ts';

const fields = { id: { column: 'Id' }, title: { column: 2 }, region: { constant: 'sormland' } };

const said = (json: unknown): { sv: string; en: string } => {
  const result = parseMapping(json);
  if (result.ok) throw new Error('parsed');
  return { sv: importErrorMessage(result.error, 'sv'), en: importErrorMessage(result.error, 'en') };
};

describe('a mapping file', () => {
  test('may say everything that the contract names', () => {
    const full = {
      sheet: 'Sheet1',
      headerRow: 18,
      encoding: 'utf-8',
      delimiter: ',',
      header: true,
      fields: {
        id: { column: 'NoticeID' },
        title: { column: 2, unescape: 'html' },
        region: { column: 'Buyer', lookup: { 'REGION SÖRMLAND': 'sormland', '*': 'vastmanland' } },
        cpv: { column: 'CPVCodes', split: '|', take: 'first' },
        value: { column: 'Total', decimal: ',', scale: 1_000_000 },
        start: { column: 'StartDate', date: ['dd MMM yy HH:mm', 'yyyy-MM-dd'] },
        unit: { constant: 'Okänd enhet' },
      },
    };
    expect(parseMapping(full)).toEqual({ ok: true, value: full });
  });

  test('one date format may stand alone', () => {
    const result = parseMapping({ fields: { ...fields, start: { column: 'Start', date: 'yyyy-MM-dd' } } });
    expect(result).toMatchObject({ ok: true, value: { fields: { start: { date: ['yyyy-MM-dd'] } } } });
  });

  test.each([
    ['not an object', 'plan', 'sv', 'början'],
    ['a required field left out', { fields: { id: { column: 'Id' } } }, 'en', 'fields.title'],
    ['a field that items do not have', { fields: { ...fields, price: { column: 'P' } } }, 'en', 'price'],
    ['a misspelt setting', { fields: { ...fields, cpv: { column: 'C', splitt: '|' } } }, 'en', 'splitt'],
    ['a negative index', { fields: { ...fields, cpv: { column: -1 } } }, 'en', 'fields.cpv.column'],
    ['header rows from 0', { headerRow: 0, fields }, 'en', 'headerRow'],
    ['an unknown encoding', { encoding: 'ebcdic', fields }, 'sv', 'välj utf-8'],
    ['a delimiter of two signs', { delimiter: '||', fields }, 'en', 'a single character'],
    [
      'a date format that is none',
      { fields: { ...fields, start: { column: 'S', date: ['YYYY-MM-DD'] } } },
      'en',
      'fields.start.date.0: that is no date format',
    ],
  ] as const)('%s is said with its place, in both languages', (_name, json, language, part) => {
    const sentences = said(json);
    expect(sentences[language]).toContain(part);
    expect(sentences.sv).toMatch(/^Mappningsfilen är fel vid .+: .+\.$/);
    expect(sentences.en).toMatch(/^The mapping file is wrong at .+: .+\.$/);
    expect(sentences.sv).not.toBe(sentences.en);
  });
});
