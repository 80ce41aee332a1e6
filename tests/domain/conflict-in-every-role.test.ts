import { describe, expect, it } from 'vitest';
import type { CaseCommand } from '#domain/coordination/commands.ts';
import { hasConflict, WITH_CONFLICT } from '#domain/coordination/deciding/conflict.ts';
import { replay } from '#domain/coordination/evolve.ts';
import type { Actor } from '#domain/shared/actor.ts';
import { itemId, personId, unitId } from '#domain/shared/ids.ts';
import {
  asked,
  bothApprove,
  brings,
  DEADLINE,
  declares,
  imported,
  lift,
  notices,
  objected,
  refusal,
  type Step,
  tell,
  ticks,
  types,
} from '#support/given.ts';
import { EVALUATOR, until } from '#support/stages.ts';
import {
  asks,
  at,
  beds,
  date,
  NAMNDEN,
  objectingMember,
  officer,
  SORMLAND,
  sBoss,
  secretary,
  sKirurgi,
  sMember,
  units,
  VASTMANLAND,
  vBoss,
  vKirurgi,
} from '#support/world.ts';

type Person = Actor & { kind: 'person' };
type Do = CaseCommand['do'];

/** In every role at once, so that nothing but the conflict can be what keeps them out. */
const everything: Person = {
  kind: 'person',
  id: personId('tenant-s', 'everything'),
  region: SORMLAND,
  unit: unitId(SORMLAND, 'Inköp'),
  roles: [
    'officer',
    'council-member',
    'decider',
    'secretary',
    'registrar',
    'controller',
    'administrator',
    'auditor',
    'unit-manager',
  ],
};
const other: Person = { ...officer, id: personId('tenant-v', 'other-officer') };
const of = { unit: units.vKirurgi, texts: { text: 'Text' } } as const;
const colleague = { person: other.id, region: SORMLAND, roles: ['officer'] };
const minutes = {
  date: date('2026-11-20'),
  paragraph: '§ 4',
  registryNumber: 'IN 2026-1',
  texts: {},
} as const;

/** One of each command, complete by type: a new command says here, and in `WITH_CONFLICT`, what a conflict does to it. */
const EVERY: { readonly [D in Do]: Extract<CaseCommand, { do: D }> } = {
  import: { do: 'import', item: { ...beds, value: 90_000_000 } },
  assess: { do: 'assess', possible: true, texts: {} },
  'assess-together': { do: 'assess-together', others: [itemId('MT1')], possible: true, texts: {} },
  'open-round': { do: 'open-round', owner: other.id, deadline: DEADLINE, units: asks },
  answer: {
    do: 'answer',
    unit: units.vKirurgi,
    round: 1,
    revision: 1,
    answer: { kind: 'no-need' },
    texts: {},
  },
  delegate: { do: 'delegate', unit: units.vKirurgi, to: colleague },
  'note-absence': { do: 'note-absence', unit: units.vKirurgi, until: date('2026-12-01'), deputy: null },
  'name-reference': { do: 'name-reference', unit: units.vKirurgi, hours: 10, texts: { name: 'Eva' } },
  'add-evidence': { do: 'add-evidence', ...of },
  'ask-evidence': { do: 'ask-evidence', ...of },
  'accept-evidence': { do: 'accept-evidence', unit: units.vKirurgi },
  'withdraw-objection': { do: 'withdraw-objection', ...of },
  'change-owner': { do: 'change-owner', to: colleague },
  'request-more-time': { do: 'request-more-time', round: 1, ...of },
  'grant-more-time': { do: 'grant-more-time', unit: units.vKirurgi, workingDays: 3 },
  'refuse-more-time': { do: 'refuse-more-time', unit: units.vKirurgi },
  'ask-again': { do: 'ask-again', deadline: DEADLINE, ...of },
  'propose-solution': { do: 'propose-solution', solution: 'lots', ...of },
  'answer-solution': { do: 'answer-solution', accept: true, ...of },
  escalate: { do: 'escalate', proposal: 'coordinate', texts: {} },
  'conclude-council': { do: 'conclude-council', texts: { reason: 'Ingen tid' } },
  'mark-urgent': { do: 'mark-urgent', texts: { reason: 'Brådskar' } },
  'declare-conflict': { do: 'declare-conflict', conflict: false },
  'take-position': { do: 'take-position', revision: 1, stance: 'approve', texts: {} },
  decide: { do: 'decide', region: SORMLAND, revision: 1, outcome: 'coordinate', texts: {} },
  'register-decision': {
    do: 'register-decision',
    body: NAMNDEN,
    revision: 1,
    outcome: 'coordinate',
    ...minutes,
  },
  'report-decisions': { do: 'report-decisions', body: NAMNDEN, entries: [1], date: date('2026-11-20') },
  'close-escalation': { do: 'close-escalation' },
  lock: { do: 'lock' },
  advance: { do: 'advance', stage: { to: 'cancelled' }, texts: { text: 'Medel saknas' } },
  'ask-stage-decision': { do: 'ask-stage-decision', kind: 'initiate' },
  'decide-stage': { do: 'decide-stage', kind: 'initiate', region: SORMLAND, revision: 1, texts: {} },
  'register-stage-decision': {
    do: 'register-stage-decision',
    kind: 'initiate',
    body: NAMNDEN,
    revision: 1,
    ...minutes,
  },
  'file-authorisation': {
    do: 'file-authorisation',
    region: SORMLAND,
    date: date('2026-11-20'),
    reference: 'RS 2026-0099',
  },
  'set-principle': { do: 'set-principle', principle: true },
  'note-tenders': { do: 'note-tenders', received: 5, approved: 4 },
  'replace-evaluator': { do: 'replace-evaluator', from: EVALUATOR.id, to: sBoss.id },
  'complete-documentation': { do: 'complete-documentation' },
  register: { do: 'register', region: SORMLAND, number: 'RS 2026-0001', through: 1 },
  'remove-texts': { do: 'remove-texts', entries: [1], reference: 'RS 2026-2', date: date('2026-11-20') },
  'state-saving': {
    do: 'state-saving',
    input: { method: 'market', bids: [1, 2, 3] } as never,
    texts: { assumptions: 'Text' },
  },
  'note-figure': { do: 'note-figure', figure: { kind: 'lesson-used' } as never, texts: {} },
  'call-off': {
    do: 'call-off',
    unit: units.vKirurgi,
    number: 1,
    value: 100_000,
    date: date('2026-11-20'),
    texts: {},
  },
  tick: { do: 'tick' },
};
const COMMANDS = Object.keys(EVERY) as Do[];
/** What is left: to take it back, the clock, and what one's own unit says as the party that is asked. */
const OPEN: readonly Do[] = ['declare-conflict', 'tick'];
const OWN_UNIT: readonly Do[] = [
  'answer',
  'delegate',
  'note-absence',
  'name-reference',
  'add-evidence',
  'withdraw-objection',
  'request-more-time',
  'answer-solution',
];
const does = (by: Actor, command: CaseCommand): Step => ({ by, command });

describe('jäv (KL 6:28–32, 7:4): whoever has declared a conflict handles nothing, in any role', () => {
  const conflicted = tell(objected, declares(everything, true));

  it.each(COMMANDS.filter((one) => !OPEN.includes(one)))('%s is refused', (one) => {
    expect(refusal(conflicted, does(everything, EVERY[one]))).toBe('has-conflict');
  });

  it('the exceptions are these and no others', () => {
    const named = (left: 'open' | 'own-unit') => COMMANDS.filter((one) => WITH_CONFLICT[one] === left).sort();
    expect(named('open')).toEqual([...OPEN].sort());
    expect(named('own-unit')).toEqual([...OWN_UNIT].sort());
  });

  it('what one’s own unit says stays its own to say, and to pass on', () => {
    const manager: Person = { ...vKirurgi, roles: ['unit-manager', 'officer'] };
    const own = tell(objected, declares(manager, true));
    expect(refusal(own, does(manager, EVERY.answer))).toBe('allowed');
    expect(refusal(own, does(manager, EVERY['withdraw-objection']))).toBe('allowed');
    expect(refusal(own, does(manager, EVERY['accept-evidence']))).toBe('has-conflict');
  });

  it('another unit’s question is handling, also for the superior to whom silence was lifted', () => {
    const silent = tell(asked, ticks(at('2026-12-07 09:00')), declares(sBoss, true));
    const answer: CaseCommand = { ...EVERY.answer, unit: units.sKirurgi };
    expect(refusal(silent, does(sBoss, answer))).toBe('has-conflict');
    expect(refusal(silent, does(sKirurgi, answer))).toBe('allowed');
  });

  it('is kept in the record, and ends neither with the round nor with the case', () => {
    expect(types(conflicted.events).at(-1)).toBe('conflict-declared');
    expect(replay(conflicted.events)).toEqual(conflicted.state);
    const cancelled = tell(conflicted, { by: other, command: EVERY.advance });
    expect(cancelled.state.status).toBe('cancelled');
    expect(hasConflict(cancelled.state, everything.id)).toBe(true);
    expect(refusal(cancelled, declares(sMember, true))).toBe('not-possible-now');
  });
});

describe('a conflict can be declared by whoever handles the case, whenever it is found', () => {
  const atManagers = tell(objected, ticks(at('2026-12-15 09:00')));
  const concluded = tell(objected, lift(), ...bothApprove());

  it.each([
    ['an officer before any round', imported, officer],
    ['the case’s owner', objected, officer],
    ['a secretary', concluded, secretary],
    ['a superior at the managers’ level', atManagers, vBoss],
    ['a member before the council', objected, sMember],
    ['a member after the council has concluded', concluded, sMember],
    ['an evaluator before the tenders are in', until('advertised'), EVALUATOR],
  ] as const)('%s', (_, story, by) => {
    const declared = tell(story, declares(by, true));
    expect(hasConflict(declared.state, by.id)).toBe(true);
    expect(brings(declared, declares(by, true))).toEqual([]);
    const undone = tell(declared, declares(by, false));
    expect(hasConflict(undone.state, by.id)).toBe(false);
    expect(replay(undone.events)).toEqual(undone.state);
  });

  it('not by whoever only answers for a unit, who passes the question on', () => {
    const plain: Person = { ...sKirurgi, roles: ['unit-manager'] };
    expect(refusal(objected, declares(plain, true))).toBe('not-allowed');
  });

  it('a “no” that nobody has asked for says nothing', () => {
    expect(refusal(objected, declares(officer))).toBe('not-allowed');
    expect(refusal(concluded, declares(sMember))).toBe('not-at-council');
  });

  it('a member who said so before the council takes it back there', () => {
    const before = tell(objected, declares(objectingMember, true), lift());
    expect(hasConflict(before.state, objectingMember.id)).toBe(true);
    const undone = tell(before, declares(objectingMember));
    expect(hasConflict(undone.state, objectingMember.id)).toBe(false);
  });
});

describe('a case whose owner has a conflict gets another owner (law 4)', () => {
  const conflicted = tell(objected, declares(officer, true));

  it('the other officers are told, and one of them takes it over', () => {
    expect(notices(objected, declares(officer, true))).toMatchObject([
      {
        subject: { card: 'round' },
        occasion: 'conflict-declared',
        audience: [{ to: 'role', role: 'officer', regions: [SORMLAND, VASTMANLAND] }],
      },
    ]);
    expect(refusal(conflicted, { by: officer, command: EVERY['change-owner'] })).toBe('has-conflict');
    const taken = tell(conflicted, { by: other, command: EVERY['change-owner'] });
    expect(taken.state).toMatchObject({ owner: other.id });
  });

  it('until then what the owner would be told goes to every officer, and afterwards to the new one', () => {
    const objection = does(vKirurgi, {
      do: 'add-evidence',
      unit: units.vKirurgi,
      texts: { text: 'Nytt underlag' },
    });
    expect(notices(conflicted, objection)[0]?.audience).toEqual([
      { to: 'role', role: 'officer', regions: [SORMLAND, VASTMANLAND] },
    ]);
    const taken = tell(conflicted, { by: other, command: EVERY['change-owner'] });
    expect(notices(taken, objection)[0]?.audience).toEqual([{ to: 'person', person: other.id }]);
  });
});
