import type { Evidence } from '#domain/audit/follow-up.ts';
import { never } from '#domain/shared/result.ts';
import type { Markup } from '../markup.ts';
import type { Writing } from '../writing.ts';
import { figureText } from './figure.ts';
import { figureLink } from './figures-table.ts';
import { apart, countPlace, toCases } from './places.ts';
import { tellIn } from './words.ts';

/** One piece of evidence, in one line. */
export const evidenceText = (evidence: Evidence, w: Writing): string => {
  const t = tellIn(w.language);
  switch (evidence.kind) {
    case 'figure': {
      const { name, value, parts, reason } = figureText(evidence.figure, w);
      return `${name}: ${value}${reason === null ? (parts === null ? '' : ` (${parts})`) : ` (${reason})`}`;
    }
    case 'rows':
      return `${t(`rows.${evidence.list}`)}: ${t('rowsFound', evidence)}`;
    case 'count':
      return `${t(`count.${evidence.what}`)}: ${w.number(evidence.items.length)}`;
    default:
      return never(evidence);
  }
};

/** The same line, leading to the procurements behind it; rows of the governance have none. */
export const evidenceMark = (evidence: Evidence, w: Writing): Markup => {
  const text = evidenceText(evidence, w);
  switch (evidence.kind) {
    case 'figure':
      return figureLink(evidence.figure, text);
    case 'rows':
      return apart('decided', text);
    case 'count':
      return toCases(countPlace(evidence.what), text);
    default:
      return never(evidence);
  }
};
