import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseIndex } from '#application/cases.ts';
import { createReportLinks, type ReportLinks } from '#application/reporting/links.ts';
import { createSamordna, type Samordna } from '#application/samordna.ts';
import { instantOf } from '#domain/shared/calendar.ts';
import { type Instant, itemId } from '#domain/shared/ids.ts';
import type { ServedPage } from '#http/server.ts';
import { until } from '#support/stages.ts';
import { at, governance } from '#support/world.ts';
import { createReportPages } from '../../../src/report-pages.ts';
import { historyOf, known } from '../views/support.ts';
import { ANNA, ERIK, type Talk, talk } from './talking.ts';

const NOW = at('2026-11-23 09:00');
const BASE = 'https://samordna.example.se';
let chat: Talk;
let samordna: Samordna;
let machine: Instant = NOW;
let n = 0;
const salt = () => `salt-of-twenty-marks-${n++}`;
const later = (minutes: number) => instantOf(Date.parse(NOW) + minutes * 60_000);

beforeAll(async () => {
  chat = await talk(NOW);
  samordna = createSamordna({
    store: chat.sqlite.store,
    clock: { now: () => NOW },
    machineClock: { now: () => machine },
    salt,
    base: () => BASE,
  });
});
afterAll(() => chat.sqlite.dispose());

const says = async (email: string, text: string) => {
  const [reply] = await samordna.conversation.said(await chat.callerOf(email), text, []);
  return JSON.stringify(reply?.card);
};
/** A browser that prints what it was given. */
let print: ((html: string) => Promise<Uint8Array | 'busy' | null>) | null = null;
const pages = (links: ReportLinks = samordna.links) =>
  createReportPages({
    store: chat.sqlite.store,
    samordna,
    links,
    itemAddress: (id) => `${BASE}/item/${id}`,
    pageAddress: (token, file) => `${BASE}/report/${token}/${file}`,
    print,
  });
const served = async (token: string, file: string, links?: ReportLinks): Promise<ServedPage | null> => {
  const page = await pages(links)(token, file);
  if (page === 'busy') throw new Error('busy');
  return page;
};
const tokenIn = (card: string): string => /\/report\/([\w-]+)\/index\.html/.exec(card)?.[1] ?? '';

type Data = Readonly<Record<string, unknown>>;
/** What a button of a card carries. */
const dataOf = (card: string, verb: string, which: (data: Data) => boolean): Data => {
  const found: Data[] = [];
  JSON.parse(card, (key, value) => {
    if (key === 'data' && value?.verb === verb && which(value)) found.push(value);
    return value;
  });
  const [first] = found;
  if (!first) throw new Error(`no button ${verb}`);
  return first;
};

describe('a report from the chat', () => {
  it('is the numbers at a glance and the way to the page and to the data', async () => {
    const card = await says(ANNA, 'tertialrapport 2025 T1');
    expect(card).toContain('1 januari 2025 till 30 april 2025');
    expect(card).toContain('Kan inte beräknas');
    expect(card).toContain('Inget att räkna på i perioden.');
    const token = tokenIn(card);
    expect(card).toContain(`${BASE}/report/${token}/figures.xlsx`);
    const page = await served(token, 'index.html');
    expect(page).toMatchObject({
      type: 'text/html; charset=utf-8',
      body: expect.stringContaining('Samordnad upphandling tertial 1 2025'),
    });
    const cases = await served(token, 'cases.html');
    expect(cases?.body).toContain('Upphandlingarna bakom siffrorna');
    expect(Buffer.from((await served(token, 'figures.xlsx'))?.body ?? '').toString('latin1', 0, 2)).toBe(
      'PK',
    );
  });

  it('without a period is of the tertial that ended last, and the board of the running year', async () => {
    expect(await says(ANNA, 'tertialrapport')).toContain('1 maj 2026 till 31 augusti 2026');
    const board = await says(ANNA, 'nyckeltal');
    expect(board).toContain('1 januari 2026 till 31 december 2026');
    expect(board).toContain('Perioden pågår');
  });

  it('a delår ends on the decided day', async () => {
    expect(await says(ANNA, 'delårsrapport 2025')).toContain('1 januari 2025 till 31 augusti 2025');
    expect(await says(ANNA, 'delårsrapport')).toContain('1 januari 2026 till 31 augusti 2026');
  });

  it("the page for a regionstyrelse is the asker's own region's", async () => {
    const card = await says(ANNA, 'sida till regionstyrelsen 2025');
    expect(card).not.toContain('Västmanland');
    const page = await served(tokenIn(card), 'index.html');
    expect(page?.body).toContain('En sida till regionstyrelsen · Region Sörmland');
  });

  it('is a PDF too where a browser prints, whose links say where they lead', async () => {
    const withPdf = createSamordna({
      store: chat.sqlite.store,
      clock: { now: () => NOW },
      machineClock: { now: () => machine },
      salt,
      base: () => BASE,
      printsPdf: true,
    });
    const [reply] = await withPdf.conversation.said(await chat.callerOf(ANNA), 'nyckeltal', []);
    const card = JSON.stringify(reply?.card);
    const token = tokenIn(card);
    expect(card).toContain(`${BASE}/report/${token}/report.pdf`);
    expect(await says(ANNA, 'nyckeltal')).not.toContain('report.pdf');

    const printed: string[] = [];
    print = async (html) => {
      printed.push(html);
      return new TextEncoder().encode('%PDF-1.7');
    };
    const page = await served(token, 'report.pdf');
    expect([page?.type, String(page?.body)]).toEqual(['application/pdf', '%PDF-1.7']);
    expect(printed[0]).toContain(`href="${BASE}/report/${token}/cases.html#`);
    expect(printed[0]).not.toContain('href="cases.html');
    // A report's page on a screen leads to the pages beside it.
    expect((await served(token, 'index.html'))?.body).toContain('href="cases.html#');
    print = async () => 'busy';
    expect(await pages()(token, 'report.pdf')).toBe('busy');
    print = async () => null;
    expect(await pages()(token, 'report.pdf')).toBeNull();
    print = null;
    expect(await pages()(token, 'report.pdf')).toBeNull();
  });

  it('of one category says so, and so do the cards that lead on', async () => {
    const card = await says(ANNA, 'nyckeltal 2025 cpv 33');
    expect(card).toContain('33');
    expect(card).toContain('"category":"33"');
    const page = await served(tokenIn(card), 'index.html');
    expect(page?.body).toContain('Bara upphandlingar vars CPV-kod börjar med 33');
  });

  it('leads in the chat from the figures to the procurements, and from one to its history', async () => {
    const contract = known(until('contract'));
    const id = itemId('AVTAL');
    const state = { ...contract, item: { ...contract.item, id } };
    const body = { state, history: historyOf(until('contract')), notices: [] };
    await chat.sqlite.store.put({ kind: 'case', id, index: caseIndex(state, governance, 0), body }, null);
    const card = await says(ANNA, 'nyckeltal 2027');
    const behind = dataOf(card, 'findings.show', ({ of }) => of === 'behind');
    expect(behind).toMatchObject({ topic: 'share', from: '2027-01-01', to: '2027-12-31' });
    expect(await chat.presses(ANNA, behind)).toContain('"item.show","item":"AVTAL"');
    // Nothing was contracted then, and nothing is led to.
    expect(await says(ANNA, 'nyckeltal 2021')).not.toContain('"of":"behind"');
    const control = dataOf(
      await says(ANNA, 'nyckeltal 2021'),
      'findings.show',
      ({ topic }) => topic === 'control',
    );
    expect(control).toMatchObject({ of: 'figures', from: '2021-01-01' });
    const item = await chat.presses(ANNA, { verb: 'item.show', item: 'MT924' });
    const history = dataOf(item, 'item.history', () => true);
    expect(await chat.presses(ANNA, history)).toContain('Operationsbord');
  });

  it('is not for a unit manager', async () => {
    expect(await says(ERIK, 'tertialrapport 2025 T1')).not.toContain('/report/');
  });

  it('says where it is written when no address leads to the server', async () => {
    const card = await chat.says(ANNA, 'nyckeltal');
    expect(card).toContain('Be dem som sköter Samordna om den');
    expect(card).not.toContain('Action.OpenUrl');
  });
});

describe('a link', () => {
  const request = {
    kind: 'board',
    region: null,
    period: { from: '2026-01-01', to: '2026-12-31' },
  } as const;
  const issued = async (email: string) => {
    const person = (await samordna.people.directory()).find(email);
    if (!person) throw new Error(`nobody is ${email}`);
    return samordna.links.issue({ person: person.id, request: request as never, language: 'en' });
  };

  it('holds for half an hour, opens nothing else, and nothing opens without one', async () => {
    const token = await issued(ANNA);
    const open = pages();
    machine = later(29);
    expect(await open(token, 'index.html')).not.toBeNull();
    for (const file of ['', 'case-MT924.html', '../index.html', 'report.pdf', 'INDEX.HTML'])
      expect(await open(token, file)).toBeNull();
    for (const other of ['', 'x', `${token}x`, token.slice(1), '../governance', 'plan-s1'])
      expect(await open(other, 'index.html')).toBeNull();
    machine = later(30);
    expect(await open(token, 'index.html')).toBeNull();
    machine = NOW;
  });

  it('lapses with the right to read reports', async () => {
    expect(await pages()(await issued(ERIK), 'index.html')).toBeNull();
  });

  it('is forgotten when the person asks again after it has lapsed', async () => {
    const token = await issued(ANNA);
    machine = later(31);
    await issued(ANNA);
    machine = NOW;
    expect(await samordna.links.open(token)).toBeNull();
    const guessed = createReportLinks(chat.sqlite.store, {
      machineClock: { now: () => NOW },
      salt: () => 'x',
    });
    expect(await guessed.open('xx')).toBeNull();
  });
});
