import { describe, expect, it } from 'vitest';
import type { Governance } from '#domain/authority/governance.ts';
import { beforeChanges, ceilingsToWeigh } from '#domain/coordination/modifying.ts';
import { missingDecisions, stageAuthority } from '#domain/coordination/stage-authority.ts';
import type { KnownCase } from '#domain/coordination/state.ts';
import { attempt, refusal, type Step, type Story, told } from '#support/given.ts';
import {
  asks,
  ceilings,
  changed,
  counted,
  decided,
  decides,
  makes,
  of,
  only,
  proposed,
  proposes,
  rules,
  signed,
} from '#support/modifying.ts';
import { declaresAnew, does, kindRow, until } from '#support/stages.ts';
import {
  at,
  clock,
  date,
  governance,
  NAMNDEN,
  officer,
  SORMLAND,
  sDecider,
  secretary,
  units,
  VASTMANLAND,
  vDecider,
} from '#support/world.ts';

describe('a change is decided like every decision that a stage rests on (laws 2 and 6)', () => {
  it('asked of whoever may take it, once it is proposed, and anew once another is', () => {
    expect(refusal(signed, asks, rules)).toBe('modification-not-proposed');
    expect(refusal(until('standstill'), asks, rules)).toBe('not-possible-now');
    expect(refusal(decided(), asks, rules)).toBe('already-decided');
    const once = told(rules, proposed(), asks);
    const nothing = attempt(once, asks, rules);
    expect(nothing.ok && nothing.value.events).toEqual([]);
    const other = told(rules, once, proposes({ value: 2_700_000 }));
    expect(of(other.state).decisionsAsked).toEqual({});
    expect(attempt(other, asks, rules)).toMatchObject({ ok: true, value: { events: [{ kind: 'modify' }] } });
  });

  it.each<[string, Story, Step, string]>([
    ['not by somebody else', proposed(), decides({}, vDecider), 'no-mandate'],
    ['not by the clock', proposed(), decides({}, clock), 'people-only'],
    ['not before anything is proposed', signed, decides(), 'modification-not-proposed'],
    ['not without its number', proposed(), decides({ modification: undefined as never }), 'old-card'],
    ['not of another number', proposed(), decides({ modification: 2 }), 'old-card'],
    ['not without a reason', proposed(), decides({ texts: {} }), 'text-missing'],
    ['as the card showed it', proposed(), decides(), 'allowed'],
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
    const later = { ...proposed(), now: at('2027-06-20 10:00') };
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
    const state = of(changed().state);
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
    expect(rule('extend', { ...of(proposed().state), item })).toBe('extend-low');
  });

  it('only a contract that was changed, or is to be, is weighed by its ceilings, in kronor alone (law 5)', () => {
    const weighed = ({ state }: Story) =>
      (['modify', 'extend'] as const).map((kind) => ceilingsToWeigh(state as KnownCase, kind));
    const raisedTo = (value: number) => ({ [SORMLAND]: 2_000_000, [VASTMANLAND]: value });
    expect(weighed(until('standstill'))).toEqual([null, null]);
    expect(weighed(signed)).toEqual([null, null]);
    expect(weighed(proposed())).toEqual([raisedTo(2_600_000), null]);
    expect(weighed(changed())).toEqual([raisedTo(2_600_000), raisedTo(2_600_000)]);
    expect(weighed(told(rules, counted, proposes()))).toEqual([{ [VASTMANLAND]: 2_600_000 }, null]);
  });

  it('what a region was in for before its first raise is what the beginning was about', () => {
    const parts = [
      { region: SORMLAND, ceiling: 1_500_000 },
      { region: VASTMANLAND, ceiling: 2_000_000 },
    ];
    const uneven: Story = { ...signed, state: { ...of(signed.state), participants: parts } };
    const steps = [
      only({ region: VASTMANLAND, until: date('2032-06-30') }),
      proposes({ region: SORMLAND, value: 1_600_000 }),
      proposes({ value: 2_600_000 }),
      proposes({ value: 3_000_000 }),
    ].flatMap((step, i) => [step, decides({ modification: i + 1 }), makes]);
    const story = told(rules, uneven, declaresAnew(sDecider), ...steps);
    const { participants } = of(story.state);
    expect(ceilings(story)).toEqual({ [SORMLAND]: 1_600_000, [VASTMANLAND]: 3_000_000 });
    expect(beforeChanges(of(story.state), participants)).toStrictEqual(parts);
    // Nothing was changed: what the regions are in for is what they were in for.
    expect(beforeChanges(of(signed.state), participants)).toStrictEqual(participants);
    expect(beforeChanges(until('standstill').state as KnownCase, participants)).toStrictEqual(participants);
  });

  it('everybody who was asked is told that it is made', () => {
    const outcome = attempt(decided(), makes, rules);
    const audience = outcome.ok ? outcome.value.notices.flatMap(({ audience }) => audience) : [];
    expect(audience).toEqual(
      expect.arrayContaining([
        { to: 'unit', unit: units.vKirurgi },
        { to: 'person', person: officer.id },
      ]),
    );
  });
});
