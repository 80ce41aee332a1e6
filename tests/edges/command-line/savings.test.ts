import { writeFile } from 'node:fs/promises';
import { utils, write } from '@e965/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actorOf } from '#application/asking.ts';
import { caseIndex } from '#application/cases.ts';
import { createSamordna, type Samordna } from '#application/samordna.ts';
import type { Actor } from '#domain/shared/actor.ts';
import { itemId } from '#domain/shared/ids.ts';
import { until } from '#support/stages.ts';
import { type TemporarySqlite, temporarySqlite } from '#support/stores.ts';
import { at, beds, governance } from '#support/world.ts';
import { savingsImport } from '../../../src/cli/commands/savings.ts';
import type { CliContext } from '../../../src/cli/context.ts';
import { historyOf, known, people } from '../../application/views/support.ts';
import { commandLine } from './command-line.ts';

const cli = commandLine({ prepare: false });
let sqlite: TemporarySqlite;
let samordna: Samordna;
let actor: Actor = actorOf(people.officer);
const SECRET = itemId('SECRET');
beforeAll(async () => {
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
afterAll(() => sqlite.dispose());
const context = (): CliContext => ({
  store: sqlite.store,
  samordna: async () => samordna,
  person: () => Promise.reject(new Error('nobody asks')),
  actor: async () => actor,
});
const HEAD = 'item,method,quantity,first,second,index,unmatched,winner,years,assumptions';
const rows = (...lines: readonly string[]) => [HEAD, ...lines].join('\n');
const GOOD = [
  `${beds.id},varukorg,90–100–110,1000,900,0,0,,4,Volym som 2025`,
  `${beds.id},varukorg,10,50,60,,,,,`,
];
const imported = async (text: string, options: { dryRun?: boolean; lang?: string } = {}) => {
  const file = await cli.file('savings.csv', text);
  return (await savingsImport(context(), file, { lang: 'sv', ...options })).json as {
    items: number;
    stated: number;
    unchanged: number;
    rejected: { row: number; item: string; reason: string; message: string }[];
  };
};
const saving = async () => (await samordna.cases.load(beds.id))?.state.figures?.saving;

describe('savings import', () => {
  it('says first what would happen, and writes nothing', async () => {
    expect(await imported(rows(...GOOD), { dryRun: true })).toMatchObject({
      items: 1,
      stated: 1,
      rejected: [],
    });
    expect(await saving()).toBeUndefined();
  });

  it('tells each item’s fault in a sentence with its row, in both languages, and goes on with the others', async () => {
    const text = rows(
      `${SECRET},basket,1,2,1,0,0,,4,Hemligt`,
      'NOWHERE,basket,1,2,1,0,0,,4,Okänd',
      `${beds.id},basket,många,1000,900,0,0,,4,Text`,
    );
    const found = await imported(text);
    expect(found.rejected.map(({ row, reason }) => [row, reason])).toEqual([
      [2, 'bids-secret'],
      [3, 'unknown-item'],
      [4, 'lines-unreadable'],
    ]);
    for (const { message } of found.rejected) expect(message).toMatch(/^\p{Lu}.{20,}[.]$/u);
    expect((await imported(text, { lang: 'en' })).rejected[0]?.message).toMatch(/^Tenders are|secret/);
    expect(await saving()).toBeUndefined();
  });

  it('names each row of a refused item: the one at fault with its fault, the others as stated with it', async () => {
    const found = await imported(
      rows(
        `${beds.id},varukorg,90–100–110,1000,900,0,0,,4,Volym som 2025`,
        `${beds.id},varukorg,10,femtio,60,,,,,`,
        `${beds.id},marknadspris,10,50,60,,,,,`,
        `${beds.id},varukorg,10,50,60,,,,,`,
        `${SECRET},basket,1,2,1,0,0,,4,Hemligt`,
        `${SECRET},basket,1,2,1,,,,,`,
      ),
    );
    expect(found.rejected.map(({ row, reason }) => [row, reason])).toEqual([
      [2, 'row-with-others'],
      [3, 'lines-unreadable'],
      [4, 'method-unreadable'],
      [5, 'row-with-others'],
      [6, 'bids-secret'],
      [7, 'bids-secret'],
    ]);
    expect(await saving()).toBeUndefined();
  });

  it('what is said once for an item is its first row’s fault', async () => {
    const found = await imported(
      rows(`${beds.id},varukorg,1,2,1,0,0,,många,Volym`, `${beds.id},varukorg,1,2,1,,,,,`),
    );
    expect(found.rejected.map(({ row, reason }) => [row, reason])).toEqual([
      [2, 'number-unreadable'],
      [3, 'row-with-others'],
    ]);
    const silent = await imported(
      rows(`${beds.id},varukorg,1,2,1,0,0,,4,`, `${beds.id},varukorg,1,2,1,,,,,Text på fel rad`),
    );
    expect(silent.rejected.map(({ row, reason }) => [row, reason])).toEqual([
      [2, 'text-missing'],
      [3, 'row-with-others'],
    ]);
  });

  it('states an item’s rows as one saving; the same file again changes nothing', async () => {
    expect(await imported(rows(...GOOD))).toMatchObject({ stated: 1, unchanged: 0 });
    expect(await saving()).toMatchObject({
      method: 'basket',
      annual: { low: 8900, base: 9900, high: 10_900 },
      texts: { assumptions: 'Volym som 2025' },
    });
    expect(await imported(rows(...GOOD))).toMatchObject({ stated: 0, unchanged: 1 });
  });

  it('reads a workbook of tenders too', async () => {
    const sheet = utils.aoa_to_sheet([
      HEAD.split(','),
      ...[90, 100, 110].map((bid) => [beds.id, 'market-price', 10, bid, '', '', '', 90, 4, 'Tre anbud']),
    ]);
    const book = utils.book_new();
    utils.book_append_sheet(book, sheet, 'x');
    const file = cli.path('savings.xlsx');
    await writeFile(file, new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer));
    const outcome = await savingsImport(context(), file, { lang: 'sv' });
    expect(outcome.json).toMatchObject({ stated: 1, rejected: [] });
    expect(await saving()).toMatchObject({ method: 'market-price', bias: { bidders: 3 } });
  });

  it('is Inköp’s and finance’s; the command line itself states nothing (KL 6:38)', async () => {
    actor = { kind: 'operator', name: 'os' };
    expect((await imported(rows(...GOOD))).rejected[0]).toMatchObject({ reason: 'people-only' });
    actor = actorOf(people.sKirurgi);
    expect((await imported(rows(...GOOD))).rejected[0]).toMatchObject({ reason: 'not-allowed' });
  });

  it('needs its columns', async () => {
    const file = await cli.file('other.csv', 'a,b\n1,2\n');
    await expect(savingsImport(context(), file, { lang: 'sv' })).rejects.toThrow(/item/);
  });
});
