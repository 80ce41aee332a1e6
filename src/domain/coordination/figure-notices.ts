import type { CaseEvent } from './events.ts';
import type { Notice } from './notice.ts';
import { isLocked, type KnownCase } from './state.ts';

type Draft = Omit<Notice, 'id'>;

/** Who is to be told of figures: finance of the regions that take part signs a saving that somebody has stated (domain: indicator 3). */
export const figureNotices = (event: CaseEvent, after: KnownCase): Draft[] => {
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
