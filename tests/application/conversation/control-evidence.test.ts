import { read, utils } from '@e965/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseIndex } from '#application/cases.ts';
import { controlList } from '#application/figures/control.ts';
import { allFacts } from '#application/indicators.ts';
import { createSamordna, type Samordna } from '#application/samordna.ts';
import { isAsked } from '#domain/coordination/state.ts';
import { dateOf } from '#domain/shared/calendar.ts';
import { itemId, type PersonId, type PlainDate } from '#domain/shared/ids.ts';
import { writing } from '#rendering/writing.ts';
import { controlHtml, controlWorkbook } from '#reports/control.ts';
import { governance } from '#support/world.ts';
import { createReportPages } from '../../../src/report-pages.ts';
import { directory, historyOf, known, people, stories, WORDS } from '../views/support.ts';
import { ANNA, ERIK, type Talk, talk } from './talking.ts';

const story = stories.deviated;
const state = { ...known(story), item: { ...known(story).item, id: itemId('AVSTEG') } };
const BASE = 'https://samordna.example.se';
const NOW = story.now;
const year = dateOf(NOW).slice(0, 4);
const period = { from: `${year}-01-01` as PlainDate, to: `${year}-12-31` as PlainDate };
let chat: Talk;
let samordna: Samordna;
let n = 0;

beforeAll(async () => {
  chat = await talk(NOW);
  const index = caseIndex(state, governance, 0);
  const body = { state, history: historyOf(story), notices: [] };
  await chat.sqlite.store.put({ kind: 'case', id: state.item.id, index, body }, null);
  samordna = createSamordna({
    store: chat.sqlite.store,
    clock: { now: () => NOW },
    machineClock: { now: () => NOW },
    salt: () => `salt-of-twenty-marks-${n++}`,
    base: () => BASE,
  });
});
afterAll(() => chat.sqlite.dispose());

const says = async (email: string, text: string) => {
  const [reply] = await samordna.conversation.said(await chat.callerOf(email), text, []);
  return JSON.stringify(reply?.card);
};
const behind = async (email: string) => {
  const data = { verb: 'findings.show', topic: 'control', of: 'behind', ...period };
  return JSON.stringify((await samordna.conversation.pressed(await chat.callerOf(email), data)).card);
};
const opened = async (card: string, file: string) => {
  const token = new RegExp(`${BASE}/report/([\\w-]+)/${file.replace('.', '\\.')}`).exec(card)?.[1] ?? '';
  const pages = createReportPages({
    store: chat.sqlite.store,
    samordna,
    links: samordna.links,
    itemAddress: () => null,
    pageAddress: () => null,
    print: null,
  });
  return { token, pages, page: await pages(token, file) };
};

describe('the control point in the chat', () => {
  it('shows each decided reason, and leads to the evidence as a page and as rows', async () => {
    const card = await says(ANNA, 'kontrollpunkten');
    expect(card).toContain('Öppna underlaget');
    const shown = await behind(ANNA);
    expect(shown).toContain('Beslutat skäl');
    expect(shown).toContain(WORDS.vDecision);
    expect(shown).toContain('avsteg');
    const { page } = await opened(shown, 'control.html');
    if (page === null || page === 'busy') throw new Error('no page');
    expect(page.type).toContain('text/html');
    expect(page.body).toContain(WORDS.vDecision);
    const rows = (await opened(card, 'control.xlsx')).page;
    if (rows === null || rows === 'busy') throw new Error('no workbook');
    const [sheet] = Object.values(read(rows.body, { type: 'buffer' }).Sheets);
    expect(JSON.stringify(utils.sheet_to_json(sheet ?? {}))).toContain(WORDS.vDecision);
  });

  it('its link opens nothing of a report, and a report’s opens nothing of the control', async () => {
    const { token, pages } = await opened(await says(ANNA, 'kontrollpunkten'), 'control.html');
    for (const file of ['index.html', 'cases.html', 'figures.xlsx', 'report.pdf', 'control.pdf', ''])
      expect(await pages(token, file)).toBeNull();
    const board = /report\/([\w-]+)\/index\.html/.exec(await says(ANNA, 'nyckeltal'))?.[1] ?? '';
    expect(await pages(board, 'index.html')).not.toBeNull();
    for (const file of ['control.html', 'control.xlsx']) expect(await pages(board, file)).toBeNull();
  });

  it('a unit manager sees the figure, but neither the reasons nor the evidence', async () => {
    expect(await says(ERIK, 'kontrollpunkten')).not.toContain('/report/');
    const shown = await behind(ERIK);
    expect(shown).toContain(state.item.title);
    for (const kept of [WORDS.vDecision, 'Beslutat skäl', '/report/']) expect(shown).not.toContain(kept);
  });

  it('whoever has declared a conflict is not shown what was decided (KL 6:28–32)', async () => {
    if (!isAsked(state)) throw new Error('nobody was asked');
    const id = itemId('JAV');
    const settlements = state.settlements.map((one) => ({ ...one, conflicted: [people.auditor.id] }));
    const declared = { ...state, item: { ...state.item, id }, settlements };
    const body = { state: declared, history: historyOf(story), notices: [] };
    const index = caseIndex(declared, governance, 0);
    await chat.sqlite.store.put({ kind: 'case', id, index, body }, null);
    const scope = { period, region: null, category: null, asOf: NOW };
    const facts = (await allFacts(chat.sqlite.store)).filter(({ item }) => item === id);
    const listed = (reader: PersonId | null) =>
      controlList(chat.sqlite.store, facts, scope, { directory, reader });
    const open = await listed(people.controller.id);
    expect(open.rows[0]?.reasons.length).toBeGreaterThan(0);
    expect(open.rows[0]).not.toHaveProperty('withheld');
    const withheld = await listed(people.auditor.id);
    expect(withheld.rows).toMatchObject([{ item: id, reasons: [], withheld: true }]);
    for (const [language, said] of [
      ['sv', 'du har anmält jäv'],
      ['en', 'you have declared a conflict'],
    ] as const) {
      const page = controlHtml(withheld, writing(language));
      expect(page).toContain(said);
      expect(page).not.toContain(WORDS.vDecision);
      const [sheet] = Object.values(read(controlWorkbook(withheld, writing(language))).Sheets);
      expect(JSON.stringify(utils.sheet_to_json(sheet ?? {}))).toContain(said);
    }
  });
});
