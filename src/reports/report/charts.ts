import { figureOf, type Report } from '#application/reporting/report.ts';
import type { Writing } from '../writing.ts';
import type { Chart } from './charting.ts';
import { brokenShareChart, countChart, savedChart } from './charts/audit.ts';
import { listed, type Row, shareOf, shares, short } from './charts/bars.ts';
import { partsChart } from './charts/parts.ts';
import { percent, tellIn } from './words.ts';

/** Indicator 1, by region, with the target of exactly this period. */
export const shareChart = (report: Report, w: Writing): Chart => {
  const t = tellIn(w.language);
  const rows: Row[] = report.scopes.map(({ region, name }) => {
    const behind = shareOf(report, region);
    const { value } = behind;
    return {
      behind,
      name: report.scopes.length > 1 && region === null ? t('together') : short(name[w.language]),
      value,
      shown: value === null ? t('notCalculable') : percent(value, w),
    };
  });
  const [whole] = report.scopes;
  const target = figureOf(report, 'target-share-coordinated', whole?.region ?? null)?.denominator ?? null;
  const title = t('chart.share');
  const desc = t('chart.share.desc', {
    list: [listed(rows), ...(target === null ? [] : [`${t('chart.target')}: ${percent(target, w)}`])].join(
      ', ',
    ),
  });
  return {
    id: 'chart-share',
    title,
    desc,
    svg: shares('chart-share', title, desc, rows, target, w),
    table: {
      head: [t('scope'), t('outcome'), t('chart.target')],
      rows: rows.map(({ name, shown }) => [name, shown, target === null ? null : percent(target, w)]),
      behind: rows.map(({ behind }) => behind),
      target: 2,
    },
    data: rows.map(({ name, value }) => ({ category: name, series: title, value })),
  };
};
/** Every chart of a report, in its order. */
export const chartsOf = (report: Report, w: Writing): Chart[] => {
  const parts = partsChart(report, w);
  return [
    shareChart(report, w),
    ...(report.kind === 'region'
      ? []
      : [countChart(w), brokenShareChart(report, w), savedChart(w), ...(parts ? [parts] : [])]),
  ];
};
