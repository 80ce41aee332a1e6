import type { UnitEntry } from '#domain/coordination/answer.ts';
import { type AskedCase, isAsked } from '#domain/coordination/state.ts';
import type { UnitId } from '#domain/shared/ids.ts';
import { never } from '#domain/shared/result.ts';
import type { View } from '#rendering/views.ts';
import type { SubjectReading } from '../reading.ts';
import * as deciding from './deciding.ts';
import * as dispute from './dispute.ts';
import * as officer from './officer.ts';
import { request } from './request.ts';

/** The living card of a subject for its viewer; null when it is not theirs (any more) or has nothing to say. */
export const subjectView = (reading: SubjectReading): View | null => {
  const { state, subject } = reading;
  if (!isAsked(state)) return null;
  const ofUnit = (
    unit: UnitId,
    show: (reading: SubjectReading, state: AskedCase, entry: UnitEntry) => View | null,
  ): View | null => {
    const entry = state.round.units[unit];
    return entry ? show(reading, state, entry) : null;
  };
  switch (subject.card) {
    case 'request':
      return ofUnit(subject.unit, request);
    case 'round':
      return officer.round(reading, state);
    case 'objection':
      return ofUnit(subject.unit, officer.objection);
    case 'solution':
      return ofUnit(subject.unit, dispute.solution);
    case 'more-time':
      return ofUnit(subject.unit, officer.moreTime);
    case 'lifted':
      return ofUnit(subject.unit, officer.lifted);
    case 'managers':
      return dispute.managers(reading, state);
    case 'council':
      return dispute.council(reading, state);
    case 'decision':
      return deciding.decision(reading, state, subject.region);
    case 'registration':
      return deciding.registration(reading, state, subject.body);
    case 'outcome':
      return deciding.outcome(reading, state);
    default:
      return never(subject);
  }
};
