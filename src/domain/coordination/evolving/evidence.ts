import type { PersonId } from '../../shared/ids.ts';
import type { UnitEntry } from '../answer.ts';
import type { CaseEvent } from '../events.ts';
import type { Evidence, EvidencePiece } from '../evidence.ts';
import type { CaseState } from '../state.ts';
import { asked, changeEntry } from './entry.ts';

type Of<T extends CaseEvent['type']> = Extract<CaseEvent, { type: T }>;

const pieces = (entry: UnitEntry): readonly EvidencePiece[] => entry.evidence?.given ?? [];

/** What an objection begins with: what was sent along, or the time in which it can be added. */
export const begun = ({ answer, by, at, texts, removed, evidenceDue }: Of<'answered'>): Evidence | null => {
  if (answer.kind !== 'objection') return null;
  // A gallring takes what the evidence said, not that it was given.
  const text = texts?.evidence ?? (removed?.includes('evidence') ? '' : undefined);
  if (text !== undefined) return { status: 'given', given: [{ by: by as PersonId, at, text }] };
  return evidenceDue === undefined ? null : { status: 'awaited', given: [], due: evidenceDue };
};

export const added = (state: CaseState, event: Of<'evidence-added'>): CaseState =>
  changeEntry(asked(state, 'evidence'), event.unit, (entry) => {
    const piece = { by: event.by as PersonId, at: event.at, text: event.texts?.text ?? '' };
    return { ...entry, evidence: { status: 'given', given: [...pieces(entry), piece] } };
  });

export const askedFor = (state: CaseState, event: Of<'evidence-asked'>): CaseState =>
  changeEntry(asked(state, 'a question for evidence'), event.unit, (entry) => {
    const words = event.texts?.text;
    const evidence: Evidence = { status: 'awaited', given: pieces(entry), due: event.due };
    return { ...entry, evidence: words === undefined ? evidence : { ...evidence, asked: words } };
  });

export const accepted = (state: CaseState, event: Of<'evidence-accepted'>): CaseState =>
  changeEntry(asked(state, 'accepted evidence'), event.unit, (entry) => ({
    ...entry,
    evidence: { status: 'accepted', given: pieces(entry), by: event.by, at: event.at },
  }));

export const missed = (state: CaseState, event: Of<'evidence-missed'>): CaseState =>
  event.units.reduce(
    (known, unit) =>
      changeEntry(known, unit, (entry) => ({
        ...entry,
        evidence: { status: 'missing', given: pieces(entry), since: event.at },
      })),
    asked(state, 'missing evidence'),
  );
