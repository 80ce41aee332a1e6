import { describe, expect, it } from 'vitest';
import { replay } from '#domain/coordination/evolve.ts';
import { nextStages } from '#domain/coordination/life-cycle.ts';
import type { Advance } from '#domain/coordination/stages.ts';
import { allIndicators } from '#domain/indicators/all.ts';
import type { ProcurementFacts } from '#domain/indicators/facts.ts';
import { readFacts, writeFacts } from '#domain/indicators/facts-text.ts';
import type { Scope } from '#domain/indicators/indicator.ts';
import { factsOf } from '#domain/indicators/of-case.ts';
import {
  asked,
  bothApprove,
  brings,
  DEADLINE,
  decides,
  imported,
  lift,
  noNeed,
  objects,
  refusal,
  type Story,
  tell,
  yes,
} from '#support/given.ts';
import { advances, until } from '#support/stages.ts';
import {
  asks,
  at,
  date,
  officer,
  SORMLAND,
  sAkut,
  sDecider,
  sKirurgi,
  VASTMANLAND,
  vAnestesi,
  vDecider,
  vKirurgi,
} from '#support/world.ts';
import { alone, day, facts, S, signed, together, V, YEAR } from './facts.ts';

const of = (id: string, all: readonly ProcurementFacts[], scope: Scope = YEAR) => {
  const found = allIndicators(all, scope, { rate: null, targets: [] }).find((one) => one.id === id);
  if (!found) throw new Error(`No indicator ${id}`);
  return found;
};
const ofRegion = (region: typeof S): Scope => ({ ...YEAR, region });
const declined = (on: string, ...regions: (typeof S)[]) => ({
  reasoned: true,
  deviations: [{ regions, on: day(on), reasoned: true }],
});
const bought = (region: typeof S, on: string, value: number) => ({ region, signed: day(on), value });

/** Västmanland declines, and with fewer than two left the item is not coordinated. */
const deviated = tell(
  asked,
  yes(sKirurgi, 1_000_000),
  noNeed(sAkut),
  noNeed(vAnestesi),
  objects(vKirurgi),
  lift('deviate'),
  ...bothApprove(),
  decides(sDecider, SORMLAND, 'coordinate'),
  decides(vDecider, VASTMANLAND, 'deviate'),
);
const alone2027: Advance = {
  to: 'contracted-alone',
  region: VASTMANLAND,
  date: date('2027-03-01'),
  until: date('2031-02-28'),
  value: 2_000_000,
};
const LATER = { when: at('2027-03-02 09:00') };

describe('what a region bought by itself is told to the plan', () => {
  it('after a deviation the item has a way on: the own contract, of whichever region bought', () => {
    expect(deviated.state.status).toBe('deviation-decided');
    expect(nextStages(deviated.state as never)).toEqual(['contracted-alone']);
    const told = tell(deviated, advances(alone2027, LATER));
    expect(told.state).toMatchObject({
      status: 'deviation-decided',
      alone: { [VASTMANLAND]: { value: 2_000_000 } },
    });
    expect(brings(told, advances(alone2027, LATER))).toEqual([]);
    const other = { ...alone2027, region: SORMLAND } as Advance;
    expect(nextStages(tell(told, advances(other, LATER)).state as never)).toEqual([]);
    expect(replay(told.events)).toEqual(told.state);
  });

  it('where it was not possible, of the region in whose plan it stands', () => {
    const no = tell(imported, {
      by: officer,
      command: { do: 'assess', possible: false, texts: { text: 'Bara ett behov' } },
    });
    expect(nextStages(no.state as never)).toEqual(['contracted-alone']);
    expect(refusal(no, advances({ ...alone2027, region: SORMLAND } as Advance, LATER))).toBe('buys-together');
    expect(refusal(no, advances(alone2027, LATER))).toBe('allowed');
  });

  it('never of what is bought together, before it has happened, without a value, or by somebody else', () => {
    expect(refusal(until('contract'), advances(alone2027, { when: at('2027-04-01 09:00') }))).toBe(
      'buys-together',
    );
    expect(refusal(deviated, advances(alone2027))).toBe('stage-date-in-the-future');
    expect(refusal(deviated, advances({ ...alone2027, value: 0 } as Advance, LATER))).toBe(
      'number-unreadable',
    );
    expect(refusal(deviated, advances({ ...alone2027, until: date('2027-03-01') } as Advance, LATER))).toBe(
      'contract-ends-too-early',
    );
    expect(refusal(deviated, advances(alone2027, { ...LATER, by: sKirurgi }))).toBe('not-allowed');
  });

  it('stands in the facts that indexes keep', () => {
    const { state } = tell(deviated, advances(alone2027, LATER));
    const found = factsOf(state);
    expect(found?.alone).toEqual([
      { region: VASTMANLAND, signed: '2027-03-01', to: '2031-02-28', value: 2_000_000 },
    ]);
    expect(readFacts(writeFacts(state))).toEqual(found);
  });
});

describe('indicator 1: own procurements are in N', () => {
  const all = [
    facts('A', { possible: true, ...signed('2025-02-01', together(6, 4)) }),
    facts('B', {
      possible: true,
      ...declined('2025-01-05', V),
      exit: { how: 'deviation-decided', on: day('2025-01-05') },
      alone: [bought(V, '2025-05-01', 30), bought(S, '2025-06-01', 20)],
    }),
    facts('C', {
      possible: false,
      exit: { how: 'not-possible', on: day('2024-05-05') },
      alone: [bought(S, '2025-07-01', 40)],
    }),
  ];
  it('each region’s own contract is a procurement of its own: one of four, and one of three possible', () => {
    expect(of('share-coordinated', all)).toMatchObject({ numerator: 1, denominator: 4, value: 0.25 });
    expect(of('share-coordinated', all).behind.of).toEqual(['A', 'B', 'C']);
    expect(of('share-coordinated-of-possible', all)).toMatchObject({ numerator: 1, denominator: 3 });
    expect(of('share-coordinated-by-value', all)).toMatchObject({ numerator: 10, denominator: 100 });
  });
  it('is the region’s that bought, and is among the own savings and the coverage, not calculated yet', () => {
    expect(of('share-coordinated', all, ofRegion(V))).toMatchObject({ numerator: 1, denominator: 2 });
    expect(of('share-coordinated', all, ofRegion(S))).toMatchObject({ numerator: 1, denominator: 3 });
    expect(of('coverage', all)).toMatchObject({ numerator: 0, denominator: 4 });
    expect(of('enabled-saving-own-new', all)).toMatchObject({ denominator: 3 });
  });
  it('has no review of its own to be late with', () => {
    expect(of('reviewed-in-time', all)).toMatchObject({ denominator: 1 });
  });
  it('is counted where the others went on together without the region', () => {
    const three = [
      facts('A', {
        possible: true,
        ...declined('2025-01-05', V),
        ...signed('2025-02-01', [
          { region: S, ceiling: 1 },
          { region: 'orebro' as typeof S, ceiling: 1 },
        ]),
        alone: [bought(V, '2025-05-01', 30)],
      }),
    ];
    expect(of('share-coordinated', three)).toMatchObject({ numerator: 1, denominator: 2 });
  });
});

describe('that one region alone was asked assesses nothing', () => {
  const ownRound = tell(imported, {
    by: officer,
    command: {
      do: 'open-round',
      owner: officer.id,
      deadline: DEADLINE,
      units: asks.filter(({ region }) => region === VASTMANLAND),
    },
  });
  it('so that an own contract is "not assessed" in the share of the possible', () => {
    expect(factsOf(ownRound.state)?.possible).toBeNull();
    expect(factsOf(asked.state)?.possible).toBe(true);
    const all = [facts('A', { possible: null, ...signed('2025-02-01', alone(1)) })];
    expect(of('share-coordinated', all)).toMatchObject({ numerator: 0, denominator: 1 });
    expect(of('share-coordinated-of-possible', all)).toMatchObject({ value: null, denominator: 0 });
  });
  it('but an officer who has assessed it has', () => {
    const assessed: Story = tell(
      imported,
      { by: officer, command: { do: 'assess', possible: true, texts: {} } },
      {
        by: officer,
        command: { do: 'open-round', owner: officer.id, deadline: DEADLINE, units: asks.slice(0, 1) },
        at: at('2026-11-24 09:00'),
      },
    );
    expect(factsOf(assessed.state)?.possible).toBe(true);
  });
});

describe('indicator 2: a deviation is the region’s that declined (domain section 3)', () => {
  const possible = (id: string, more: Partial<ProcurementFacts>) => facts(id, { possible: true, ...more });
  it('also where the other then buys alone: found at the one, apart at the other, found together', () => {
    const all = [
      possible('A', {
        ...declined('2025-03-01', S),
        ...signed('2025-09-01', [{ region: V, ceiling: 5 }]),
      }),
    ];
    expect(of('control-point', all, ofRegion(S))).toMatchObject({ numerator: 1, denominator: 1 });
    expect(of('control-point-reasoned', all, ofRegion(S))).toMatchObject({ value: 1 });
    expect(of('control-point', all, ofRegion(V))).toMatchObject({ value: null, denominator: 0 });
    expect(of('control-point', all, ofRegion(V)).excluded).toEqual([
      { reason: 'other-region', items: ['A'] },
    ]);
    expect(of('control-point', all)).toMatchObject({ numerator: 1, denominator: 1 });
  });
  it('a region that declined while the others went on together is found, and they are not', () => {
    const orebro = 'orebro' as typeof S;
    const all = [
      possible('A', {
        ...declined('2025-03-01', S),
        ...signed('2025-09-01', [
          { region: V, ceiling: 5 },
          { region: orebro, ceiling: 5 },
        ]),
      }),
    ];
    expect(of('control-point', all, ofRegion(S))).toMatchObject({ numerator: 1, denominator: 1 });
    expect(of('control-point', all, ofRegion(V))).toMatchObject({ numerator: 0, denominator: 1 });
  });
  it('one that left and bought alone in the same period is one item, and is found anew in a later one', () => {
    const left = possible('A', {
      ...declined('2025-03-01', V),
      exit: { how: 'deviation-decided', on: day('2025-03-01') },
      alone: [bought(V, '2025-11-01', 5)],
    });
    expect(of('control-point', [left])).toMatchObject({ numerator: 1, denominator: 1 });
    const later = { ...left, alone: [bought(V, '2026-02-01', 5)] };
    const next: Scope = { ...YEAR, period: { from: day('2026-01-01'), to: day('2026-12-31') } };
    expect(of('control-point', [later], next)).toMatchObject({ numerator: 1, denominator: 1 });
    expect(of('share-coordinated', [later], next)).toMatchObject({ numerator: 0, denominator: 1 });
  });
  it('what was once assessed as possible stays in it when it is assessed anew as not possible', () => {
    const assess = (yes: boolean) => ({
      by: officer,
      command: { do: 'assess', possible: yes, texts: { text: 'Bara ett behov' } } as const,
    });
    const found = factsOf(tell(imported, assess(true), assess(false)).state);
    if (!found) throw new Error('no facts');
    const in2026: Scope = { ...YEAR, period: { from: day('2026-01-01'), to: day('2026-12-31') } };
    expect(of('control-point', [found], in2026)).toMatchObject({ numerator: 1, denominator: 1, value: 1 });
    // An officer's text is no decision.
    expect(of('control-point-reasoned', [found], in2026)).toMatchObject({ numerator: 0, value: 0 });
  });
});

describe('indicator 9: an appeal is one however it ended', () => {
  const appeal = [
    advances(
      { to: 'appealed', date: date('2027-03-04'), court: 'Förvaltningsrätten' },
      { when: at('2027-03-04 10:00') },
    ),
  ];
  const settles = (outcome: 'evaluate-again' | 'start-over') =>
    advances({ to: 'appeal-settled', date: date('2027-03-05'), outcome }, { when: at('2027-03-05 10:00') });
  const in2027: Scope = { ...YEAR, period: { from: day('2027-01-01'), to: day('2027-12-31') } };
  const appealed = (story: Story) => {
    const found = factsOf(story.state);
    return of('appealed', found ? [found] : [], in2027);
  };
  it('also when the court ordered a new evaluation, and a contract followed', () => {
    const anew = tell(until('standstill'), ...appeal, settles('evaluate-again'));
    const again = (stage: Advance, on: string) => advances(stage, { when: at(`${on} 10:00`) });
    const done = tell(
      anew,
      again({ to: 'awarded', date: date('2027-04-01'), reference: 'RV 9' }, '2027-04-01'),
      again({ to: 'standstill', date: date('2027-04-02'), sent: 'electronically' }, '2027-04-02'),
      again(
        { to: 'contract', date: date('2027-04-20'), until: date('2029-03-31'), reference: 'RV 10' },
        '2027-04-20',
      ),
    );
    expect(appealed(done)).toMatchObject({ numerator: 1, denominator: 1, value: 1, version: '2' });
  });
  it('and when the procurement was begun anew', () => {
    const over = tell(until('standstill'), ...appeal, settles('start-over'));
    expect(over.state.status).toBe('cancelled');
    expect(appealed(over)).toMatchObject({ numerator: 1, denominator: 1 });
  });
});
