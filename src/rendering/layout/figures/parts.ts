import type { Range } from '#domain/savings/range.ts';
import type { Plain, Shown } from '../../text/safe.ts';
import type { FiguresView, Took } from '../../views/figures.ts';
import type { Button, Datum, Laid } from '../data.ts';
import { type Fact, lay } from '../frame.ts';
import type { Writer } from '../writer.ts';

export interface Press {
  readonly label: Plain;
  readonly press: Button;
  readonly [key: string]: Datum;
}
export interface Line {
  readonly title: Shown;
  readonly note?: Shown | undefined;
  readonly extra?: Shown | undefined;
  readonly label?: Plain | undefined;
  readonly open?: Button | undefined;
  readonly [key: string]: Datum;
}
export type Field = { readonly [kind in 'date' | 'day' | 'line' | 'area' | 'one']?: Datum };

/** What a card of one question holds: the facts that answer it, fields where a tap will not do, and its buttons. */
export interface Sheet {
  readonly kicker?: Shown | undefined;
  readonly heading: Shown;
  readonly summary: Plain;
  readonly warning?: Shown | undefined;
  readonly lead?: Shown | undefined;
  readonly intro?: Shown | undefined;
  readonly facts?: readonly Fact[];
  /** Only to be read; and those that open something. */
  readonly rows?: readonly Line[];
  readonly lines?: readonly Line[];
  readonly more?: Shown | undefined;
  readonly question?: Shown | undefined;
  readonly fields?: readonly Field[];
  readonly note?: Shown | undefined;
  /** The one that the question asks for. */
  readonly send?: Press | undefined;
  /** Others that take the fields along. */
  readonly sends?: readonly Press[];
  /** Pages and files outside of the chat. */
  readonly urls?: readonly { readonly label: Plain; readonly url: Plain; readonly [key: string]: Datum }[];
  /** Others that only lead on. */
  readonly links?: readonly Press[];
}

export const layOutSheet = (
  view: Parameters<typeof lay>[0],
  w: Writer,
  { kicker, heading, summary, facts, rows, lines, fields, send, sends, urls, links, ...texts }: Sheet,
): Laid =>
  lay(
    view,
    w,
    { kicker, heading, summary },
    {
      ...texts,
      facts: facts ?? [],
      rows: rows ?? [],
      lines: lines ?? [],
      fields: (fields ?? []) as readonly Datum[],
      send: send?.press,
      sendTitle: send?.label ?? w.input(''),
      sends: sends ?? [],
      urls: urls ?? [],
      links: links ?? [],
    },
  );

export const of = ({ item }: FiguresView, w: Writer): Shown =>
  w.say('figures.kicker', { title: w.name(item.title), id: w.name(item.id) });

/** "2 timmar", "45 minuter" or an amount. */
export const effortText = ({ seconds, external }: Took, w: Writer): Shown & Plain => {
  if (seconds === 0) return w.kronor(external);
  const said =
    seconds < 3600
      ? w.say.plain('effort.minutes', { minutes: Math.round(seconds / 60) })
      : w.say.plain('effort.hours', { hours: Math.round((seconds / 3600) * 100) / 100 });
  return said as Shown & Plain;
};

/** Never the base alone; one figure only where nothing in it is uncertain. */
export const rangeText = ({ low, base, high }: Range, w: Writer): Shown =>
  low === high
    ? w.kronor(base)
    : w.say('figures.range', { low: w.kronor(low), base: w.kronor(base), high: w.kronor(high) });

export const lineField = (
  id: string,
  label: Plain,
  placeholder: Plain,
  w: Writer,
  value = '',
  required = true,
): Field => ({
  line: {
    id: w.input(id),
    label,
    placeholder,
    value: w.input(value),
    required,
    error: w.say.plain('saving.fill'),
  },
});
export const areaField = (id: string, label: Plain, placeholder: Plain, w: Writer): Field => ({
  area: {
    id: w.input(id),
    label,
    placeholder,
    value: w.input(''),
    required: true,
    error: w.say.plain('saving.fill'),
  },
});
export const dateField = (id: string, label: Plain, w: Writer, value?: string): Field => {
  const shared = { id: w.input(id), label, required: true, error: w.say.plain('common.dateError') };
  return value === undefined ? { day: shared } : { date: { ...shared, value: w.input(value) } };
};
