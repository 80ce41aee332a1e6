import { actorOf } from '#application/asking.ts';
import { controlList } from '#application/figures/control.ts';
import { allFacts } from '#application/indicators.ts';
import type { DocumentStore } from '#application/ports/documents.ts';
import * as files from '#application/reporting/files.ts';
import type { ControlRequest, ReportLinks } from '#application/reporting/links.ts';
import { loadReport, mayReadReports } from '#application/reporting/loading.ts';
import type { ReportRequest } from '#application/reporting/report.ts';
import type { Samordna } from '#application/samordna.ts';
import type { Person } from '#domain/directory/person.ts';
import type { ItemId, PersonId } from '#domain/shared/ids.ts';
import type { Language } from '#domain/shared/language.ts';
import type { ServedPage } from '#http/server.ts';

export interface ReportPagesOptions {
  readonly store: DocumentStore;
  readonly samordna: Pick<Samordna, 'people' | 'presenter' | 'rules'>;
  readonly links: ReportLinks;
  /** Where an item's case is opened, within the reader's rights: its address into the chat. Null: nowhere. */
  readonly itemAddress: (item: ItemId) => string | null;
  /** Where a link's own pages are; null where no address leads there. */
  readonly pageAddress: (token: string, file: string) => string | null;
  /** Prints a page; null where there is no browser. */
  readonly print: ((html: string) => Promise<Uint8Array | 'busy' | null>) | null;
}

const HTML = 'text/html; charset=utf-8';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const REPORT_FILES: readonly string[] = [files.FRONT, files.CASES_PAGE, files.WORKBOOK, files.PDF];
const CONTROL_FILES: readonly string[] = [files.CONTROL_PAGE, files.CONTROL_WORKBOOK];

/** What a link shows besides the report's own numbers. */
interface Opened {
  readonly viewer: Person;
  readonly language: Language;
  readonly token: string;
  readonly file: string;
}

/**
 * A report, or the internal control's evidence, behind a link from the chat: counted anew when it is opened, for who the link
 * was made for and only while they may read reports. Null for everything else, whatever it is, so that nobody learns what
 * a wrong guess was near; `busy` while too many print.
 */
export const createReportPages = (options: ReportPagesOptions) => {
  const { store, samordna, links, itemAddress, pageAddress, print } = options;
  const { people, presenter, rules } = samordna;

  const reportPage = async (
    request: ReportRequest,
    { viewer, language, token, file }: Opened,
  ): Promise<ServedPage | 'busy' | null> => {
    if (!REPORT_FILES.includes(file) || (file === files.PDF && print === null)) return null;
    // Loaded when somebody first opens a report: charts and workbooks are large, and most presses need neither.
    const [{ reportHtml }, { casesHtml }, { writing }] = await Promise.all([
      import('#reports/report/page.ts'),
      import('#reports/report/cases-page.ts'),
      import('#rendering/writing.ts'),
    ]);
    const report = await loadReport({ store, rules }, request, presenter.now());
    const w = writing(language);
    switch (file) {
      case files.FRONT:
        return { type: HTML, body: reportHtml(report, w, itemAddress) };
      case files.CASES_PAGE:
        return { type: HTML, body: casesHtml(report, w, itemAddress) };
      case files.PDF: {
        // On paper and in a file of its own a link has to say where it leads.
        const page = [files.CASES_PAGE, files.WORKBOOK].reduce(
          (text, name) => {
            const address = pageAddress(token, name);
            return address === null ? text : text.replaceAll(`href="${name}`, `href="${address}`);
          },
          reportHtml(report, w, itemAddress),
        );
        const printed = (await print?.(page)) ?? null;
        return printed === null || printed === 'busy'
          ? printed
          : { type: 'application/pdf', body: Buffer.from(printed) };
      }
      default: {
        const { reportWorkbook } = await import('#reports/report/workbook.ts');
        const directory = await people.directory();
        const name = (id: string) => directory.person(id as PersonId)?.name ?? id;
        return { type: XLSX, body: Buffer.from(reportWorkbook(report, w, { person: viewer.id, name })) };
      }
    }
  };

  const controlPage = async (
    { period, region, category }: ControlRequest,
    { viewer, language, file }: Opened,
  ): Promise<ServedPage | null> => {
    if (!CONTROL_FILES.includes(file)) return null;
    const [{ controlHtml, controlWorkbook }, { writing }] = await Promise.all([
      import('#reports/control.ts'),
      import('#rendering/writing.ts'),
    ]);
    const scope = { period, region, category: category ?? null, asOf: presenter.now() };
    const list = await controlList(store, await allFacts(store), scope, {
      directory: await people.directory(),
      reader: viewer.id,
    });
    const w = writing(language);
    return file === files.CONTROL_PAGE
      ? { type: HTML, body: controlHtml(list, w) }
      : { type: XLSX, body: Buffer.from(controlWorkbook(list, w)) };
  };

  return async (token: string, file: string): Promise<ServedPage | 'busy' | null> => {
    const link = await links.open(token);
    if (!link) return null;
    const viewer = (await people.directory()).person(link.person);
    if (!viewer || !mayReadReports(actorOf(viewer))) return null;
    const { request, language } = link;
    const opened = { viewer, language, token, file };
    return request.kind === 'control' ? controlPage(request, opened) : reportPage(request, opened);
  };
};
