import { describe, expect, it } from 'vitest';
import { replay } from '#domain/coordination/evolve.ts';
import type { Advance } from '#domain/coordination/stages.ts';
import type { FigureInput, SavingInput } from '#domain/indicators/figures.ts';
import { factsOf } from '#domain/indicators/of-case.ts';
import { mayLeave } from '#domain/record/secrecy.ts';
import { exactly } from '#domain/savings/range.ts';
import type { Actor } from '#domain/shared/actor.ts';
import { itemId } from '#domain/shared/ids.ts';
import {
  asked,
  attempt,
  brings,
  locks,
  noNeed,
  nothing,
  refusal,
  type Story,
  tell,
  yes,
} from '#support/given.ts';
import {
  at,
  deputy as controller,
  date,
  officer,
  operator,
  sBoss as otherController,
  SORMLAND,
  sAkut,
  sDecider,
  sKirurgi,
  VASTMANLAND,
  vAnestesi,
  vKirurgi,
} from '#support/world.ts';

const stage = (on: string, to: Advance, texts = {}) => ({
  by: officer,
  command: { do: 'advance', stage: to, texts } as const,
  at: at(`${on} 10:00`),
});
const committed = tell(
  asked,
  yes(sKirurgi, 1_000_000),
  noNeed(sAkut),
  yes(vKirurgi, 2_000_000),
  noNeed(vAnestesi),
);
const advertised = tell(
  committed,
  ...locks,
  stage('2026-12-01', {
    to: 'advertised',
    date: date('2026-12-01'),
    reference: 'TED 1',
    procedure: 'Förenklat förfarande',
    evaluators: [officer.id],
  }),
);
const evaluated = tell(
  advertised,
  stage('2027-01-11', { to: 'evaluation', date: date('2027-01-11') }),
  { by: officer, command: { do: 'declare-conflict', conflict: false } },
  { by: officer, command: { do: 'note-tenders', received: 5, approved: 4 } },
);
const awarded = tell(
  evaluated,
  stage('2027-02-01', { to: 'awarded', date: date('2027-02-01'), reference: 'RS 2027-1' }),
);
const contracted = tell(
  awarded,
  stage('2027-02-02', { to: 'standstill', date: date('2027-02-02'), sent: 'electronically' }),
  stage('2027-02-16', {
    to: 'contract',
    date: date('2027-02-16'),
    until: date('2031-02-15'),
    reference: 'AVT 1',
  }),
);
const reviewed = tell(
  contracted,
  stage('2028-03-01', { to: 'followed-up' }, { text: 'Fungerar' }),
  stage('2028-03-02', { to: 'reviewed' }, { worked: 'Tidigt', failed: 'Inget', next: 'Lika' }),
);

const note = (by: Actor, figure: FigureInput) => ({
  by,
  command: { do: 'note-figure', figure, texts: {} } as const,
});
const basket: SavingInput = {
  method: 'basket',
  lines: [{ quantity: exactly(10), oldPrice: 1000, newPrice: 900 }],
  index: exactly(1),
  unmatchedValue: 0,
  years: 4,
};
const market: SavingInput = {
  method: 'market-price',
  bids: [90, 100, 110, 120],
  winner: 90,
  quantity: exactly(10),
  years: 4,
};
const negotiation: SavingInput = {
  method: 'negotiation',
  lines: [{ quantity: exactly(2), firstPrice: 60, finalPrice: 50 }],
  years: 1,
};
const states = (input: SavingInput, by: Actor = controller, texts = { assumptions: 'Volym som 2025' }) => ({
  by,
  command: { do: 'state-saving', input, texts } as const,
});
const figuresOf = (story: Story) => (story.state.status === 'new' ? undefined : story.state.figures);

describe('bids are secret until the award (OSL 19:3)', () => {
  it.each([
    ['while asked', committed],
    ['once advertised', advertised],
    ['during the evaluation', evaluated],
  ])('no saving can be stated %s, by whichever method', (_, story) => {
    for (const input of [basket, market, negotiation])
      expect(refusal(story, states(input))).toBe('bids-secret');
  });
  it('nor may anybody say that there were too few bids', () => {
    const few = note(officer, { kind: 'ruled-out', method: 'market-price', obstacle: 'fewer-than-3-bids' });
    expect(refusal(evaluated, few)).toBe('bids-secret');
    expect(refusal(awarded, few)).toBe('allowed');
  });
  it('the number of approved bids is no figure before the award, and is one after it', () => {
    expect(factsOf(evaluated.state)?.market).toEqual({});
    expect(factsOf(awarded.state)?.market).toEqual({ approvedBids: 4 });
  });
  it('the prices behind a saving leave in no export', () => {
    const stated = tell(awarded, states(market));
    expect(stated.events.filter((event) => !mayLeave(event)).map(({ type }) => type)).toEqual([
      'tenders-noted',
      'saving-stated',
    ]);
  });
  it('that there were too few bids leaves in none either: it tells how many', () => {
    const ruledOut = (obstacle: 'fewer-than-3-bids' | 'not-comparable') =>
      tell(awarded, note(officer, { kind: 'ruled-out', method: 'market-price', obstacle })).events.at(-1);
    const [few, other] = [ruledOut('fewer-than-3-bids'), ruledOut('not-comparable')];
    expect([few && mayLeave(few), other && mayLeave(other)]).toEqual([false, true]);
  });
});

describe('an enabled saving is found by exactly one method', () => {
  it('is computed from its baseline, and says by whom, when and on what it rests', () => {
    const story = tell(awarded, states(basket));
    expect(figuresOf(story)?.saving).toMatchObject({
      method: 'basket',
      version: 'basket-1',
      annual: exactly(1000),
      term: exactly(4000),
      by: controller.id,
      on: '2027-02-01',
    });
    expect(story.events.at(-1)).toMatchObject({ input: basket, texts: { assumptions: 'Volym som 2025' } });
  });
  it('takes the place of the one before: two methods are never summed', () => {
    const story = tell(awarded, states(basket), states(market));
    expect(figuresOf(story)?.saving).toMatchObject({ method: 'market-price', annual: { base: 150 } });
    expect(factsOf(story.state)?.saving).toMatchObject({ method: 'market-price' });
  });
  it('needs assumptions in words', () => {
    expect(refusal(awarded, states(basket, controller, { assumptions: ' ' }))).toBe('text-missing');
  });
  it('is refused with what does not add up', () => {
    const outcome = attempt(awarded, states({ ...market, bids: [90, 100] }));
    expect(outcome).toMatchObject({
      error: { code: 'saving-impossible', params: { fault: 'fewer-than-3-bids' } },
    });
  });
  it('is the officer’s or the controller’s to state, and nobody else’s', () => {
    expect(refusal(awarded, states(basket, officer))).toBe('allowed');
    expect(refusal(awarded, states(basket, sDecider))).toBe('not-allowed');
    expect(refusal(awarded, states(basket, operator))).toBe('people-only');
    expect(refusal(nothing, states(basket))).toBe('unknown-item');
  });
  it('by negotiation only where the procedure permits it', () => {
    expect(refusal(awarded, states(negotiation))).toBe('allowed');
    const open = tell(
      committed,
      ...locks,
      stage('2026-12-01', {
        to: 'advertised',
        date: date('2026-12-01'),
        reference: 'TED 1',
        procedure: 'Öppet förfarande',
        evaluators: [officer.id],
      }),
      stage('2027-01-11', { to: 'evaluation', date: date('2027-01-11') }),
      stage('2027-02-01', { to: 'awarded', date: date('2027-02-01'), reference: 'RS 2027-1' }),
    );
    expect(attempt(open, states(negotiation))).toMatchObject({
      error: { code: 'saving-impossible', params: { fault: 'negotiation-not-permitted' } },
    });
  });
  it('is gone when its method is ruled out after all, and an obstacle is gone when the method gives a figure', () => {
    const out = note(controller, { kind: 'ruled-out', method: 'basket', obstacle: 'not-comparable' });
    const ruledOut = tell(awarded, states(basket), out);
    expect(figuresOf(ruledOut)).toMatchObject({ obstacles: { basket: 'not-comparable' } });
    expect(figuresOf(ruledOut)?.saving).toBeUndefined();
    expect(figuresOf(tell(ruledOut, states(basket)))?.obstacles).toEqual({});
    expect(brings(ruledOut, out)).toEqual([]);
  });
});

describe('finance signs a saving', () => {
  const signs = (by: Actor) => note(by, { kind: 'validated' });
  const stated = tell(awarded, states(basket));
  it('by another controller than whoever computed it', () => {
    expect(refusal(stated, signs(controller))).toBe('own-figure');
    expect(refusal(stated, signs(officer))).toBe('not-allowed');
    expect(factsOf(tell(stated, signs(otherController)).state)?.validated).toBe(true);
  });
  it('once there is one', () => {
    expect(refusal(awarded, signs(otherController))).toBe('nothing-to-validate');
  });
  it('and anew when it is stated anew', () => {
    const again = tell(stated, signs(otherController), states(market));
    expect(factsOf(again.state)?.validated).toBe(false);
    expect(brings(tell(stated, signs(otherController)), signs(otherController))).toEqual([]);
  });
});

describe('what a contract came to', () => {
  const invoiced = (from: string, to: string, baseline = 1000): FigureInput => ({
    kind: 'realised',
    from: date(from),
    to: date(to),
    lines: [{ quantity: 2, baseline, invoiced: 900 }],
  });
  it('is computed from invoices of a stretch that has ended', () => {
    const story = tell(reviewed, note(controller, invoiced('2027-03-01', '2027-12-31')));
    expect(factsOf(story.state)?.realised).toEqual([{ from: '2027-03-01', to: '2027-12-31', value: 200 }]);
    expect(refusal(reviewed, note(controller, invoiced('2027-03-01', '2099-01-01')))).toBe(
      'stage-date-in-the-future',
    );
    expect(refusal(reviewed, note(controller, invoiced('2027-12-31', '2027-03-01')))).toBe('period-reversed');
  });
  it('may be stated anew for the same first day, and never twice for the same time', () => {
    const story = tell(reviewed, note(controller, invoiced('2027-03-01', '2027-12-31')));
    const again = tell(story, note(controller, invoiced('2027-03-01', '2027-12-31', 1100)));
    expect(factsOf(again.state)?.realised).toEqual([{ from: '2027-03-01', to: '2027-12-31', value: 400 }]);
    expect(refusal(story, note(controller, invoiced('2027-12-31', '2028-01-31')))).toBe('periods-overlap');
    expect(refusal(story, note(controller, invoiced('2028-01-01', '2028-01-31')))).toBe('allowed');
  });
  it('is nothing before there is a contract', () => {
    for (const figure of [
      invoiced('2026-01-01', '2026-02-01'),
      { kind: 'contract-value', value: 1 },
      { kind: 'nonconformities', count: 1 },
      { kind: 'fidelity', share: 1 },
    ] satisfies FigureInput[]) {
      expect(refusal(awarded, note(officer, figure))).toBe('no-contract-yet');
    }
    expect(refusal(awarded, note(sKirurgi, { kind: 'rating', rating: 3 }))).toBe('no-contract-yet');
  });
  it('refuses impossible figures', () => {
    for (const figure of [
      { kind: 'contract-value', value: 0 },
      { kind: 'contract-value', value: Number.POSITIVE_INFINITY },
      { kind: 'nonconformities', count: -1 },
      { kind: 'nonconformities', count: 1.5 },
      { kind: 'fidelity', share: 1.1 },
      { kind: 'fidelity', share: -0.1 },
    ] satisfies FigureInput[]) {
      expect(refusal(contracted, note(officer, figure))).toBe('number-unreadable');
    }
  });
  it('holds one rating for each user, who may change it', () => {
    const rate = (by: Actor, rating: number) => note(by, { kind: 'rating', rating });
    const story = tell(contracted, rate(sKirurgi, 2), rate(vKirurgi, 4), rate(sKirurgi, 3));
    expect(factsOf(story.state)?.quality.ratings).toEqual([3, 4]);
    expect(refusal(contracted, rate(sKirurgi, 6))).toBe('number-unreadable');
    expect(refusal(contracted, rate(officer, 3))).toBe('not-your-unit');
  });
});

describe('coordination cost', () => {
  const logs = (by: Actor, seconds: number, category: 'meetings' | 'external' = 'meetings', external = 0) =>
    note(by, { kind: 'cost', category, seconds, external });
  it('is unknown while nobody has logged, and what was logged once somebody has', () => {
    expect(factsOf(asked.state)?.cost).toBeUndefined();
    const story = tell(asked, logs(sKirurgi, 7200), logs(officer, 1800), logs(officer, 0, 'external', 500));
    expect(factsOf(story.state)?.cost).toEqual({ seconds: 9000, external: 500 });
  });
  it('is logged by whoever coordinates, and by nobody else', () => {
    expect(refusal(asked, logs(sDecider, 60))).toBe('allowed');
    expect(refusal(asked, logs(vKirurgi, 60))).toBe('allowed');
    expect(refusal(asked, logs({ ...officer, id: sDecider.id, roles: ['auditor'] }, 60))).toBe('not-allowed');
    expect(refusal(asked, logs(operator, 60))).toBe('people-only');
  });
  it.each([
    [0, 'meetings', 0],
    [-60, 'meetings', 0],
    [201 * 3600, 'meetings', 0],
    [60, 'meetings', 5],
    [60, 'external', 5],
    [0, 'external', 0],
    [0, 'external', -5],
    [1.5, 'meetings', 0],
  ] as const)('refuses %s seconds of %s with %s SEK', (seconds, category, external) => {
    expect(refusal(asked, logs(officer, seconds, category, external))).toBe('number-unreadable');
  });
  it('is taken back by its giver or the officer, by a number that is never used again', () => {
    const story = tell(asked, logs(sKirurgi, 60), logs(sKirurgi, 120));
    const takesBack = (by: Actor, number: number) => note(by, { kind: 'cost-withdrawn', number });
    expect(refusal(story, takesBack(vKirurgi, 1))).toBe('not-allowed');
    expect(refusal(story, takesBack(officer, 1))).toBe('allowed');
    expect(refusal(story, takesBack(officer, 3))).toBe('no-such-cost');
    const less = tell(story, takesBack(sKirurgi, 2), logs(sKirurgi, 30));
    expect(figuresOf(less)?.costs.map(({ number, seconds }) => [number, seconds])).toEqual([
      [1, 60],
      [3, 30],
    ]);
  });
});

describe('attribution and lessons', () => {
  it('splits the whole effect or nothing', () => {
    const shares = (coordination: number) =>
      note(controller, { kind: 'attributed', shares: { coordination, market: 0.5 } });
    expect(factsOf(tell(asked, shares(0.5)).state)?.attribution?.coordination).toBe(0.5);
    expect(refusal(asked, shares(0.4))).toBe('saving-impossible');
    expect(refusal(asked, note(sKirurgi, { kind: 'attributed', shares: { coordination: 1 } }))).toBe(
      'not-allowed',
    );
  });
  it('counts each later item that used the lessons once, and never the item itself', () => {
    const used = (id: string) => note(officer, { kind: 'lesson-used', item: itemId(id) });
    const story = tell(reviewed, used('MT1'), used('MT2'), used('MT1'));
    expect(factsOf(story.state)?.learning).toEqual({ reviewed: '2028-03-02', reused: 2 });
    const itself = reviewed.state.status === 'new' ? '' : reviewed.state.item.id;
    expect(brings(reviewed, used(itself))).toEqual([]);
    expect(refusal(contracted, used('MT1'))).toBe('no-lesson-yet');
  });
});

describe('what indicators read of a case', () => {
  it('is nothing of a case that is not known', () => {
    expect(factsOf(nothing.state)).toBeNull();
  });
  it('is who committed and how fast, before there is a contract', () => {
    expect(factsOf(committed.state)).toMatchObject({
      possible: true,
      committed: [SORMLAND, VASTMANLAND],
      asked: '2026-11-23',
      origin: 'advertised',
      arena: 'own',
    });
    expect(factsOf(asked.state)?.responses.every(({ due, days }) => !due && days === null)).toBe(true);
    expect(factsOf(committed.state)?.responses.every(({ due, days }) => due && days === 0)).toBe(true);
  });
  it('is the signed contract with its parties and ceilings, once there is one', () => {
    const story = tell(contracted, note(officer, { kind: 'contract-value', value: 3_000_000 }));
    expect(factsOf(story.state)).toMatchObject({
      contract: { signed: '2027-02-16', to: '2031-02-15', value: 3_000_000 },
      market: { approvedBids: 4, appealed: false },
    });
    expect(
      factsOf(story.state)
        ?.contract?.parties.map(({ ceiling }) => ceiling)
        .toSorted(),
    ).toEqual([1_000_000, 2_000_000]);
  });
  it('is another arena, or an end, when it left', () => {
    const left = (to: 'external-coordination' | 'cancelled') =>
      factsOf(
        tell(committed, stage('2026-12-02', { to }, { reason: 'Adda', arena: 'Adda', text: 'Adda' })).state,
      );
    expect(left('external-coordination')).toMatchObject({
      arena: 'external',
      exit: { how: 'external-coordination', on: '2026-12-02' },
    });
    expect(left('cancelled')).toMatchObject({ arena: 'own', exit: { how: 'cancelled', on: '2026-12-02' } });
  });
  it('comes out the same when the record is replayed', () => {
    const story = tell(contracted, states(basket), note(officer, { kind: 'contract-value', value: 5 }));
    expect(factsOf(replay(story.events))).toEqual(factsOf(story.state));
  });
});
