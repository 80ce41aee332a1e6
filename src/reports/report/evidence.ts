import type { Evidence } from '#domain/audit/follow-up.ts';
import { never } from '#domain/shared/result.ts';
import type { Writing } from '../writing.ts';
import { figureText } from './figure.ts';
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
