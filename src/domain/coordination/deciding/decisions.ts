import { governanceThen } from '../../authority/governance.ts';
import { decisionKind, isDeviation, type Outcome } from '../../escalation/reasons.ts';
import { dateOf } from '../../shared/calendar.ts';
import type { BodyId, PlainDate } from '../../shared/ids.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { levelSince } from '../backwards.ts';
import type { CaseCommand, DecideContext } from '../commands.ts';
import type { Escalation, Minuted } from '../escalation-state.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { decisionOn, formerSeat, proposedFor, seatsOf, undecided } from '../seating.ts';
import type { CaseState, EscalatedCase } from '../state.ts';
import { event, nothing, type Ruling, refused, ruled, textProblem } from './draft.ts';
import { olderProblem } from './minutes.ts';
import { person } from './rights.ts';

type Of<D extends CaseCommand['do']> = Extract<CaseCommand, { do: D }>;
type AtDecision = Extract<Escalation, { level: 'decision' }>;
type Seat = AtDecision['seats'][number];

const atDecision = (state: CaseState): Result<{ state: EscalatedCase; at: AtDecision }, Refusal> => {
  if (state.status !== 'escalated') {
    const settled = 'settlements' in state && state.settlements.at(-1)?.how === 'decided';
    return fail(refuse(settled ? 'already-decided' : 'not-for-decision'));
  }
  return state.escalation.level === 'decision'
    ? ok({ state, at: state.escalation })
    : fail(refuse('not-for-decision'));
};

/** The row that gave the seat must still bind today, name the same delegate and cover this kind of decision. */
const stillCovers = (context: DecideContext, state: EscalatedCase, seat: Seat, outcome: Outcome): boolean =>
  seatsOf(state, context.governance, decisionKind(outcome), seat.regions, seat.urgent === true).seats.some(
    (now) =>
      now.rule === seat.rule &&
      now.kind === seat.kind &&
      seat.regions.every((region) => now.regions.includes(region)) &&
      (now.kind === 'body' || seat.kind === 'body' || now.person === seat.person),
  );

/**
 * Whether the seat's holder may decide the outcome. Whoever decides on what departs from the norm may also refuse it: the
 * item then stays coordinated (law 0).
 */
const mayHold = (
  context: DecideContext,
  { state, at }: { readonly state: EscalatedCase; readonly at: AtDecision },
  seat: Seat,
  outcome: Outcome,
): boolean => {
  if (stillCovers(context, state, seat, outcome)) return true;
  return (
    outcome === 'coordinate' &&
    seat.regions.every((region) => stillCovers(context, state, seat, proposedFor(at, region).outcome))
  );
};

/**
 * What a decider wants but another holder decides goes on to that holder, as a proposal with its reason: a human decides,
 * and no outcome is a dead end. Refused: `no-mandate` where no row names anybody for it.
 */
const passedOn = (
  { state, at }: { readonly state: EscalatedCase; readonly at: AtDecision },
  seat: Seat,
  { outcome, until, texts }: Of<'decide'> | Of<'register-decision'>,
  context: DecideContext,
  body: Minuted | undefined,
): Ruling => {
  if (!stillHolds(context, state, at, seat)) return refused('no-mandate');
  const next = seatsOf(state, context.governance, decisionKind(outcome), seat.regions, seat.urgent === true);
  if (next.missing.length > 0) return refused('no-mandate');
  const passed = {
    regions: seat.regions,
    outcome,
    ...(isDeviation(outcome) && until ? { until } : {}),
    ...(body ? { body } : {}),
  };
  const seats = [...at.seats.filter((held) => held !== seat), ...next.seats];
  return ruled(event(context, { type: 'reseated', seats, missing: at.missing, passed }, texts));
};

/** Who passes on still holds the seat. */
const stillHolds = (context: DecideContext, state: EscalatedCase, at: AtDecision, seat: Seat): boolean =>
  seat.regions.every((region) => stillCovers(context, state, seat, proposedFor(at, region).outcome));

/** Longest deviation, in years from its decision: what lasts longer is no exception (docs/decisions/0021). */
export const DEVIATION_YEARS = 4;
/** The last day that a deviation decided on a day may end. */
export const latestEnd = (today: PlainDate): PlainDate => {
  const [year, rest] = [Number(today.slice(0, 4)) + DEVIATION_YEARS, today.slice(4)];
  return `${year}${rest === '-02-29' ? '-02-28' : rest}` as PlainDate;
};

/**
 * A deviation, also one in part, is time-limited: it ends on a day that has not come, at most four years away. Refused:
 * `deviation-without-end`, `deadline-in-the-past` for a day that has come, and `deviation-too-long`.
 */
export const endProblem = (
  outcome: Outcome,
  until: PlainDate | undefined,
  { now }: DecideContext,
  end: 'required' | 'optional',
): Refusal | null => {
  if (!isDeviation(outcome)) return null;
  if (until === undefined) return end === 'required' ? refuse('deviation-without-end') : null;
  const today = dateOf(now);
  if (until <= today) return refuse('deadline-in-the-past');
  return until > latestEnd(today) ? refuse('deviation-too-long') : null;
};

/** Where the decision is reported: a delegate's to the body that delegated; a body's own is in its minutes. */
const reportingOf = (seat: Seat): { reportTo?: BodyId; urgent?: true } =>
  seat.kind === 'delegate' ? { reportTo: seat.body, ...(seat.urgent ? { urgent: seat.urgent } : {}) } : {};

const decide = (
  at: { readonly state: EscalatedCase; readonly at: AtDecision },
  seat: Seat | undefined,
  command: Of<'decide'> | Of<'register-decision'>,
  context: DecideContext,
  body: Minuted | undefined,
  required: readonly string[],
  /** By rows of an earlier day: what that body may not have decided goes to nobody now. */
  then?: DecideContext,
): Ruling => {
  if (!seat) return refused('no-mandate');
  const before = decisionOn(seat, at.at.decisions);
  if (before) return before.outcome === command.outcome ? nothing : refused('already-decided');
  if (command.revision !== at.state.revision) return refused('old-card');
  const holds = mayHold(then ?? context, at, seat, command.outcome);
  // A deviation is reasoned, also where a body's minutes are registered.
  const reasons = isDeviation(command.outcome) ? ['text'] : required;
  const problem =
    textProblem(command.texts, reasons) ?? endProblem(command.outcome, command.until, context, 'required');
  if (problem) return { ok: false, error: problem };
  const until = isDeviation(command.outcome) ? command.until : undefined;
  if (!holds) return then ? refused('no-mandate') : passedOn(at, seat, command, context, body);
  return ruled(
    ...(then ? [event(context, reinstated(at.at, seat))] : []),
    event(
      context,
      {
        type: 'decided',
        regions: seat.regions,
        outcome: command.outcome,
        rule: seat.rule,
        ruleVersion: context.governance.version,
        ...(until ? { until } : {}),
        ...reportingOf(seat),
        ...(body ? { body } : {}),
      },
      command.texts,
    ),
  );
};

/** The seat that the body had on the day of its meeting, in the place of those that have followed it. */
const reinstated = (at: AtDecision, seat: Seat) => {
  const others = at.seats
    .map((now) => ({ ...now, regions: now.regions.filter((region) => !seat.regions.includes(region)) }))
    .filter(({ regions }) => regions.length > 0);
  const missing = at.missing.filter((region) => !seat.regions.includes(region));
  return { type: 'reseated', seats: [...others, seat], missing } as const;
};

/** A delegate's own decision, with its reason (KL 6:38 and law 2: a named person, a mandate, never the clock). */
export const decideAsDelegate = (state: CaseState, command: Of<'decide'>, context: DecideContext): Ruling => {
  const actor = person(context);
  if (!actor.ok) return actor;
  const at = atDecision(state);
  if (!at.ok) return at;
  const seat = at.value.at.seats.find(
    (candidate) =>
      candidate.kind === 'delegate' &&
      candidate.person === actor.value.id &&
      candidate.regions.includes(command.region),
  );
  return decide(at.value, seat, command, context, undefined, ['text']);
};

/**
 * What a collegial body decided in its meeting, registered by its secretary: date, paragraph, registry number. Minutes are
 * of a day on which the body had the mandate and the matter before it; also those of a body that has ceased since, or that
 * others have followed in its mandate. Refused: `no-mandate`, `no-mandate-that-day`,
 * `decided-before-matter`, `adjusted-before-meeting`, `date-in-the-future`, `text-missing`, `not-prepared`, `old-card`.
 */
export const registerDecision = (
  state: CaseState,
  command: Of<'register-decision'>,
  context: DecideContext,
): Ruling => {
  const actor = person(context);
  if (!actor.ok) return actor;
  const at = atDecision(state);
  if (!at.ok) return at;
  const today = dateOf(context.now);
  const held = at.value.at.seats.filter(
    (candidate) =>
      candidate.kind === 'body' && candidate.body === command.body && candidate.secretary === actor.value.id,
  );
  // A body may have several questions before it: what it decided is of the one that the card was about, never guessed.
  const open = undecided({ seats: held, decisions: at.value.at.decisions });
  if (command.region === undefined && open.length > 1) return refused('old-card');
  const standing =
    command.region === undefined
      ? (open[0] ?? held.at(-1))
      : held.find(({ regions }) => command.region !== undefined && regions.includes(command.region));
  const former = command.date > today ? null : formerSeat(at.value.state, context.governance, command);
  const seat = standing ?? (former?.secretary === actor.value.id ? former : undefined);
  if (!seat) return refused('no-mandate');
  if (!command.paragraph.trim() || !command.registryNumber.trim()) return refused('text-missing');
  if (command.date > today || (command.adjusted !== undefined && command.adjusted > today)) {
    return refused('date-in-the-future');
  }
  const { body, date, paragraph, adjusted, registryNumber } = command;
  if (adjusted !== undefined && adjusted < date) return refused('adjusted-before-meeting');
  // A material revision takes the case back to the council: it was put to the body when it came to its level last.
  const older = olderProblem(date, dateOf(levelSince(at.value.state)));
  if (older) return { ok: false, error: older };
  // A decision is judged by the rows of its own day (docs/decisions/0013).
  const then = { ...context, governance: governanceThen(context.governance, date) };
  if (
    standing &&
    !mayHold(then, at.value, seat, command.outcome) &&
    mayHold(context, at.value, seat, command.outcome)
  ) {
    return refused('no-mandate-that-day', { date });
  }
  const preparing = then.governance.bodies.find((row) => row.body === body)?.preparedBy;
  const { prepared } = command;
  // KL 5:26–30: fullmäktige decides nothing that its board has not prepared.
  if (preparing && (!prepared?.paragraph.trim() || prepared.date > date)) return refused('not-prepared');
  const minutes = {
    body,
    date,
    paragraph,
    registryNumber,
    ...(adjusted ? { adjusted } : {}),
    ...(preparing && prepared ? { prepared: { body: preparing, ...prepared } } : {}),
  };
  return decide(at.value, seat, command, context, minutes, [], standing ? undefined : then);
};
