import { read, utils } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { REPORT_KINDS, type Report, reportOf } from '#application/reporting/report.ts';
import { itemId, type PersonId, regionId } from '#domain/shared/ids.ts';
import { LANGUAGES, type Language } from '#domain/shared/language.ts';
import { writing } from '#rendering/writing.ts';
import audit from '#reports/data/audit-figures.json' with { type: 'json' };
import { casesHtml } from '#reports/report/cases-page.ts';
import { chartsOf } from '#reports/report/charts.ts';
import { anchorOf, figureText, inUnit, periodName } from '#reports/report/figure.ts';
import { caseFileName } from '#reports/report/links.ts';
import { reportHtml } from '#reports/report/page.ts';
import { tellIn } from '#reports/report/words.ts';
import { reportWorkbook } from '#reports/report/workbook.ts';
import { en } from '#reports/text/report/en.ts';
import { sv } from '#reports/text/report/sv.ts';
import { exampleReport, fullReport, NAMED_EXAMPLE, REPORT_GOVERNANCE } from '#support/report.ts';
import { at } from '#support/world.ts';
import { day, YEAR } from '../../domain/indicators/facts.ts';

const S = regionId('sormland');
const link = caseFileName;
const page = (report: Report, language: Language = 'sv') => reportHtml(report, writing(language), link);
const text = (html: string) =>
  html
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll('&amp;', '&');
const every = REPORT_KINDS.flatMap((kind) =>
  LANGUAGES.map((language) => [kind, language, exampleReport(kind, kind === 'region' ? S : null)] as const),
);

describe('a figure is never bare', () => {
  it.each(every)(
    '%s in %s: each stands with its parts, range or reason, and leads to its cases',
    (_, language, report) => {
      const w = writing(language);
      const shown = page(report, language);
      const cases = casesHtml(report, w, link);
      const links = [
        ...shown.matchAll(
          /<a href="cases\.html#([^"]+)"[^>]*class="(value|none)">([^<]*)<\/a>((?:<span[^>]*>[^<]*<\/span>)*)/g,
        ),
      ];
      expect(links.length).toBeGreaterThan(report.kind === 'region' ? 3 : 20);
      for (const [, anchor, kind, value, beside = ''] of links) {
        expect(cases).toContain(`id="${anchor}"`);
        const figure = report.figures.find(({ id, scope }) => anchorOf(id, scope.region) === anchor);
        if (!figure) throw new Error(`no figure ${anchor}`);
        const said = figureText(figure, w);
        expect(value).toBe(said.value);
        expect(kind).toBe(figure.value === null ? 'none' : 'value');
        for (const part of [said.reason, said.range, said.parts])
          if (part) expect(text(beside)).toContain(text(part));
        if (figure.value === null) expect(said.reason).toBeTruthy();
        expect(beside.includes(tellIn(language)('forecast'))).toBe(figure.basis === 'forecast');
        // A count is its own numerator; everything else has something beside it.
        if (figure.unit !== 'count' && figure.unit !== 'days') expect(text(beside).trim()).not.toBe('');
      }
    },
  );

  it('each procurement behind a figure leads to its own page', () => {
    const report = exampleReport('board');
    const cases = casesHtml(report, writing('sv'), link);
    const [, section = ''] = /id="fig-share-coordinated-all">(.*?)<\/section>/s.exec(cases) ?? [];
    const inOrder = [...section.matchAll(/<a href="(case-[^"]+)">/g)].map(([, href]) => href);
    // Counted: A; also divided by: B, C and the own contract of I; outside: a direct award and one through another arena.
    expect(inOrder).toEqual(['A', 'B', 'C', 'I', 'E', 'F'].map((id) => caseFileName(itemId(id))));
    expect(text(section)).toContain('Räknas (1)');
    expect(text(section)).toContain('Utanför: direktupphandlingar (1)');
  });

  it('a list too long for a page says where the rest is', () => {
    const one = exampleReport('tertial');
    const ids = Array.from({ length: 250 }, (_, at) => itemId(`N${at}`));
    const figures = one.figures.map((figure, at) =>
      at === 0 ? { ...figure, behind: { counted: ids, of: ids } } : figure,
    );
    expect(casesHtml({ ...one, figures }, writing('sv'), link)).toContain(
      'och 50 till. Alla står i arbetsboken, bladet Bakom måtten.',
    );
  });
});

describe('the page', () => {
  it.each(every)(
    '%s in %s needs nothing else, runs nothing and shows what people wrote as text',
    (_, language, report) => {
      const shown = page(report, language);
      expect(shown).toMatch(new RegExp(`^<!doctype html>\\n<html lang="${language}">`));
      expect(shown).not.toMatch(
        /<script|javascript:|https?:\/\/(?!www\.w3\.org)|undefined|NaN|\[object|\{\w+\}(?! )/,
      );
      expect(shown).toContain("default-src 'none'");
      expect(casesHtml(report, writing(language), link)).not.toContain('<b>och</b>');
    },
  );

  it('is the same text for the same numbers', () => {
    expect(page(exampleReport('board'))).toBe(page(exampleReport('board')));
  });

  it('names its cut-off with the basis, and says that a period is still running', () => {
    const report = exampleReport('tertial');
    const interim: Report = {
      ...report,
      cutOff: { endsOn: '08-31', reference: 'Ekonomihandbok 3.2', example: false },
      period: { from: day('2025-01-01'), to: day('2025-08-31') },
      running: true,
    };
    const shown = text(page(interim));
    expect(shown).toContain('Delårets sista dag är 31 augusti 2025. Grund: Ekonomihandbok 3.2.');
    expect(shown).toContain('Perioden pågår.');
    expect(text(page(report))).not.toContain('Perioden pågår.');
  });

  it('shows each target with its documented basis, or that it has none', () => {
    const shown = text(page(exampleReport('tertial')));
    expect(shown).toContain('ingen dokumenterad grund');
    expect(shown).toContain('Verksamhetsplan 2025 § 12');
  });

  it("shows the market price's bias beside the savings", () => {
    const shown = text(page(exampleReport('tertial')));
    for (const share of ['8,5 %', '11,7 %', '15,4 %']) expect(shown).toContain(share);
  });

  it('of a regionstyrelse has its share, deviations with their cost, wrong levels, control and measures', () => {
    const shown = text(page(exampleReport('region', S)));
    for (const said of [
      'Andel samordnade upphandlingar',
      'D Mammografistaplar',
      '8 000 000 kr',
      '7 200 kr',
      'T Textilier och tvätt Beslut att inleda saknas',
      'Kontrollpunkt: med beslutat skäl',
      'Varje avsteg beslutas med skäl',
      'Dagen har passerat.',
    ])
      expect(shown).toContain(said);
  });

  it('of a regionstyrelse stays one page however much there is: the latest, and how many more there are', () => {
    const report = fullReport('region', S);
    expect(report.deviations.length).toBe(41);
    const shown = text(page(report));
    expect(shown).toContain('Och 38 till. Alla står i arbetsboken.');
    expect(shown).toContain('Och 28 till. Alla står i arbetsboken.');
    expect(shown).toContain('5 september 2025');
    expect(shown).not.toContain('5 januari 2025');
    expect(text(page(fullReport('tertial', null)))).not.toContain('Alla står i arbetsboken');
  });

  it('says of a case without a page how its history is found', () => {
    expect(casesHtml(exampleReport('tertial'), writing('sv'), () => null)).toContain('samordna case ID');
  });
});

it('shows a forecast while the period runs, and none of one that is over: the outcome is there then', () => {
  const request = { kind: 'tertial', region: null, period: YEAR.period } as const;
  const rules = { inForce: REPORT_GOVERNANCE, whole: REPORT_GOVERNANCE };
  const shown = (asOf: string) => text(page(reportOf(NAMED_EXAMPLE, rules, request, at(asOf))));
  const forecast = sv.forecast;
  expect(shown('2025-12-31 12:00')).toContain(forecast);
  expect(shown('2026-01-01 12:00')).not.toContain(forecast);
});

describe('charts', () => {
  const charts = chartsOf(exampleReport('board'), writing('sv'));
  it('each has a name, a description and the same numbers as a table', () => {
    expect(charts.map(({ id }) => id)).toEqual([
      'chart-share',
      'chart-count',
      'chart-break',
      'chart-saved',
      'chart-parts',
    ]);
    for (const { id, svg, title, desc, table } of charts) {
      expect(svg.html).toContain(`<svg role="img" aria-labelledby="${id}-t ${id}-d"`);
      expect(svg.html).toContain(`<title id="${id}-t">${title}</title><desc id="${id}-d">`);
      expect(svg.html).not.toMatch(/<style|class=|#[0-9a-f]{6}"/i);
      for (const cell of table.rows.flatMap((row) => row.slice(1))) if (cell) expect(desc).toContain(cell);
    }
  });

  it("the audit's series are the audit's, with the break said and the missing outcome shown as missing", () => {
    const [, count, , saved] = charts;
    expect(count?.table.rows).toEqual(
      audit.coordinatedCount.map(({ year, outcome, target }) => [
        String(year),
        String(outcome),
        target === null ? 'saknas' : String(target),
      ]),
    );
    expect(saved?.table.rows.at(-1)).toEqual(['2025', 'saknas', '70']);
    const shown = text(page(exampleReport('tertial')));
    expect(shown).toContain('Seriebrott 2025: antalet ersattes av en andel.');
    expect(shown).toContain('går därför inte att jämföra');
  });

  it('nothing calculable is no picture, and no bar that looks like 0 without its word', () => {
    const empty = chartsOf(exampleReport('board', null, []), writing('sv'));
    expect(empty.map(({ id }) => id)).not.toContain('chart-parts');
    expect(empty[0]?.desc).toContain('Kan inte beräknas');
  });
});

const READER = { person: null, name: (id: string) => `Namnet på ${id}` };
describe('the workbook', () => {
  const report = exampleReport('board');
  const book = read(reportWorkbook(report, writing('sv'), READER));
  const sheet = (name: string) =>
    utils.sheet_to_json<Record<string, unknown>>(book.Sheets[name] ?? {}, { defval: null });

  it('has every figure with its value, parts, ends, reason and version', () => {
    const rows = sheet('Mått');
    expect(rows).toHaveLength(report.figures.length);
    rows.forEach((row, at) => {
      const figure = report.figures[at];
      expect([row.Id, row.Värde, row.Täljare, row.Nämnare, row.Låg, row.Hög]).toEqual([
        figure?.id,
        figure?.value,
        figure?.numerator,
        figure?.denominator,
        figure?.low,
        figure?.high,
      ]);
      expect(row['Skäl till att värde saknas'] === null).toBe(figure?.value !== null);
    });
  });

  it('has every procurement behind a figure and how it stands in it', () => {
    const rows = sheet('Bakom måtten');
    const column = 'Andel samordnade upphandlingar (Sörmland + Västmanland)';
    expect(Object.fromEntries(rows.map((row) => [row.Id, row[column]]))).toMatchObject({
      A: 1,
      B: 0,
      C: 0,
      E: 'direktupphandlingar',
      F: 'via annan samverkan',
      G: null,
    });
    expect(sheet('Upphandlingar').map(({ Id }) => Id)).toEqual(rows.map(({ Id }) => Id));
  });

  it("has every chart's numbers", () => {
    const count = sheet('Diagram').filter(({ Serie }) => Serie === 'Utfall');
    expect(count.map((row) => row.Värde)).toEqual([27, 34, 43, 85, 74.4, 68.1, null]);
  });

  it('has each saving with its term, method and version, author, day, assumptions, signature, origin and outcome', () => {
    const stated = {
      version: 'market-price-1',
      years: 2,
      by: 'anna',
      on: day('2025-07-10'),
      assumptions: 'Samma volym som 2024',
      bidders: 4,
      signed: { by: 'nils', on: day('2025-08-01') },
    };
    const all = NAMED_EXAMPLE.map((one) =>
      one.item === 'A' && one.saving
        ? { ...one, saving: { ...one.saving, method: 'market-price' as const, stated } }
        : one,
    );
    const rows = (person: string | null) => {
      const made = reportWorkbook(exampleReport('board', null, all), writing('sv'), {
        ...READER,
        person: person as PersonId | null,
      });
      return utils.sheet_to_json<Record<string, unknown>>(read(made).Sheets.Besparingar ?? {}, {
        defval: null,
      });
    };
    // In force the whole of 2025: a year's. Three or four bids show 8.5 to 10.3 % by themselves; how many there were is not told.
    expect(rows(null)[0]).toEqual({
      Id: 'A',
      Upphandling: 'Operationsbord',
      Metod: 'Marknadspris',
      'Metodens version': 'market-price-1',
      'Avtalets år': 2,
      'Besparing per år: Låg': 300_000,
      'Besparing per år: Bas': 400_000,
      'Besparing per år: Hög': 500_000,
      'Besparing över avtalet: Låg': 1_200_000,
      'Besparing över avtalet: Bas': 1_600_000,
      'Besparing över avtalet: Hög': 2_000_000,
      'Besparing i perioden: Låg': 300_000,
      'Besparing i perioden: Bas': 400_000,
      'Besparing i perioden: Hög': 500_000,
      'Visas utan samordning, andel av medelpriset': '8,5\u00a0% till 10,3\u00a0%',
      'Beräknad av': 'Namnet på anna',
      'Beräknad den': '2025-07-10',
      Antaganden: 'Samma volym som 2024',
      'Godkänd av ekonomi': 'Namnet på nils',
      'Godkänd den': '2025-08-01',
      'Vad effekten beror på': 'Samordningen 50\u00a0%, Marknaden 50\u00a0%',
      'Realiserad i perioden': 200_000,
      'Realiserad hittills': 200_000,
    });
    expect(rows('erik').map(({ Id }) => Id)).toEqual(['A', 'G']);
  });

  it('withholds a saving from whoever has declared a conflict in its case (KL 6:28–32)', () => {
    const erik = 'erik' as PersonId;
    const all = NAMED_EXAMPLE.map((one) => (one.item === 'A' ? { ...one, conflicted: [erik] } : one));
    const made = read(
      reportWorkbook(exampleReport('board', null, all), writing('sv'), { ...READER, person: erik }),
    );
    const row = (name: string) =>
      utils.sheet_to_json<Record<string, unknown>>(made.Sheets[name] ?? {}, { defval: null })[0];
    expect(row('Besparingar')).toMatchObject({ Id: 'A', Metod: 'Visas inte: du har anmält jäv.' });
    expect(row('Besparingar')?.['Besparing per år: Bas']).toBeNull();
    expect(row('Upphandlingar')).toMatchObject({ Id: 'A', Metod: null, 'Besparing per år: Bas': null });
  });

  it('does not list how many bids a procurement got (OSL 19:3, 31:16)', () => {
    for (const name of book.SheetNames)
      for (const row of sheet(name))
        for (const key of Object.keys(row)) expect(key).not.toMatch(/^Godkända anbud$/);
  });

  it("keeps the audit's series apart from ours, with what it leaves open, and about 40 % without a saving", () => {
    const rows = sheet('Diagram').filter(({ Diagram }) => Diagram === 'Seriebrott: från antal till andel');
    expect(rows.map((row) => [row.Kategori, row.Serie, row.Värde])).toEqual([
      ['Granskningen, delår 2025', 'Granskningens andel', 0.19],
      ['Granskningen, delår 2025', 'Granskningens mål', 0.3],
      ['helåret 2025', 'Vår andel', 0.25],
      ['Granskningen, delår 2025', 'Utan beräknad besparing, ungefär (granskningen)', 0.4],
    ]);
    expect(rows[0]?.['Att veta']).toContain('Granskningen säger inte vilken dag dess delår slutade.');
    expect(rows[2]?.['Att veta']).toBe('Granskningens serie och vår går inte att jämföra.');
  });

  it('has each target with its documented basis, or that there is none', () => {
    expect(sheet('Mål').map((row) => [row.Mål, row.Utfall, row.Måluppfyllelse, row.Grund])).toEqual([
      [0.3, 0.25, expect.closeTo(0.8333, 4), 'ingen dokumenterad grund'],
      [1_000_000, 500_000, 0.5, 'Verksamhetsplan 2025 § 12'],
    ]);
  });

  it('says of each sum of savings how many finance has signed', () => {
    const [row] = sheet('Mått').filter(({ Id }) => Id === 'enabled-saving');
    // A is signed; G is not.
    expect(row).toMatchObject({ 'Godkända av ekonomi': 1 });
    expect(text(page(report))).toContain('räknat på 2 av 3, varav ekonomi har godkänt 1');
  });

  it('holds no formula', () => {
    for (const name of book.SheetNames) {
      for (const cell of Object.values(book.Sheets[name] ?? {})) expect(cell).not.toHaveProperty('f');
    }
  });
});

describe('words', () => {
  it('a sentence has the same blanks in both languages', () => {
    const blanks = (said: string) => [...said.matchAll(/\{\w+\}/g)].map(String).sort();
    for (const key of Object.keys(sv) as (keyof typeof sv)[]) {
      expect([key, blanks(en[key])]).toEqual([key, blanks(sv[key])]);
    }
  });

  it.each([
    ['2025-01-01', '2025-12-31', false, 'helåret 2025'],
    ['2025-01-01', '2025-06-30', false, 'halvår 1 2025'],
    ['2025-05-01', '2025-08-31', false, 'tertial 2 2025'],
    ['2025-10-01', '2025-12-31', false, 'kvartal 4 2025'],
    ['2025-01-01', '2025-08-31', true, 'delår 2025'],
    ['2025-02-01', '2025-05-31', false, '1\u00a0februari 2025 till 31\u00a0maj 2025'],
    ['2025-01-01', '2025-04-29', false, '1\u00a0januari 2025 till 29\u00a0april 2025'],
  ])('%s to %s is named', (from, to, interim, name) => {
    expect(periodName({ from: day(from), to: day(to) }, interim, writing('sv'))).toBe(name);
  });

  it('a unit stands once, and a share has one decimal', () => {
    const w = writing('sv');
    expect([inUnit(0.19, 'share', w), inUnit(1 / 3, 'share', w), inUnit(2.456, 'rating', w)]).toEqual([
      '19\u00a0%',
      '33,3\u00a0%',
      '2,46 av 5',
    ]);
  });

  it('no line breaks between an amount and its unit, or a day and its month; English has no space before %', () => {
    const [w, english] = [writing('sv'), writing('en')];
    expect(w.kronor(12_000_017)).toBe('12\u00a0000\u00a0017\u00a0kr');
    expect(english.kronor(12_000_017)).toBe('SEK\u00a012,000,017');
    expect(w.day(day('2025-09-05'))).toBe('5\u00a0september 2025');
    expect(w.moment('2025-09-05T07:00:00.000Z' as never)).toBe('5\u00a0september 2025 kl.\u00a009.00');
    expect(inUnit(1 / 3, 'share', english)).toBe('33.3%');
  });

  it('every part of a figure says what it is: kronor of kronor, counted over so many', () => {
    const parts = exampleReport('board').figures.map(
      (figure) => figureText(figure, writing('sv')).parts ?? '',
    );
    expect(parts.filter((part) => /\bn = /.test(part))).toEqual([]);
    const valued = exampleReport('board').figures.filter(({ id }) => id.endsWith('by-value'));
    expect(valued.length).toBeGreaterThan(0);
    for (const figure of valued) expect(figureText(figure, writing('sv')).parts).toMatch(/ av .*kr$/);
  });
});

it('different ids have different files, whatever stands in them', () => {
  const names = ['A/B', 'A_B', 'A B', 'AB', 'å', 'A-B', 'A_2f_B', '..', 'a', 'A'].map((id) =>
    caseFileName(itemId(id)),
  );
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(name).toMatch(/^case-[A-Za-z0-9_-]+\.html$/);
});
