import { isGiven, openObjections, type UnitEntry } from '#domain/coordination/answer.ts';
import { ownEntry } from '#domain/coordination/deciding/rights.ts';
import { ownerOf } from '#domain/coordination/life-cycle.ts';
import { type Refusal, refuse } from '#domain/coordination/refusal.ts';
import { type AskedCase, isAsked, type KnownCase } from '#domain/coordination/state.ts';
import type { Person } from '#domain/directory/person.ts';
import type { ReasonCode, SolutionKind } from '#domain/escalation/reasons.ts';
import { addDays, dateOf } from '#domain/shared/calendar.ts';
import { type PersonId, unitName } from '#domain/shared/ids.ts';
import { fail, never, ok, type Result } from '#domain/shared/result.ts';
import type { CardAction } from '#rendering/action.ts';
import type { AwayView, EvidenceLine, OwnerForm, SharingView, Suggestion } from '#rendering/views/sharing.ts';
import type { AnswerView, UnitLine } from '#rendering/views.ts';
import { standIn } from '../absences.ts';
import type { Reading } from '../reading.ts';
import { answerView, nameOf, ofItem, ofUnit } from './parts.ts';
import { contextOf, may, mayAct, refusalOf } from './rights.ts';
import { hasConflict } from './visibility.ts';

/** As many people as a list on a card takes; whoever is not among them can be made a deputy in the directory. */
const MOST_PEOPLE = 100;

export const evidenceLine = ({ evidence }: UnitEntry): EvidenceLine | null =>
  evidence
    ? {
        status: evidence.status,
        given: evidence.given.map(({ text }) => text),
        ...(evidence.status === 'awaited' ? { due: evidence.due } : {}),
        ...(evidence.status === 'awaited' && evidence.asked ? { asked: evidence.asked } : {}),
      }
    : null;

/** An objection with how its evidence stands; `worded`: with what was given. */
export const objectionView = (
  reading: Reading,
  entry: UnitEntry,
  shown: { readonly named: boolean; readonly worded: boolean },
): AnswerView => {
  const { evidence: _first, ...view } = answerView(reading, entry.answer, shown);
  const line = evidenceLine(entry);
  if (!line) return answerView(reading, entry.answer, shown);
  const text = line.given.join('\n\n');
  return {
    ...view,
    ...(shown.worded && text ? { evidence: text } : {}),
    evidenceLine: shown.worded ? line : { status: line.status, given: [] },
  };
};

/** What a unit has arranged around its answer, for those who read it. */
export const arrangements = (
  reading: Reading,
  entry: UnitEntry,
): Pick<UnitLine, 'delegates' | 'away' | 'reference' | 'out'> => ({
  ...(entry.delegates?.length ? { delegates: entry.delegates.map(({ to }) => nameOf(reading, to)) } : {}),
  ...(entry.away?.length
    ? {
        away: entry.away.map(({ person, until, deputy }) => ({
          name: nameOf(reading, person),
          until,
          deputy: deputy === null ? null : nameOf(reading, deputy),
        })),
      }
    : {}),
  ...referenceOf(entry),
  ...(entry.decided === 'coordinate-partly' ? { out: true } : {}),
});

export const referenceOf = ({ reference }: UnitEntry): Pick<UnitLine, 'reference'> =>
  reference?.texts.name ? { reference: { name: reference.texts.name, hours: reference.hours } } : {};

const SUGGESTED: Readonly<Partial<Record<ReasonCode, SolutionKind>>> = {
  'existing-contract': 'staggered-start',
  'time-capacity': 'staggered-start',
  'sme-access': 'lots',
  'differing-needs': 'changed-requirement',
  'it-compatibility': 'changed-requirement',
  'delivery-terms': 'changed-requirement',
  'changed-ways-of-working': 'option',
};

/** What meets an objection within coordination; an existing contract leaves room for a start on the day after it ends. */
export const suggestionFor = ({ answer }: UnitEntry): Suggestion | null => {
  if (answer.kind !== 'objection') return null;
  const kind = SUGGESTED[answer.reason];
  if (!kind) return null;
  const end = answer.contract?.end;
  return { kind, ...(end && kind === 'staggered-start' ? { start: addDays(end, 1) } : {}) };
};

/** What the unit may do about its own answer besides changing it, as commands whose words are still to be written. */
export const ownMay = (reading: Reading, state: AskedCase, entry: UnitEntry) => {
  const { unit } = entry;
  const open = openObjections(state.round).includes(entry);
  return {
    withdraw: open && may(reading, state, { do: 'withdraw-objection', unit, texts: {} }),
    evidence: open && may(reading, state, { do: 'add-evidence', unit, texts: { text: '…' } }),
    reference: mayAct(reading, state, entry),
  };
};
export const officerMay = (reading: Reading, state: AskedCase, entry: UnitEntry) => {
  const { unit, evidence } = entry;
  return {
    acceptEvidence: evidence?.status === 'given' && may(reading, state, { do: 'accept-evidence', unit }),
    askEvidence: may(reading, state, { do: 'ask-evidence', unit, texts: { text: '…' } }),
  };
};

export const SHARING_FORMS = [
  'request.more',
  'delegate.form',
  'reference.form',
  'evidence.form',
  'evidence.ask-form',
  'owner.form',
] as const satisfies readonly CardAction['verb'][];
export type SharingForm = Extract<CardAction, { verb: (typeof SHARING_FORMS)[number] }>;

const colleaguesOf = ({ directory, viewer }: Reading, entry: UnitEntry): readonly Person[] => {
  const nearness = (person: Person): number =>
    viewer.deputy === person.id ? 0 : person.unit === entry.unit ? 1 : 2;
  return directory.people
    .filter((person) => person.region === entry.region && person.id !== viewer.id)
    .toSorted((a, b) => nearness(a) - nearness(b) || a.name.localeCompare(b.name, 'sv'))
    .slice(0, MOST_PEOPLE);
};

/** Officers who can take the item over: others than the owner, without a conflict in the case (KL 6:28–32). */
const ownersToBe = ({ directory }: Reading, state: KnownCase): readonly Person[] =>
  directory.inRole('officer').filter((one) => one.id !== ownerOf(state) && !hasConflict(one, state));

/** Another officer than the owner is there to take the item over. */
export const mayChangeOwner = (reading: Reading, state: KnownCase): boolean => {
  const others = ownersToBe(reading, state);
  const [first] = others;
  if (!first) return false;
  const { id, region, roles } = first;
  return may(reading, state, { do: 'change-owner', to: { person: id, region, roles } });
};

const ownerForm = (reading: Reading, state: KnownCase): Result<OwnerForm, Refusal> => {
  const { viewer } = reading;
  const owner = ownerOf(state);
  const refusal = refusalOf(reading, state, {
    do: 'change-owner',
    to: { person: viewer.id, region: viewer.region, roles: ['officer'] },
  });
  if (refusal) return fail(refusal);
  const officers = ownersToBe(reading, state).map(({ id, name }) => ({ person: id, name }));
  return ok({
    card: 'owner-form',
    ...ofItem(reading, state),
    ...(owner === null ? {} : { owner: nameOf(reading, owner) }),
    inRound: isAsked(state),
    ...(may(reading, state, { do: 'declare-conflict', conflict: true }) ? { declares: true } : {}),
    officers,
  });
};

/** The form that a button opens, or why the viewer may not use it. */
export const sharingForm = (
  reading: Reading,
  state: KnownCase,
  action: SharingForm,
): Result<SharingView, Refusal> => {
  if (action.verb === 'owner.form') return ownerForm(reading, state);
  if (action.verb === 'evidence.ask-form') {
    const { unit } = action;
    const refusal = refusalOf(reading, state, { do: 'ask-evidence', unit, texts: { text: '…' } });
    if (refusal) return fail(refusal);
    const entry = isAsked(state) ? state.round.units[unit] : undefined;
    if (entry?.answer.kind !== 'objection') return fail(refuse('no-objection'));
    const { reason } = entry.answer;
    return ok({ card: 'evidence-ask-form', ...ofUnit(reading, state, entry), reason });
  }
  const own = ownEntry(state, action.unit, contextOf(reading));
  if (!own.ok) return own;
  const { entry, state: known } = own.value;
  const of = ofUnit(reading, known, entry);
  const { verb } = action;
  switch (verb) {
    case 'request.more':
      return ok({
        card: 'request-more',
        ...of,
        deadline: entry.deadline,
        may: {
          moreTime: !entry.moreTime && reading.now <= entry.deadline && entry.answer.kind === 'waiting',
          delegate: !isGiven(entry.answer),
        },
      });
    case 'delegate.form': {
      if (isGiven(entry.answer)) return fail(refuse('already-registered'));
      const colleagues = colleaguesOf(reading, entry).map(({ id, name, unit }) => ({
        person: id,
        name,
        unitName: unitName(unit),
      }));
      return ok({ card: 'delegate-form', ...of, colleagues });
    }
    case 'reference.form': {
      const { reference } = referenceOf(entry);
      return ok({ card: 'reference-form', ...of, ...(reference ? { current: reference } : {}) });
    }
    case 'evidence.form': {
      if (entry.answer.kind !== 'objection' || !openObjections(known.round).includes(entry)) {
        return fail(refuse('no-objection'));
      }
      const evidence = evidenceLine(entry) ?? { status: 'given', given: [] };
      return ok({ card: 'evidence-form', ...of, reason: entry.answer.reason, evidence });
    }
    default:
      return never(verb);
  }
};

/** Whether somebody is away, and who gets their requests then. */
export const awayView = (reading: Reading): AwayView => {
  const { directory, viewer, now } = reading;
  const today = dateOf(now);
  const until = directory.awayUntil(viewer.id, today);
  const deputy: PersonId | null = until === null ? viewer.deputy : standIn(directory, viewer.id, today);
  return {
    card: 'away',
    asOf: now,
    ...(until === null ? {} : { until }),
    deputy: deputy === null ? null : nameOf(reading, deputy),
  };
};
