import { CASES_PAGE } from '#application/reporting/files.ts';
import { figureOf, type Report } from '#application/reporting/report.ts';
import type { Indicator } from '#domain/indicators/indicator.ts';
import type { RegionId } from '#domain/shared/ids.ts';
import { html, type Markup, table } from '../markup.ts';
import type { Writing } from '../writing.ts';
import { anchorOf, figureText } from './figure.ts';
import { apart, toCases } from './places.ts';
import { tellIn } from './words.ts';

const placeOf = ({ id, scope }: Indicator): string =>
  anchorOf(id.startsWith('target-') ? id.slice('target-'.length) : id, scope.region);

/** A figure's value in another's table: it leads to the same cases. */
export const figureLink = (figure: Indicator, text: string): Markup => toCases(placeOf(figure), text);

/** A value that leads to the cases behind it, with its range, parts and reason. */
export const figureMark = (figure: Indicator, w: Writing): Markup => {
  const t = tellIn(w.language);
  const { name, value, reason, range, parts, forecast } = figureText(figure, w);
  const href = `${CASES_PAGE}#${placeOf(figure)}`;
  return html`<a href="${href}" aria-label="${name}: ${value}" class="${figure.value === null ? 'none' : 'value'}">${value}</a>${[
    reason,
    range,
    parts,
  ].map((line) =>
    line === null ? null : html`<span class="small">${line}</span>`,
  )}${forecast ? html`<span class="tag">${t('forecast')}</span>` : null}`;
};

/** One measure a row, one scope a column; what stands outside and the definition's version under the name. */
export const figuresTable = (report: Report, ids: readonly string[], w: Writing): Markup => {
  const t = tellIn(w.language);
  const cell = (id: string, region: RegionId | null) => {
    const figure = figureOf(report, id, region);
    return figure ? figureMark(figure, w) : '';
  };
  const rows = ids.flatMap((id) => {
    const figure = figureOf(report, id, report.scopes[0]?.region ?? null);
    if (!figure) return [];
    const { name, outside } = figureText(figure, w);
    return [
      [
        html`${name} <span class="note">${apart('definition', t('version', { version: figure.version }))}</span>${outside === null ? null : html`<span class="small">${figureLink(figure, t('outside', { list: outside }))}</span>`}`,
        ...report.scopes.map(({ region }) => cell(id, region)),
      ],
    ];
  });
  const amounts = ids.some((id) => figureOf(report, id, report.scopes[0]?.region ?? null)?.unit === 'SEK');
  const ofRegions = report.scopes.some(({ region }) => region !== null);
  return html`${table([t('measure'), ...report.scopes.map(({ name }) => name[w.language])], rows, 'figures')}${amounts && ofRegions ? html`<p class="note">${t('wholeContracts')}</p>` : null}`;
};

/** The figures of the first column, each as a tile. */
export const tiles = (report: Report, ids: readonly string[], w: Writing): Markup =>
  html`<dl class="tiles">${ids.map((id) => {
    const figure = figureOf(report, id, report.scopes[0]?.region ?? null);
    return figure
      ? html`<div><dt>${figureText(figure, w).name}</dt><dd>${figureMark(figure, w)}</dd></div>`
      : null;
  })}</dl>`;
