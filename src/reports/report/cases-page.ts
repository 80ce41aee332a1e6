import { FRONT } from '#application/reporting/files.ts';
import type { Report } from '#application/reporting/report.ts';
import type { Indicator } from '#domain/indicators/indicator.ts';
import type { ItemId } from '#domain/shared/ids.ts';
import { indicatorWords } from '../indicator-words.ts';
import { html, type Markup, styledPage } from '../markup.ts';
import type { Writing } from '../writing.ts';
import { anchorOf, figureText, titleOf } from './figure.ts';
import type { CaseLink } from './links.ts';
import { type Place, placesOf } from './places.ts';
import { caseMark } from './sheet.ts';
import { REPORT_STYLE } from './style.ts';
import { tellIn } from './words.ts';

/** A list longer than this is not read on a page; the workbook has all of it. */
const SHOWN = 200;

const listOf = (report: Report, items: readonly ItemId[], w: Writing, link: CaseLink): Markup => {
  const t = tellIn(w.language);
  const more = items.length - SHOWN;
  return html`<ul class="cases">${items.slice(0, SHOWN).map((item) => {
    const facts = report.cases.get(item);
    return html`<li>${facts ? caseMark(facts, link) : item}</li>`;
  })}</ul>${more > 0 ? html`<p class="note">${t('more', { count: w.number(more), sheet: t('sheet.behind') })}</p>` : null}`;
};

const behind = (report: Report, figure: Indicator, w: Writing, link: CaseLink): Markup => {
  const t = tellIn(w.language);
  const words = indicatorWords(w.language);
  const { name, value, reason, range, parts, definition } = figureText(figure, w);
  const counted = new Set(figure.behind.counted);
  const rest = figure.behind.of.filter((item) => !counted.has(item));
  const scope = report.scopes.find(({ region }) => region === figure.scope.region);
  const list = (title: string, items: readonly ItemId[]) =>
    items.length === 0 ? null : html`<h3>${title}</h3>${listOf(report, items, w, link)}`;
  return html`<section class="fig" id="${anchorOf(figure.id, figure.scope.region)}"><h2>${name} · ${scope?.name[w.language] ?? ''}</h2><p><strong>${value}</strong> ${[reason, range, parts].filter((part) => part !== null).join(' · ')}</p><p class="note">${definition} ${t('version', { version: figure.version })}</p>${list(t('counted', { count: w.number(counted.size) }), figure.behind.counted)}${list(t('alsoOf', { count: w.number(rest.length) }), rest)}${figure.excluded.map(({ reason: why, items }) => list(t('excludedAs', { reason: words.excluded[why], count: w.number(items.length) }), items))}</section>`;
};

const placeSection = (
  report: Report,
  { anchor, name, counted, of }: Place,
  w: Writing,
  link: CaseLink,
): Markup => {
  const t = tellIn(w.language);
  const some = new Set(counted);
  const rest = of.filter((item) => !some.has(item));
  const list = (title: string, items: readonly ItemId[]) =>
    items.length === 0 ? null : html`<h3>${title}</h3>${listOf(report, items, w, link)}`;
  return html`<section class="fig" id="${anchor}"><h2>${name}</h2>${of.length === 0 ? html`<p>${t('nobodyHere')}</p>` : null}${list(t('counted', { count: w.number(counted.length) }), counted)}${list(t('alsoOf', { count: w.number(rest.length) }), rest)}</section>`;
};

/** Behind each figure, by name: what counts, what it is divided by, and what stands outside. */
export const casesHtml = (report: Report, w: Writing, link: CaseLink): string => {
  const t = tellIn(w.language);
  const linked = [...report.cases.keys()].some((item) => link(item) !== null);
  return styledPage(
    w.language,
    `${t('section.cases')}: ${titleOf(report, w)}`,
    REPORT_STYLE,
    html`<header><p class="sub"><a href="${FRONT}">${t('back')}</a></p><h1>${t('section.cases')}</h1><p>${titleOf(report, w)}</p><p class="note">${t(linked ? 'withHistory' : 'noHistory')}</p></header>`,
    report.figures
      .filter(({ id }) => !id.startsWith('target-'))
      .map((figure) => behind(report, figure, w, link)),
    placesOf(report, w).map((place) => placeSection(report, place, w, link)),
  );
};
