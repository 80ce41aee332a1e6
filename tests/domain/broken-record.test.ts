import { describe, expect, it } from 'vitest';
import type { CaseEvent, EventType } from '#domain/coordination/events.ts';
import { evolve } from '#domain/coordination/evolve.ts';
import type { AdvancedFacts } from '#domain/coordination/stages.ts';
import { type CaseState, initialState } from '#domain/coordination/state.ts';
import { asked, bothApprove, imported, lift, objected, type Story, tell, told } from '#support/given.ts';
import { advances, committed, does, locked, until } from '#support/stages.ts';
import { asks, at, beds, date, governance, NAMNDEN, officer, SORMLAND, units } from '#support/world.ts';

const now = at('2026-11-25 10:00');
const unit = units.vKirurgi;
const text = { texts: { text: 'Borta' } };
const free = { ...governance, mandates: [] };
const assessed = tell(imported, does(officer, { do: 'assess', possible: true, texts: {} }));
const council = tell(objected, lift());
const STATES = {
  new: { state: initialState() },
  draft: imported,
  assessed,
  asked,
  dialogue: objected,
  solution: tell(
    objected,
    does(officer, { do: 'propose-solution', unit, solution: 'lots', texts: { text: 'Delas' } }),
  ),
  council,
  decision: tell(council, ...bothApprove()),
  committed,
  locked,
  advertised: until('advertised'),
  evaluation: until('evaluation'),
  awarded: until('awarded'),
  standstill: until('standstill'),
  appealed: tell(
    until('standstill'),
    advances(
      { to: 'appealed', date: date('2027-03-08'), court: 'Förvaltningsrätten' },
      { when: at('2027-03-08 10:00') },
    ),
  ),
  contract: until('contract'),
  'followed-up': until('followed-up'),
  reviewed: until('reviewed'),
  postponed: told(free, committed, advances({ to: 'postponed' }, text)),
  cancelled: tell(imported, advances({ to: 'cancelled' }, text)),
} as const satisfies Readonly<Record<string, Pick<Story, 'state'>>>;
type State = keyof typeof STATES;

const LADDER_ONLY = ['dialogue', 'council', 'decision'] as const satisfies readonly State[];
const LADDER = [...LADDER_ONLY, 'solution'] as const satisfies readonly State[];
const SIGNED = ['contract', 'followed-up', 'reviewed'] as const satisfies readonly State[];
/** The bidders are known. */
const TENDERED = [
  'evaluation',
  'awarded',
  'standstill',
  'appealed',
  ...SIGNED,
] as const satisfies readonly State[];
const LOCKED = ['locked', 'advertised', ...TENDERED] as const satisfies readonly State[];
const ASKED = ['asked', ...LADDER, 'committed', ...LOCKED, 'postponed'] as const satisfies readonly State[];
const KNOWN = ['draft', 'assessed', ...ASKED, 'cancelled'] as const satisfies readonly State[];

/** One of each, and where it may stand in a record; what it says matters less. */
const EVENTS: { readonly [T in Exclude<EventType, 'advanced'>]: readonly [object, readonly State[]] } = {
  'item-imported': [{ item: beds }, ['new']],
  'item-revised': [{ item: beds, changed: ['value'], material: true }, KNOWN],
  assessed: [{ possible: true }, ['draft', 'assessed', 'postponed']],
  'assessed-together': [{ others: ['MT1'], possible: true }, KNOWN],
  'round-opened': [
    { number: 1, owner: officer.id, deadline: now, units: asks },
    ['assessed', 'asked', ...LADDER, 'committed', 'postponed'],
  ],
  answered: [{ unit, answer: { kind: 'no-need' } }, ASKED],
  delegated: [{ unit, to: officer.id }, ASKED],
  'absence-noted': [{ unit, person: officer.id, until: null, deputy: null }, ASKED],
  'absence-ended': [{ unit, person: officer.id }, ASKED],
  'reference-named': [{ unit, hours: 8 }, ASKED],
  'evidence-added': [{ unit }, ASKED],
  'evidence-asked': [{ unit, due: now }, ASKED],
  'evidence-accepted': [{ unit }, ASKED],
  'evidence-missed': [{ units: [unit] }, ASKED],
  'objection-withdrawn': [{ unit, deadline: now }, ASKED],
  'owner-changed': [{ owner: officer.id }, ['assessed', ...ASKED]],
  reminded: [{ units: [unit] }, ASKED],
  'more-time-requested': [{ unit }, ASKED],
  'more-time-granted': [{ unit, deadline: now }, ASKED],
  'more-time-refused': [{ unit }, ASKED],
  'not-answered': [{ units: [unit] }, ASKED],
  'asked-again': [{ unit, deadline: now }, ASKED],
  'solution-proposed': [{ unit, solution: 'lots' }, ASKED],
  'solution-answered': [{ unit, accepted: true }, ['solution']],
  'escalation-opened': [{ cause: 'objection', level: 'dialogue', due: null }, ASKED],
  climbed: [{ to: 'council', how: 'officer', due: null, proposal: 'coordinate' }, LADDER],
  'level-reminded': [{ level: 'dialogue', due: null }, LADDER],
  'clock-moved': [{ level: 'dialogue', due: now }, LADDER],
  'ladder-too-late': [{ level: 'dialogue', advertise: date('2027-03-01') }, LADDER],
  'deviation-ending': [{ end: date('2027-12-31'), over: false }, ASKED],
  'conflict-declared': [{ conflict: false }, ['council', 'decision', ...TENDERED]],
  'position-taken': [{ region: SORMLAND, stance: 'approve' }, ['council']],
  'council-concluded': [{ how: 'clock', positions: [], seats: [], missing: [], due: null }, ['council']],
  'marked-urgent': [{ proposal: 'coordinate', positions: [], seats: [], missing: [], due: null }, LADDER],
  reseated: [{ seats: [], missing: [] }, ['decision']],
  decided: [{ regions: [SORMLAND], outcome: 'coordinate', rule: 'm-s', ruleVersion: 'test-1' }, ['decision']],
  'escalation-closed': [{ how: 'answered', outcome: 'coordinate', declining: [] }, LADDER],
  transferred: [{ rule: 'switch', from: NAMNDEN, to: [], archive: NAMNDEN }, ASKED],
  'region-left': [
    { region: SORMLAND, rule: 'r-s', last: date('2026-11-24') },
    ASKED.filter((name) => !(LOCKED as readonly string[]).includes(name)),
  ],
  reported: [{ body: NAMNDEN, entries: [1], date: date('2026-11-25') }, ['new', ...KNOWN]],
  locked: [{ participants: [] }, ASKED],
  'stage-decision-asked': [{ kind: 'initiate' }, KNOWN],
  'stage-decided': [
    { decision: { kind: 'initiate', regions: [SORMLAND], rule: 'x', date: date('2026-11-25') } },
    KNOWN,
  ],
  'authority-noted': [{ note: { required: [], gaps: [] } }, KNOWN],
  'authority-flagged': [{ missing: [] }, LOCKED],
  'authorisation-filed': [{ region: SORMLAND, date: date('2026-11-25'), reference: 'RS 1' }, ASKED],
  'principle-set': [{ principle: true }, KNOWN],
  'tenders-noted': [{ texts: { received: '5', approved: '4' } }, ['advertised', ...TENDERED]],
  'evaluator-replaced': [{ from: officer.id, to: officer.id }, ['advertised', ...TENDERED]],
  'called-off': [{ number: 1, unit, value: 1, date: date('2026-11-25') }, SIGNED],
  'documentation-reminded': [{}, [...SIGNED, 'postponed', 'cancelled']],
  'pulse-asked': [{ wave: 'start' }, SIGNED],
  'documentation-completed': [{}, [...SIGNED, 'postponed', 'cancelled']],
  'saving-stated': [{ input: {}, figures: { method: 'basket' } }, KNOWN],
  'figure-noted': [{ figure: { kind: 'contract-value', value: 1 } }, KNOWN],
  registered: [{ region: SORMLAND, number: 'RS 1', through: 1 }, KNOWN],
  'texts-removed': [{ entries: [1], reference: 'RA 1', date: date('2026-11-25') }, ['new', ...KNOWN]],
};
const ADVANCES: { readonly [T in AdvancedFacts['to']]: readonly [object, readonly State[]] } = {
  initiated: [{}, ASKED],
  advertised: [{ date: date('2026-11-25'), reference: 'TED', evaluators: [officer.id] }, ['locked']],
  evaluation: [{ date: date('2026-11-25') }, ['advertised']],
  awarded: [{ date: date('2026-11-25'), reference: 'RV' }, ['evaluation']],
  standstill: [{ date: date('2026-11-25'), sent: 'electronically' }, ['awarded']],
  appealed: [{ date: date('2026-11-25'), court: 'Förvaltningsrätten' }, ['standstill']],
  'appeal-settled': [{ date: date('2026-11-25'), outcome: 'award-stands' }, ['appealed']],
  contract: [{ date: date('2026-11-25'), until: date('2028-11-25'), reference: 'RV' }, ['standstill']],
  extended: [{ until: date('2029-11-25') }, SIGNED],
  'modification-proposed': [{ ground: 'unforeseen', until: date('2032-11-25') }, SIGNED],
  // Nothing was proposed in any of them.
  'modification-dropped': [{}, []],
  modified: [{}, []],
  'followed-up': [{}, ['contract']],
  reviewed: [{}, ['followed-up']],
  closed: [{}, ['reviewed']],
  cancelled: [{}, KNOWN],
  'external-coordination': [{}, KNOWN],
  postponed: [
    {},
    ['draft', 'assessed', 'asked', 'solution', ...LADDER_ONLY, 'committed', 'postponed', 'cancelled'],
  ],
  resumed: [{}, ['postponed']],
  'ceiling-stated': [{ region: SORMLAND, value: 1 }, ASKED],
  'contracted-alone': [{ region: SORMLAND, date: date('2026-11-25'), value: 1 }, KNOWN],
};
const made = (type: string, more: object): CaseEvent =>
  ({ type, at: now, by: officer.id, ...more }) as unknown as CaseEvent;
const breaks = (state: CaseState, event: CaseEvent): boolean => {
  try {
    evolve(state, event);
    return false;
  } catch (error) {
    // It says what is wrong, and where.
    expect(String(error)).toMatch(/^Error: The record is broken: \S.* on an item that is [a-z-]+$/);
    return true;
  }
};
const standsIn = (event: CaseEvent): string[] =>
  Object.entries(STATES).flatMap(([name, { state }]) => (breaks(state, event) ? [] : [name]));

describe('what could not have happened breaks the record instead of being believed', () => {
  it.each(Object.entries(EVENTS))('%s', (type, [more, states]) => {
    expect(standsIn(made(type, more)).toSorted()).toEqual([...states].toSorted());
  });

  it.each(Object.entries(ADVANCES))('advanced to %s', (to, [more, states]) => {
    expect(standsIn(made('advanced', { stage: { to, ...more } })).toSorted()).toEqual([...states].toSorted());
  });

  const nobody = 'sormland/Ingen';
  it.each<[string, State, string, object]>([
    [
      'an answer of a unit that was not asked',
      'asked',
      'answered',
      { unit: nobody, answer: { kind: 'no-need' } },
    ],
    ['a reminder of one', 'asked', 'reminded', { units: [unit, nobody] }],
    [
      'a case that begins at the council',
      'asked',
      'escalation-opened',
      { cause: 'officer', level: 'council', due: null },
    ],
    [
      'one that begins at its decision',
      'asked',
      'escalation-opened',
      { cause: 'officer', level: 'decision', due: null },
    ],
    [
      'a council that is asked about nothing',
      'dialogue',
      'climbed',
      { to: 'council', how: 'clock', due: null },
    ],
    [
      'an urgency about nothing',
      'dialogue',
      'marked-urgent',
      { positions: [], seats: [], missing: [], due: null },
    ],
  ])('%s', (_, name, type, more) => {
    expect(breaks(STATES[name].state, made(type, more))).toBe(true);
  });
});
