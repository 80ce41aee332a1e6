import type { SuccessionRow } from '../../authority/governance.ts';
import { takingPart } from '../../record/concerns.ts';
import { dateOf } from '../../shared/calendar.ts';
import type { Instant } from '../../shared/ids.ts';
import type { DecideContext } from '../commands.ts';
import type { CaseEvent } from '../events.ts';
import { documentationDue } from '../life-cycle.ts';
import { type CaseState, isAsked, type KnownCase, type Status } from '../state.ts';
import { event } from './draft.ts';

/** Whether somebody still has something to do with a case, so that it needs a body. Complete by type. */
const OPEN: Readonly<Record<Status, boolean>> = {
  new: false,
  draft: false,
  assessed: false,
  asked: true,
  committed: true,
  'partly-committed': true,
  escalated: true,
  initiated: true,
  locked: true,
  advertised: true,
  evaluation: true,
  awarded: true,
  standstill: true,
  appealed: true,
  contract: true,
  'followed-up': true,
  reviewed: true,
  closed: false,
  'not-possible': false,
  'deviation-decided': false,
  'external-coordination': false,
  postponed: true,
  cancelled: false,
};

/** Left with documentation still to be completed (law 7), or postponed before anybody was asked: somebody's it remains. */
const isOpen = (state: KnownCase): boolean => {
  if (state.status === 'cancelled')
    return documentationDue(state) !== null && !state.documentation?.completed;
  return OPEN[state.status] && (isAsked(state) || state.status === 'postponed');
};
const begun = (state: KnownCase): Instant | undefined =>
  isAsked(state) ? state.round.openedAt : 'exit' in state ? state.exit?.at : undefined;

/** A case that began under the body that ceased, in a region that the row speaks of, and was not transferred by it before. */
const concerns = (row: SuccessionRow, state: KnownCase, at: Instant): boolean =>
  dateOf(at) < row.validFrom &&
  row.successors.some(({ region }) => takingPart(state).includes(region)) &&
  !(state.transfers ?? []).some(({ rule }) => rule === row.id);

/**
 * When a succession takes effect, open cases go on with the successors: at the same level, with the same clock. What was
 * decided stands. The governance in `context` holds successions that are decided and in force, and no others.
 */
export const transfers = (state: CaseState, context: DecideContext): CaseEvent[] => {
  if (state.status === 'new' || !isOpen(state)) return [];
  const at = begun(state);
  if (at === undefined) return [];
  return (context.governance.successions ?? [])
    .filter((row) => concerns(row, state, at))
    .map(({ id, body, successors, archive, reading }) =>
      event(
        context,
        { type: 'transferred', rule: id, from: body, to: successors, archive },
        reading === undefined ? undefined : { reading },
      ),
    );
};
