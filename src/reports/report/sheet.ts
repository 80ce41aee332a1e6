import type { Basis, Report } from '#application/reporting/report.ts';
import type { ProcurementFacts } from '#domain/indicators/facts.ts';
import type { RegionId } from '#domain/shared/ids.ts';
import { html, type Markup } from '../markup.ts';
import type { Writing } from '../writing.ts';
import type { CaseLink } from './links.ts';
import { tellIn } from './words.ts';

/** What a section is written from. */
export interface Sheet {
  readonly report: Report;
  readonly w: Writing;
  readonly link: CaseLink;
}

export const basisText = ({ reference, example }: Basis, w: Writing): string => {
  const t = tellIn(w.language);
  const text = reference ?? t('noBasis');
  return example ? `${text} (${t('example')})` : text;
};
export const caseName = ({ item, title }: ProcurementFacts): string => `${item} ${title ?? ''}`.trim();
/** To a case's history; where it has no page, its name. */
export const caseMark = (facts: ProcurementFacts, link: CaseLink): Markup => {
  const href = link(facts.item);
  return href === null ? html`${caseName(facts)}` : html`<a href="${href}">${caseName(facts)}</a>`;
};
export const regionNames = ({ report, w }: Sheet, regions: readonly RegionId[]): string =>
  regions.map((id) => report.scopes.find(({ region }) => region === id)?.name[w.language] ?? id).join(', ');
