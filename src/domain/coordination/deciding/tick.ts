import { levelDue, levelReminder } from '../../authority/governance.ts';
import { openObjections, waiting } from '../answer.ts';
import { clockOf, renewedClock } from '../backwards.ts';
import { backAt, documentationReminder, reminderTimes } from '../clock.ts';
import type { DecideContext } from '../commands.ts';
import { endingsDue } from '../deviation.ts';
import type { CaseEvent } from '../events.ts';
import { pulseDue } from '../pulse.ts';
import type { AskedCase, CaseState, EscalatedCase } from '../state.ts';
import { askedAnew } from './asking-anew.ts';
import { flagOf } from './authority-notes.ts';
import { tooLate } from './backwards.ts';
import { conclusion } from './conclusion.ts';
import { event, type Ruling, ruled } from './draft.ts';
import { missedEvidence } from './evidence.ts';
import { reseated } from './reseating.ts';
import { openRound } from './rights.ts';
import { transfers } from './transfer.ts';

const silenced = (state: AskedCase, context: DecideContext): CaseEvent[] => {
  const units = waiting(state.round).filter((entry) => entry.deadline <= context.now);
  return units.length > 0
    ? [event(context, { type: 'not-answered', units: units.map((entry) => entry.unit) })]
    : [];
};

/** One reminder a unit, however many times have passed since the last look. */
const reminded = (state: AskedCase, context: DecideContext): CaseEvent[] => {
  const units = waiting(state.round).filter(
    (entry) =>
      entry.deadline > context.now &&
      reminderTimes(context.governance, entry).some((at) => at <= context.now && at > entry.remindedUntil),
  );
  return units.length > 0
    ? [event(context, { type: 'reminded', units: units.map((entry) => entry.unit) })]
    : [];
};

const renewed = (state: EscalatedCase, context: DecideContext): CaseEvent =>
  event(context, {
    type: 'level-reminded',
    level: state.escalation.level,
    due: renewedClock(state, context.governance, context.now),
  });

/**
 * A level whose clock ran out climbs by itself; the decision never does (KL 6:38): its clock reminds and starts anew. A
 * case without an open objection (only silence) has nothing to ask the council: its level is reminded anew too.
 */
const expired = (state: EscalatedCase, context: DecideContext): CaseEvent[] => {
  const { governance, now } = context;
  const disputed = openObjections(state.round).length > 0;
  switch (state.escalation.level) {
    case 'dialogue':
      return disputed
        ? [
            event(context, {
              type: 'climbed',
              to: 'managers',
              how: 'clock',
              due: clockOf(state, 'managers', governance, now),
            }),
          ]
        : [renewed(state, context)];
    case 'managers':
      return disputed
        ? [
            event(context, {
              type: 'climbed',
              to: 'council',
              how: 'clock',
              due: clockOf(state, 'council', governance, now),
              // Coordination is the norm (law 0): without another proposal the council is asked about that.
              proposal: 'coordinate',
            }),
          ]
        : [renewed(state, context)];
    case 'council':
      return [conclusion(state, context, 'clock')];
    case 'decision':
      return [renewed(state, context)];
  }
};

const listed = (one: CaseEvent | null): CaseEvent[] => (one ? [one] : []);

const laddered = (state: EscalatedCase, context: DecideContext): CaseEvent[] => {
  const { due, level, reminded: done } = state.escalation;
  // A level that no row gave a clock gets one with the row: whoever is to act is told until when.
  if (due === null) return levelDue(context.governance, level, context.now) ? [renewed(state, context)] : [];
  if (due <= context.now) return expired(state, context);
  const reminder = levelReminder(context.governance, level, due);
  return !done && reminder !== null && reminder <= context.now
    ? [event(context, { type: 'level-reminded', level, due })]
    : [];
};

/** A deviation's end is told, and decides nothing (KL 6:38). */
const ending = (state: CaseState, context: DecideContext): CaseEvent[] =>
  endingsDue(state, context.now).map((due) => event(context, { type: 'deviation-ending', ...due }));

/** Law 7: the owner is reminded once, while there is time to complete it. */
const documented = (state: CaseState, context: DecideContext): CaseEvent[] => {
  const at = documentationReminder(state);
  return at !== null && at <= context.now ? [event(context, { type: 'documentation-reminded' })] : [];
};
/** The users are asked once it is in use and once after a year, never reminded. */
const pulsed = (state: CaseState, context: DecideContext): CaseEvent[] => {
  const wave = pulseDue(state, context.now);
  return wave === null ? [] : [event(context, { type: 'pulse-asked', wave })];
};
/** Law 6: rows that came after the lock may show that a decision was missing. */
const flagged = (state: CaseState, context: DecideContext): CaseEvent[] => {
  const flag = flagOf(state, context);
  return flag ? [flag] : [];
};
/** Whoever was away until yesterday is back, and gets what nobody has answered meanwhile. */
const returned = (state: AskedCase, context: DecideContext): CaseEvent[] =>
  waiting(state.round).flatMap(({ unit, away = [] }) =>
    away
      .filter(({ until }) => backAt(until) <= context.now)
      .map(({ person }) => event(context, { type: 'absence-ended', unit, person })),
  );

/** What time alone brings about: reminders, silence, a climb, a transfer. Never an answer, a position or a decision. */
export const tick = (state: CaseState, context: DecideContext): Ruling => {
  const moved = transfers(state, context);
  const round = openRound(state);
  const anew = () => listed(askedAnew(state, context));
  if (!round.ok) {
    const events = [
      ...moved,
      ...documented(state, context),
      ...pulsed(state, context),
      ...flagged(state, context),
      ...ending(state, context),
    ];
    // After any event it follows by itself.
    return ruled(...(events.length > 0 ? events : anew()));
  }
  const events = [
    ...moved,
    ...silenced(round.value, context),
    ...reminded(round.value, context),
    ...returned(round.value, context),
    ...missedEvidence(round.value, context),
    ...ending(round.value, context),
    ...(round.value.status === 'escalated'
      ? [...listed(reseated(round.value, context)), ...laddered(round.value, context)]
      : []),
  ];
  // After any event it follows by itself, from what the case then is.
  const late = events.length === 0 && round.value.status === 'escalated' && tooLate(round.value, context);
  return late ? ruled(late) : ruled(...(events.length > 0 ? events : anew()));
};
