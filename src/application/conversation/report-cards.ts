import { refuse } from '#domain/coordination/refusal.ts';
import type { Person } from '#domain/directory/person.ts';
import type { Period } from '#domain/indicators/indicator.ts';
import { dateOf } from '#domain/shared/calendar.ts';
import type { PlainDate } from '#domain/shared/ids.ts';
import type { Language } from '#domain/shared/language.ts';
import { DASHBOARD_FIGURES } from '#rendering/views/dashboard.ts';
import type { View } from '#rendering/views.ts';
import type { OfficerRequest } from '#status-query/requests.ts';
import { actorOf } from '../asking.ts';
import type { DocumentStore } from '../ports/documents.ts';
import type { Presenter } from '../presenter.ts';
import { FRONT, PDF, WORKBOOK } from '../reporting/files.ts';
import { interimOf } from '../reporting/interim.ts';
import type { Linking } from '../reporting/links.ts';
import { loadReport, mayReadReports } from '../reporting/loading.ts';
import type { ReportRequest } from '../reporting/report.ts';
import type { Rules } from '../rules.ts';
import { refusedView } from '../views/message.ts';

export type AskedReport = Extract<OfficerRequest, { kind: 'report' }>;

export interface ReportCards {
  /** The numbers at a glance and, where people reach the server, the way to the report. */
  show(viewer: Person, asked: AskedReport, language: Language): Promise<View>;
}

/** The tertial that ended last: what a report is asked for when nobody says which. */
const lastTertial = (today: PlainDate): Period => {
  const year = Number(today.slice(0, 4));
  const done = Math.floor((Number(today.slice(5, 7)) - 1) / 4);
  const ends = ['04-30', '08-31', '12-31'] as const;
  const starts = ['01-01', '05-01', '09-01'] as const;
  const [at, of] = done === 0 ? [2, year - 1] : [done - 1, year];
  return { from: `${of}-${starts[at]}` as PlainDate, to: `${of}-${ends[at]}` as PlainDate };
};
const wholeYear = (today: PlainDate): Period => ({
  from: `${today.slice(0, 4)}-01-01` as PlainDate,
  to: `${today.slice(0, 4)}-12-31` as PlainDate,
});

export interface ReportCardOptions {
  readonly store: DocumentStore;
  readonly rules: Rules;
  readonly presenter: Presenter;
  readonly linking: Linking;
  /** Whether there is a browser that prints. */
  readonly printsPdf: boolean;
}

export const createReportCards = ({
  store,
  rules,
  presenter,
  linking,
  printsPdf,
}: ReportCardOptions): ReportCards => ({
  show: async (viewer, asked, language) => {
    const { now, governance } = await presenter.reading(viewer);
    if (!mayReadReports(actorOf(viewer))) return refusedView(now, refuse('not-allowed'));
    const today = dateOf(now);
    const year = (asked.period?.to ?? today).slice(0, 4);
    const named = asked.interim ? interimOf(governance, Number(year)) : null;
    if (named && !named.ok) return refusedView(now, named.error);
    const cutOff = named?.value.cutOff;
    const period = named
      ? named.value.period
      : (asked.period ?? (asked.report === 'tertial' ? lastTertial(today) : wholeYear(today)));
    const request: ReportRequest = {
      kind: asked.report,
      period,
      // The page for a regionstyrelse is the reader's own region's.
      region: asked.report === 'region' ? (asked.region ?? viewer.region) : null,
      ...(cutOff ? { cutOff } : {}),
      ...(asked.category ? { category: asked.category } : {}),
    };
    const report = await loadReport({ store, rules }, request, now);
    const at = await linking({ person: viewer.id, request, language });
    return {
      card: 'dashboard',
      asOf: now,
      period,
      running: report.running,
      scopes: report.scopes,
      figures: report.figures.filter(({ id }) => (DASHBOARD_FIGURES as readonly string[]).includes(id)),
      ...(asked.category ? { category: asked.category } : {}),
      ...(at
        ? { links: { report: at(FRONT), workbook: at(WORKBOOK), ...(printsPdf ? { pdf: at(PDF) } : {}) } }
        : {}),
    };
  },
});
