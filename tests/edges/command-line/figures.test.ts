import { writeFile } from 'node:fs/promises';
import { utils, write } from '@e965/xlsx';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { actorOf } from '#application/asking.ts';
import { caseIndex } from '#application/cases.ts';
import { createSamordna, type Samordna } from '#application/samordna.ts';
import type { Person } from '#domain/directory/person.ts';
import { itemId } from '#domain/shared/ids.ts';
import { until } from '#support/stages.ts';
import { type TemporarySqlite, temporarySqlite } from '#support/stores.ts';
import { at, beds, governance } from '#support/world.ts';
import * as figures from '../../../src/cli/commands/figures.ts';
import { savingsImport } from '../../../src/cli/commands/savings.ts';
import type { CliContext } from '../../../src/cli/context.ts';
import { Failure } from '../../../src/cli/output.ts';
import { historyOf, known, people } from '../../application/views/support.ts';
import { commandLine } from './command-line.ts';

const cli = commandLine({ prepare: false });
const SECRET = itemId('SECRET');
const HEAD = 'item,method,quantity,first,second,index,unmatched,winner,years,assumptions';
let sqlite: TemporarySqlite;
let samordna: Samordna;
beforeEach(async () => {
  sqlite = await temporarySqlite();
  for (const [id, story] of [
    [beds.id, until('contract')],
    [SECRET, until('evaluation')],
  ] as const) {
    const state = { ...known(story), item: { ...known(story).item, id } };
    const body = { state, history: historyOf(story), notices: [] };
    await sqlite.store.put({ kind: 'case', id, index: caseIndex(state, governance, 0), body }, null);
  }
  const clock = { now: () => at('2028-01-10 09:00') };
  samordna = createSamordna({ store: sqlite.store, clock, machineClock: clock, salt: () => 'salt' });
});
afterEach(() => sqlite.dispose());

/** As this person, or as the command line itself. */
const as = (person: Person | null): CliContext => ({
  store: sqlite.store,
  samordna: async () => samordna,
  person: async () => {
    if (person) return person;
    throw new Error('nobody asks');
  },
  actor: async () => (person ? actorOf(person) : { kind: 'operator', name: 'os' }),
});
const { officer, controller, sKirurgi, outsider } = people;
const figuresKept = async () => (await samordna.cases.load(beds.id))?.state.figures;
const state = async () => {
  const file = await cli.file('one.csv', `${HEAD}\n${beds.id},basket,100,1000,900,0,0,,4,Som 2025`);
  await savingsImport(as(officer), file, { lang: 'sv' });
};
const shown = async (person: Person | null = controller) =>
  (await figures.savingsShow(as(person), beds.id)).json as {
    saving: { stated: string; annual: unknown } | null;
    validated: unknown;
    realised: unknown[];
    costs: { number: number }[];
  };
/** The exit code and the sentence of what fails. */
const failing = async (work: Promise<unknown>): Promise<readonly [number, string]> => {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    expect(error.message).toMatch(/^[A-Z“"-].*[.]$/);
    return [error.exit, error.message];
  }
  throw new Error('it was allowed');
};

describe('validating a saving', () => {
  it('finance signs the one that it has seen, once, and not one that has been computed anew since', async () => {
    await state();
    const { saving } = await shown();
    const stated = saving?.stated ?? '';
    const signed = await figures.savingsValidate(as(controller), beds.id, { stated });
    expect(signed.json).toMatchObject({ item: beds.id, changed: true, noted: { kind: 'validated', stated } });
    expect((await shown()).validated).toMatchObject({ by: controller.id });
    expect((await figures.savingsValidate(as(controller), beds.id, { stated })).json).toMatchObject({
      changed: false,
      noted: null,
    });
    const old = figures.savingsValidate(as(controller), beds.id, { stated: '2020-01-01T00:00:00Z' });
    expect(await failing(old)).toEqual([1, expect.stringMatching(/./)]);
  });

  it('is finance’s alone, never the author’s, and a person’s (KL 6:38)', async () => {
    const stated = '2028-01-10T08:00:00.000Z';
    const tried = (person: Person | null) =>
      failing(figures.savingsValidate(as(person), beds.id, { stated }));
    expect(await tried(controller)).toEqual([1, expect.stringContaining('no saving to sign')]);
    await state();
    expect(await tried(officer)).toEqual([1, expect.stringContaining('name a controller')]);
    expect(await tried(null)).toEqual([1, expect.stringContaining('A person has to do that')]);
    const file = await cli.file('own.csv', `${HEAD}\n${beds.id},basket,100,1000,800,0,0,,4,Egen`);
    await savingsImport(as(controller), file, { lang: 'sv' });
    const { saving } = await shown();
    expect(
      await failing(figures.savingsValidate(as(controller), beds.id, { stated: saving?.stated ?? '' })),
    ).toEqual([1, expect.stringContaining('calculated this saving yourself')]);
    expect(await failing(figures.savingsValidate(as(controller), beds.id, { stated: 'igår' }))).toEqual([
      2,
      expect.stringContaining('savings show'),
    ]);
  });
});

describe('realised values', () => {
  const stretch = { from: '2027-08-01', to: '2027-12-31' };
  it('by article in lines; the same first day again replaces, the same again changes nothing', async () => {
    const line = ['50; 1000; 900', 'Kudde; 10; -; 45'];
    const noted = await figures.savingsRealised(as(officer), beds.id, { ...stretch, line });
    expect(noted.json).toMatchObject({ noted: { kind: 'realised', ...stretch, value: 5000 } });
    await figures.savingsRealised(as(officer), beds.id, { ...stretch, line: ['50; 1000; 1100'] });
    expect((await shown()).realised).toEqual([expect.objectContaining({ ...stretch, value: -5000 })]);
  });

  it('from a workbook, whose unreadable rows are named and leave nothing behind', async () => {
    const file = cli.path('invoiced.xlsx');
    const written = async (...rows: readonly unknown[][]) => {
      const book = utils.book_new();
      const sheet = utils.aoa_to_sheet([['Quantity', 'Old', 'Invoiced'], ...rows]);
      utils.book_append_sheet(book, sheet, 'x');
      await writeFile(file, new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer));
    };
    await written([50, 1000, 900], ['många', 1, 1], [5, 10, 'okänt']);
    expect(await failing(figures.savingsRealised(as(officer), beds.id, { ...stretch, file }))).toEqual([
      2,
      expect.stringMatching(/^Row 3, Row 4 cannot be read/),
    ]);
    expect(await figuresKept()).toBeUndefined();
    await written([50, 1000, 900], [10, '', 45]);
    const noted = await figures.savingsRealised(as(officer), beds.id, { ...stretch, file });
    expect(noted.json).toMatchObject({ changed: true, noted: { value: 5000 } });
    const other = await cli.file('other.csv', 'a;b\n1;2\n');
    expect(await failing(figures.savingsRealised(as(officer), beds.id, { ...stretch, file: other }))).toEqual(
      [2, expect.stringContaining('quantity')],
    );
  });

  it.each([
    [{ from: '2027-08-01', to: 'idag', line: ['1; 1; 1'] }, 2, /^--to is "idag"/],
    [{ ...stretch }, 2, /--line|--file/],
    [{ ...stretch, line: ['1; 1; 1', 'två; tre'] }, 2, /^--line 2 cannot be read/],
    [{ from: '2027-12-31', to: '2027-08-01', line: ['1; 1; 1'] }, 1, /ends before it begins/],
    [{ from: '2027-08-01', to: '2029-01-01', line: ['1; 1; 1'] }, 1, /./],
  ])('%j is refused in one sentence', async (given, exit, like) => {
    expect(await failing(figures.savingsRealised(as(officer), beds.id, given))).toEqual([
      exit,
      expect.stringMatching(like),
    ]);
  });
});

describe('attribution and methods that cannot be used', () => {
  it('what is not attributed is unknown, and more than a hundred per cent is refused', async () => {
    const said = await figures.savingsAttribute(as(controller), beds.id, {
      coordination: '50',
      market: '30 %',
    });
    expect(said.json).toMatchObject({
      noted: {
        shares: { coordination: 0.5, market: 0.3, 'e-commerce': 0, 'category-work': 0, unknown: 0.2 },
      },
    });
    const much = figures.savingsAttribute(as(controller), beds.id, { coordination: '80', category: '30' });
    expect(await failing(much)).toEqual([2, expect.stringContaining('more than a hundred')]);
    expect((await failing(figures.savingsAttribute(as(sKirurgi), beds.id, { coordination: '50' })))[0]).toBe(
      1,
    );
  });

  it('a method is ruled out by one of the known reasons', async () => {
    const rule = (method: string, obstacle: string) =>
      figures.savingsRuleOut(as(officer), beds.id, { method, obstacle });
    expect((await rule('basket', 'data-missing')).json).toMatchObject({ changed: true });
    expect((await rule('basket', 'data-missing')).json).toMatchObject({ changed: false });
    expect(await failing(rule('guess', 'data-missing'))).toEqual([2, expect.stringContaining('basket')]);
    expect(await failing(rule('basket', 'lazy'))).toEqual([2, expect.stringContaining('not-comparable')]);
  });
});

describe('what coordinating takes', () => {
  const log = (amount: string, category: string, person: Person | null = sKirurgi) =>
    figures.costsLog(as(person), beds.id, amount, { category });
  it('is logged by whoever coordinates, as time or an external’s amount, and withdrawn by its number', async () => {
    expect((await log('2 h 30 min', 'meetings')).json).toMatchObject({
      noted: { kind: 'cost', number: 1, category: 'meetings', seconds: 9000, external: 0 },
    });
    expect((await log('12 000 kr', 'external', officer)).json).toMatchObject({
      noted: { number: 2, seconds: 0, external: 12_000 },
    });
    expect(await failing(figures.costsWithdraw(as(sKirurgi), beds.id, '2'))).toEqual([1, expect.any(String)]);
    await figures.costsWithdraw(as(sKirurgi), beds.id, '1');
    expect((await shown()).costs.map(({ number }) => number)).toEqual([2]);
    expect(await failing(figures.costsWithdraw(as(officer), beds.id, '9'))).toEqual([1, expect.any(String)]);
    expect(await failing(figures.costsWithdraw(as(officer), beds.id, 'ett'))).toEqual([
      2,
      expect.any(String),
    ]);
  });

  it('logged again within half an hour by the same person it is refused, unless it is once more', async () => {
    const before = (await shown()).costs.length;
    await log('4 h', 'anchoring');
    expect(await failing(log('4 h', 'anchoring'))).toEqual([1, expect.stringContaining('--again')]);
    await log('4 h', 'anchoring', officer);
    await log('4 h', 'requirements');
    expect((await shown()).costs).toHaveLength(before + 3);
    await figures.costsLog(as(sKirurgi), beds.id, '4 h', { category: 'anchoring', again: true });
    expect((await shown()).costs).toHaveLength(before + 4);
  });

  it('is nobody else’s, and what cannot be read says how it is written', async () => {
    expect((await failing(log('2 h', 'meetings', outsider)))[0]).toBe(1);
    expect((await failing(log('2 h', 'meetings', null)))[0]).toBe(1);
    expect(await failing(log('länge', 'meetings'))).toEqual([2, expect.stringContaining('2 h')]);
    expect(await failing(log('2 h', 'fika'))).toEqual([2, expect.stringContaining('anchoring')]);
  });
});

describe('figures from the follow-up of a contract', () => {
  it.each([
    [{ nonconformities: '3' }, { kind: 'nonconformities', count: 3 }],
    [{ fidelity: '92,5 %' }, { kind: 'fidelity', share: 0.925 }],
    [{ sustainability: '100' }, { kind: 'sustainability', share: 1 }],
    [{ contractValue: '6 000 000' }, { kind: 'contract-value', value: 6_000_000 }],
  ])('%j is noted once', async (given, noted) => {
    const done = await figures.itemNote(as(officer), beds.id, given);
    expect(done.json).toMatchObject({ item: beds.id, changed: true, noted });
    expect((await figures.itemNote(as(officer), beds.id, given)).json).toMatchObject({ changed: false });
  });

  it.each([
    [{}, /^Say one figure/],
    [{ nonconformities: '1', fidelity: '2' }, /^Say one figure/],
    [{ nonconformities: 'några' }, /^--nonconformities is "några"/],
    [{ fidelity: '120' }, /^--fidelity is "120"/],
    [{ sustainability: '-1' }, /^--sustainability is "-1"/],
    [{ contractValue: '0' }, /^--contract-value is "0"/],
  ])('%j is refused in one sentence', async (given, like) => {
    expect(await failing(figures.itemNote(as(officer), beds.id, given))).toEqual([
      2,
      expect.stringMatching(like),
    ]);
  });

  it('is no unit manager’s, and comes after the contract', async () => {
    const given = { fidelity: '90' };
    expect((await failing(figures.itemNote(as(sKirurgi), beds.id, given)))[0]).toBe(1);
    expect((await failing(figures.itemNote(as(officer), SECRET, given)))[0]).toBe(1);
  });
});

describe('what is known of a saving', () => {
  it('is shown to whoever weighs it, and not before the award (OSL 19:3)', async () => {
    await state();
    expect((await shown(null)).saving?.annual).toEqual({ low: 10_000, base: 10_000, high: 10_000 });
    expect(await failing(figures.savingsShow(as(sKirurgi), beds.id))).toEqual([1, expect.any(String)]);
    for (const person of [null, controller])
      expect(await failing(figures.savingsShow(as(person), SECRET))).toEqual([
        1,
        expect.stringContaining('secret'),
      ]);
    expect(await failing(figures.savingsShow(as(null), 'NOWHERE'))).toEqual([2, expect.any(String)]);
  });
});
