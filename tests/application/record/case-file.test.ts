import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseBody } from '#application/cases.ts';
import { type CaseFile, caseFile } from '#application/record/case-file.ts';
import type { Language } from '#domain/shared/language.ts';
import { writing } from '#rendering/writing.ts';
import { caseHtml } from '#reports/case-html.ts';
import { html } from '#reports/markup.ts';
import { en } from '#reports/text/en.ts';
import { sv } from '#reports/text/sv.ts';
import { beds, governance } from '#support/world.ts';
import { DISSENT, type Office, office, vRegistrar, wholeStory } from './office.ts';

let place: Office;
let body: CaseBody;
let file: CaseFile;
beforeAll(async () => {
  place = await office();
  await wholeStory(place);
  await place.does(vRegistrar, {
    do: 'register',
    region: vRegistrar.region,
    number: 'REG 2026-0412',
    through: 10,
  });
  const found = await place.samordna.cases.load(beds.id);
  if (!found) throw new Error('no case');
  body = found;
  const directory = await place.samordna.people.directory();
  file = caseFile(body, { now: place.now, directory, governance });
});
afterAll(() => place.sqlite.dispose());

const pageIn = (language: Language, of: CaseFile = file) => caseHtml(of, writing(language));

describe('a case as a readable document', () => {
  it('has before and after of each change, time per level, dissent, mandates and both numbers', () => {
    expect(file.revisions.at(-1)?.changes).toEqual([
      { field: 'value', before: 4_000_000, after: 5_500_000 },
      { field: 'advertise', before: '2021-02-01', after: '2021-03-01' },
    ]);
    expect(file.ladders).toHaveLength(1);
    expect(file.ladders[0]?.levels.map(({ level, workingDays }) => [level, workingDays])).toEqual([
      ['dialogue', 3],
      ['council', 6],
      ['decision', 13],
    ]);
    expect(file.positions.at(-1)?.texts.dissent).toBe(DISSENT);
    expect(file.decisions.map(({ rule, ruleVersion, by }) => [rule, ruleVersion, by])).toEqual([
      ['m-s', 'test-1', 's-decider'],
      ['m-v', 'test-1', 'Mats Ek'],
    ]);
    expect(file.registry.map(({ number, waiting }) => [number, waiting])).toEqual([
      ['REG 2026-0412', 5],
      [null, 8],
    ]);
    expect(file.chain).toEqual({ entries: body.history.length, last: body.head?.hash, fault: null });
  });

  it.each(['sv', 'en'] as const)('in %s it tells everything and needs nothing besides itself', (language) => {
    const page = pageIn(language);
    expect(page).toContain(`<html lang="${language}">`);
    expect(page).not.toMatch(/<script|<link|<img|src=|href=|url\(|undefined|\[object/i);
    const words = language === 'sv' ? sv : en;
    for (const heading of ['registry', 'revisions', 'rounds', 'answers', 'solutions', 'ladder'] as const) {
      expect(page).toContain(`<h2>${words[heading]}</h2>`);
    }
    for (const entry of body.history) {
      for (const text of Object.values(entry.event.texts ?? {})) {
        expect(page).toContain(html`${text}`.html);
      }
      expect(page).toContain(entry.hash.slice(0, 12));
    }
  });

  it.each(['sv', 'en'] as const)('in %s every cell of a table knows its heading, for a phone', (language) => {
    const page = pageIn(language);
    const headings = new Set([...page.matchAll(/<th scope="col">([^<]+)</g)].map(([, text]) => text));
    const cells = [...page.matchAll(/<td([^>]*)>/g)].map(([, attributes = '']) => attributes);
    expect(cells.length).toBeGreaterThan(50);
    for (const cell of cells) expect(headings).toContain(/^ data-head="([^"]+)"$/.exec(cell)?.[1]);
  });

  it('shows what people wrote as text, never as markup', () => {
    expect(pageIn('sv')).toContain('&lt;b&gt;Se bilagan&lt;/b&gt;');
    expect(pageIn('sv')).not.toContain('<b>');
    const hostile = '"><script>alert(1)</script>\u202e\u0000';
    const page = pageIn('en', { ...file, item: { ...file.item, title: hostile } });
    expect(page).not.toContain('<script');
    for (const mark of ['\u202e', '\u0000']) expect(page).not.toContain(mark);
  });

  it('says where a chain is broken, and that a text was removed by decision', () => {
    const broken = { ...file, chain: { ...file.chain, fault: { entry: 4, why: 'chain' } } } as const;
    expect(pageIn('sv', broken)).toContain('Kedjan är bruten vid händelse 4.');
    const state = { ...file, chain: { ...file.chain, fault: { entry: null, why: 'state' } } } as const;
    expect(pageIn('en', state)).toContain(en.brokenState);
    const removed = { ...file, answers: file.answers.map((one) => ({ ...one, removed: true, texts: {} })) };
    expect(pageIn('sv', removed)).toContain(sv.removed);
  });
});
