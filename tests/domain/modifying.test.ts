import { describe, expect, it } from 'vitest';
import { roomOf } from '#domain/coordination/call-offs.ts';
import { nextStages } from '#domain/coordination/life-cycle.ts';
import { proposalProblem } from '#domain/coordination/modifying.ts';
import { MODIFY_GROUNDS } from '#domain/coordination/stages.ts';
import type { KnownCase } from '#domain/coordination/state.ts';
import { regionId } from '#domain/shared/ids.ts';
import { attempt, refusal, type Step, type Story, tell, told } from '#support/given.ts';
import {
  calls,
  ceilings,
  changed,
  counted,
  decided,
  decides,
  drops,
  makes,
  of,
  only,
  proposed,
  proposes,
  rules,
  signed,
} from '#support/modifying.ts';
import { advances, declaresAnew, kindRow, until } from '#support/stages.ts';
import {
  at,
  clock,
  date,
  officer,
  operator,
  SORMLAND,
  sDecider,
  sKirurgi,
  VASTMANLAND,
} from '#support/world.ts';

/** A change as it stands with the case once it is made. */
const made = (change: object, text: string) => ({
  ...change,
  number: 1,
  at: at('2027-06-01 10:00'),
  by: officer.id,
  texts: { text },
  madeOn: '2027-06-01',
});

describe('law 5: a ceiling grows by a decided change of the contract, and by nothing else (LOU ch. 17)', () => {
  it('proposed, decided and made, it is the region’s new ceiling, and call-offs follow it', () => {
    expect(ceilings(decided())).toEqual({ [SORMLAND]: 2_000_000, [VASTMANLAND]: 2_000_000 });
    expect(refusal(decided(), calls(2_000_001), rules)).toBe('ceiling-reached');
    expect(ceilings(changed())).toEqual({ [SORMLAND]: 2_000_000, [VASTMANLAND]: 2_600_000 });
    expect(roomOf(of(changed().state), VASTMANLAND)?.value?.left).toBe(2_600_000);
    expect(refusal(changed(), calls(2_600_000), rules)).toBe('allowed');
    expect(refusal(changed(), calls(2_600_001), rules)).toBe('ceiling-reached');
    expect(of(changed().state).contract).toStrictEqual(of(signed.state).contract);
    expect(of(signed.state).contract).toMatchObject({ until: '2029-03-31', optionsUntil: '2031-03-31' });
  });

  it('no change is made without a decision, nor where no row speaks of it, nor where nothing is proposed', () => {
    expect(refusal(proposed(), makes, rules)).toBe('decision-missing');
    expect(refusal(tell(signed, proposes()), makes)).toBe('no-delegation-rows');
    expect(refusal(signed, makes, rules)).toBe('modification-not-proposed');
    const nobody = { ...rules, mandates: [{ ...kindRow('high', 'modify'), from: 900_000_000 }] };
    expect(refusal(proposed(), makes, nobody)).toBe('nobody-may-decide');
  });

  it('a decision is about one change, and names it: made, it is used up', () => {
    const decision = of(decided().state).stageDecisions?.at(-1);
    const change = { ground: 'additional-needs', region: VASTMANLAND, value: 2_600_000 };
    expect(decision?.change).toStrictEqual(change);
    expect(changed().events.at(-1)).toMatchObject({ stage: { to: 'modified' }, uses: ['modify'] });
    expect(of(changed().state).stageDecisions?.at(-1)?.usedOn).toBe('2027-06-01');
    expect(of(changed().state).modification).toBeUndefined();
    expect(of(changed().state).modifications).toStrictEqual([
      { ...made(change, 'Vårdköer'), was: 2_000_000 },
    ]);
    const again = told(rules, changed(), proposes({ value: 3_000_000 }));
    expect(of(again.state).modification?.number).toBe(2);
    expect(refusal(again, makes, rules)).toBe('decision-missing');
    expect(refusal(again, decides({ modification: 1 }), rules)).toBe('old-card');
    const twice = told(rules, again, decides({ modification: 2 }), makes);
    expect(ceilings(twice)[VASTMANLAND]).toBe(3_000_000);
    expect(of(twice.state).modifications?.map(({ value }) => value)).toEqual([2_600_000, 3_000_000]);
  });

  it('another change in its place, or none, takes the decision with it', () => {
    const other = told(rules, decided(), proposes({ value: 2_900_000 }));
    expect(refusal(other, makes, rules)).toBe('decision-missing');
    const dropped = told(rules, decided(), drops());
    expect(of(dropped.state).modification).toBeUndefined();
    expect(ceilings(dropped)[VASTMANLAND]).toBe(2_000_000);
    const anew = told(rules, dropped, proposes());
    expect(of(anew.state).modification?.number).toBe(2);
    expect(refusal(anew, makes, rules)).toBe('decision-missing');
  });

  it('the same proposal pressed twice is one', () => {
    const same = attempt(decided(), proposes(), rules);
    expect(same.ok && same.value.events).toEqual([]);
    for (const step of [
      proposes({ value: 2_600_001 }),
      proposes({ ground: 'unforeseen' }),
      proposes({ region: SORMLAND }),
      proposes({ until: date('2032-01-01') }),
      proposes({}, 'Annat skäl'),
    ]) {
      const other = attempt(decided(), step, rules);
      expect(other.ok && other.value.events.length).toBe(1);
    }
  });

  it('no region is added by it, and none changes but the one', () => {
    expect(refusal(signed, proposes({ region: regionId('orebro') }), rules)).toBe('late-region-outside');
    expect(of(changed().state).participants.map(({ region }) => region)).toEqual(
      of(signed.state).participants.map(({ region }) => region),
    );
  });
});

describe('options that are used up are none after a change either', () => {
  it('extended to the last day that they reach, and then with a higher ceiling', () => {
    const extended = told(rules, signed, advances({ to: 'extended', until: date('2031-03-31') }));
    const higher = told(rules, extended, proposes(), declaresAnew(sDecider), decides(), makes);
    const { optionsUntil: _, ...contract } = of(signed.state).contract;
    expect(of(higher.state).contract).toStrictEqual({ ...contract, until: '2031-03-31' });
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
    ['dropped with a reason', proposed(), drops(' '), 'text-missing'],
    ['dropped where there is one', signed, drops(), 'modification-not-proposed'],
    ['dropped by an officer', proposed(), { ...drops(), by: sKirurgi }, 'not-allowed'],
    ['made by an officer', decided(), { ...makes, by: sDecider }, 'not-allowed'],
  ])('%s', (_, story, step, code) => {
    expect(refusal(story, step, rules)).toBe(code);
  });

  it.each<[string, Story, Step, string, object]>([
    [
      'the region that is none',
      signed,
      proposes({ region: regionId('orebro') }),
      'late-region-outside',
      { region: 'orebro' },
    ],
    [
      'whose ceiling is no higher',
      signed,
      proposes({ value: 2_000_000 }),
      'ceiling-not-raised',
      { region: VASTMANLAND },
    ],
    [
      'in number too',
      counted,
      only({ region: SORMLAND, volume: 40 }),
      'ceiling-not-raised',
      { region: SORMLAND },
    ],
    [
      'how far the options reach',
      signed,
      only({ until: date('2029-04-01') }),
      'option-covers',
      { until: '2031-03-31' },
    ],
    [
      'when it ended',
      { ...signed, now: at('2029-04-01 03:00') },
      proposes(),
      'contract-over',
      { until: '2029-03-31' },
    ],
  ])('a refusal names %s', (_, story, step, code, params) => {
    expect(attempt(story, step, rules)).toEqual({ ok: false, error: { code, params } });
  });

  it('there is nothing to change before there is a contract', () => {
    const facts = { to: 'modification-proposed', ground: 'unforeseen', until: date('2032-01-01') } as const;
    const context = { now: signed.now, actor: officer, governance: rules };
    expect(proposalProblem(until('standstill').state as KnownCase, facts, context)).toEqual({
      code: 'no-contract-yet',
    });
  });

  it('is offered while the contract runs its course; made or dropped only what is proposed', () => {
    const offered = (story: Story) =>
      nextStages(story.state as KnownCase).filter((to) => to.startsWith('modif'));
    expect(offered(signed)).toEqual(['modification-proposed']);
    expect(offered(proposed())).toEqual(['modification-proposed', 'modification-dropped', 'modified']);
    expect(offered(until('standstill'))).toEqual([]);
  });

  it('a ceiling in number grows in number alone', () => {
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
    const change = { ground: 'unforeseen', region: SORMLAND, volume: 41 };
    expect(of(more.state).participants).toStrictEqual([
      { region: SORMLAND, ceiling: 0, ceilingVolume: 41 },
      { region: VASTMANLAND, ceiling: 2_000_000 },
    ]);
    expect(of(more.state).stageDecisions?.at(-1)?.change).toStrictEqual(change);
    expect(of(more.state).modifications).toStrictEqual([made(change, 'Leveransen dröjer')]);
  });

  it('a ceiling in number of another size is another proposal', () => {
    const once = told(rules, counted, only({ region: SORMLAND, volume: 41 }));
    const events = (volume: number) => {
      const outcome = attempt(once, only({ region: SORMLAND, volume }), rules);
      return outcome.ok && outcome.value.events.length;
    };
    expect([events(41), events(42)]).toEqual([0, 1]);
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
    const { optionsUntil: _, ...contract } = of(signed.state).contract;
    const change = { ground: 'unforeseen', until: '2032-06-30' };
    expect(of(longer.state).contract).toStrictEqual({ ...contract, until: '2032-06-30' });
    expect(of(longer.state).stageDecisions?.at(-1)?.change).toStrictEqual(change);
    expect(of(longer.state).modifications).toStrictEqual([made(change, 'Leveransen dröjer')]);
    expect(ceilings(longer)).toEqual(ceilings(signed));
    expect(refusal(longer, advances({ to: 'extended', until: date('2033-01-01') }))).toBe('no-such-option');
  });
});
