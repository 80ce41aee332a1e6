import type { SuccessionRow } from '../../authority/governance.ts';
import { takingPart } from '../../record/concerns.ts';
import { dateOf } from '../../shared/calendar.ts';
import type { Instant, RegionId } from '../../shared/ids.ts';
import type { DecideContext } from '../commands.ts';
import type { CaseEvent } from '../events.ts';
import { documentationDue } from '../life-cycle.ts';
import { type CaseState, isAsked, type KnownCase, type Status } from '../state.ts';
import { event } from './draft.ts';

/**
 * Whether somebody still has something to do with a case, so that it needs a body. A deviation ends on its day, and the
 * units are then asked anew. Complete by type.
 */
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
  'deviation-decided': true,
  'external-coordination': false,
  postponed: true,
  cancelled: false,
};

/** Before anybody is asked a body has a case by what was decided for it, or by having put it off. */
const decidedEarly = (state: KnownCase): Instant | undefined => state.stageDecisions?.[0]?.at;

/** Left with documentation still to be completed (law 7), or decided on before anybody was asked: somebody's it remains. */
const isOpen = (state: KnownCase): boolean => {
  if (state.status === 'cancelled')
    return documentationDue(state) !== null && !state.documentation?.completed;
  if (state.status === 'draft' || state.status === 'assessed') return decidedEarly(state) !== undefined;
  return OPEN[state.status] && (isAsked(state) || state.status === 'postponed');
};
const begun = (state: KnownCase): Instant | undefined => {
  if (isAsked(state)) return state.round.openedAt;
  return decidedEarly(state) ?? ('exit' in state ? state.exit?.at : undefined);
};
const regionsOf = (state: KnownCase): RegionId[] => [
  ...takingPart(state),
  ...(state.stageDecisions ?? []).flatMap((decision) => decision.regions),
];

/** A case that began under the body that ceased, in a region that the row speaks of, and was not transferred by it before. */
const concerns = (row: SuccessionRow, state: KnownCase, at: Instant): boolean =>
  dateOf(at) < row.validFrom &&
  row.successors.some(({ region }) => regionsOf(state).includes(region)) &&
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
