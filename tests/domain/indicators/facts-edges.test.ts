import { describe, expect, it } from 'vitest';
import type { CaseState } from '#domain/coordination/state.ts';
import type { ProcurementFacts } from '#domain/indicators/facts.ts';
import { type Figures, NO_FIGURES } from '#domain/indicators/figures.ts';
import { factsOf } from '#domain/indicators/of-case.ts';
import { exactly } from '#domain/savings/range.ts';
import { itemId } from '#domain/shared/ids.ts';
import {
  asked,
  bothApprove,
  DEADLINE,
  decides,
  imported,
  lift,
  locks,
  noNeed,
  objected,
  objects,
  type Story,
  tell,
  ticks,
  yes,
} from '#support/given.ts';
import { advances, does, LIFE, until } from '#support/stages.ts';
import {
  asks,
  at,
  date,
  deputy,
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

const read = (state: CaseState): ProcurementFacts => {
  const found = factsOf(state);
  if (!found) throw new Error('unknown');
  return found;
};
const of = ({ state }: Story) => read(state);
const withFigures = ({ state }: Story, figures: Partial<Figures>) =>
  read({ ...state, figures: { ...NO_FIGURES, ...figures } } as CaseState);

describe('1 and 2: what was left stays left until somebody decides otherwise', () => {
  const deviated = tell(objected, lift('deviate'), ...bothApprove(), decides(sDecider, SORMLAND, 'deviate'), {
    ...decides(vDecider, VASTMANLAND, 'deviate'),
    at: at('2026-11-27 09:00'),
  });
  const anew: Story = tell({ ...deviated, now: at('2027-02-01 09:00') }, lift());

  it('a deviation that is taken up again has left as before, on the same day', () => {
    expect(anew.state.status).toBe('escalated');
    expect(of(anew).exit).toStrictEqual({ how: 'deviation-decided', on: '2026-11-27' });
    expect(of(anew).exit).toEqual(of(deviated).exit);
    expect(of(tell(objected, lift()))).not.toHaveProperty('exit');
  });

  it('a case that is disputed anew after it was decided to coordinate has left nothing', () => {
    const together = tell(
      objected,
      lift(),
      ...bothApprove(),
      decides(sDecider, SORMLAND, 'coordinate'),
      decides(vDecider, VASTMANLAND, 'coordinate'),
    );
    const disputed = tell(together, objects(vAnestesi));
    expect(disputed.state.status).toBe('escalated');
    expect(of(disputed)).not.toHaveProperty('exit');
  });

  it('an officer’s own words assess it, though one region alone is asked at the same moment', () => {
    const assessed = (texts: Record<string, string>) =>
      of(
        tell(
          imported,
          does(officer, { do: 'assess', possible: true, texts }),
          does(officer, {
            do: 'open-round',
            owner: officer.id,
            deadline: DEADLINE,
            units: asks.filter(({ region }) => region === VASTMANLAND),
          }),
        ),
      ).possible;
    expect(assessed({ text: 'Samma behov i båda' })).toBe(true);
    expect(assessed({})).toBeNull();
  });

  it('by the last decision, not by a later case that the units ended themselves', () => {
    const { state } = deviated;
    if (!('settlements' in state)) throw new Error('nothing settled');
    const [settled] = state.settlements;
    const solved = { ...settled, how: 'solution', at: at('2027-01-15 09:00') };
    const exit = (...settlements: unknown[]) => read({ ...state, settlements } as CaseState).exit;
    expect(exit(settled, solved)).toStrictEqual({ how: 'deviation-decided', on: '2026-11-27' });
    expect(exit(solved)).toStrictEqual({ how: 'deviation-decided', on: '2027-01-15' });
    expect(exit()).toBeUndefined();
  });

  it('a decision with its reason is enough, though another has none', () => {
    const { state } = deviated;
    if (!('settlements' in state)) throw new Error('nothing settled');
    const [settled] = state.settlements;
    const bare = { ...settled, at: at('2027-01-15 09:00'), decisions: [] };
    const found = read({ ...state, settlements: [settled, bare] } as CaseState);
    expect(found.deviations).toStrictEqual([
      { regions: [SORMLAND, VASTMANLAND], on: '2026-11-27', reasoned: true },
      { regions: [SORMLAND, VASTMANLAND], on: '2027-01-15', reasoned: false },
    ]);
    expect(found.reasoned).toBe(true);
  });

  it('what a region bought alone has its last day where one is known', () => {
    const bought = advances({
      to: 'contracted-alone',
      region: VASTMANLAND,
      date: date('2027-01-20'),
      until: date('2028-12-31'),
      value: 900_000,
    });
    const open = advances({
      to: 'contracted-alone',
      region: SORMLAND,
      date: date('2027-01-21'),
      value: 800_000,
    });
    expect(of(tell({ ...deviated, now: at('2027-02-01 09:00') }, bought, open)).alone).toStrictEqual([
      { region: VASTMANLAND, signed: '2027-01-20', value: 900_000, to: '2028-12-31' },
      { region: SORMLAND, signed: '2027-01-21', value: 800_000 },
    ]);
  });
});

describe('law 6 as a figure: a decision is at the wrong level only once the procurement has begun without it', () => {
  it('of a locked item it blocks the advertising, and is no fault yet', () => {
    const flagged = [{ region: SORMLAND, body: null }];
    const levels = (story: Story) => read({ ...story.state, flagged } as CaseState).levels;
    expect(levels(until('locked'))).toBeUndefined();
    expect(levels(until('advertised'))).toStrictEqual({ missing: [SORMLAND], regularised: [] });
  });
});

describe('9: the market, as far as it may be known (OSL 19:3)', () => {
  const cancels = (story: Story) =>
    tell(story, advances({ to: 'cancelled' }, { texts: { text: 'Behovet är borta' } }));

  it('whether it was appealed is known of what was awarded and then signed or cancelled', () => {
    expect(of(cancels(until('evaluation'))).market).toStrictEqual({});
    expect(of(cancels(until('standstill'))).market).toStrictEqual({ appealed: false });
    expect(of(until('standstill')).market).toStrictEqual({});
  });

  it('a saving and why there is none are untold again while the tenders are evaluated anew', () => {
    const saving = {
      method: 'basket' as const,
      version: 'basket-1',
      annual: exactly(10),
      term: exactly(40),
      years: 4,
      by: 'anna',
      on: date('2027-03-02'),
      at: at('2027-03-02 09:00'),
    };
    const known = { saving, obstacles: { 'market-price': 'fewer-than-3-bids' as const } };
    expect(withFigures(until('standstill'), known)).toMatchObject({
      saving: { annual: exactly(10) },
      obstacles: { 'market-price': 'fewer-than-3-bids' },
    });
    const anew = tell(
      until('standstill'),
      advances({ to: 'appealed', date: date('2027-03-04'), court: 'FR' }, { when: at('2027-03-04 10:00') }),
      advances(
        { to: 'appeal-settled', date: date('2027-03-05'), outcome: 'evaluate-again' },
        { when: at('2027-03-05 10:00') },
      ),
    );
    const secret = withFigures(anew, known);
    expect(secret).not.toHaveProperty('saving');
    expect(secret.obstacles).toStrictEqual({});
  });
});

describe('9: what users and follow-up have said', () => {
  it('application: the units that buy are asked, and anybody who may speak for one has said it for it', () => {
    const signed = tell(
      asked,
      yes(sAkut, 1_000_000),
      yes(sKirurgi, 1_000_000),
      yes(vKirurgi, 1_000_000),
      noNeed(vAnestesi),
      ...locks,
      ...LIFE.slice(0, 5),
      does(officer, { do: 'complete-documentation' }, at('2027-04-01 09:00')),
      ticks(at('2027-04-15 09:00')),
    );
    const said = (...people: readonly (typeof sAkut)[]) =>
      withFigures(signed, {
        pulses: ['start'],
        pulse: { start: Object.fromEntries(people.map(({ id }) => [id, { business: 3 }])) },
      }).quality.units;
    expect(of(signed).quality.units).toStrictEqual({ asked: 3, answered: 0 });
    expect(said(deputy)).toStrictEqual({ asked: 3, answered: 1 });
    expect(said(deputy, sKirurgi)).toStrictEqual({ asked: 3, answered: 1 });
    expect(said(sAkut, vKirurgi)).toStrictEqual({ asked: 3, answered: 2 });
    expect(said(vAnestesi)).toStrictEqual({ asked: 3, answered: 0 });
    expect(withFigures(signed, {}).quality).toStrictEqual({ ratings: [] });
  });

  it('follow-up, and a 0 as what it is', () => {
    const { quality, learning } = withFigures(until('contract'), {
      nonconformities: 0,
      fidelity: 0,
      sustainability: 0,
      lessons: { [sAkut.id]: { at: at('2028-01-01 09:00'), texts: { worked: 'Bra' } } },
      usedBy: [itemId('MT1'), itemId('MT2')],
    });
    expect(quality).toStrictEqual({ ratings: [], nonconformities: 0, fidelity: 0, sustainability: 0 });
    expect(learning).toStrictEqual({ given: 1, reused: 2 });
  });

  it('invoices of which only some had an old price say how much, those of which none had say nothing more', () => {
    const [from, to] = [date('2027-04-01'), date('2027-06-30')];
    const realised = (value: number | null, covered: number) =>
      withFigures(until('contract'), { realised: { [from]: { from, to, value, covered } } }).realised;
    expect(realised(100, 1)).toStrictEqual([{ from, to, value: 100 }]);
    expect(realised(100, 0.5)).toStrictEqual([{ from, to, value: 100, covered: 0.5 }]);
    expect(realised(null, 0)).toStrictEqual([{ from, to, value: null }]);
  });

  it('costs are the sum of what was logged, hours and externals', () => {
    const logged = { by: officer.id, at: at('2027-01-01 09:00'), category: 'meetings' as const };
    const costs = [
      { ...logged, number: 1, seconds: 3600, external: 0 },
      { ...logged, number: 2, seconds: 1800, external: 250 },
    ];
    expect(withFigures(until('contract'), { costs }).cost).toStrictEqual({ seconds: 5400, external: 250 });
    expect(withFigures(until('contract'), {})).not.toHaveProperty('cost');
  });
});
