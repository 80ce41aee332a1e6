import type { UnitEntry } from '#domain/coordination/answer.ts';
import type { CardSubject } from '#domain/coordination/notice.ts';
import { refuse } from '#domain/coordination/refusal.ts';
import { type AskedCase, isAsked, type KnownCase } from '#domain/coordination/state.ts';
import { regionOf, type UnitId } from '#domain/shared/ids.ts';
import { never } from '#domain/shared/result.ts';
import type { StageStep } from '#rendering/views/stage.ts';
import type { OutcomeView, ReceiptView, RequestView, SolutionAnswerView, View } from '#rendering/views.ts';
import type { Reading, SubjectReading } from '../reading.ts';
import { council, lifted, managers } from './climbing.ts';
import { decision, registration } from './deciding.ts';
import { figuresView, pulseView } from './figures/index.ts';
import { itemView } from './items.ts';
import { moreTime, objection, round } from './officer.ts';
import { outcome } from './outcome.ts';
import { answerView, FULL, ofUnit, solutionView } from './parts.ts';
import { request } from './request.ts';
import { mayAct } from './rights.ts';
import { conflicted, stage } from './stage.ts';
import { transferred } from './transferred.ts';
import { hasConflict, ownsEntry, readsWhole } from './visibility.ts';

/** To the objector; where the proposal is gone, since the unit was asked anew or answered otherwise, the unit's card. */
const solution = (
  reading: Reading,
  state: AskedCase,
  entry: UnitEntry,
): SolutionAnswerView | RequestView | ReceiptView | OutcomeView | null => {
  if (!ownsEntry(reading.viewer, state, entry) && !readsWhole(reading.viewer, state)) return null;
  if (!entry.solution) return request(reading, state, entry);
  return {
    card: 'solution',
    ...ofUnit(reading, state, entry),
    objection: answerView(reading, entry.answer, FULL),
    solution: solutionView(reading, entry.solution),
    mayAnswer: entry.solution.status === 'proposed' && mayAct(reading, state, entry),
  };
};

/** A unit of a region that has left, and whoever reads all, is told why nothing is asked of it any more. */
const departed = (reading: Reading, state: AskedCase, unit: UnitId): View | null => {
  const entry = state.departed?.[regionOf(unit)]?.units[unit];
  if (!entry || !(ownsEntry(reading.viewer, state, entry) || readsWhole(reading.viewer, state))) return null;
  return {
    ...itemView(reading, state),
    banner: { kind: 'refused', refusal: refuse('region-has-left') },
  };
};

const viewOf = (reading: Reading, state: AskedCase, subject: CardSubject): View | null => {
  if ('unit' in subject && !state.round.units[subject.unit]) return departed(reading, state, subject.unit);
  const entry = 'unit' in subject ? state.round.units[subject.unit] : undefined;
  const ofEntry = <V>(make: (reading: Reading, state: AskedCase, entry: UnitEntry) => V): V | null =>
    entry ? make(reading, state, entry) : null;
  switch (subject.card) {
    case 'request':
      return ofEntry(request);
    case 'round':
      return round(reading, state);
    case 'objection':
      return ofEntry(objection);
    case 'solution':
      return ofEntry(solution);
    case 'more-time':
      return ofEntry(moreTime);
    case 'lifted':
      return ofEntry(lifted);
    case 'managers':
      return managers(reading, state);
    case 'council':
      return council(reading, state);
    case 'decision':
      return decision(reading, state, subject.region);
    case 'registration':
      return registration(reading, state, subject.body);
    case 'outcome':
      return outcome(reading, state);
    case 'stage':
      return stage(reading, state);
    case 'transferred':
      return transferred(reading, state);
    case 'pulse':
      return pulseView(reading, state, subject.wave);
    case 'figures':
    case 'cost':
    case 'saving':
    case 'review':
      return figuresView(reading, state, subject.card);
    default:
      return never(subject);
  }
};

type FiguresSubject = Extract<CardSubject, { card: 'figures' | 'cost' | 'saving' | 'review' }>;
const isFigures = (subject: CardSubject): subject is FiguresSubject =>
  ['figures', 'cost', 'saving', 'review'].includes(subject.card);

/** Who decides to begin may be asked before any unit is; the round of what nobody was asked about is the item itself. */
const unasked = (reading: Reading, state: KnownCase, subject: CardSubject): View | null => {
  if (subject.card === 'stage') return stage(reading, state);
  if (subject.card === 'round') return itemView(reading, state);
  return isFigures(subject) ? figuresView(reading, state, subject.card) : null;
};

/** Of a stage: what its reader can only wait for, or may not do. */
const NO_STEP: readonly StageStep['kind'][] = ['wait', 'standstill', 'conflicted'];

/** Whether the card still wants something of its reader. */
const asks = (view: View): boolean => {
  switch (view.card) {
    case 'request':
      return true;
    case 'round':
      return view.status === 'escalated' || view.may.lock;
    case 'objection':
      return view.may.propose || view.may.askAgain || view.may.escalate;
    case 'solution':
      return view.mayAnswer;
    case 'more-time':
    case 'lifted':
    case 'managers':
      return view.open;
    case 'stage':
      return view.step !== undefined && !NO_STEP.includes(view.step.kind);
    case 'figures':
      return (
        view.face.kind === 'lesson-form' ||
        (view.face.kind === 'pulse' && view.face.asks !== null) ||
        (view.face.kind === 'saving' && view.face.may.validate)
      );
    case 'council':
      return view.mode === 'declare' || view.mode === 'position';
    case 'decision':
    case 'registration':
      return view.decided === undefined;
    default:
      return false;
  }
};

/** Who was to decide and is no more (another mandate, another body) keeps no buttons for it: what stands says so. */
const unseated = ({ state, subject, standing, ...reading }: SubjectReading): View | null =>
  standing && (subject.card === 'decision' || subject.card === 'registration')
    ? { ...itemView(reading, state), banner: { kind: 'refused', refusal: refuse('no-mandate') } }
    : null;

/**
 * The card of a subject as the viewer must see it now: what delivery sends and what a pressed button shows afterwards.
 * Null when they may not see it (any more), or when it would be sent as a reminder and nothing is asked any more; a
 * reminder that stands in the chat already is brought up to date instead.
 */
export const subjectView = (reading: SubjectReading): View | null => {
  const { state, subject, banner, occasion, standing } = reading;
  const view = isAsked(state) ? viewOf(reading, state, subject) : unasked(reading, state, subject);
  if (!view) {
    // Nothing new is sent to whoever has a conflict; what stands in the chat, or is opened, says only that.
    const out = hasConflict(reading.viewer, state) && (standing || !occasion);
    const kept = { kind: 'refused', refusal: refuse('has-conflict') } as const;
    return out ? { ...conflicted(reading, state), banner: banner ?? kept } : unseated(reading);
  }
  if (banner) return { ...view, banner };
  if (!occasion || occasion === 'new') return view;
  if (asks(view)) return { ...view, banner: { kind: 'occasion', occasion } };
  if (occasion === 'reminder') return standing ? view : null;
  // A receipt is its own news, and so is that a unit's region has left.
  return view.card === 'receipt' || view.banner ? view : { ...view, banner: { kind: 'occasion', occasion } };
};
