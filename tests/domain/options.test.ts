import { describe, expect, it } from 'vitest';
import { replay } from '#domain/coordination/evolve.ts';
import type { Advance } from '#domain/coordination/stages.ts';
import { attempt, refusal, type Story, tell, told } from '#support/given.ts';
import { advances, decides, declaresAnew, kindRow, until } from '#support/stages.ts';
import { at, date, governance, SORMLAND, sDecider, VASTMANLAND } from '#support/world.ts';

const signing = (more: Partial<Extract<Advance, { to: 'contract' }>> = {}) =>
  advances({
    to: 'contract',
    date: date('2027-03-16'),
    until: date('2029-03-31'),
    optionsUntil: date('2031-03-31'),
    reference: 'RV 2027-2',
    ...more,
  });
const standing: Story = { ...until('standstill'), now: at('2027-03-16 09:00') };
const contract = tell(standing, signing());
const dated = tell(standing, signing({ optionBy: date('2028-09-30') }));
const on = (story: Story, when: string): Story => ({ ...story, now: at(when) });
const extends_ = (day?: string, to = '2030-03-31') =>
  advances({ to: 'extended', until: date(to), ...(day === undefined ? {} : { date: date(day) }) });
const why = (story: Story, step: ReturnType<typeof extends_>) => {
  const outcome = attempt(story, step);
  return outcome.ok ? null : outcome.error;
};

describe('an option is used while the contract runs', () => {
  it('on its last day, and not on the day after, nor nine months after', () => {
    expect(refusal(on(contract, '2029-03-31 22:50'), extends_())).toBe('allowed');
    expect(why(on(contract, '2029-03-31 23:10'), extends_())).toEqual({
      code: 'option-contract-over',
      params: { until: '2029-03-31' },
    });
    expect(refusal(on(contract, '2030-01-02 09:00'), extends_())).toBe('option-contract-over');
  });

  it('the day on which it was used counts, also when that is said later', () => {
    const later = on(contract, '2029-04-20 09:00');
    expect(refusal(later, extends_('2029-03-31'))).toBe('allowed');
    expect(refusal(later, extends_('2029-04-01'))).toBe('option-contract-over');
    expect(refusal(later, extends_('2029-04-20'))).toBe('option-contract-over');
    expect(refusal(on(contract, '2028-05-02 09:00'), extends_('2028-05-03'))).toBe(
      'stage-date-in-the-future',
    );
    expect(refusal(on(contract, '2028-05-02 09:00'), extends_('2027-03-16'))).toBe('allowed');
    expect(why(on(contract, '2028-05-02 09:00'), extends_('2027-03-15'))).toEqual({
      code: 'stage-date-too-early',
      params: { after: '2027-03-16' },
    });
  });

  it('what the options do not reach is no option, whenever it is said', () => {
    expect(refusal(on(contract, '2030-01-02 09:00'), extends_(undefined, '2031-04-01'))).toBe(
      'no-such-option',
    );
    const bare = tell(until('standstill'), {
      ...advances({ to: 'contract', date: date('2027-03-16'), until: date('2029-03-31'), reference: 'RV 1' }),
      at: at('2027-03-16 09:00'),
    });
    expect(refusal(bare, extends_())).toBe('no-such-option');
  });

  it('an extended contract runs on, and its next option is used before its new last day', () => {
    const once = tell(on(contract, '2029-03-01 09:00'), extends_());
    expect(refusal(on(once, '2030-03-31 09:00'), extends_(undefined, '2031-03-31'))).toBe('allowed');
    expect(refusal(on(once, '2030-04-01 09:00'), extends_(undefined, '2031-03-31'))).toBe(
      'option-contract-over',
    );
  });
});

describe('an option is used by the last day to use it, where that is known', () => {
  it('on that day, and not after it though the contract runs', () => {
    expect(refusal(on(dated, '2028-09-30 09:00'), extends_())).toBe('allowed');
    expect(why(on(dated, '2028-10-01 09:00'), extends_())).toEqual({
      code: 'option-too-late',
      params: { by: '2028-09-30' },
    });
    expect(refusal(on(dated, '2028-10-01 09:00'), extends_('2028-09-30'))).toBe('allowed');
  });

  it('the day is the first option’s alone', () => {
    const once = tell(on(dated, '2028-09-01 09:00'), extends_());
    expect(once.state).toMatchObject({ contract: { until: '2030-03-31', optionsUntil: '2031-03-31' } });
    expect('contract' in once.state && once.state.contract).not.toHaveProperty('optionBy');
    expect(refusal(on(once, '2030-03-01 09:00'), extends_(undefined, '2031-03-31'))).toBe('allowed');
    expect(replay(once.events)).toEqual(once.state);
  });

  it.each([
    ['before the contract', { optionBy: date('2027-03-15') }],
    ['after it', { optionBy: date('2029-04-01') }],
  ])('it cannot lie %s', (_, more) => {
    expect(refusal(standing, signing(more))).toBe('option-day-misplaced');
  });

  it('it may be any day of the contract, and is no day of one without an option', () => {
    expect(refusal(standing, signing({ optionBy: date('2027-03-16') }))).toBe('allowed');
    expect(refusal(standing, signing({ optionBy: date('2029-03-31') }))).toBe('allowed');
    const bare = advances({
      to: 'contract',
      date: date('2027-03-16'),
      until: date('2029-03-31'),
      optionBy: date('2028-09-30'),
      reference: 'RV 2027-2',
    });
    expect(refusal(standing, bare)).toBe('option-day-misplaced');
  });
});

describe('nothing is used before it is decided', () => {
  it('an extension is dated no earlier than its decision', () => {
    const extending = {
      ...governance,
      mandates: [{ ...kindRow('ext', 'extend'), actsFor: [SORMLAND, VASTMANLAND] }],
    };
    const decided = told(
      extending,
      on(contract, '2028-01-10 09:00'),
      declaresAnew(sDecider),
      decides(sDecider, 'extend', SORMLAND),
    );
    const later = on(decided, '2028-02-01 09:00');
    expect(refusal(later, extends_('2028-01-09'), extending)).toBe('stage-date-too-early');
    expect(refusal(later, extends_('2028-01-10'), extending)).toBe('allowed');
    const once = told(extending, later, extends_('2028-01-10'), decides(sDecider, 'extend', SORMLAND));
    // The used one asks nothing any more.
    expect(refusal(once, extends_('2028-01-31', '2031-03-31'), extending)).toBe('stage-date-too-early');
    expect(refusal(once, extends_('2028-02-01', '2031-03-31'), extending)).toBe('allowed');
  });
});
