import type { CustomSeriesRenderItem } from 'echarts';
import { figureOf, type Report } from '#application/reporting/report.ts';
import type { Indicator } from '#domain/indicators/indicator.ts';
import { SAVING_PARTS } from '#domain/indicators/saving.ts';
import type { RegionId } from '#domain/shared/ids.ts';
import audit from '../data/audit-figures.json' with { type: 'json' };
import { definedAs } from '../indicator-words.ts';
import type { Writing } from '../writing.ts';
import { auditNotes } from './audit-notes.ts';
import { AXIS, BAR, type Chart, drawn, FONT, INK, MARK, PAPER } from './charting.ts';
import { inUnit, periodName } from './figure.ts';
import { percent, tellIn } from './words.ts';

const MILLION = 1_000_000;
/** About as much of the scale as a figure takes. */
const WIDE = 0.18;
const label = (text: string, right = 12) => ({
  show: true,
  position: 'right' as const,
  formatter: text,
  color: INK,
  fontSize: FONT,
  distance: right > 0 ? 6 : 0,
});

/** A figure just short of the target stands in its bar: the target's line would cross it beside. */
const clearOf = (target: number | null, value: number | null, shown: string) =>
  target !== null && value !== null && value >= WIDE && value < target && target - value < WIDE
    ? { ...label(shown), position: 'insideRight' as const, color: PAPER }
    : label(shown);

interface Row {
  readonly name: string;
  readonly value: number | null;
  readonly shown: string;
  readonly behind: Indicator | 'audit';
}
/** Lying bars of shares, longest scale 100 %. */
const shares = (
  id: string,
  title: string,
  desc: string,
  rows: readonly Row[],
  target: number | null,
  w: Writing,
) =>
  drawn({ id, title, desc }, 62 + rows.length * 44, {
    grid: { left: 8, right: 64, top: target === null ? 8 : 26, bottom: 26, containLabel: true },
    xAxis: {
      type: 'value',
      min: 0,
      max: 1,
      ...AXIS,
      axisLabel: { ...AXIS.axisLabel, formatter: (value: number) => percent(value, w) },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: rows.map(({ name }) => name),
      ...AXIS,
      axisLabel: { ...AXIS.axisLabel, width: 110, overflow: 'break' },
    },
    series: [
      {
        type: 'bar',
        barWidth: 18,
        data: rows.map(({ value, shown }) => ({
          value: value ?? 0,
          itemStyle: { color: BAR },
          label: clearOf(target, value, shown),
        })),
        ...(target === null
          ? {}
          : {
              markLine: {
                silent: true,
                symbol: 'none',
                lineStyle: { color: MARK, width: 2, type: 'dashed' },
                label: {
                  show: true,
                  position: 'start',
                  color: INK,
                  fontSize: FONT,
                  formatter: percent(target, w),
                },
                data: [{ xAxis: target }],
              },
            }),
      },
    ],
  });

const listed = (rows: readonly Row[]): string =>
  rows.map(({ name, shown }) => `${name}: ${shown}`).join(', ');

/** Every report has it for each of its columns. */
const shareOf = (report: Report, region: RegionId | null): Indicator => {
  const found = figureOf(report, 'share-coordinated', region);
  if (!found) throw new Error(`No share of ${region ?? 'the regions together'}`);
  return found;
};

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
const short = (name: string): string => name.replace(/^Region /, '');

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

/** Null where nothing of it can be calculated: an empty picture says less than the table's reasons. */
export const partsChart = (report: Report, w: Writing): Chart | null => {
  const t = tellIn(w.language);
  const region = report.scopes[0]?.region ?? null;
  const parts = SAVING_PARTS.flatMap((part) => {
    const figure = figureOf(report, `enabled-saving-${part}`, region);
    return figure?.value == null || figure.low === null || figure.high === null
      ? []
      : [
          {
            name: definedAs(figure.id, w.language).name.replace(/^[^,]+, /, ''),
            low: figure.low,
            base: figure.value,
            high: figure.high,
            figure,
          },
        ];
  });
  if (parts.length === 0) return null;
  const kronor = (value: number) => inUnit(value, 'SEK', w);
  const title = t('chart.parts');
  const desc = t('chart.parts.desc', {
    list: parts
      .map((part) => `${part.name}: ${kronor(part.low)}, ${kronor(part.base)}, ${kronor(part.high)}`)
      .join('; '),
  });
  const whisker: CustomSeriesRenderItem = (_params, api) => {
    const at = api.value(2);
    const [x1 = 0, y = 0] = api.coord([api.value(0), at]);
    const [x2 = 0] = api.coord([api.value(1), at]);
    const line = (a: number, b: number, c: number, d: number) => ({
      type: 'line' as const,
      shape: { x1: a, y1: b, x2: c, y2: d },
      style: { stroke: MARK, lineWidth: 2 },
    });
    return {
      type: 'group',
      children: [line(x1, y, x2, y), line(x1, y - 6, x1, y + 6), line(x2, y - 6, x2, y + 6)],
    };
  };
  return {
    id: 'chart-parts',
    title,
    desc,
    svg: drawn({ id: 'chart-parts', title, desc }, 50 + parts.length * 42, {
      grid: { left: 8, right: 24, top: 8, bottom: 26, containLabel: true },
      xAxis: {
        type: 'value',
        ...AXIS,
        axisLabel: {
          ...AXIS.axisLabel,
          formatter: (value: number) => w.number(Math.round(value / (MILLION / 10)) / 10),
        },
      },
      yAxis: {
        type: 'category',
        inverse: true,
        data: parts.map(({ name }) => name),
        ...AXIS,
        axisLabel: { ...AXIS.axisLabel, width: 110, overflow: 'break' },
      },
      series: [
        { type: 'bar', barWidth: 16, itemStyle: { color: BAR }, data: parts.map(({ base }) => base) },
        {
          type: 'custom',
          renderItem: whisker,
          encode: { x: [0, 1], y: 2 },
          data: parts.map(({ low, high }, at) => [low, high, at]),
          z: 5,
        },
      ],
    }),
    table: {
      head: [t('scope'), t('low'), t('base'), t('high')],
      rows: parts.map(({ name, low, base, high }) => [name, kronor(low), kronor(base), kronor(high)]),
      behind: parts.map(({ figure }) => figure),
    },
    data: parts.flatMap(({ name, low, base, high }) => [
      { category: name, series: t('low'), value: low },
      { category: name, series: t('base'), value: base },
      { category: name, series: t('high'), value: high },
    ]),
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
