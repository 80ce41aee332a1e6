import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseBody } from '#application/cases.ts';
import { type ExportRow, exportRows } from '#application/record/export.ts';
import { queueOf } from '#application/record/queue.ts';
import { createDirectory, type Directory } from '#domain/directory/directory.ts';
import { DOCUMENT_TYPES, RECORD_RULES } from '#domain/record/rules.ts';
import { inStockholm, instantOf } from '#domain/shared/calendar.ts';
import { bodyId, itemId, regionId } from '#domain/shared/ids.ts';
import { makeCsv } from '#reports/csv.ts';
import { makeJsonl, parseJsonl } from '#reports/jsonl.ts';
import { at, beds, date, SORMLAND, VASTMANLAND, vKirurgi } from '#support/world.ts';
import { DISSENT, OBJECTION, type Office, office, vRegistrar, wholeStory } from './office.ts';

let place: Office;
let body: CaseBody;
let directory: Directory;
beforeAll(async () => {
  place = await office();
  await wholeStory(place);
  await place.does(vRegistrar, { do: 'register', region: VASTMANLAND, number: 'REG 2026-0412', through: 10 });
  const found = await place.samordna.cases.load(beds.id);
  if (!found) throw new Error('no case');
  body = found;
  directory = await place.samordna.people.directory();
});
afterAll(() => place.sqlite.dispose());

const rowsFor = (region: typeof SORMLAND, more: { since?: ReturnType<typeof date> } = {}) =>
  exportRows(body, { region, ...more }, directory);
const row = (rows: readonly ExportRow[], event: string) => {
  const found = rows.find((one) => one.event === event);
  if (!found) throw new Error(`no ${event}`);
  return found;
};

describe('an export is one authority’s part of the record', () => {
  it('each row says who, when, by which rules, under which number, and where it stands in the chain', () => {
    const objection = rowsFor(VASTMANLAND).find((one) => one.document === 'objection');
    expect(objection).toMatchObject({
      authority: 'vastmanland',
      case: 'MT924',
      registryNumber: 'REG 2026-0412',
      at: '2026-11-25T09:30:00.000Z',
      atStockholm: '2026-11-25T10:30:00+01:00',
      event: 'answered',
      direction: 'drawn-up',
      registered: true,
      actor: vKirurgi.id,
      actorName: 'Karin Nyström',
      role: 'unit-manager',
      texts: { text: OBJECTION, evidence: 'Avtal RV 2023-114' },
      ruleVersion: 'test-1',
    });
    const entry = body.history.find(({ seq }) => seq === objection?.seq);
    expect(objection).toMatchObject({ hash: entry?.hash, prev: entry?.prev });
  });

  it('holds every entry for the authority of the item, and only its own for the other', () => {
    const all = body.history.map(({ seq }) => seq);
    expect(rowsFor(VASTMANLAND).map(({ seq }) => seq)).toEqual(all);
    const units = rowsFor(SORMLAND).flatMap(({ event, document, facts }) =>
      event === 'answered' && document === 'answer' ? [facts.unit] : [],
    );
    expect(new Set(units)).toEqual(new Set(['sormland/Kirurgi', 'sormland/Akut']));
  });

  it('has positions and decisions for both, and a lifted objection as received', () => {
    const rows = rowsFor(SORMLAND);
    expect(rows.filter(({ document }) => document === 'position').map(({ direction }) => direction)).toEqual([
      'drawn-up',
      'received',
    ]);
    expect(rows.find(({ document }) => document === 'objection')).toMatchObject({
      direction: 'received',
      registered: false,
      registryNumber: null,
    });
    expect(JSON.stringify(rows)).toContain(DISSENT);
  });

  it('leaves the other region’s respondents and its plan’s contact person there', () => {
    const [mine, theirs] = [rowsFor(SORMLAND), rowsFor(VASTMANLAND)];
    const asked = row(mine, 'round-opened').facts.units as readonly { unit: string }[];
    expect(asked.map(({ unit }) => unit)).toEqual(['sormland/Akut', 'sormland/Kirurgi']);
    expect(row(theirs, 'round-opened').facts.units).toHaveLength(4);
    expect(JSON.stringify(mine)).not.toContain('Anna Ek');
    expect(JSON.stringify(theirs)).toContain('Anna Ek');
  });

  it('begins where it is asked to, also with what came late to the authority', () => {
    const late = rowsFor(SORMLAND, { since: date('2026-11-30') });
    expect(late.some(({ document }) => document === 'objection')).toBe(true);
    expect(late.some(({ event }) => event === 'round-opened')).toBe(false);
    expect(rowsFor(SORMLAND, { since: date('2027-01-01') })).toEqual([]);
  });

  it('names nobody whom the directory does not know any more', () => {
    const rows = exportRows(body, { region: VASTMANLAND }, createDirectory([]));
    expect(new Set(rows.map(({ actorName }) => actorName))).toEqual(new Set([null]));
  });
});

describe('the queue', () => {
  it('has the longest waiting first, with its working days, and nothing once all is registered', () => {
    const [line] = queueOf([body], SORMLAND, at('2026-12-29 17:00'));
    expect(line).toMatchObject({
      item: 'MT924',
      number: null,
      since: '2026-11-23T08:00:00.000Z',
      workingDays: 24,
    });
    expect(line?.documents.map(({ document }) => document)).toEqual([
      'answer',
      'answer',
      'answer',
      'objection',
      'position',
      'position',
      'decision',
      'decision',
    ]);
    const later = { ...body, state: { ...body.state, item: { ...body.state.item, id: itemId('A') } } };
    const early = queueOf([later, body], SORMLAND, at('2026-12-29 17:00'));
    expect(early.map(({ item }) => item)).toEqual(['A', 'MT924']);
    const registry = { [SORMLAND]: { number: 'RS 1', through: body.history.length } };
    expect(queueOf([{ ...body, state: { ...body.state, registry } }], SORMLAND, place.now)).toEqual([]);
  });
});

const text = fc.string({ unit: 'grapheme', maxLength: 40 });
const nullable = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null });
const anyRow: fc.Arbitrary<ExportRow> = fc
  .record({
    authority: fc.constantFrom('sormland', 'vastmanland').map(regionId),
    case: text.filter((id) => id !== '').map(itemId),
    title: text,
    registryNumber: nullable(text),
    archive: nullable(text.map(bodyId)),
    seq: fc.integer({ min: 1 }),
    at: fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true }),
    event: fc.constantFrom(...(Object.keys(RECORD_RULES) as (keyof typeof RECORD_RULES)[])),
    document: nullable(fc.constantFrom(...DOCUMENT_TYPES)),
    direction: nullable(fc.constantFrom('drawn-up', 'received')),
    registered: nullable(fc.boolean()),
    actor: text,
    actorName: nullable(text),
    role: nullable(text),
    facts: fc.dictionary(
      fc.string({ minLength: 1, maxLength: 9 }),
      fc.jsonValue().map((value) => JSON.parse(JSON.stringify(value)) as unknown),
      {
        noNullPrototype: true,
      },
    ),
    texts: fc.dictionary(fc.constantFrom('text', 'reason', 'dissent'), text, { noNullPrototype: true }),
    ruleVersion: text,
    prev: text,
    hash: text,
  })
  .map((made) => {
    const instant = instantOf(made.at.getTime());
    return { ...made, at: instant, atStockholm: inStockholm(instant) } as ExportRow;
  });

describe('jsonl', () => {
  it('read again is what was written, whatever people wrote', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 5 }), (rows) => {
        expect(parseJsonl(makeJsonl(rows))).toEqual({ ok: true, value: rows });
      }),
      { numRuns: 500, seed: 11 },
    );
  });

  it.each([
    ['{', 'line 1 is no JSON'],
    ['\n{"authority":"sormland"}', 'line 2: case'],
    [makeJsonl([]).concat('[]'), 'line 1: '],
  ])('%j is refused where it goes wrong', (given, sentence) => {
    const parsed = parseJsonl(given);
    expect(parsed.ok ? '' : parsed.error).toMatch(new RegExp(`^${sentence}`));
  });
});

describe('csv', () => {
  const read = (csv: string): string[][] => parse(csv, { bom: true, relax_column_count: false });

  it('is RFC 4180 in UTF-8 with a byte order mark, and holds every text as it was written', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { minLength: 1, maxLength: 4 }), (rows) => {
        const csv = makeCsv(rows);
        expect(csv.startsWith('\ufeffauthority,case,title,')).toBe(true);
        expect(csv.endsWith('\r\n')).toBe(true);
        const [, ...records] = read(csv);
        expect(records.map((record) => record[2]?.replace(/^'/, ''))).toEqual(
          rows.map(({ title }) => title.replace(/^'/, '')),
        );
      }),
      { numRuns: 300, seed: 12 },
    );
  });

  it.each(['=1+1', '+46', '-2', '@SUM(A1)', '\t=1', '  =cmd|x', '\uff1d1+1', '\r=1'])(
    '%j is shown by a spreadsheet, not run',
    (title) => {
      const [first] = rowsFor(SORMLAND);
      if (!first) throw new Error('no row');
      const [, record] = read(makeCsv([{ ...first, title, texts: { text: title } }]));
      expect(record?.[2]).toBe(`'${title}`);
      expect(record?.[15]).toBe(`'${title}`);
    },
  );
});
