import type { PersonId } from '../../shared/ids.ts';
import type { CaseEvent } from '../events.ts';
import type { CaseState } from '../state.ts';
import { asked, changeEntry } from './entry.ts';

type Of<T extends CaseEvent['type']> = Extract<CaseEvent, { type: T }>;

export const delegated = (state: CaseState, event: Of<'delegated'>): CaseState =>
  changeEntry(asked(state, 'a delegation'), event.unit, (entry) => ({
    ...entry,
    delegates: [...(entry.delegates ?? []), { to: event.to, by: event.by as PersonId, at: event.at }],
  }));

export const absenceNoted = (state: CaseState, event: Of<'absence-noted'>): CaseState =>
  changeEntry(asked(state, 'an absence'), event.unit, (entry) => {
    const { person, until, deputy } = event;
    const others = (entry.away ?? []).filter((away) => away.person !== person);
    return { ...entry, away: until === null ? others : [...others, { person, until, deputy }] };
  });

export const absenceEnded = (state: CaseState, event: Of<'absence-ended'>): CaseState =>
  changeEntry(asked(state, 'the end of an absence'), event.unit, (entry) => ({
    ...entry,
    away: (entry.away ?? []).filter((away) => away.person !== event.person),
  }));

export const referenceNamed = (state: CaseState, event: Of<'reference-named'>): CaseState =>
  changeEntry(asked(state, 'a reference-group member'), event.unit, (entry) => ({
    ...entry,
    reference: {
      hours: event.hours,
      by: event.by as PersonId,
      at: event.at,
      texts: event.texts ?? {},
    },
  }));
