import { CASES_PAGE, WORKBOOK } from '#application/reporting/files.ts';
import type { Report } from '#application/reporting/report.ts';
import { INDICATOR_IDS } from '#domain/indicators/ids.ts';
import type { PlainDate } from '#domain/shared/ids.ts';
import { never } from '#domain/shared/result.ts';
import { definedAs } from '../indicator-words.ts';
import { html, type Markup, section, styledPage } from '../markup.ts';
import type { Writing } from '../writing.ts';
import { kickerOf, titleOf } from './figure.ts';
import * as governed from './governed.ts';
import type { CaseLink } from './links.ts';
import type { WithoutCases } from './places.ts';
import * as of from './sections.ts';
import { basisText, type Sheet } from './sheet.ts';
import { ONE_PAGE_STYLE, REPORT_STYLE } from './style.ts';
import { tellIn } from './words.ts';

const definitions = ({ w }: Sheet): Markup =>
  section(
    tellIn(w.language)('section.definitions'),
    html`<dl class="defs" data-without-cases="${'definition' satisfies WithoutCases}">${INDICATOR_IDS.map(
      (id) => {
        const { name, definition } = definedAs(id, w.language);
        return html`<div><dt>${name}</dt><dd>${definition}</dd></div>`;
      },
    )}</dl>`,
  );

/** What each kind of report says, in its order. */
const body = (sheet: Sheet): readonly Markup[] => {
  const parts = (...sections: readonly ((given: Sheet) => Markup)[]) => sections.map((write) => write(sheet));
  const { kind } = sheet.report;
  switch (kind) {
    case 'region':
      return parts(
        of.coordinationSection,
        governed.controlSection,
        governed.levelsSection,
        governed.followUpSection,
      );
    case 'tertial':
      return parts(
        of.keySection,
        of.coordinationSection,
        of.seriesSection,
        governed.controlSection,
        of.savingsSection,
        of.methodsSection,
        of.costSection,
        of.responseSection,
        governed.targetsSection,
        governed.levelsSection,
        governed.followUpSection,
        definitions,
      );
    case 'board':
      return parts(
        of.keySection,
        governed.targetsSection,
        of.coordinationSection,
        of.seriesSection,
        governed.controlSection,
        of.savingsSection,
        of.methodsSection,
        of.obstaclesSection,
        of.costSection,
        of.breadthSection,
        of.responseSection,
        of.unitsSection,
        governed.levelsSection,
        governed.followUpSection,
        definitions,
      );
    default:
      return never(kind);
  }
};

const heading = ({ report, w }: Sheet): Markup => {
  const t = tellIn(w.language);
  const { from, to } = report.period;
  const head = t('head', {
    from: w.day(from),
    to: w.day(to),
    asOf: w.moment(report.asOf),
    rules: report.rules,
  });
  const cut =
    report.cutOff &&
    t('cutOff', {
      day: w.day(`${to.slice(0, 4)}-${report.cutOff.endsOn}` as PlainDate),
      basis: basisText(report.cutOff, w),
    });
  return html`<header data-without-cases="${'scope' satisfies WithoutCases}"><p class="sub">${kickerOf(report.kind, report, w.language)}</p><h1>${titleOf(report, w)}</h1><p>${head}</p>${report.category === null ? null : html`<p>${t('onlyCategory', { category: report.category })}</p>`}${cut ? html`<p>${cut}</p>` : null}${report.running ? html`<p class="note">${t('running')}</p>` : null}<p class="note">${t('reading')}</p><nav aria-label="${t('workbook')}"><a href="${CASES_PAGE}">${t('allCases')}</a><a href="${WORKBOOK}">${t('workbook')}</a></nav></header>`;
};

/** A report as a page that stands alone: prints on A4, light and dark on a screen, no script and nothing fetched. */
export const reportHtml = (report: Report, w: Writing, link: CaseLink): string => {
  const sheet = { report, w, link };
  const style = report.kind === 'region' ? REPORT_STYLE + ONE_PAGE_STYLE : REPORT_STYLE;
  return styledPage(
    w.language,
    `${kickerOf(report.kind, report, w.language)}: ${titleOf(report, w)}`,
    style,
    heading(sheet),
    body(sheet),
  );
};
