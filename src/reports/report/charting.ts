import { BarChart, CustomChart, ScatterChart } from 'echarts/charts';
import { GridComponent, MarkLineComponent } from 'echarts/components';
import { type EChartsCoreOption, init, use } from 'echarts/core';
import { LegacyGridContainLabel } from 'echarts/features';
import { SVGRenderer } from 'echarts/renderers';
import type { Indicator } from '#domain/indicators/indicator.ts';
import { html, type Markup, table } from '../markup.ts';
import { figureLink } from './figures-table.ts';
import { apart } from './places.ts';

use([
  BarChart,
  ScatterChart,
  CustomChart,
  GridComponent,
  LegacyGridContainLabel,
  MarkLineComponent,
  SVGRenderer,
]);

/** The page's own colours, so that one picture serves light, dark and paper. */
export const INK = 'var(--ink)';
export const PAPER = 'var(--paper)';
export const SOFT = 'var(--soft)';
export const GRID = 'var(--grid)';
export const BAR = 'var(--bar)';
export const MARK = 'var(--mark)';

export interface ChartTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly (string | null)[])[];
  /** What stands behind each row: the measure's own place, or the audit. */
  readonly behind: readonly (Indicator | 'audit')[];
  /** Which column is a target: decided, and nothing is behind it. */
  readonly target?: number;
}
/** A picture, what it shows in words, and the same numbers as a table and as data. */
export interface Chart {
  readonly id: string;
  readonly title: string;
  readonly desc: string;
  readonly svg: Markup;
  readonly table: ChartTable;
  readonly data: readonly {
    readonly category: string;
    readonly series: string;
    readonly value: number | null;
    /** What must be known beside it. */
    readonly note?: string;
  }[];
}

/** Wide enough for a phone and half an A4 page. */
const WIDTH = 420;
export const FONT = 13;
export const AXIS = {
  axisLine: { lineStyle: { color: SOFT } },
  axisTick: { show: false },
  axisLabel: { color: INK, fontSize: FONT },
  splitLine: { lineStyle: { color: GRID } },
} as const;

/**
 * SVG without a browser. What a pointer would do is taken out, and ids are the chart's own, so that the same numbers are
 * the same text.
 */
export const drawn = (
  { id, title, desc }: Pick<Chart, 'id' | 'title' | 'desc'>,
  height: number,
  option: EChartsCoreOption,
): Markup => {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height });
  try {
    chart.setOption({ animation: false, textStyle: { fontFamily: 'inherit', color: INK }, ...option });
    const svg = chart
      .renderToSVGString()
      .replaceAll(/<style[\s\S]*?<\/style>/g, '')
      .replaceAll(/ (?:class|ecmeta_\w+|pointer-events)="[^"]*"/g, '')
      .replaceAll(/zr\d+-/g, `${id}-`)
      .replace(/^<svg width="\d+" height="\d+"/, '<svg');
    const named = html`<title id="${id}-t">${title}</title><desc id="${id}-d">${desc}</desc>`;
    const begun = svg.replace('<svg', `<svg role="img" aria-labelledby="${id}-t ${id}-d"`);
    const end = begun.indexOf('>') + 1;
    return { html: begun.slice(0, end) + named.html + begun.slice(end) };
  } finally {
    // Undisposed, it keeps the process alive.
    chart.dispose();
  }
};

/** Each number of its table leads to the cases behind it, or says that the audit gave it. */
export const figureBlock = ({ title, svg, table: { head, rows, behind, target } }: Chart): Markup => {
  const named = behind.every((one) => one === 'audit') ? apart('audit', title) : title;
  const cell = (text: string | null, at: number, row: number): Markup | string => {
    const of = behind[row];
    if (text === null) return '–';
    if (of === undefined || of === 'audit') return apart('audit', text);
    if (at === 0) return apart('scope', text);
    return at === target ? apart('decided', text) : figureLink(of, text);
  };
  return html`<figure><figcaption>${named}</figcaption>${svg}${table(
    head,
    rows.map((row, at) => row.map((text, column) => cell(text, column, at))),
  )}</figure>`;
};
