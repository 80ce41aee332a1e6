import type { CaseEvent } from './events.ts';
import type { Notice } from './notice.ts';
import { users } from './pulse.ts';
import { isLocked, type KnownCase } from './state.ts';

type Draft = Omit<Notice, 'id'>;

/** Law 7: those who take part in the contract are asked once what worked, what did not, and what to do next time. */
const reviewed = ({ at }: CaseEvent, after: KnownCase): Draft[] => {
  const audience = users(after).map((unit) => ({ to: 'unit', unit }) as const);
  if (audience.length === 0) return [];
  return [{ at, subject: { card: 'review', item: after.item.id }, occasion: 'new', audience }];
};

/** Who is to be told of figures: finance of the regions that take part signs a saving that somebody has stated (domain: indicator 3). */
export const figureNotices = (event: CaseEvent, after: KnownCase): Draft[] => {
  if (event.type === 'advanced' && event.stage.to === 'followed-up') return reviewed(event, after);
  if (event.type === 'pulse-asked') {
    const audience = users(after).map((unit) => ({ to: 'unit', unit }) as const);
    const subject = { card: 'pulse', item: after.item.id, wave: event.wave } as const;
    return audience.length > 0 ? [{ at: event.at, subject, occasion: 'new', audience }] : [];
  }
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
