/**
 * `node tests/gallery/reports.ts`: every kind of report as PNG, in both languages, light and dark, as wide as an A4 page
 * and as a phone, and as it prints (PDF), into dist/reports.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { REPORT_KINDS } from '#application/reporting/report.ts';
import { regionId } from '#domain/shared/ids.ts';
import { LANGUAGES } from '#domain/shared/language.ts';
import { writing } from '#rendering/writing.ts';
import { casesHtml } from '#reports/report/cases-page.ts';
import { reportHtml } from '#reports/report/page.ts';
import { exampleReport } from '#support/report.ts';
import { launchBrowser } from './browser.ts';

const OUT = new URL('../../dist/reports/', import.meta.url);
const WIDTHS = { a4: 794, phone: 390 } as const;

rmSync(OUT, { recursive: true, force: true });
mkdirSync(OUT, { recursive: true });
const written: string[] = [];
for (const language of LANGUAGES) {
  for (const kind of REPORT_KINDS) {
    const report = exampleReport(kind, kind === 'region' ? regionId('sormland') : null);
    const pages = {
      [kind]: reportHtml(report, writing(language), () => '#'),
      ...(kind === 'board' ? { cases: casesHtml(report, writing(language), () => '#') } : {}),
    };
    for (const [name, page] of Object.entries(pages)) {
      writeFileSync(new URL(`${name}.${language}.html`, OUT), page);
      written.push(`${name}.${language}`);
    }
  }
}
const browser = await launchBrowser();
try {
  const page = await browser.newPage({ deviceScaleFactor: 1.25 });
  for (const name of written) {
    await page.goto(pathToFileURL(new URL(`${name}.html`, OUT).pathname).href);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, media: 'screen' });
      for (const [device, width] of Object.entries(WIDTHS)) {
        await page.setViewportSize({ width, height: 900 });
        const path = new URL(`${name}.${colorScheme}.${device}.png`, OUT).pathname;
        await page.screenshot({ path, fullPage: true });
      }
    }
    await page.emulateMedia({ media: 'print' });
    await page.pdf({ path: new URL(`${name}.pdf`, OUT).pathname, preferCSSPageSize: true });
  }
  console.log(`${written.length} pages: ${OUT.pathname}`);
} finally {
  await browser.close();
}
