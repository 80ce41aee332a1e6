import { actorOf } from '#application/asking.ts';
import type { DocumentStore } from '#application/ports/documents.ts';
import type { ReportLinks } from '#application/reporting/links.ts';
import { loadReport, mayReadReports } from '#application/reporting/loading.ts';
import type { Samordna } from '#application/samordna.ts';
import type { ItemId } from '#domain/shared/ids.ts';
import type { ServedPage } from '#http/server.ts';

export interface ReportPagesOptions {
  readonly store: DocumentStore;
  readonly samordna: Pick<Samordna, 'people' | 'presenter' | 'rules'>;
  readonly links: ReportLinks;
  /** Where an item's case is opened, within the reader's rights: its address into the chat. Null: nowhere. */
  readonly itemAddress: (item: ItemId) => string | null;
}

const HTML = 'text/html; charset=utf-8';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * A report behind a link from the chat: counted anew when it is opened, for who the link was made for and only while they
 * may read reports. Null for everything else, whatever it is, so that nobody learns what a wrong guess was near.
 */
export const createReportPages =
  ({ store, samordna, links, itemAddress }: ReportPagesOptions) =>
  async (token: string, file: string): Promise<ServedPage | null> => {
    const link = await links.open(token);
    if (!link) return null;
    const { people, presenter, rules } = samordna;
    const viewer = (await people.directory()).person(link.person);
    if (!viewer || !mayReadReports(actorOf(viewer))) return null;
    // Loaded when somebody first opens a report: charts and workbooks are large, and most presses need neither.
    const [{ reportHtml }, { casesHtml, FRONT }, { CASES_PAGE, WORKBOOK }, { writing }] = await Promise.all([
      import('#reports/report/page.ts'),
      import('#reports/report/cases-page.ts'),
      import('#reports/report/figures-table.ts'),
      import('#rendering/writing.ts'),
    ]);
    if (![FRONT, CASES_PAGE, WORKBOOK].includes(file)) return null;
    const report = await loadReport({ store, rules }, link.request, presenter.now());
    const w = writing(link.language);
    if (file === FRONT) return { type: HTML, body: reportHtml(report, w, itemAddress) };
    if (file === CASES_PAGE) return { type: HTML, body: casesHtml(report, w, itemAddress) };
    const { reportWorkbook } = await import('#reports/report/workbook.ts');
    return { type: XLSX, body: Buffer.from(reportWorkbook(report, w)) };
  };
