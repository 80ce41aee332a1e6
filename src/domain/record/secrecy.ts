import type { CaseEvent } from '../coordination/events.ts';
import type { CaseState } from '../coordination/state.ts';
import type { PersonId } from '../shared/ids.ts';
import { RECORD_RULES } from './rules.ts';

/** That they were too few to compute with tells how many there were. */
const tellsHowMany = (event: CaseEvent): boolean =>
  event.type === 'figure-noted' &&
  event.figure.kind === 'ruled-out' &&
  event.figure.obstacle === 'fewer-than-3-bids';

/**
 * Whether an entry may leave Samordna in an export or a document. What tells of tenders or applications, also their
 * number, may not (OSL 19:3): a release after the award is a person's harm test (OSL 31:16), never a program's.
 */
export const mayLeave = (event: CaseEvent): boolean =>
  RECORD_RULES[event.type].secrecy === 'open' && !tellsHowMany(event);

/**
 * Bid secrecy (anbudssekretess, OSL 19:3): absolute for tenders and applications, also for how many there are and between
 * the authorities, from advertising until the award decision or the procurement's other end. An evaluation that a court
 * orders anew is secret anew (our reading: there is then no award decision in force).
 */
export const isSecret = (state: CaseState): boolean =>
  state.status === 'advertised' || state.status === 'evaluation';

/** Who may know anything of the tenders while they are secret; nobody else, whatever the role. */
export const knowsTenders = (state: CaseState, person: PersonId): boolean =>
  'advertising' in state && state.advertising?.evaluators.includes(person) === true;
