import { entries, isCommitment } from './answer.ts';
import type { CaseEvent } from './events.ts';
import type { Notice } from './notice.ts';
import { isAsked, isLocked, type KnownCase } from './state.ts';

type Draft = Omit<Notice, 'id'>;

/** Law 7: those who take part in the contract are asked once what worked, what did not, and what to do next time. */
const reviewed = ({ at }: CaseEvent, after: KnownCase): Draft[] => {
  const units = isAsked(after) ? entries(after.round).filter(({ answer }) => isCommitment(answer)) : [];
  if (units.length === 0) return [];
  const audience = units.map(({ unit }) => ({ to: 'unit', unit }) as const);
  return [{ at, subject: { card: 'review', item: after.item.id }, occasion: 'new', audience }];
};

/** Who is to be told of figures: finance of the regions that take part signs a saving that somebody has stated (domain: indicator 3). */
export const figureNotices = (event: CaseEvent, after: KnownCase): Draft[] => {
  if (event.type === 'advanced' && event.stage.to === 'followed-up') return reviewed(event, after);
  if (event.type !== 'saving-stated') return [];
  const regions = isLocked(after) ? after.participants.map(({ region }) => region) : [after.item.region];
  return [
    {
      at: event.at,
      subject: { card: 'saving', item: after.item.id },
      occasion: 'new',
      audience: [{ to: 'role', role: 'controller', regions }],
    },
  ];
};
