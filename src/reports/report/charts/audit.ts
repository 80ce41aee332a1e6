import type { Report } from '#application/reporting/report.ts';
import audit from '../../data/audit-figures.json' with { type: 'json' };
import type { Writing } from '../../writing.ts';
import { auditNotes } from '../audit-notes.ts';
import { AXIS, BAR, type Chart, drawn, MARK } from '../charting.ts';
import { periodName } from '../figure.ts';
import { percent, tellIn } from '../words.ts';

import { label, listed, type Row, shareOf, shares } from './bars.ts';

interface Yearly {
  readonly year: number;
  readonly outcome: number | null;
  readonly target: number | null;
}
const years = (id: 'count' | 'saved', rows: readonly Yearly[], w: Writing): Chart => {
  const t = tellIn(w.language);
  const title = t(`chart.${id}`);
  const number = (value: number | null): string => (value === null ? t('missing') : w.number(value));
  const list = rows
    .map(
      ({ year, outcome, target }) =>
        `${year}: ${number(outcome)} (${t('chart.target').toLowerCase()} ${number(target)})`,
    )
    .join(', ');
  const desc = t(`chart.${id}.desc`, { list });
  return {
    id: `chart-${id}`,
    title,
    desc,
    svg: drawn({ id: `chart-${id}`, title, desc }, 200, {
      grid: { left: 8, right: 8, top: 26, bottom: 8, containLabel: true },
      xAxis: { type: 'category', data: rows.map(({ year }) => String(year)), ...AXIS },
      yAxis: { type: 'value', min: 0, ...AXIS },
      series: [
        {
          type: 'bar',
          barWidth: 40,
          data: rows.map(({ outcome }) => ({
            value: outcome ?? 0,
            itemStyle: { color: BAR },
            label: { ...label(number(outcome)), position: 'top' as const },
          })),
        },
        {
          type: 'scatter',
          symbol: 'rect',
          symbolSize: [56, 3],
          itemStyle: { color: MARK },
          data: rows.map(({ target }) => target ?? '-'),
        },
      ],
    }),
    table: {
      head: [t('year'), t('outcome'), t('chart.target')],
      rows: rows.map(({ year, outcome, target }) => [String(year), number(outcome), number(target)]),
      behind: rows.map(() => 'audit'),
    },
    data: rows.flatMap(({ year, outcome, target }) => [
      { category: String(year), series: t('outcome'), value: outcome, note: t('seriesNote') },
      { category: String(year), series: t('chart.target'), value: target, note: t('seriesNote') },
    ]),
  };
};

/** The audit's own series: 2022–2024 are counts; their definition is the audit's. */
export const countChart = (w: Writing): Chart => years('count', audit.coordinatedCount, w);
/** Million SEK. */
export const savedChart = (w: Writing): Chart => years('saved', audit.enabledSavingsMSEK, w);

/** What follows the break: the audit's share, whose definition is unknown, its target, and ours. */
export const brokenShareChart = (report: Report, w: Writing): Chart => {
  const t = tellIn(w.language);
  const [given] = audit.coordinatedShare;
  const own = shareOf(report, report.scopes[0]?.region ?? null);
  const ours = own.value;
  const rows: Row[] = [
    ...(given
      ? [
          {
            name: t('chart.audit'),
            value: given.outcome,
            shown: percent(given.outcome, w),
            behind: 'audit' as const,
          },
        ]
      : []),
    {
      behind: own,
      name: periodName(report.period, report.cutOff !== null, w),
      value: ours,
      shown: ours === null ? t('notCalculable') : percent(ours, w),
    },
  ];
  const target = given?.target ?? null;
  const title = t('seriesBreak');
  const list = [
    listed(rows),
    ...(target === null ? [] : [`${t('chart.target')}: ${percent(target, w)}`]),
  ].join(', ');
  const desc = t('chart.share.desc', { list });
  return {
    id: 'chart-break',
    title,
    desc,
    svg: shares('chart-break', title, desc, rows, target, w),
    table: {
      head: [t('period'), t('outcome'), t('chart.target')],
      rows: rows.map(({ name, shown }, at) => [
        name,
        shown,
        at === 0 && target !== null ? percent(target, w) : null,
      ]),
      behind: rows.map(({ behind }) => behind),
    },
    // Two series, since nobody knows how the audit counted its own.
    data: [
      ...(given
        ? [
            { value: given.outcome, series: t('auditShare') },
            { value: given.target, series: t('auditTarget') },
          ].map((one) => ({
            ...one,
            category: t('chart.audit'),
            note: [t('seriesNote'), ...auditNotes(w)].join(' '),
          }))
        : []),
      {
        category: periodName(report.period, report.cutOff !== null, w),
        series: t('ourShare'),
        value: ours,
        note: t('notComparable'),
      },
    ],
  };
};
