import audit from '../data/audit-figures.json' with { type: 'json' };
import type { Writing } from '../writing.ts';
import { percent, tellIn } from './words.ts';

const UNSTATED = 'cut-off not stated';

/** What the audit's figures themselves leave open, and how much it could not calculate: said wherever its series stand. */
export const auditNotes = (w: Writing): readonly string[] => {
  const t = tellIn(w.language);
  const { notCalculableShare, coordinatedShare } = audit;
  const open = [notCalculableShare, ...coordinatedShare].some(({ asOf }) => asOf.includes(UNSTATED));
  return [
    ...(open ? [t('auditCutOff')] : []),
    t('auditNotCalculable', {
      share: percent(notCalculableShare.value, w),
      year: notCalculableShare.year,
    }),
  ];
};
