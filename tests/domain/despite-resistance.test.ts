import { describe, expect, it } from 'vitest';
import { checkGovernance } from '#domain/authority/check.ts';
import { type Governance, governanceOn, type MandateRow } from '#domain/authority/governance.ts';
import { seatsFor } from '#domain/authority/mandates.ts';
import {
  bothApprove,
  brings,
  decides,
  lift,
  objected,
  refusal,
  type Story,
  told,
  types,
} from '#support/given.ts';
import {
  date,
  governance,
  NAMNDEN,
  officer,
  SORMLAND,
  sDecider,
  VASTMANLAND,
  vDecider,
} from '#support/world.ts';

const TODAY = date('2026-11-23');
const REGIONS = [SORMLAND, VASTMANLAND];
/** Last in the table, so that only what it is can put it first. */
const row: MandateRow = {
  id: 'despite',
  kinds: ['coordinate'],
  actsFor: REGIONS,
  holder: { kind: 'delegate', person: officer.id, body: NAMNDEN },
  despiteResistance: true,
  below: 10_000_000,
  validFrom: date('2020-01-01'),
  status: 'decided',
};
const withRow = (more: Partial<MandateRow> = {}): Governance => ({
  ...governance,
  mandates: [...governance.mandates, { ...row, ...more }],
});
const bound = (more: Partial<MandateRow> = {}) => governanceOn(withRow(more), TODAY);
const rules = (
  more: Partial<MandateRow> = {},
  kind: 'coordinate' | 'deviate' | 'postpone' = 'coordinate',
  value = 4_000_000,
) => seatsFor(bound(more), kind, value, REGIONS).seats.map(({ rule }) => rule);
const waiting = (all: Governance, proposal: 'coordinate' | 'deviate' = 'coordinate'): Story =>
  told(all, objected, lift(proposal), ...bothApprove());

describe('Inköp’s mandate to go on despite resistance (law 0)', () => {
  it('is inert as a draft or a proposal, and outside its days', () => {
    for (const status of ['draft', 'proposed'] as const) expect(rules({ status })).toEqual(['m-s', 'm-v']);
    expect(rules({ validFrom: date('2026-11-24') })).toEqual(['m-s', 'm-v']);
    expect(rules({ validTo: date('2026-11-22') })).toEqual(['m-s', 'm-v']);
    const draft = bound({ status: 'draft' });
    const story = waiting(draft);
    expect(refusal(story, decides(officer, SORMLAND, 'coordinate'), draft)).toBe('no-mandate');
    expect(refusal(story, decides(sDecider, SORMLAND, 'coordinate'), draft)).toBe('allowed');
  });

  it('once decided the named person decides to coordinate, for every region of the row at once', () => {
    const all = bound();
    expect(rules()).toEqual(['despite']);
    const story = waiting(all);
    expect(refusal(story, decides(sDecider, SORMLAND, 'coordinate'), all)).toBe('no-mandate');
    const over = told(all, story, decides(officer, SORMLAND, 'coordinate'));
    expect(types(over.events).slice(-2)).toEqual(['decided', 'escalation-closed']);
    expect(over.events.at(-2)).toMatchObject({
      regions: REGIONS,
      outcome: 'coordinate',
      rule: 'despite',
      by: officer.id,
      reportTo: NAMNDEN,
    });
    expect(over.state.status).toBe('committed');
  });

  it('gives nothing but that: a deviation is its region’s own, and the case has been up to the council', () => {
    const all = bound();
    const story = waiting(all);
    for (const outcome of ['deviate', 'postpone'] as const) {
      // What is another's to decide goes on to them.
      expect(brings(story, decides(officer, SORMLAND, outcome), all)).toEqual(['reseated']);
    }
    expect(rules({}, 'deviate')).toEqual(['m-s', 'm-v']);
    expect(rules({}, 'postpone')).toEqual(['m-s', 'm-v']);
    const deviation = waiting(all, 'deviate');
    expect(refusal(deviation, decides(vDecider, VASTMANLAND, 'deviate'), all)).toBe('allowed');
    expect(refusal(deviation, decides(officer, VASTMANLAND, 'deviate'), all)).toBe('no-mandate');
    expect(refusal(objected, decides(officer, SORMLAND, 'coordinate'), all)).toBe('not-for-decision');
  });

  it('holds within its amounts and regions; the others keep the rest', () => {
    expect(rules({}, 'coordinate', 10_000_000)).toEqual(['m-both']);
    expect(rules({ actsFor: [VASTMANLAND] })).toEqual(['m-s', 'despite']);
  });

  it('names a person: a row of a body or of members would give nobody a seat', () => {
    expect(rules({ holder: { kind: 'body', body: NAMNDEN } })).toEqual(['m-s', 'm-v']);
  });

  it('is no clash with the rows that it goes before, and is one with another of its kind', () => {
    const found = (all: Governance) =>
      checkGovernance(all, { today: TODAY }).filter(
        ({ code }) => code === 'overlap' || code === 'never-used',
      );
    expect(found(withRow())).toEqual([]);
    const other = {
      ...row,
      id: 'other',
      holder: { kind: 'delegate', person: sDecider.id, body: NAMNDEN } as const,
    };
    const two = { ...governance, mandates: [...governance.mandates, row, other] };
    expect(found(two)).toMatchObject([
      { code: 'overlap', rows: ['despite', 'other'] },
      { code: 'never-used', rows: ['other'] },
    ]);
  });
});
