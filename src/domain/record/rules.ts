import type { EventType } from '../coordination/events.ts';

/** What is to be registered in an authority's diarium without delay (OSL 5:1). */
export const DOCUMENT_TYPES = ['answer', 'objection', 'position', 'decision', 'transfer'] as const;
export type DocumentType = (typeof DOCUMENT_TYPES)[number];

export interface RecordRule {
  /** A document that somebody gave, or null for a step of the handling. An answer may turn out to be an objection. */
  readonly document: Exclude<DocumentType, 'objection'> | null;
  /** Whom the entry concerns: every authority that takes part, those of the named units, or one region. */
  readonly concerns: 'everybody' | 'units' | 'region';
  /**
   * `tender`: tells something of tenders or applications, also their number; absolute secrecy until the award (OSL 19:3),
   * also between authorities. Such an entry leaves in no export.
   */
  readonly secrecy: 'open' | 'tender';
}

const step: RecordRule = { document: null, concerns: 'everybody', secrecy: 'open' };
const ofUnits: RecordRule = { document: null, concerns: 'units', secrecy: 'open' };
const answer: RecordRule = { document: 'answer', concerns: 'units', secrecy: 'open' };

/**
 * How each kind of event stands in an authority's record. Complete by type: whoever adds an event decides here whether it
 * is a document, whom it concerns and whether it may leave.
 */
export const RECORD_RULES: Readonly<Record<EventType, RecordRule>> = {
  'item-imported': step,
  'item-revised': step,
  assessed: step,
  'assessed-together': step,
  'round-opened': step,
  answered: answer,
  reminded: ofUnits,
  delegated: ofUnits,
  'absence-noted': ofUnits,
  'absence-ended': ofUnits,
  'reference-named': ofUnits,
  'evidence-added': answer,
  'evidence-asked': ofUnits,
  'evidence-accepted': ofUnits,
  'evidence-missed': ofUnits,
  'objection-withdrawn': answer,
  'owner-changed': step,
  'more-time-requested': ofUnits,
  'more-time-granted': ofUnits,
  'more-time-refused': ofUnits,
  'not-answered': ofUnits,
  'asked-again': ofUnits,
  'solution-proposed': ofUnits,
  'solution-answered': answer,
  'escalation-opened': step,
  climbed: step,
  'level-reminded': step,
  'clock-moved': step,
  'ladder-too-late': step,
  'deviation-ending': step,
  'conflict-declared': step,
  'position-taken': { document: 'position', concerns: 'everybody', secrecy: 'open' },
  'council-concluded': step,
  'marked-urgent': step,
  reported: step,
  reseated: step,
  decided: { document: 'decision', concerns: 'everybody', secrecy: 'open' },
  'escalation-closed': step,
  // The successors take the case over, each under a number of its own.
  transferred: { document: 'transfer', concerns: 'everybody', secrecy: 'open' },
  'region-left': step,
  locked: step,
  advanced: step,
  'stage-decision-asked': step,
  'stage-decided': { document: 'decision', concerns: 'everybody', secrecy: 'open' },
  'authority-noted': step,
  'authority-flagged': step,
  'authorisation-filed': step,
  'principle-set': step,
  'tenders-noted': { document: null, concerns: 'everybody', secrecy: 'tender' },
  'evaluator-replaced': step,
  'called-off': ofUnits,
  'documentation-reminded': step,
  'pulse-asked': step,
  'documentation-completed': step,
  // The prices of tenders are among what a saving was computed from.
  'saving-stated': { document: null, concerns: 'everybody', secrecy: 'tender' },
  'figure-noted': step,
  registered: { document: null, concerns: 'region', secrecy: 'open' },
  'texts-removed': step,
};
