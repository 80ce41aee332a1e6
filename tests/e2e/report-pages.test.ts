import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { REPORT_KINDS } from '#application/reporting/report.ts';
import { regionId } from '#domain/shared/ids.ts';
import { LANGUAGES } from '#domain/shared/language.ts';
import { writing } from '#rendering/writing.ts';
import { casesHtml } from '#reports/report/cases-page.ts';
import { reportHtml } from '#reports/report/page.ts';
import { type LocalBrowser, openBrowser } from '#support/browser/browser.ts';
import { exampleReport, fullReport } from '#support/report.ts';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const SIZES = { a4: { width: 794, height: 1123 }, phone: { width: 360, height: 780 } } as const;

let browser: LocalBrowser;
let folder: string;
beforeAll(async () => {
  browser = await openBrowser();
  folder = await mkdtemp(join(tmpdir(), 'samordna-report-'));
});
afterAll(async () => {
  await browser.close();
  await rm(folder, { recursive: true, force: true });
});

const pages = LANGUAGES.flatMap((language) => {
  const w = writing(language);
  const link = () => '#';
  return [
    ...REPORT_KINDS.map((kind) => {
      const report = exampleReport(kind, kind === 'region' ? regionId('sormland') : null);
      return [`${kind}.${language}`, reportHtml(report, w, link)] as const;
    }),
    [`cases.${language}`, casesHtml(exampleReport('board'), w, link)] as const,
    [`nothing.${language}`, reportHtml(exampleReport('board', null, []), w, link)] as const,
  ];
});

const opened = async (name: string, html: string): Promise<Page> => {
  const path = join(folder, `${name}.html`);
  await writeFile(path, html);
  // The page forbids every script, axe's own among them.
  const context = await browser.profile({ bypassCSP: true });
  const page = await context.newPage();
  await page.goto(pathToFileURL(path).href);
  await page.addScriptTag({ path: AXE });
  return page;
};

describe('a report can be read by everybody', () => {
  it.each(pages)(
    '%s passes axe-core, light and dark, on paper and on a phone, without scrolling sideways',
    async (name, html) => {
      const page = await opened(name, html);
      for (const colorScheme of ['light', 'dark'] as const) {
        for (const size of Object.values(SIZES)) {
          await page.emulateMedia({ colorScheme });
          await page.setViewportSize(size);
          const violations = await page.evaluate(
            `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
            .then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).slice(0, 3).join(' ')))`,
          );
          expect([colorScheme, size.width, violations]).toEqual([colorScheme, size.width, []]);
          const width = await page.evaluate('document.documentElement.scrollWidth');
          expect(width).toBeLessThanOrEqual(size.width);
        }
      }
      await page.context().close();
    },
  );
});

describe('a report prints', () => {
  const ONE_PAGE = LANGUAGES.flatMap((language) => [
    [`region.${language}`, exampleReport('region', regionId('sormland')), language] as const,
    [`region.full.${language}`, fullReport('region', regionId('sormland')), language] as const,
  ]);
  it.each(ONE_PAGE)('the page for a regionstyrelse is one A4 page (%s)', async (name, report, language) => {
    const page = await opened(
      `print.${name}`,
      reportHtml(report, writing(language), () => '#'),
    );
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect([...pdf.matchAll(/\/Type \/Page\b(?!s)/g)]).toHaveLength(1);
    expect(pdf).toMatch(/\/MediaBox \[0 0 59[45][\d.]* 84[12][\d.]*\]/);
    await page.context().close();
  });

  it('the command line makes a PDF where a Chromium is', async () => {
    const main = new URL('../../src/cli/main.ts', import.meta.url).pathname;
    const store = `sqlite:${join(folder, 'a.db')}`;
    const run = (...args: readonly string[]) =>
      new Promise<string>((done, failed) =>
        execFile(process.execPath, [main, ...args, '--store', store], (error, out) =>
          error ? failed(error) : done(out),
        ),
      );
    await run('demo', 'prepare');
    const { executablePath } = browser;
    const out = join(folder, 'report');
    const args = ['--kind', 'region', '--region', 'sormland', '--period', '2021', '--out', out];
    const made = JSON.parse(await run('report', ...args, '--chromium', executablePath, '--json'));
    expect(made).toMatchObject({ pdf: true, notes: [] });
    const pdf = await readFile(join(out, 'report.pdf'), 'latin1');
    expect(pdf.startsWith('%PDF-')).toBe(true);
    expect(pdf).toContain('/StructTreeRoot');
  });
});
