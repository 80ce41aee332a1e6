import { describe, expect, it } from 'vitest';
import { type CaseState, initialState } from '#domain/coordination/state.ts';
import type { ProcurementFacts } from '#domain/indicators/facts.ts';
import { factsOf } from '#domain/indicators/of-case.ts';
import {
  asked,
  bothApprove,
  decides,
  imported,
  lift,
  objected,
  type Story,
  tell,
  ticks,
  told,
  yes,
} from '#support/given.ts';
import { advances, declaresAnew, does, EVALUATOR, LIFE, until } from '#support/stages.ts';
import {
  at,
  beds,
  date,
  governance,
  officer,
  SORMLAND,
  sAkut,
  sDecider,
  units,
  VASTMANLAND,
  vDecider,
} from '#support/world.ts';

const read = (state: CaseState): ProcurementFacts => {
  const found = factsOf(state);
  if (!found) throw new Error('unknown');
  return found;
};
const of = ({ state }: Story) => read(state);
type Contract = Extract<CaseState, { status: 'contract' }>;
const signed = until('contract').state as Contract;

describe('what indicators read of a case', () => {
  it('nothing of one that is not known, and only what the plan says of a draft', () => {
    expect(factsOf(initialState())).toBeNull();
    expect(of(imported)).toStrictEqual({
      item: beds.id,
      title: 'Operationsbord',
      plan: 2021,
      region: VASTMANLAND,
      cpv: '33192230',
      value: 4_000_000,
      origin: 'advertised',
      arena: 'own',
      planned: '2021-02-01',
      possible: null,
      committed: [],
      reasoned: false,
      obstacles: {},
      validated: false,
      realised: [],
      responses: [],
      ladder: [],
      market: {},
      quality: { ratings: [] },
      learning: { reused: 0 },
    });
  });

  it('a contract from its signing, or from the planned start where that is later', () => {
    const from = (start: string | undefined) =>
      read({ ...signed, item: { ...signed.item, ...(start ? { start: date(start) } : {}) } }).contract?.from;
    expect([from(undefined), from('2027-03-15'), from('2027-03-16'), from('2027-03-17')]).toStrictEqual([
      '2027-03-16',
      '2027-03-16',
      '2027-03-16',
      '2027-03-17',
    ]);
    expect(read(signed).contract).toStrictEqual({
      signed: '2027-03-16',
      parties: [
        { region: SORMLAND, ceiling: 2_000_000 },
        { region: VASTMANLAND, ceiling: 2_000_000 },
      ],
      from: '2027-03-16',
      to: '2029-03-31',
    });
    const valued = tell(
      until('contract'),
      does(officer, { do: 'note-figure', figure: { kind: 'contract-value', value: 3_900_000 }, texts: {} }),
    );
    expect(of(valued).contract?.value).toBe(3_900_000);
    expect(of(until('standstill'))).not.toHaveProperty('contract');
  });

  it('how and when it left the plan: by a decision to, by the council’s case, or by the assessment', () => {
    // A governance that speaks of no such kind of decision demands none.
    const silent = { ...governance, mandates: [] };
    const text = { texts: { text: 'Behovet har ändrats' } };
    const postponed = told(
      silent,
      imported,
      advances({ to: 'postponed' }, { ...text, when: at('2026-11-25 09:00') }),
    );
    expect(of(postponed).exit).toStrictEqual({ how: 'postponed', on: '2026-11-25' });
    const external = tell(
      imported,
      advances({ to: 'external-coordination' }, { texts: { arena: 'Adda', text: 'Avtal finns' } }),
    );
    expect([of(external).exit?.how, of(external).arena]).toEqual(['external-coordination', 'external']);
    const impossible = tell(imported, {
      ...does(officer, { do: 'assess', possible: false, texts: { text: 'Eget system' } }),
      at: at('2026-11-26 09:00'),
    });
    expect(of(impossible)).toMatchObject({
      possible: false,
      exit: { how: 'not-possible', on: '2026-11-26' },
    });
    const possible = tell(imported, does(officer, { do: 'assess', possible: true, texts: {} }));
    expect(of(possible)).toMatchObject({ possible: true });
    expect(of(possible)).not.toHaveProperty('exit');
    expect(of(asked)).not.toHaveProperty('exit');
  });

  it('a deviation with its regions, its day, and whether its reason stands there', () => {
    const waiting = tell(objected, lift('deviate'), ...bothApprove());
    const last = { ...decides(vDecider, VASTMANLAND, 'deviate'), at: at('2026-11-27 09:00') };
    const deviated = tell(waiting, decides(sDecider, SORMLAND, 'coordinate'), last);
    expect(of(deviated)).toMatchObject({
      exit: { how: 'deviation-decided', on: '2026-11-27' },
      reasoned: true,
      deviations: [{ regions: [VASTMANLAND], on: '2026-11-27', reasoned: true }],
    });
    const { state } = deviated;
    if (!('settlements' in state)) throw new Error('nothing settled');
    const texted = (...texts: readonly Record<string, string>[]) => {
      const [settlement] = state.settlements;
      if (!settlement) throw new Error('nothing settled');
      const [decision] = settlement.decisions;
      if (!decision) throw new Error('nothing decided');
      const decisions = texts.map((one) => ({ ...decision, texts: one }));
      return read({ ...state, settlements: [{ ...settlement, decisions }] } as CaseState);
    };
    expect(texted({}).reasoned).toBe(false);
    expect(texted({ text: '  ' }).deviations).toMatchObject([{ reasoned: false }]);
    expect(texted({ reason: ' ', text: 'x' }).reasoned).toBe(false);
    expect(texted({ text: 'x' }).reasoned).toBe(true);
    expect(texted({ reason: 'x' }, {}).reasoned).toBe(true);
  });

  it('a case that ended otherwise is no deviation', () => {
    const together = tell(
      objected,
      lift(),
      ...bothApprove(),
      decides(sDecider, SORMLAND, 'coordinate'),
      decides(vDecider, VASTMANLAND, 'coordinate'),
    );
    expect(of(together)).not.toHaveProperty('deviations');
    expect(of(together).reasoned).toBe(false);
  });

  it('whole days on each level that was left, of what is settled and of what is open', () => {
    const climbed = tell(objected, ticks(at('2026-11-30 16:00')));
    expect(of(objected).ladder).toEqual([]);
    expect(of(climbed).ladder).toEqual([{ level: 'dialogue', days: 7 }]);
    const lifted = tell(climbed, { ...lift(), at: at('2026-12-02 15:59') });
    expect(of(lifted).ladder).toStrictEqual([
      { level: 'dialogue', days: 7 },
      { level: 'managers', days: 1 },
    ]);
    const decided = tell(
      lifted,
      ...bothApprove().map((step) => ({ ...step, at: at('2026-12-07 16:00') })),
      { ...decides(sDecider, SORMLAND, 'coordinate'), at: at('2026-12-08 16:00') },
      { ...decides(vDecider, VASTMANLAND, 'coordinate'), at: at('2026-12-09 16:00') },
    );
    expect(of(decided).ladder).toStrictEqual([
      { level: 'dialogue', days: 7 },
      { level: 'managers', days: 1 },
      { level: 'council', days: 5 },
      { level: 'decision', days: 2 },
    ]);
  });

  it('each unit’s answer in whole days; silence is due once its time is out, and has no days', () => {
    const answered = tell(asked, { ...yes(sAkut, 1), at: at('2026-11-26 08:59') });
    const unit = (story: Story, name: string) => of(story).responses.find((one) => one.unit === name);
    expect(unit(answered, units.sAkut)).toStrictEqual({
      unit: units.sAkut,
      region: SORMLAND,
      days: 2,
      due: true,
    });
    expect(unit(answered, units.vKirurgi)).toMatchObject({ days: null, due: false });
    const silent = tell(answered, ticks(at('2026-12-05 08:00')));
    expect(unit(silent, units.vKirurgi)).toMatchObject({ days: null, due: true });
    expect(of(answered)).toMatchObject({ asked: '2026-11-23', committed: [SORMLAND] });
  });

  it('missing decisions to initiate, and those that came late, each region once', () => {
    const decision = {
      kind: 'initiate' as const,
      regions: [SORMLAND],
      rule: 'r',
      ruleVersion: 'v',
      body: 'x' as never,
      date: date('2027-04-01'),
      late: true,
      revision: 1,
      at: at('2027-04-01 09:00'),
      by: officer.id,
      texts: {},
    };
    const levels = (more: object) => read({ ...signed, ...more } as CaseState).levels;
    expect(levels({})).toBeUndefined();
    expect(levels({ flagged: [{ region: VASTMANLAND, body: null }] })).toStrictEqual({
      missing: [VASTMANLAND],
      regularised: [],
    });
    expect(levels({ stageDecisions: [decision, decision] })).toStrictEqual({
      missing: [],
      regularised: [SORMLAND],
    });
    expect(levels({ stageDecisions: [{ ...decision, late: false }] })).toBeUndefined();
    expect(levels({ stageDecisions: [{ ...decision, kind: 'award' }] })).toBeUndefined();
    const both = { flagged: [{ region: VASTMANLAND, body: null }], stageDecisions: [decision] };
    expect(levels(both)).toStrictEqual({ missing: [VASTMANLAND], regularised: [SORMLAND] });
    // What is not locked has nothing to flag.
    expect(read({ ...imported.state, stageDecisions: [decision] } as CaseState).levels).toStrictEqual({
      missing: [],
      regularised: [SORMLAND],
    });
  });

  it('how many tenders passed counts after the award alone (OSL 19:3)', () => {
    const noted = tell(
      until('evaluation'),
      declaresAnew(EVALUATOR),
      does(EVALUATOR, { do: 'note-tenders', received: 5, approved: 4 }),
    );
    expect(of(noted).market).toStrictEqual({});
    const [, , award] = LIFE;
    if (!award) throw new Error('no award');
    expect(of(tell(noted, award)).market).toStrictEqual({ approvedBids: 4 });
    expect(of(until('awarded')).market).toStrictEqual({});
    expect(of(until('contract')).market).toStrictEqual({ appealed: false });
    const appeal = { date: date('2027-03-10'), court: 'FR', at: at('2027-03-10 09:00'), by: officer.id };
    expect(read({ ...signed, appeals: [appeal] }).market).toStrictEqual({ appealed: true });
  });

  it('a review once it was held, and the day only of what is closed', () => {
    expect(of(until('followed-up'))).toMatchObject({ learning: { reused: 0 } });
    expect(of(until('followed-up')).learning).not.toHaveProperty('reviewed');
    expect(of(until('reviewed')).learning).toStrictEqual({ reviewed: '2028-03-02', reused: 0 });
    expect(of(until('reviewed'))).not.toHaveProperty('closed');
    expect(of(until('closed'))).toMatchObject({ closed: '2028-03-02', advertised: '2027-01-11' });
  });
});
