import type { CustomSeriesRenderItem } from 'echarts';
import { figureOf, type Report } from '#application/reporting/report.ts';
import { SAVING_PARTS } from '#domain/indicators/saving.ts';
import { definedAs } from '../../indicator-words.ts';
import type { Writing } from '../../writing.ts';
import { AXIS, BAR, type Chart, drawn, MARK } from '../charting.ts';
import { inUnit } from '../figure.ts';
import { tellIn } from '../words.ts';

const MILLION = 1_000_000;
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
