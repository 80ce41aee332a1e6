import { describe, expect, it } from 'vitest';
import type { Governance } from '#domain/authority/governance.ts';
import { roomOf } from '#domain/coordination/call-offs.ts';
import type { CaseCommand } from '#domain/coordination/commands.ts';
import { nextStages } from '#domain/coordination/life-cycle.ts';
import { missingDecisions, stageAuthority } from '#domain/coordination/stage-authority.ts';
import { type Advance, MODIFY_GROUNDS } from '#domain/coordination/stages.ts';
import type { CaseState, KnownCase } from '#domain/coordination/state.ts';
import type { Actor } from '#domain/shared/actor.ts';
import { regionId } from '#domain/shared/ids.ts';
import { attempt, refusal, type Step, type Story, tell, told } from '#support/given.ts';
import { advances, declaresAnew, does, kindRow, until } from '#support/stages.ts';
import {
  at,
  clock,
  date,
  governance,
  NAMNDEN,
  officer,
  operator,
  SORMLAND,
  sDecider,
  secretary,
  sKirurgi,
  units,
  VASTMANLAND,
  vDecider,
} from '#support/world.ts';

type Proposed = Extract<Advance, { to: 'modification-proposed' }>;
type Signed = Extract<KnownCase, { contract: unknown; callOffs?: unknown }>;

/** Signed on 16 March 2027, until 31 March 2029 with options until 2031; each region's ceiling is two million. */
const signed: Story = { ...until('contract'), now: at('2027-06-01 10:00') };
const proposes = (more: Partial<Proposed> = {}, text = 'Vårdköer', by: Actor = officer): Step =>
  advances(
    {
      to: 'modification-proposed',
      ground: 'additional-needs',
      region: VASTMANLAND,
      value: 2_600_000,
      ...more,
    } as Proposed,
    { by, texts: { text } },
  );
const only = (more: Omit<Proposed, 'to' | 'ground'>): Step =>
  advances(
    { to: 'modification-proposed', ground: 'unforeseen', ...more },
    { texts: { text: 'Leveransen dröjer' } },
  );
const makes = advances({ to: 'modified' });
const drops = (text = 'Behövs inte'): Step => advances({ to: 'modification-dropped' }, { texts: { text } });
const asks: Step = does(officer, { do: 'ask-stage-decision', kind: 'modify' });
const decides = (
  change: Partial<Extract<CaseCommand, { do: 'decide-stage' }>> = {},
  by: Actor = sDecider,
): Step =>
  does(by, {
    do: 'decide-stage',
    kind: 'modify',
    region: SORMLAND,
    revision: 1,
    modification: 1,
    texts: { text: 'Enligt avtalets klausul' },
    ...change,
  });
const rules: Governance = { ...governance, mandates: [kindRow('k-modify', 'modify')] };
const proposed = told(rules, signed, proposes());
const decided = told(rules, proposed, declaresAnew(sDecider), decides());
const changed = told(rules, decided, makes);
const of = (state: CaseState): Signed => {
  if (!('contract' in state)) throw new Error(state.status);
  return state as Signed;
};
const ceilings = (story: Story) =>
  Object.fromEntries(of(story.state).participants.map(({ region, ceiling }) => [region, ceiling]));
const calls = (value: number): Step =>
  does(officer, {
    do: 'call-off',
    unit: units.vKirurgi,
    number: 1,
    value,
    date: date('2027-06-01'),
    texts: {},
  });

describe('law 5: a ceiling grows by a decided change of the contract, and by nothing else (LOU ch. 17)', () => {
  it('proposed, decided and made, it is the region’s new ceiling, and call-offs follow it', () => {
    expect(ceilings(decided)).toEqual({ [SORMLAND]: 2_000_000, [VASTMANLAND]: 2_000_000 });
    expect(refusal(decided, calls(2_000_001), rules)).toBe('ceiling-reached');
    expect(ceilings(changed)).toEqual({ [SORMLAND]: 2_000_000, [VASTMANLAND]: 2_600_000 });
    expect(roomOf(of(changed.state), VASTMANLAND)?.value?.left).toBe(2_600_000);
    expect(refusal(changed, calls(2_600_000), rules)).toBe('allowed');
    expect(refusal(changed, calls(2_600_001), rules)).toBe('ceiling-reached');
    expect(of(changed.state).contract.until).toBe('2029-03-31');
    expect(of(changed.state).contract.optionsUntil).toBe('2031-03-31');
  });

  it('no change is made without a decision, nor where no row speaks of it, nor where nothing is proposed', () => {
    expect(refusal(proposed, makes, rules)).toBe('decision-missing');
    expect(refusal(tell(signed, proposes()), makes)).toBe('no-delegation-rows');
    expect(refusal(signed, makes, rules)).toBe('modification-not-proposed');
    const nobody = { ...rules, mandates: [{ ...kindRow('high', 'modify'), from: 900_000_000 }] };
    expect(refusal(proposed, makes, nobody)).toBe('nobody-may-decide');
  });

  it('a decision is about one change, and names it: made, it is used up', () => {
    const decision = of(decided.state).stageDecisions?.at(-1);
    const change = { ground: 'additional-needs', region: VASTMANLAND, value: 2_600_000 };
    expect(decision?.change).toEqual(change);
    expect(changed.events.at(-1)).toMatchObject({ stage: { to: 'modified' }, uses: ['modify'] });
    expect(of(changed.state).stageDecisions?.at(-1)?.usedOn).toBe('2027-06-01');
    expect(of(changed.state).modification).toBeUndefined();
    expect(of(changed.state).modifications).toMatchObject([
      { ...change, number: 1, madeOn: '2027-06-01', texts: { text: 'Vårdköer' } },
    ]);
    const again = told(rules, changed, proposes({ value: 3_000_000 }));
    expect(of(again.state).modification?.number).toBe(2);
    expect(refusal(again, makes, rules)).toBe('decision-missing');
    expect(refusal(again, decides({ modification: 1 }), rules)).toBe('old-card');
    const twice = told(rules, again, decides({ modification: 2 }), makes);
    expect(ceilings(twice)[VASTMANLAND]).toBe(3_000_000);
    expect(of(twice.state).modifications?.map(({ value }) => value)).toEqual([2_600_000, 3_000_000]);
  });

  it('another change in its place, or none, takes the decision with it', () => {
    const other = told(rules, decided, proposes({ value: 2_900_000 }));
    expect(refusal(other, makes, rules)).toBe('decision-missing');
    const dropped = told(rules, decided, drops());
    expect(of(dropped.state).modification).toBeUndefined();
    expect(ceilings(dropped)[VASTMANLAND]).toBe(2_000_000);
    const anew = told(rules, dropped, proposes());
    expect(of(anew.state).modification?.number).toBe(2);
    expect(refusal(anew, makes, rules)).toBe('decision-missing');
  });

  it('the same proposal pressed twice is one', () => {
    const same = attempt(decided, proposes(), rules);
    expect(same.ok && same.value.events).toEqual([]);
    for (const step of [
      proposes({ value: 2_600_001 }),
      proposes({ ground: 'unforeseen' }),
      proposes({ region: SORMLAND }),
      proposes({ until: date('2032-01-01') }),
      proposes({}, 'Annat skäl'),
    ]) {
      const other = attempt(decided, step, rules);
      expect(other.ok && other.value.events.length).toBe(1);
    }
  });

  it('no region is added by it, and none changes but the one', () => {
    expect(refusal(signed, proposes({ region: regionId('orebro') }), rules)).toBe('late-region-outside');
    expect(of(changed.state).participants.map(({ region }) => region)).toEqual(
      of(signed.state).participants.map(({ region }) => region),
    );
  });
});

describe('a change is put to those who decide it with its ground and a reason (LOU ch. 17)', () => {
  it('the grounds are those that the law has for a larger or longer contract', () => {
    expect(MODIFY_GROUNDS).toEqual([
      'small-value',
      'option-clause',
      'additional-needs',
      'unforeseen',
      'non-substantial',
    ]);
  });

  const named = until('reviewed');
  it.each<[string, Story, Step, string]>([
    ['by an officer', signed, proposes({}, 'x', sKirurgi), 'not-allowed'],
    ['by a person', signed, proposes({}, 'x', operator), 'people-only'],
    ['never by the clock', signed, proposes({}, 'x', clock), 'people-only'],
    ['with a reason', signed, proposes({}, ' '), 'text-missing'],
    ['once there is a contract', until('standstill'), proposes(), 'not-possible-now'],
    ['followed up too', until('followed-up'), proposes(), 'allowed'],
    ['and reviewed', named, proposes(), 'allowed'],
    ['not once it is closed', until('closed'), proposes(), 'not-possible-now'],
    ['with a higher ceiling, by a krona', signed, proposes({ value: 2_000_001 }), 'allowed'],
    ['not the same', signed, proposes({ value: 2_000_000 }), 'ceiling-not-raised'],
    ['not a lower', signed, proposes({ value: 1_999_999 }), 'ceiling-not-raised'],
    ['of a readable amount', signed, proposes({ value: Number.NaN }), 'number-unreadable'],
    ['of a readable number', signed, only({ region: SORMLAND, volume: -1 }), 'number-unreadable'],
    ['no volume where none was fixed', signed, only({ region: SORMLAND, volume: 9 }), 'ceiling-not-raised'],
    ['of a region', signed, only({ value: 3_000_000 }), 'text-missing'],
    ['of something', signed, only({ region: SORMLAND }), 'modification-empty'],
    ['of something at all', signed, only({}), 'modification-empty'],
    ['not to the day it ends', signed, only({ until: date('2029-03-31') }), 'contract-ends-too-early'],
    ['not where an option reaches', signed, only({ until: date('2029-04-01') }), 'option-covers'],
    ['nor to its last day', signed, only({ until: date('2031-03-31') }), 'option-covers'],
    ['beyond the options', signed, only({ until: date('2031-04-01') }), 'allowed'],
    [
      'both at once, each by its rule',
      signed,
      proposes({ until: date('2029-01-01') }),
      'contract-ends-too-early',
    ],
    ['both at once', signed, proposes({ until: date('2032-01-01') }), 'allowed'],
    ['on its last day', { ...signed, now: at('2029-03-31 20:00') }, proposes(), 'allowed'],
    ['not after it', { ...signed, now: at('2029-04-01 03:00') }, proposes(), 'contract-over'],
    ['dropped with a reason', proposed, drops(' '), 'text-missing'],
    ['dropped where there is one', signed, drops(), 'modification-not-proposed'],
    ['dropped by an officer', proposed, { ...drops(), by: sKirurgi }, 'not-allowed'],
    ['made by an officer', decided, { ...makes, by: sDecider }, 'not-allowed'],
  ])('%s', (_, story, step, code) => {
    expect(refusal(story, step, rules)).toBe(code);
  });

  it('is offered while the contract runs its course; made or dropped only what is proposed', () => {
    const offered = (story: Story) =>
      nextStages(story.state as KnownCase).filter((to) => to.startsWith('modif'));
    expect(offered(signed)).toEqual(['modification-proposed']);
    expect(offered(proposed)).toEqual(['modification-proposed', 'modification-dropped', 'modified']);
    expect(offered(until('standstill'))).toEqual([]);
  });

  it('a ceiling in number grows in number alone', () => {
    const state = of(signed.state);
    const counted: Story = {
      ...signed,
      state: {
        ...state,
        participants: state.participants.map((part) =>
          part.region === SORMLAND ? { ...part, ceiling: 0, ceilingVolume: 40 } : part,
        ),
      },
    };
    expect(refusal(counted, only({ region: SORMLAND, value: 1 }), rules)).toBe('ceiling-not-raised');
    expect(refusal(counted, only({ region: SORMLAND, volume: 40 }), rules)).toBe('ceiling-not-raised');
    const more = told(
      rules,
      counted,
      only({ region: SORMLAND, volume: 41 }),
      declaresAnew(sDecider),
      decides(),
      makes,
    );
    expect(of(more.state).participants.find(({ region }) => region === SORMLAND)).toEqual({
      region: SORMLAND,
      ceiling: 0,
      ceilingVolume: 41,
    });
    expect(of(more.state).stageDecisions?.at(-1)?.change).toEqual({
      ground: 'unforeseen',
      region: SORMLAND,
      volume: 41,
    });
  });

  it('a longer contract ends on its new day, and options that it has passed are none', () => {
    const longer = told(
      rules,
      signed,
      only({ until: date('2032-06-30') }),
      declaresAnew(sDecider),
      decides(),
      makes,
    );
    expect(of(longer.state).contract).toMatchObject({ until: '2032-06-30', reference: 'RV 2027-2' });
    expect(of(longer.state).contract).not.toHaveProperty('optionsUntil');
    expect(ceilings(longer)).toEqual(ceilings(signed));
    expect(refusal(longer, advances({ to: 'extended', until: date('2033-01-01') }))).toBe('no-such-option');
  });
});

describe('a change is decided like every decision that a stage rests on (laws 2 and 6)', () => {
  it('asked of whoever may take it, once it is proposed, and anew once another is', () => {
    expect(refusal(signed, asks, rules)).toBe('modification-not-proposed');
    expect(refusal(until('standstill'), asks, rules)).toBe('not-possible-now');
    expect(refusal(decided, asks, rules)).toBe('already-decided');
    const once = told(rules, proposed, asks);
    const nothing = attempt(once, asks, rules);
    expect(nothing.ok && nothing.value.events).toEqual([]);
    const other = told(rules, once, proposes({ value: 2_700_000 }));
    expect(of(other.state).decisionsAsked).toEqual({});
    expect(attempt(other, asks, rules)).toMatchObject({ ok: true, value: { events: [{ kind: 'modify' }] } });
  });

  it.each<[string, Story, Step, string]>([
    ['not by somebody else', proposed, decides({}, vDecider), 'no-mandate'],
    ['not by the clock', proposed, decides({}, clock), 'people-only'],
    ['not before anything is proposed', signed, decides(), 'modification-not-proposed'],
    ['not without its number', proposed, decides({ modification: undefined as never }), 'old-card'],
    ['not of another number', proposed, decides({ modification: 2 }), 'old-card'],
    ['not without a reason', proposed, decides({ texts: {} }), 'text-missing'],
    ['as the card showed it', proposed, decides(), 'allowed'],
  ])('%s', (_, story, step, code) => {
    expect(refusal(told(rules, story, declaresAnew(sDecider)), step, rules)).toBe(code);
  });

  const board: Governance = {
    ...rules,
    mandates: [{ ...kindRow('k-board', 'modify'), holder: { kind: 'body', body: NAMNDEN } }],
  };
  const registers = (day: string, modification = 1): Step =>
    does(secretary, {
      do: 'register-stage-decision',
      kind: 'modify',
      body: NAMNDEN,
      revision: 1,
      modification,
      date: date(day),
      paragraph: '§ 12',
      registryNumber: 'RS 2027-12',
      texts: {},
    });
  it('a body’s minutes are of the proposal’s day or later, about that one, and make the change possible', () => {
    const later = { ...proposed, now: at('2027-06-20 10:00') };
    expect(refusal({ ...signed, now: later.now }, registers('2027-06-10'), board)).toBe(
      'modification-not-proposed',
    );
    expect(refusal(later, registers('2027-05-31'), board)).toBe('decided-before-matter');
    expect(refusal(later, registers('2027-06-10', 2), board)).toBe('old-card');
    const filed = told(board, later, registers('2027-06-01'));
    expect(of(filed.state).stageDecisions?.at(-1)).toMatchObject({
      paragraph: '§ 12',
      change: { ground: 'additional-needs', value: 2_600_000 },
    });
    expect(ceilings(told(board, filed, makes))[VASTMANLAND]).toBe(2_600_000);
  });

  it('by whom follows from the contract as it becomes: what outgrows a delegate is the board’s', () => {
    // The plan says nothing of the value; the units have named four million together.
    const state = of(signed.state);
    const { value: _, ...item } = state.item;
    const plain: Story = { ...signed, state: { ...state, item } };
    const limited: Governance = {
      ...governance,
      mandates: [
        { ...kindRow('delegate', 'modify'), below: 4_600_000 },
        { ...kindRow('board', 'modify'), from: 4_600_000, holder: { kind: 'body', body: NAMNDEN } },
      ],
    };
    // Two million of Sörmland's, and the new ceiling.
    const ruleFor = (value: number) =>
      stageAuthority(
        told(limited, plain, proposes({ value })).state as KnownCase,
        limited,
        date('2027-06-01'),
        'modify',
      ).required.map(({ rule }) => rule);
    expect(ruleFor(2_599_999)).toEqual(['delegate', 'delegate']);
    expect(ruleFor(2_600_000)).toEqual(['board', 'board']);
    const own: Governance = {
      ...governance,
      mandates: [
        { ...kindRow('own', 'modify'), basis: 'own', below: 2_600_000 },
        {
          ...kindRow('own-board', 'modify'),
          basis: 'own',
          from: 2_600_000,
          holder: { kind: 'body', body: NAMNDEN },
        },
      ],
    };
    const story = told(own, plain, proposes());
    expect(
      missingDecisions(story.state as KnownCase, own, date('2027-06-01'), 'modify').map(
        ({ region }) => region,
      ),
    ).toEqual([SORMLAND, VASTMANLAND]);
    expect(
      stageAuthority(story.state as KnownCase, own, date('2027-06-01'), 'modify').required.map(
        ({ rule }) => rule,
      ),
    ).toEqual(['own', 'own-board']);
  });

  it('an extension of a changed contract is weighed by its new ceilings, the beginning as it was', () => {
    const state = of(changed.state);
    const { valueWithOptions: _, ...planned } = state.item;
    const item = { ...planned, value: 4_000_000 };
    const limited: Governance = {
      ...governance,
      mandates: (['extend', 'initiate'] as const).flatMap((kind) => [
        { ...kindRow(`${kind}-low`, kind), below: 4_600_000 },
        { ...kindRow(`${kind}-high`, kind), from: 4_600_000 },
      ]),
    };
    const rule = (kind: 'extend' | 'initiate', known: KnownCase) =>
      stageAuthority(known, limited, date('2027-06-01'), kind).required.map((one) => one.rule)[0];
    expect(rule('extend', { ...state, item })).toBe('extend-high');
    expect(rule('initiate', { ...state, item })).toBe('initiate-low');
    expect(rule('extend', { ...of(signed.state), item })).toBe('extend-low');
    // What is only proposed weighs for its own decision alone.
    expect(rule('extend', { ...of(proposed.state), item })).toBe('extend-low');
  });

  it('everybody who was asked is told that it is made', () => {
    const outcome = attempt(decided, makes, rules);
    const audience = outcome.ok ? outcome.value.notices.flatMap(({ audience }) => audience) : [];
    expect(audience).toEqual(
      expect.arrayContaining([
        { to: 'unit', unit: units.vKirurgi },
        { to: 'person', person: officer.id },
      ]),
    );
  });
});
