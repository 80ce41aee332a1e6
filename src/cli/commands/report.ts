import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { caseFile } from '#application/record/case-file.ts';
import { CASES_PAGE, FRONT, PDF, WORKBOOK } from '#application/reporting/files.ts';
import { loadReport } from '#application/reporting/loading.ts';
import { readsAll, withheldFrom } from '#application/views/visibility.ts';
import type { ItemId, PersonId } from '#domain/shared/ids.ts';
import { writing } from '#rendering/writing.ts';
import { caseHtml } from '#reports/case-html.ts';
import { casesHtml } from '#reports/report/cases-page.ts';
import { type CaseLink, caseFileName } from '#reports/report/links.ts';
import { reportHtml } from '#reports/report/page.ts';
import { reportWorkbook } from '#reports/report/workbook.ts';
import { printPdf } from '../../chromium.ts';
import type { CliContext } from '../context.ts';
import { badInput, DONE, type Outcome } from '../output.ts';
import { languageIn, mayReport, requestOf } from './report-request.ts';

export interface ReportOptions {
  readonly kind: string;
  readonly period: string;
  readonly out: string;
  readonly region?: string;
  readonly category?: string;
  readonly lang: string;
  readonly chromium?: string;
  readonly cases: boolean;
}

/** More pages than this nobody opens, and they take minutes to write: `samordna case` writes each of them. */
const MOST_CASE_PAGES = 2_000;

const folderAt = async (out: string): Promise<string> => {
  try {
    await mkdir(out, { recursive: true });
    return resolve(out);
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw badInput(`--out is "${out}", which cannot be made a folder (${why}): name another.`);
  }
};

/** A report into a folder: the page, the cases behind each figure, their histories, the workbook and a PDF. */
export const report = async (context: CliContext, options: ReportOptions): Promise<Outcome> => {
  const language = languageIn(options.lang);
  await mayReport(context, language);
  const { presenter, people, rules, cases } = await context.samordna();
  const asOf = presenter.now();
  const governance = await rules.at(asOf);
  const request = requestOf(options, governance);
  const made = await loadReport({ store: context.store, rules }, request, asOf);
  const folder = await folderAt(options.out);
  const w = writing(language);
  const actor = await context.actor();
  const readsCases = actor.kind === 'operator' || (actor.kind === 'person' && readsAll(actor));
  const notes: string[] = [];
  const pages = new Map<ItemId, string>();
  if (options.cases && readsCases && made.cases.size <= MOST_CASE_PAGES) {
    const directory = await people.directory();
    for (const item of made.cases.keys()) {
      const found = await cases.load(item);
      if (!found || withheldFrom(actor, found.state)) continue;
      const keptBy = actor.kind === 'person' ? { keptBy: actor.region } : {};
      pages.set(item, caseHtml(caseFile(found, { now: asOf, directory, governance, ...keptBy }), w));
    }
  } else if (options.cases && readsCases) {
    notes.push(
      `${made.cases.size} procurements stand behind the figures: no page was written for each (at most ${MOST_CASE_PAGES}); "samordna case ITEM" writes one.`,
    );
  }
  const link: CaseLink = (item) => (pages.has(item) ? caseFileName(item) : null);
  const files: string[] = [];
  const put = async (name: string, content: string | Uint8Array) => {
    await writeFile(join(folder, name), content);
    files.push(name);
  };
  await put(FRONT, reportHtml(made, w, link));
  await put(CASES_PAGE, casesHtml(made, w, link));
  const known = await people.directory();
  const reader = {
    person: actor.kind === 'person' ? actor.id : null,
    name: (id: string) => known.person(id as PersonId)?.name ?? id,
  };
  await put(WORKBOOK, reportWorkbook(made, w, reader));
  for (const [item, page] of pages) await put(caseFileName(item), page);
  const printed = await printPdf(join(folder, FRONT), join(folder, PDF), options.chromium);
  if (printed.ok) files.push(PDF);
  else notes.push(printed.error);
  return {
    exit: DONE,
    json: {
      folder,
      files,
      pdf: printed.ok,
      kind: made.kind,
      period: made.period,
      region: request.region,
      category: made.category,
      asOf,
      cases: made.cases.size,
      notes,
    },
    text: [`${join(folder, FRONT)}: ${files.length} files`, ...notes].join('\n'),
  };
};
