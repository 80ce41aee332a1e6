import type { PersonId } from '../../shared/ids.ts';
import { isGiven, type UnitEntry } from '../answer.ts';
import type { CaseEvent } from '../events.ts';
import type { AskedCase, CaseState } from '../state.ts';
import { askAnew, asked, changeEntry, impossible, stillOut, without } from './entry.ts';
import { begun } from './evidence.ts';

type Of<T extends CaseEvent['type']> = Extract<CaseEvent, { type: T }>;

const inAll = (
  state: AskedCase,
  units: Of<'reminded'>['units'],
  change: Parameters<typeof changeEntry>[2],
): AskedCase => units.reduce((next, unit) => changeEntry(next, unit, change), state);

/** What was proposed, asked or decided about an answer, and goes with it. */
const ABOUT_AN_ANSWER = [
  'stale',
  'staleItem',
  'withdrawn',
  'solution',
  'evidence',
  'decided',
  'outUntil',
  'goneOn',
  'moreTime',
  'note',
] as const;

/** A region's decision to decline stands, whatever its units answer afterwards; so does one over what is said again. */
const standing = (entry: UnitEntry, { stands }: Of<'answered'>): Pick<UnitEntry, 'decided' | 'outUntil'> => {
  if (entry.decided === 'deviate' || stands) {
    const out = stillOut(entry);
    if (out.decided) return out;
  }
  return stands && entry.overruled ? { decided: entry.overruled.outcome } : {};
};

/** A new answer replaces the old one and whatever was proposed or decided about it; history keeps them. */
export const answered = (state: CaseState, event: Of<'answered'>): CaseState => {
  const known = asked(state, 'an answer');
  const evidence = begun(event);
  return changeEntry(known, event.unit, (entry) => ({
    ...without(entry, ...ABOUT_AN_ANSWER),
    ...standing(entry, event),
    ...(evidence ? { evidence } : {}),
    answer: {
      ...event.answer,
      by: event.by as PersonId,
      at: event.at,
      revision: known.revision,
      texts: event.texts ?? {},
    },
  }));
};

export const reminded = (state: CaseState, event: Of<'reminded'>): CaseState =>
  inAll(asked(state, 'a reminder'), event.units, (entry) => ({ ...entry, remindedUntil: event.at }));

export const notAnswered = (state: CaseState, event: Of<'not-answered'>): CaseState =>
  inAll(asked(state, 'silence'), event.units, (entry) => ({
    ...entry,
    answer: { kind: 'no-answer', at: event.at },
  }));

export const moreTimeRequested = (state: CaseState, event: Of<'more-time-requested'>): CaseState =>
  changeEntry(asked(state, 'a request for time'), event.unit, (entry) => ({
    ...entry,
    moreTime: { by: event.by as PersonId, at: event.at, texts: event.texts ?? {} },
  }));

export const moreTimeGranted = (state: CaseState, event: Of<'more-time-granted'>): CaseState =>
  changeEntry(asked(state, 'more time'), event.unit, (entry) => ({
    ...without(entry, 'moreTime', 'goneOn'),
    answer: entry.answer.kind === 'no-answer' ? { kind: 'waiting' } : entry.answer,
    deadline: event.deadline,
    remindedUntil: event.at,
  }));

export const moreTimeRefused = (state: CaseState, event: Of<'more-time-refused'>): CaseState =>
  changeEntry(asked(state, 'a refusal of time'), event.unit, (entry) => without(entry, 'moreTime'));

export const askedAgain = (state: CaseState, event: Of<'asked-again'>): CaseState =>
  changeEntry(asked(state, 'a new question'), event.unit, (entry) => {
    const note = event.texts?.text;
    return {
      ...askAnew(entry, event.deadline, event.at),
      ...(event.standing ? stillOut(entry) : {}),
      ...(note ? { note } : {}),
    };
  });

export const solutionProposed = (state: CaseState, event: Of<'solution-proposed'>): CaseState =>
  changeEntry(asked(state, 'a solution'), event.unit, (entry) => {
    const number = (entry.solutions ?? 0) + 1;
    return {
      ...entry,
      solutions: number,
      solution: {
        kind: event.solution,
        by: event.by as PersonId,
        at: event.at,
        texts: event.texts ?? {},
        status: 'proposed',
        ...(number > 1 ? { number } : {}),
      },
    };
  });

export const solutionAnswered = (state: CaseState, event: Of<'solution-answered'>): CaseState => {
  const known = asked(state, 'an answer to a solution');
  return changeEntry(known, event.unit, (entry) => {
    if (!entry.solution) return impossible('an answer to no solution', known);
    const reply = event.texts?.text;
    const status = event.accepted ? 'accepted' : 'rejected';
    return { ...entry, solution: { ...entry.solution, status, ...(reply ? { reply } : {}) } };
  });
};

/** No objection any more, and no answer yet: the unit is asked what it wants instead, and the objection stays beside it. */
export const withdrawn = (state: CaseState, event: Of<'objection-withdrawn'>): CaseState =>
  changeEntry(asked(state, 'a withdrawal'), event.unit, (entry) => ({
    ...without(entry, ...ABOUT_AN_ANSWER),
    answer: { kind: 'waiting' },
    ...(isGiven(entry.answer) ? { withdrawn: entry.answer } : {}),
    deadline: event.deadline,
    remindedUntil: event.at,
  }));
