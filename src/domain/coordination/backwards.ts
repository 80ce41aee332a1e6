import { forumOf, type Governance, levelDue, type Meeting, meetingsOf } from '../authority/governance.ts';
import type { Seat } from '../authority/mandates.ts';
import { decisionKind, LEVELS, type Level } from '../escalation/reasons.ts';
import { addDays, addWorkingDays, atHour, dateOf } from '../shared/calendar.ts';
import type { BodyId, Instant, PlainDate } from '../shared/ids.ts';
import { openObjections } from './answer.ts';
import { partiesOf, seatsOf, undecided } from './seating.ts';
import type { AskedCase, CaseState, EscalatedCase } from './state.ts';

/** The last days on which a level can be entered and left, for what comes after it to be done before advertising. */
interface Span {
  readonly enter: PlainDate;
  readonly leave: PlainDate;
}

/** How a level stands to the planned advertising (domain section 3: the clock also runs backwards from it). */
export interface Reach {
  readonly advertise: PlainDate;
  /** By when the level is to be done if every later one gets the days of its row; null: no listed meeting allows it. */
  readonly by: PlainDate | null;
  /** The last day on which it still helps to be done, each later level taking one working day; null: none does. */
  readonly last: PlainDate | null;
}

/** A forum that lists no coming meeting has no calendar, and its days count instead, as on the way forwards. */
const lastMeeting = (
  governance: Governance,
  body: BodyId,
  since: PlainDate,
  notAfter: PlainDate,
): Meeting | null | 'no-calendar' => {
  const coming = meetingsOf(governance, body).filter(({ date }) => date >= since);
  return coming.length === 0 ? 'no-calendar' : (coming.findLast(({ date }) => date <= notAfter) ?? null);
};

const earlier = (a: Span, b: Span): Span => ({
  enter: a.enter < b.enter ? a.enter : b.enter,
  leave: a.leave < b.leave ? a.leave : b.leave,
});

/** Where a case's decision is a body's: its meeting, and before that the one of the board that prepares it (KL 5:26–30). */
const decisionSpan = (
  governance: Governance,
  seats: readonly Seat[],
  since: PlainDate,
  leave: PlainDate,
  days: number,
): Span | null => {
  const simple = (by: PlainDate): Span => ({ enter: addWorkingDays(by, -days), leave: by });
  const met = (body: BodyId, by: PlainDate): Span | null => {
    const meeting = lastMeeting(governance, body, since, by);
    if (meeting === 'no-calendar') return simple(by);
    return meeting && { enter: meeting.documentsBy, leave: meeting.date };
  };
  let span: Span | null = simple(leave);
  for (const seat of seats) {
    if (seat.kind !== 'body' || span === null) continue;
    const own = met(seat.body, leave);
    const preparedBy = governance.bodies.find(({ body }) => body === seat.body)?.preparedBy;
    const prepared = own && preparedBy ? met(preparedBy, addDays(own.enter, -1)) : own;
    span = own && prepared && earlier(span, { enter: prepared.enter, leave: own.leave });
  }
  return span;
};

const spanOf = (
  governance: Governance,
  level: Level,
  seats: readonly Seat[],
  advertise: PlainDate,
  since: PlainDate,
  days: (level: Level) => number,
): Span | null => {
  let span = decisionSpan(governance, seats, since, addWorkingDays(advertise, -1), days('decision'));
  for (const below of LEVELS.slice(0, -1).toReversed()) {
    if (span === null || LEVELS.indexOf(below) < LEVELS.indexOf(level)) return span;
    const leave = span.enter;
    const forum = forumOf(governance, below);
    const meeting = forum === null ? 'no-calendar' : lastMeeting(governance, forum, since, leave);
    span =
      meeting === 'no-calendar'
        ? { enter: addWorkingDays(leave, -days(below)), leave }
        : meeting && { enter: meeting.documentsBy, leave: meeting.date };
  }
  return span;
};

/** Who is still to decide, as far as the rows say. */
const deciding = (state: AskedCase, governance: Governance): readonly Seat[] => {
  const escalation = state.status === 'escalated' ? state.escalation : null;
  if (escalation?.level === 'decision') {
    return undecided(escalation);
  }
  const outcome = escalation && 'proposal' in escalation ? escalation.proposal.outcome : 'coordinate';
  return seatsOf(state, governance, decisionKind(outcome), partiesOf(state, governance)).seats;
};

/**
 * The latest days of a level that is entered on `since`, counted backwards from the planned advertising over the ladder's
 * rows and the bodies' meetings. Null without a planned advertising, or where it had already passed on that day: there is
 * nothing to gain then.
 */
export const reachOf = (
  state: AskedCase,
  level: Level,
  governance: Governance,
  since: PlainDate,
  seats: readonly Seat[] = deciding(state, governance),
): Reach | null => {
  const { advertise } = state.item;
  if (advertise === undefined || advertise <= since) return null;
  const own = (of: Level) => governance.ladder.find((row) => row.level === of)?.workingDays ?? 1;
  return {
    advertise,
    by: spanOf(governance, level, seats, advertise, since, own)?.leave ?? null,
    last: spanOf(governance, level, seats, advertise, since, () => 1)?.leave ?? null,
  };
};

/** Somebody objects, or the case is where silence alone never brings it: there is a ladder to climb. */
const isDisputed = (state: AskedCase): boolean =>
  openObjections(state.round).length > 0 ||
  (state.status === 'escalated' &&
    (state.escalation.level === 'council' || state.escalation.level === 'decision'));

/** A council that meets concludes in its meeting: no clock brings it forward. */
const meets = (governance: Governance, level: Level, today: PlainDate): boolean => {
  const forum = forumOf(governance, level);
  return forum !== null && meetingsOf(governance, forum).some(({ date }) => date >= today);
};

/**
 * A level's clock: the earlier of its own days and the day by which it has to be done for the decision to come before the
 * planned advertising, at 16 in Stockholm, and never sooner than one working day from now. Its own days alone where the
 * advertising has passed or is out of reach: what cannot be gained is not raced for.
 */
const pressed = (
  own: Instant | null,
  reach: Reach | null,
  governance: Governance,
  level: Level,
  today: PlainDate,
): Instant | null => {
  if (own === null || reach === null || reach.last === null || reach.last < today) return own;
  if (meets(governance, level, today)) return own;
  const soonest = addWorkingDays(today, 1);
  const by = atHour(reach.by === null || reach.by < soonest ? soonest : reach.by, 16);
  return by < own ? by : own;
};

/** The clock of a level that begins now; `climbing` where a case that nobody disputes any more is to go on all the same. */
export const clockOf = (
  state: AskedCase,
  level: Level,
  governance: Governance,
  now: Instant,
  seats?: readonly Seat[],
): Instant | null => {
  const own = levelDue(governance, level, now);
  const today = dateOf(now);
  const climbs = isDisputed(state) || level === 'council' || level === 'decision';
  return climbs
    ? pressed(own, reachOf(state, level, governance, today, seats), governance, level, today)
    : own;
};

/** A clock that starts anew since nothing climbs: its own days, but no later than the day that is still ahead. */
export const renewedClock = (state: EscalatedCase, governance: Governance, now: Instant): Instant | null => {
  const { level } = state.escalation;
  const own = levelDue(governance, level, now);
  const by = isDisputed(state) ? reachOf(state, level, governance, dateOf(now))?.by : null;
  return own !== null && by != null && by > dateOf(now) && atHour(by, 16) < own ? atHour(by, 16) : own;
};

/** When the case came to the level on which it stands. */
export const levelSince = ({ escalation }: EscalatedCase): Instant =>
  escalation.path.at(-1)?.from ?? escalation.openedAt;

/** The clock of the level on which a case stands, once its planned advertising is another; null: as it was. */
export const movedClock = (state: EscalatedCase, governance: Governance, now: Instant): Instant | null => {
  const { level, due, cause } = state.escalation;
  if (due === null || level === 'decision') return null;
  const own = levelDue(governance, level, levelSince(state));
  const standing = own === null || own <= now ? due : own;
  const today = dateOf(now);
  const climbs = isDisputed(state) || cause === 'objection';
  const wanted = climbs
    ? pressed(standing, reachOf(state, level, governance, today), governance, level, today)
    : standing;
  return wanted === due ? null : wanted;
};

/** What an escalated case's planned advertising has come to. */
export const ADVERTISING_STANDS = ['in-time', 'too-late', 'past'] as const;
export interface AdvertisingStand {
  readonly advertise: PlainDate;
  readonly stands: (typeof ADVERTISING_STANDS)[number];
}

/** Null without a planned advertising, or where nobody disputes the case. */
export const advertisingStand = (
  state: CaseState,
  governance: Governance,
  today: PlainDate,
): AdvertisingStand | null => {
  if (state.status !== 'escalated' || state.item.advertise === undefined || !isDisputed(state)) return null;
  const { advertise } = state.item;
  const reach = reachOf(state, state.escalation.level, governance, dateOf(levelSince(state)));
  if (reach === null || advertise <= today) return { advertise, stands: 'past' };
  return { advertise, stands: reach.last === null || reach.last < today ? 'too-late' : 'in-time' };
};

/**
 * When the rest of the ladder can no longer be climbed before the planned advertising, which the owner is told once; null
 * where that was said, nothing is planned or disputed, or the advertising had passed before the case came to its level.
 */
export const tooLateFrom = (state: CaseState, governance: Governance): Instant | null => {
  if (state.status !== 'escalated' || !isDisputed(state)) return null;
  const from = levelSince(state);
  const reach = reachOf(state, state.escalation.level, governance, dateOf(from));
  if (reach === null || state.escalation.tooLate === reach.advertise) return null;
  return reach.last === null ? from : atHour(addDays(reach.last, 1), 8);
};
