import { describe, expect, it } from 'vitest';
import type { Governance } from '#domain/authority/governance.ts';
import { backPlan, type PlanStep, type RegionFacts } from '#domain/plan/timeline.ts';
import { standstillEnd } from '#domain/shared/calendar.ts';
import { bodyId } from '#domain/shared/ids.ts';
import { beds, date, governance, SORMLAND, VASTMANLAND } from '../support/world.ts';

const always = { validFrom: date('2020-01-01'), status: 'decided', example: true } as const;
const RF = bodyId('regionfullmaktige');
const RS = bodyId('regionstyrelsen');
const meetings = (id: string, body: typeof RF, ...days: [string, string][]) => ({
  ...always,
  id,
  body,
  meetings: days.map(([day, documents]) => ({ date: date(day), documentsBy: date(documents) })),
});
const rules: Governance = {
  ...governance,
  durations: [
    { ...always, id: 'd-round', step: 'round', days: 10, unit: 'working' },
    { ...always, id: 'd-prep', step: 'preparing', days: 20, unit: 'working' },
    { ...always, id: 'd-adv', step: 'advertising', days: 35, unit: 'calendar' },
    { ...always, id: 'd-eval', step: 'evaluation', days: 30, unit: 'working' },
    { ...always, id: 'd-mob', step: 'mobilisation', days: 60, unit: 'calendar' },
  ],
  meetings: [
    meetings('m-rf', RF, ['2027-06-15', '2027-05-25'], ['2027-04-20', '2027-03-30']),
    meetings('m-rs', RS, ['2027-02-16', '2027-01-26'], ['2027-03-16', '2027-02-23']),
  ],
};
const item = { ...beds, start: date('2028-01-01') };
const TODAY = date('2026-11-24');
const plan = (facts: Partial<RegionFacts> = {}, from: Governance = rules, today = TODAY) =>
  backPlan(item, from, [{ region: SORMLAND, contractEnd: date('2027-12-31'), ...facts }], today);
const by = (result: ReturnType<typeof plan>, step: PlanStep) =>
  result.steps.find((one) => one.step === step)?.by;

describe('deadlines are planned backwards from the end of the existing contract', () => {
  it('every step has a latest date and its reason, in the order of time', () => {
    const { steps, warnings } = plan();
    expect(steps.map(({ step, by: day, reason }) => [step, day, reason.why])).toEqual([
      ['open-round', '2027-06-24', 'duration'],
      ['answers-in', '2027-07-09', 'duration'],
      ['advertise', '2027-08-06', 'duration'],
      ['tenders-in', '2027-09-10', 'duration'],
      ['award-notice', '2027-10-22', 'standstill'],
      ['contract', '2027-11-02', 'duration'],
      ['start', '2028-01-01', 'contract-ends'],
    ]);
    expect(warnings.map(({ warning }) => warning)).not.toContain('duration-missing');
  });

  it('the standstill is over before the contract is signed (LOU 20:1)', () => {
    const result = plan();
    const notice = by(result, 'award-notice') ?? date('');
    const signing = by(result, 'contract') ?? date('');
    expect(standstillEnd(notice, 'electronically') < signing).toBe(true);
  });

  it('each region has its own plan, from its own contract', () => {
    const { steps } = backPlan(
      item,
      rules,
      [
        { region: SORMLAND, contractEnd: date('2027-12-31') },
        { region: VASTMANLAND, contractEnd: date('2027-06-30') },
      ],
      TODAY,
    );
    const start = (region: typeof SORMLAND) =>
      steps.find((one) => one.region === region && one.step === 'start')?.by;
    expect([start(SORMLAND), start(VASTMANLAND)]).toEqual(['2028-01-01', '2027-07-01']);
  });

  it('without a contract the planned start stands, and without either nothing is invented', () => {
    const without = backPlan(item, rules, [{ region: SORMLAND }], TODAY);
    expect(without.steps.at(-1)).toMatchObject({ by: '2028-01-01', reason: { why: 'planned-start' } });
    const { start: _, advertise: __, ...undated } = item;
    expect(backPlan(undated, rules, [{ region: SORMLAND }], TODAY)).toEqual({
      steps: [],
      warnings: [{ region: SORMLAND, warning: 'nothing-to-plan-from' }],
    });
  });

  it('an unused option is a step of its own: the last day to use it', () => {
    const option = { noticeBy: date('2027-03-31'), until: date('2028-12-31') };
    expect(plan({ option }).steps).toContainEqual({
      region: SORMLAND,
      step: 'option-notice',
      by: '2027-03-31',
      reason: { why: 'last-day-for-option', until: '2028-12-31' },
    });
  });

  it('a contract that ends before the planned start leaves a gap, and it is said', () => {
    expect(plan({ contractEnd: date('2027-06-30') }).warnings).toContainEqual({
      region: SORMLAND,
      warning: 'gap-after-contract',
      from: '2027-07-01',
      start: '2028-01-01',
    });
  });
});

describe("the bodies' meetings stand in the plan", () => {
  it('the decision to initiate needs a meeting before advertising, and its documents before that', () => {
    const result = plan({ initiatedBy: { body: RF } });
    expect(by(result, 'initiation-meeting')).toBe('2027-06-15');
    expect(by(result, 'initiation-documents')).toBe('2027-05-25');
  });

  it('a case of the fullmäktige passes its styrelse first (KL 5:26)', () => {
    const result = plan({ initiatedBy: { body: RF, preparedBy: RS } });
    expect(by(result, 'preparation-meeting')).toBe('2027-03-16');
    expect(by(result, 'preparation-documents')).toBe('2027-02-23');
    expect((by(result, 'answers-in') ?? '') < '2027-02-23').toBe(true);
  });

  it('a body without a meeting in time is warned about, and nothing before it is made up', () => {
    const result = plan({ initiatedBy: { body: bodyId('unknown') } });
    expect(result.warnings).toContainEqual(
      expect.objectContaining({ warning: 'no-meeting-in-time', body: 'unknown' }),
    );
    expect(by(result, 'answers-in')).toBeUndefined();
  });

  it('a meeting on the day itself is too late', () => {
    const advertise = by(plan(), 'advertise') ?? date('');
    const onTheDay = {
      ...rules,
      meetings: [meetings('m', RF, [advertise, advertise])],
    };
    expect(plan({ initiatedBy: { body: RF } }, onTheDay).warnings).toContainEqual(
      expect.objectContaining({ warning: 'no-meeting-in-time', before: advertise }),
    );
  });
});

describe('what is warned about', () => {
  it('a step in July', () => {
    const july = plan({}, rules).warnings.filter(({ warning }) => warning === 'july');
    expect(july).toEqual([expect.objectContaining({ step: 'answers-in', by: '2027-07-09' })]);
  });

  it('a step that lies in the past, and not the step of today', () => {
    const advertise = by(plan(), 'advertise') ?? date('');
    const past = (today: typeof TODAY) =>
      plan({}, rules, today).warnings.flatMap((one) => (one.warning === 'in-the-past' ? [one.step] : []));
    expect(past(TODAY)).toEqual([]);
    expect(past(advertise)).toEqual(['open-round', 'answers-in']);
  });

  it('a duration that the governance does not have: none is shipped with the code', () => {
    expect(plan({}, governance)).toEqual({
      steps: [expect.objectContaining({ step: 'start' })],
      warnings: [{ region: SORMLAND, warning: 'duration-missing', duration: 'mobilisation' }],
    });
  });
});
