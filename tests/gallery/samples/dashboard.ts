import { regionId } from '#domain/shared/ids.ts';
import { DASHBOARD_FIGURES, type DashboardView } from '#rendering/views/dashboard.ts';
import { exampleReport } from '#support/report.ts';
import type { Samples } from '../samples.ts';
import { NOW } from './people.ts';

const view = (report: ReturnType<typeof exampleReport>): DashboardView => ({
  card: 'dashboard',
  asOf: NOW,
  period: report.period,
  running: report.running,
  scopes: report.scopes,
  figures: report.figures.filter(({ id }) => (DASHBOARD_FIGURES as readonly string[]).includes(id)),
});

export const dashboard = {
  dashboard: {
    together: {
      ...view(exampleReport('tertial')),
      links: {
        report: 'https://samordna.example.se/report/token/index.html',
        workbook: 'https://samordna.example.se/report/token/figures.xlsx',
        pdf: 'https://samordna.example.se/report/token/report.pdf',
      },
    },
    region: { ...view(exampleReport('region', regionId('sormland'))), running: true },
    nothing: view(exampleReport('board', null, [])),
  },
} as const satisfies Partial<Samples>;
