import { describe, expect, it } from 'vitest';
import { REPORT_KINDS } from '#application/reporting/report.ts';
import { regionId } from '#domain/shared/ids.ts';
import { LANGUAGES } from '#domain/shared/language.ts';
import { writing } from '#rendering/writing.ts';
import { casesHtml } from '#reports/report/cases-page.ts';
import { caseFileName } from '#reports/report/links.ts';
import { reportHtml } from '#reports/report/page.ts';
import { WITHOUT_CASES } from '#reports/report/places.ts';
import { numbersOf } from '#support/page-numbers.ts';
import { exampleReport, fullReport } from '#support/report.ts';

const S = regionId('sormland');
const every = REPORT_KINDS.flatMap((kind) =>
  LANGUAGES.flatMap((language) =>
    (['example', 'full'] as const).map((size) => {
      const region = kind === 'region' ? S : null;
      const report = size === 'full' ? fullReport(kind, region) : exampleReport(kind, region);
      return [kind, language, size, report] as const;
    }),
  ),
);
const sectionsOf = (cases: string) =>
  new Map(
    [...cases.matchAll(/<section class="fig" id="([^"]+)">(.*?)<\/section>/gs)].map(
      ([, id = '', body = '']) => [id, body] as const,
    ),
  );

describe('from any number of a report to its procurements in one click, and from there to the history', () => {
  it.each(every)('%s in %s, %s: every number', (kind, language, _, report) => {
    const w = writing(language);
    const numbers = numbersOf(reportHtml(report, w, caseFileName));
    expect(numbers.filter(({ leadsTo, why }) => leadsTo === null && why === null)).toEqual([]);
    for (const { why } of numbers) if (why !== null) expect(WITHOUT_CASES).toContain(why);
    const led = numbers.flatMap(({ leadsTo }) => leadsTo ?? []);
    expect(led.length).toBeGreaterThan(kind === 'region' ? 15 : 60);
    const cases = casesHtml(report, w, caseFileName);
    const places = sectionsOf(cases);
    const known = new Set([...report.cases.keys()].map(caseFileName));
    for (const to of led) {
      const [page = '', anchor] = to.split('#');
      if (anchor === undefined) expect(known).toContain(page);
      else {
        expect(page).toBe('cases.html');
        expect([...places.keys()]).toContain(anchor);
      }
    }
    for (const [, body] of places)
      for (const [, line = ''] of body.matchAll(/<li>(.*?)<\/li>/gs))
        expect(known).toContain(/^<a href="([^"]+)">/.exec(line)?.[1]);
  });

  it.each(every)(
    '%s in %s, %s: where no history has a page, every number leads to the list',
    (_, language, __, report) => {
      const numbers = numbersOf(reportHtml(report, writing(language), () => null));
      expect(numbers.filter(({ leadsTo, why }) => leadsTo === null && why === null)).toEqual([]);
      for (const { leadsTo } of numbers) if (leadsTo !== null) expect(leadsTo).toMatch(/^cases\.html#/);
    },
  );

  it('a number in a table leads to exactly those that it counts', () => {
    const places = sectionsOf(casesHtml(exampleReport('board'), writing('sv'), caseFileName));
    const items = (anchor: string) =>
      [...(places.get(anchor) ?? '').matchAll(/<a href="case-([^"]+)\.html">/g)].map(([, id]) => id);
    // By basket: A and G. No basket for B, since data are missing. S1 answered about A and B; V1 about A, and not about B.
    expect(items('list-method-basket')).toEqual(['A', 'G']);
    expect(items('list-obstacle-basket-data-missing')).toEqual(['B']);
    expect(items('list-unit-sormland_2f_S1')).toEqual(['A', 'B']);
    expect(places.get('list-unit-vastmanland_2f_V1')).toMatch(
      /Räknas \(1\).*case-A\.html.*Övriga som det delas med \(1\).*case-B\.html/s,
    );
    expect(items('list-deviations')).toEqual(['D']);
    expect(items('list-level-missing')).toEqual(['T']);
  });

  it('which procurements had too few tenders is not told: the number leads to those without a saving (OSL 19:3, 31:16)', () => {
    const report = exampleReport('board');
    const w = writing('sv');
    const shown = reportHtml(report, w, caseFileName);
    expect(shown).toMatch(
      /Färre än tre anbud<\/div><\/td><td[^>]*><div><a class="count" href="cases\.html#fig-coverage-all">1<\/a>/,
    );
    expect(casesHtml(report, w, caseFileName)).not.toContain('fewer-than-3-bids');
  });

  it('a number without a link and without a reason is found', () => {
    expect(numbersOf('<p>5 <a href="x.html">6</a></p>')).toEqual([
      { text: '5', leadsTo: null, why: null },
      { text: '6', leadsTo: 'x.html', why: null },
    ]);
  });
});
