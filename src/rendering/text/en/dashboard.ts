import type { Shape } from '../shape.ts';
import type { dashboard as sv } from '../sv/dashboard.ts';

export const dashboard: Shape<typeof sv> = {
  dashboard: {
    heading: 'The numbers',
    period: '{from} to {to}',
    of: '{part, number} of {whole, number}',
    summary: 'Share coordinated {from} to {to}: {part, number} of {whole, number}',
    together: 'Together',
    value: '{value} ({beside})',
    forecast: '{value} ({beside}). Forecast, not an outcome',
    range: '{low} to {high}',
    over: 'counted over {counted, number} of {whole, number}',
    none: 'Not calculable',
    noneOf: '{names}. {reason}.',
    running: 'The period is still running. The outcome is what has happened so far.',
    shareTitle: 'Share coordinated, per cent',
    savingTitle: 'Enabled saving, million SEK',
    region: 'Region',
    share: 'Share',
    parts: 'Coordinated of all',
    end: 'Enabled saving',
    amount: 'Million SEK',
    low: 'Low',
    base: 'Base',
    high: 'High',
    report: 'Open the report',
    pdf: 'Get it as a PDF',
    workbook: 'Get the numbers',
    linkNote: 'The links hold for 30 minutes. Whoever has them can read the report: do not pass them on.',
    noLink: 'Those who run Samordna can produce the report (samordna report).',
  },
};
