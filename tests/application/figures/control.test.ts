import { read, utils } from '@e965/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseIndex } from '#application/cases.ts';
import { type ControlList, controlList } from '#application/figures/control.ts';
import { allFacts } from '#application/indicators.ts';
import { factsOf } from '#domain/indicators/of-case.ts';
import { dateOf } from '#domain/shared/calendar.ts';
import { writing } from '#rendering/writing.ts';
import { controlHtml, controlWorkbook } from '#reports/control.ts';
import { asked, bothApprove, decides, lift, objects, tell, yes } from '#support/given.ts';
import { until } from '#support/stages.ts';
import { type TemporarySqlite, temporarySqlite } from '#support/stores.ts';
import {
  at,
  type beds,
  date,
  governance,
  SORMLAND,
  sAkut,
  sDecider,
  sKirurgi,
  VASTMANLAND,
  vAnestesi,
  vDecider,
  vKirurgi,
} from '#support/world.ts';
import { directory, historyOf, known, stories, WORDS } from '../views/support.ts';

let sqlite: TemporarySqlite;
let list: ControlList;
const deviated = known(stories.deviated);
beforeAll(async () => {
  sqlite = await temporarySqlite();
  const contract = until('contract');
  const together = known(contract);
  if (!('contract' in together)) throw new Error('no contract');
  const alone = {
    ...together,
    item: { ...together.item, id: 'ALONE' as typeof beds.id, title: 'Ensamma sängar' },
    participants: together.participants.slice(0, 1),
  };
  for (const [state, story] of [
    [deviated, stories.deviated],
    [{ ...together, item: { ...together.item, id: 'TOGETHER' as typeof beds.id } }, contract],
    [alone, contract],
  ] as const) {
    await sqlite.store.put(
      {
        kind: 'case',
        id: state.item.id,
        index: caseIndex(state, governance, 0),
        body: { state, history: historyOf(story), notices: [] },
      },
      null,
    );
  }
  const scope = {
    period: { from: date('2026-01-01'), to: date('2027-12-31') },
    region: null,
    category: null,
    asOf: at('2028-01-10 09:00'),
  };
  list = await controlList(sqlite.store, await allFacts(sqlite.store), scope, { directory, reader: null });
});
afterAll(() => sqlite.dispose());

describe('the internal control list (domain: indicator 2)', () => {
  it('has what could be coordinated and was not, with the decided reasons, and nothing that was', () => {
    expect(list.share).toMatchObject({ numerator: 2, denominator: 3 });
    expect(list.reasoned).toMatchObject({ numerator: 1, denominator: 2 });
    expect(list.rows.map(({ item, how }) => [item, how]).toSorted()).toEqual(
      [
        [deviated.item.id, 'deviation-decided'],
        ['ALONE', 'contracted-alone'],
      ].toSorted(),
    );
    const row = list.rows.find(({ item }) => item === deviated.item.id);
    expect(row?.reasons.map(({ text }) => text)).toContain(WORDS.vDecision);
    expect(row?.reasons[0]).toMatchObject({ rule: expect.any(String), ruleVersion: expect.any(String) });
    expect(row?.on).toBe(dateOf(stories.deviated.events.at(-1)?.at ?? stories.deviated.now));
    expect(list.rows.find(({ item }) => item === 'ALONE')?.reasons).toEqual([]);
  });

  it('has the reason of a deviation in part, also where it ended the coordination', async () => {
    const decided = tell(
      asked,
      yes(sAkut, 10),
      yes(sKirurgi, 20),
      objects(vAnestesi),
      objects(vKirurgi),
      lift('coordinate-partly'),
      ...bothApprove(),
      decides(sDecider, SORMLAND, 'coordinate'),
      decides(vDecider, VASTMANLAND, 'coordinate-partly', '2027-12-31'),
    );
    const facts = factsOf(known(decided));
    if (!facts) throw new Error('no facts');
    const store = { ...sqlite.store, get: async () => ({ body: { state: known(decided) } }) as never };
    const scope = {
      period: { from: date('2026-01-01'), to: date('2026-12-31') },
      region: null,
      category: null,
      asOf: at('2027-01-10 09:00'),
    };
    const counted = await controlList(store, [{ ...facts, possible: true }], scope, {
      directory,
      reader: null,
    });
    expect(counted.reasoned).toMatchObject({ numerator: 1, denominator: 1 });
    expect(counted.rows.map(({ reasons }) => reasons.map(({ regions }) => regions))).toEqual([
      [[VASTMANLAND]],
    ]);
  });

  it.each(['sv', 'en'] as const)(
    'is evidence on paper, and names what has no decided reason (%s)',
    (language) => {
      const page = controlHtml(list, writing(language));
      for (const part of [
        WORDS.vDecision,
        'Ensamma sängar',
        language === 'sv' ? 'Inget beslutat skäl' : 'No decided reason',
        language === 'sv' ? '(2 av 3)' : '(2 of 3)',
      ])
        expect(page).toContain(part);
    },
  );

  it('is a workbook with a row for each reason', () => {
    const book = read(controlWorkbook(list, writing('sv')));
    const rows = utils.sheet_to_json<Record<string, string>>(book.Sheets.kontroll ?? {});
    expect(rows.length).toBeGreaterThanOrEqual(2);
    expect(rows.map((row) => row['Beslutat skäl'])).toContain('Inget beslutat skäl');
    expect(rows.map((row) => row.id)).toContain('ALONE');
  });
});
