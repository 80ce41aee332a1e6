import type { Indicator, Period } from '#domain/indicators/indicator.ts';
import type { RegionId } from '#domain/shared/ids.ts';
import type { Base } from '../views.ts';

/** The figures that a dashboard shows, in its order. */
export const DASHBOARD_FIGURES = [
  'share-coordinated',
  'share-coordinated-forecast',
  'control-point-reasoned',
  'enabled-saving',
  'coverage',
  'coordination-cost',
  'answer-rate',
] as const;

/** The numbers at a glance, with the way to the report and to the data behind it. */
export interface DashboardView extends Base {
  readonly card: 'dashboard';
  readonly period: Period;
  /** The period's last day has not passed. */
  readonly running: boolean;
  /** The first is what the facts show: the regions together, or the one region. */
  readonly scopes: readonly {
    readonly region: RegionId | null;
    readonly name: { readonly sv: string; readonly en: string };
  }[];
  /** Those of `DASHBOARD_FIGURES` for each scope. */
  readonly figures: readonly Indicator[];
  /** Absent where the server has no address that people reach. */
  readonly links?: { readonly report: string; readonly workbook: string; readonly pdf?: string };
  /** The CPV codes that it is of begin with these digits; absent: all. */
  readonly category?: string;
}
