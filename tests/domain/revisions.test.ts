import { describe, expect, it } from 'vitest';
import { isAsked } from '#domain/coordination/state.ts';
import type { ItemFacts } from '#domain/plan/item.ts';
import {
  answers,
  asked,
  attempt,
  noNeed,
  objects,
  type Step,
  type Story,
  tell,
  ticks,
  types,
  yes,
} from '#support/given.ts';
import {
  at,
  beds,
  date,
  officer,
  operator,
  sKirurgi,
  sMember,
  sMember2,
  units,
  vKirurgi,
  vMember,
} from '#support/world.ts';

const revise = (change: Partial<ItemFacts>): Step => ({
  by: operator,
  command: { do: 'import', item: { ...beds, ...change } },
});
const entry = (story: Story, unit: keyof typeof units) => {
  if (!isAsked(story.state)) throw new Error('nobody was asked');
  return story.state.round.units[units[unit]];
};
const council = (story: Story) => {
  if (story.state.status !== 'escalated' || story.state.escalation.level !== 'council') {
    throw new Error('not at the council');
  }
  return story.state.escalation;
};
/** Who is asked by a step, as `card person-or-unit occasion`. */
const asksWhom = (story: Story, step: Step) => {
  const outcome = attempt(story, step);
  if (!outcome.ok) throw new Error(outcome.error.code);
  return outcome.value.notices.map(({ subject, occasion, audience }) => [
    subject.card,
    audience.map((to) => (to.to === 'person' ? to.person : to.to === 'unit' ? to.unit : to.role)),
    occasion,
  ]);
};

describe('law 3: answers are bound to a revision', () => {
  const answered = tell(asked, yes(sKirurgi, 100), noNeed(vKirurgi));

  it.each<[string, Partial<ItemFacts>]>([
    ['value', { value: 9_000_000 }],
    ['value with options', { valueWithOptions: 12_000_000 }],
    ['scope: the title', { title: 'Operationsbord och lampor' }],
    ['scope: the description', { description: 'Även tillbehör' }],
    ['scope: the kind of agreement', { agreementType: 'Ramavtal' }],
    ['category', { cpv: '33192000' }],
    ['dates: advertising', { advertise: date('2027-02-01') }],
    ['dates: start', { start: date('2027-06-01') }],
    ['dates: the existing contract', { contractEnd: date('2027-05-31') }],
    ['dates: its option', { extensionUntil: date('2028-05-31') }],
  ])('a change of %s makes exactly the given answers stale', (_what, change) => {
    const revised = tell(answered, revise(change));
    expect(entry(revised, 'sKirurgi')).toMatchObject({
      answer: { kind: 'waiting' },
      stale: { kind: 'yes', revision: 1 },
      staleItem: beds,
    });
    expect(entry(revised, 'vKirurgi')?.stale).toMatchObject({ kind: 'no-need' });
    expect(entry(revised, 'sAkut')?.stale).toBeUndefined();
    expect(asksWhom(answered, revise(change))).toEqual([
      ['request', [units.sKirurgi], 'revised'],
      ['request', [units.vKirurgi], 'revised'],
    ]);
  });

  it.each<[string, Partial<ItemFacts>]>([
    ['who is responsible', { responsible: 'Inköp' }],
    ['the procedure', { procedure: 'Öppet förfarande' }],
    ['the planning unit', { unit: 'Medicinsk teknik' }],
  ])('a change of %s leaves every answer as it is', (_what, change) => {
    expect(entry(tell(answered, revise(change)), 'sKirurgi')?.answer.kind).toBe('yes');
    expect(asksWhom(answered, revise(change))).toEqual([]);
  });

  it('keeps what the item was when the answer was given over a second change, which asks nobody twice', () => {
    const once = tell(answered, revise({ value: 9_000_000 }));
    expect(asksWhom(once, revise({ value: 9_000_000, start: date('2027-06-01') }))).toEqual([]);
    const twice = tell(once, revise({ value: 9_000_000, start: date('2027-06-01') }));
    expect(entry(twice, 'sKirurgi')).toMatchObject({ stale: { revision: 1 }, staleItem: beds });
    expect(twice.state).toMatchObject({ revision: 3 });
  });

  it('asks those who were handed the question together with the unit', () => {
    const colleague = { person: sMember.id, region: sMember.region, roles: [] };
    const handed = tell(
      asked,
      { by: sKirurgi, command: { do: 'delegate', unit: units.sKirurgi, to: colleague } },
      yes(sKirurgi),
    );
    expect(asksWhom(handed, revise({ value: 9_000_000 }))).toEqual([
      ['request', [units.sKirurgi, sMember.id], 'revised'],
    ]);
  });
});

describe('law 3: council positions are bound to a revision', () => {
  const declare = (by: typeof sMember): Step => ({
    by,
    command: { do: 'declare-conflict', conflict: false },
  });
  const position = (by: typeof sMember, revision = 1): Step => ({
    by,
    command: { do: 'take-position', revision, stance: 'approve', texts: {} },
  });
  const lifted = tell(asked, objects(sKirurgi), {
    by: officer,
    command: { do: 'escalate', proposal: 'coordinate', texts: {} },
  });
  const half = tell(lifted, declare(sMember), declare(sMember2), position(sMember));

  it('a material change makes exactly the positions taken stale and asks exactly those members again', () => {
    expect(asksWhom(half, revise({ value: 9_000_000 }))).toEqual([
      ['request', [units.sKirurgi], 'revised'],
      ['council', [sMember.id], 'revised'],
    ]);
    const revised = council(tell(half, revise({ value: 9_000_000 })));
    expect(revised.positions).toEqual({});
    expect(Object.keys(revised.stale ?? {})).toEqual([sMember.id]);
    expect(revised.stale?.[sMember.id]).toMatchObject({
      position: { stance: 'approve', revision: 1 },
      item: beds,
    });
    expect(Object.keys(revised.declarations)).toEqual([sMember.id, sMember2.id]);
  });

  it('a position on the older revision is refused, and one on the new takes the stale one away', () => {
    const revised = tell(half, revise({ value: 9_000_000 }));
    const old = attempt(revised, position(sMember));
    expect(!old.ok && old.error.code).toBe('old-card');
    const anew = council(tell(revised, position(sMember, 2)));
    expect(anew.stale).toEqual({});
    expect(anew.positions[sMember.id]).toMatchObject({ revision: 2 });
  });

  it('positions go stale also where no answer is there to go stale', () => {
    const waiting = tell(half, revise({ value: 9_000_000 }), position(sMember, 2));
    const again = tell(waiting, revise({ value: 8_000_000 }));
    expect(council(again).positions).toEqual({});
    expect(asksWhom(waiting, revise({ value: 8_000_000 }))).toEqual([['council', [sMember.id], 'revised']]);
  });

  it('a case at the decision goes back to the council, to those who had taken a position', () => {
    const decided = tell(half, declare(vMember), position(vMember));
    expect(decided.state).toMatchObject({ status: 'escalated', escalation: { level: 'decision' } });
    expect(asksWhom(decided, revise({ value: 9_000_000 }))).toEqual([
      ['request', [units.sKirurgi], 'revised'],
      ['council', [sMember.id, vMember.id], 'revised'],
      ['round', [officer.id], 'revised'],
    ]);
    expect(Object.keys(council(tell(decided, revise({ value: 9_000_000 }))).stale ?? {})).toEqual([
      sMember.id,
      vMember.id,
    ]);
  });

  it('a correction of the record leaves them', () => {
    expect(Object.keys(council(tell(half, revise({ responsible: 'Inköp' }))).positions)).toEqual([
      sMember.id,
    ]);
  });

  it('the clock that ran out without positions asks everybody when the case comes back', () => {
    const { due } = lifted.state.status === 'escalated' ? lifted.state.escalation : { due: null };
    if (!due) throw new Error('no clock');
    const concluded = tell(lifted, ticks(due));
    expect(types(concluded.events).at(-1)).toBe('council-concluded');
    const later = { ...revise({ value: 9_000_000 }), at: at('2026-12-20 10:00') };
    expect(asksWhom(concluded, later).filter(([card]) => card === 'council')).toEqual([
      ['council', ['council-member'], 'revised'],
    ]);
  });

  it('an answer to an older revision is refused with the new card to read', () => {
    const revised = tell(asked, revise({ value: 9_000_000 }));
    const old = attempt(revised, answers(sKirurgi, { kind: 'no-need' }, {}, units.sKirurgi, 1));
    expect(!old.ok && old.error.code).toBe('old-card');
  });
});
