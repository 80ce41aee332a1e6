import { describe, expect, it } from 'vitest';
import { type Governance, governanceOn, type MandateRow } from '#domain/authority/governance.ts';
import { demands, speaksOf } from '#domain/authority/required.ts';
import { missingDecisions } from '#domain/coordination/stage-authority.ts';
import { authorises, refusal, type Story, told } from '#support/given.ts';
import { committed, does } from '#support/stages.ts';
import { date, governance, NAMNDEN, officer, SORMLAND, VASTMANLAND, withSwitch } from '#support/world.ts';

const begins: MandateRow = {
  id: 'begins',
  validFrom: date('2020-01-01'),
  status: 'decided',
  kinds: ['initiate', 'award'],
  actsFor: [SORMLAND, VASTMANLAND],
  holder: { kind: 'body', body: NAMNDEN },
};
const withRow = (file: Governance, row: MandateRow): Governance => ({
  ...file,
  mandates: [...file.mandates, row],
});
const lock = does(officer, { do: 'lock' });
const ready: Story = told(governance, committed, authorises);
const on = (file: Governance, day: string) => governanceOn(file, date(day));
const missing = (rules: Governance, day: string) => {
  if (ready.state.status === 'new') throw new Error('nothing is known');
  return missingDecisions(ready.state, rules, date(day), 'initiate');
};

describe('law 6: a demand does not lapse with the body that held it', () => {
  const file = withRow(withSwitch('decided'), begins);

  it('before the switch the decision is demanded of whoever holds it', () => {
    expect(refusal(ready, lock, on(file, '2026-12-31'))).toBe('decision-missing');
  });

  it('after it, where the successors’ rows are silent, a mandate is missing: nobody begins, and it is told', () => {
    const rules = on(file, '2027-01-01');
    expect(speaksOf(rules, 'initiate')).toBe(false);
    expect(demands(rules, 'initiate')).toBe(true);
    expect(refusal(ready, lock, rules)).toBe('nobody-may-decide');
    expect(missing(rules, '2027-01-01')).toEqual([
      { region: SORMLAND, body: null },
      { region: VASTMANLAND, body: null },
    ]);
  });

  it('also where the row itself has ended', () => {
    const ended = withRow(governance, { ...begins, validTo: date('2026-12-31') });
    expect(refusal(ready, lock, on(ended, '2026-12-31'))).toBe('decision-missing');
    expect(refusal(ready, lock, on(ended, '2027-01-01'))).toBe('nobody-may-decide');
  });

  it.each<[string, Partial<MandateRow>]>([
    ['a draft', { status: 'draft' }],
    ['a row that is to come', { validFrom: date('2027-01-02') }],
    ['a row for what cannot wait', { urgent: true, validTo: date('2026-12-31') }],
  ])('%s has demanded nothing (docs/decisions/0013)', (_what, change) => {
    const rules = on(withRow(governance, { ...begins, ...change }), '2027-01-01');
    expect(demands(rules, 'initiate')).toBe(false);
    expect(missing(rules, '2027-01-01')).toEqual([]);
    expect(refusal(ready, lock, rules)).toBe('allowed');
  });
});
