import type { Governance } from '../authority/governance.ts';
import { dateOf } from '../shared/calendar.ts';
import { levelSince } from './backwards.ts';
import type { DecideContext } from './commands.ts';
import type { CaseEvent } from './events.ts';
import type { Notice } from './notice.ts';
import { formerSeat } from './seating.ts';
import type { CaseState } from './state.ts';

type FormerSeat = NonNullable<ReturnType<typeof formerSeat>>;

/** The bodies that have ceased since they had the case before them, each with whoever registers what it decided in time. */
export const formerSeats = (state: CaseState, governance: Governance): readonly FormerSeat[] => {
  if (state.status !== 'escalated' || state.escalation.level !== 'decision') return [];
  const now = new Set(governance.bodies.map(({ body }) => body));
  const ceased = new Set(
    (governance.past?.bodies ?? []).map(({ body }) => body).filter((body) => !now.has(body)),
  );
  const date = dateOf(levelSince(state));
  return [...ceased].flatMap((body) => formerSeat(state, governance, { body, date }) ?? []);
};

/** A last secretary who declares a conflict registers no more: who does instead knows nothing of the case, and is told. */
export const registeringHandedOver = (
  before: CaseState,
  event: CaseEvent,
  after: CaseState,
  { governance }: DecideContext,
): Omit<Notice, 'id'>[] => {
  if (event.type !== 'conflict-declared' || !event.conflict || after.status === 'new') return [];
  const item = after.item.id;
  const had = new Map(formerSeats(before, governance).map(({ body, secretary }) => [body, secretary]));
  return formerSeats(after, governance).flatMap(({ body, secretary }) =>
    secretary === null || secretary === had.get(body)
      ? []
      : [
          {
            at: event.at,
            subject: { card: 'registration', item, body },
            occasion: 'new',
            audience: [{ to: 'person', person: secretary }],
          },
        ],
  );
};
