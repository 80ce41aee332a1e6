import { figureOf, type Report } from '#application/reporting/report.ts';
import type { Indicator } from '#domain/indicators/indicator.ts';
import type { RegionId } from '#domain/shared/ids.ts';
import type { Writing } from '../../writing.ts';
import { AXIS, BAR, drawn, FONT, INK, MARK, PAPER } from '../charting.ts';
import { percent } from '../words.ts';

/** About as much of the scale as a figure takes. */
export const WIDE = 0.18;
export const label = (text: string, right = 12) => ({
  show: true,
  position: 'right' as const,
  formatter: text,
  color: INK,
  fontSize: FONT,
  distance: right > 0 ? 6 : 0,
});

/** A figure just short of the target stands in its bar: the target's line would cross it beside. */
export const clearOf = (target: number | null, value: number | null, shown: string) =>
  target !== null && value !== null && value >= WIDE && value < target && target - value < WIDE
    ? { ...label(shown), position: 'insideRight' as const, color: PAPER }
    : label(shown);

export interface Row {
  readonly name: string;
  readonly value: number | null;
  readonly shown: string;
  readonly behind: Indicator | 'audit';
}
/** Lying bars of shares, longest scale 100 %. */
export const shares = (
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

export const listed = (rows: readonly Row[]): string =>
  rows.map(({ name, shown }) => `${name}: ${shown}`).join(', ');

/** Every report has it for each of its columns. */
export const shareOf = (report: Report, region: RegionId | null): Indicator => {
  const found = figureOf(report, 'share-coordinated', region);
  if (!found) throw new Error(`No share of ${region ?? 'the regions together'}`);
  return found;
};

export const short = (name: string): string => name.replace(/^Region /, '');
