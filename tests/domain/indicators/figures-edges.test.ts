import { describe, expect, it } from 'vitest';
import type { Figure, FigureInput, SavingInput } from '#domain/indicators/figures.ts';
import { exactly } from '#domain/savings/range.ts';
import type { Actor } from '#domain/shared/actor.ts';
import { itemId } from '#domain/shared/ids.ts';
import { asked, attempt, nothing, refusal, type Step, type Story, tell } from '#support/given.ts';
import { until } from '#support/stages.ts';
import {
  clock,
  deputy as controller,
  date,
  officer,
  operator,
  sAkut,
  sDecider,
  secretary,
  sKirurgi,
  sMember,
} from '#support/world.ts';

const note = (by: Actor, figure: FigureInput, texts: Record<string, string> = {}): Step => ({
  by,
  command: { do: 'note-figure', figure, texts },
});
const noted = (story: Story, step: Step): Figure | null => {
  const outcome = attempt(story, step);
  if (!outcome.ok) throw new Error(outcome.error.code);
  const [event] = outcome.value.events;
  return event?.type === 'figure-noted' ? event.figure : null;
};
const auditor: Actor = { ...sDecider, roles: ['auditor'] };
const contract = until('contract');
const line = { quantity: 2, baseline: 1000, invoiced: 900 };
const invoiced = (from: string, to: string, lines = [line]): FigureInput => ({
  kind: 'realised',
  from: date(from),
  to: date(to),
  lines,
});

describe('whose a figure is to state', () => {
  // The refusal names whose it usually is.
  const RECKONED: readonly (readonly [FigureInput, string])[] = [
    [{ kind: 'ruled-out', method: 'basket', obstacle: 'data-missing' }, 'controller'],
    [invoiced('2027-03-16', '2027-03-16'), 'controller'],
    [{ kind: 'attributed', shares: { coordination: 1 } }, 'controller'],
    [{ kind: 'contract-value', value: 1 }, 'officer'],
    [{ kind: 'nonconformities', count: 1 }, 'officer'],
    [{ kind: 'fidelity', share: 1 }, 'controller'],
    [{ kind: 'sustainability', share: 1 }, 'controller'],
  ];
  it.each(RECKONED.map(([figure, role]) => [figure.kind, figure, role] as const))(
    "%s is the officer's or the controller's",
    (_, figure, role) => {
      expect(refusal(contract, note(officer, figure))).toBe('allowed');
      expect(refusal(contract, note(controller, figure))).toBe('allowed');
      for (const other of [sKirurgi, sDecider, sMember, secretary, auditor]) {
        expect(attempt(contract, note(other, figure))).toMatchObject({
          error: { code: 'not-allowed', params: { role } },
        });
      }
    },
  );

  it.each([
    ['an officer', officer, true],
    ['a controller', controller, true],
    ['an asked unit', sAkut, true],
    ['a member of the council', sMember, true],
    ['a decider', sDecider, true],
    ['a secretary', secretary, true],
    ['an auditor', auditor, false],
  ])('%s may log what coordinating cost: %s', (_, by, may) => {
    const figure: FigureInput = { kind: 'cost', category: 'meetings', seconds: 60, external: 0 };
    expect(refusal(asked, note(by, figure))).toBe(may ? 'allowed' : 'not-allowed');
  });

  it('that a lesson was used is said by an officer or a unit of the item', () => {
    const used: FigureInput = { kind: 'lesson-used', item: itemId('MT1') };
    expect(refusal(until('reviewed'), note(officer, used))).toBe('allowed');
    expect(refusal(until('reviewed'), note(sKirurgi, used))).toBe('allowed');
    expect(refusal(until('reviewed'), note(sDecider, used))).toBe('not-allowed');
  });

  it("a unit's rating is its own people's, and nobody rates what no unit was asked about", () => {
    expect(refusal(contract, note(sDecider, { kind: 'rating', rating: 3 }))).toBe('not-your-unit');
    expect(refusal(contract, note(sKirurgi, { kind: 'rating', rating: 3 }))).toBe('allowed');
  });

  it('no figure is the clock’s or the command line’s, nor of an item that is not there', () => {
    const figure: FigureInput = { kind: 'contract-value', value: 1 };
    expect(refusal(contract, note(clock, figure))).toBe('people-only');
    expect(refusal(contract, note(operator, figure))).toBe('people-only');
    expect(refusal(nothing, note(officer, figure))).toBe('unknown-item');
    expect(refusal(contract, note(officer, figure, { text: 'x'.repeat(2001) }))).toBe('text-too-long');
    expect(refusal(contract, note(officer, figure, { text: 'x'.repeat(2000) }))).toBe('allowed');
  });
});

describe('what a figure may be', () => {
  it.each<[FigureInput, Actor, boolean]>([
    [{ kind: 'contract-value', value: 0.5 }, officer, true],
    [{ kind: 'contract-value', value: 0 }, officer, false],
    [{ kind: 'contract-value', value: 1e12 }, officer, true],
    [{ kind: 'contract-value', value: 1e13 }, officer, false],
    [{ kind: 'nonconformities', count: 0 }, officer, true],
    [{ kind: 'nonconformities', count: -1 }, officer, false],
    [{ kind: 'nonconformities', count: 0.5 }, officer, false],
    [{ kind: 'fidelity', share: 0 }, officer, true],
    [{ kind: 'fidelity', share: 1 }, officer, true],
    [{ kind: 'fidelity', share: 1.01 }, officer, false],
    [{ kind: 'sustainability', share: 0 }, officer, true],
    [{ kind: 'sustainability', share: 1 }, officer, true],
    [{ kind: 'sustainability', share: 1.01 }, officer, false],
    [{ kind: 'sustainability', share: -0.01 }, officer, false],
    [{ kind: 'rating', rating: 1 }, sKirurgi, true],
    [{ kind: 'rating', rating: 5 }, sKirurgi, true],
    [{ kind: 'rating', rating: 0 }, sKirurgi, false],
    [{ kind: 'rating', rating: 2.5 }, sKirurgi, false],
    [{ kind: 'cost', category: 'meetings', seconds: 200 * 3600, external: 0 }, officer, true],
    [{ kind: 'cost', category: 'meetings', seconds: 200 * 3600 + 1, external: 0 }, officer, false],
    [{ kind: 'cost', category: 'meetings', seconds: 1, external: 0 }, officer, true],
    [{ kind: 'cost', category: 'external', seconds: 0, external: 1e12 }, officer, true],
    [{ kind: 'cost', category: 'external', seconds: 0, external: 1e13 }, officer, false],
  ])('%j by %o: %s', (figure, by, possible) => {
    expect(refusal(contract, note(by, figure))).toBe(possible ? 'allowed' : 'number-unreadable');
  });

  it.each<[FigureInput, FigureInput, Actor]>([
    [{ kind: 'contract-value', value: 5 }, { kind: 'contract-value', value: 6 }, officer],
    [{ kind: 'nonconformities', count: 5 }, { kind: 'nonconformities', count: 6 }, officer],
    [{ kind: 'fidelity', share: 0.5 }, { kind: 'fidelity', share: 0.6 }, officer],
    [{ kind: 'sustainability', share: 0.5 }, { kind: 'sustainability', share: 0.6 }, officer],
    [{ kind: 'rating', rating: 4 }, { kind: 'rating', rating: 5 }, sKirurgi],
    [
      { kind: 'ruled-out', method: 'basket', obstacle: 'data-missing' },
      { kind: 'ruled-out', method: 'basket', obstacle: 'not-comparable' },
      officer,
    ],
  ])('%j said again is nothing; %j is news', (figure, other, by) => {
    const story = tell(contract, note(by, figure));
    expect(noted(story, note(by, figure))).toBeNull();
    expect(noted(story, note(by, other))).toEqual(other);
  });

  it('invoices are of days that have been, one at least, and of 2,000 articles at most', () => {
    const many = (count: number) => invoiced('2027-03-16', '2027-03-16', Array(count).fill(line));
    expect(noted(contract, note(officer, invoiced('2027-03-16', '2027-03-16')))).toEqual({
      kind: 'realised',
      from: '2027-03-16',
      to: '2027-03-16',
      value: 200,
      covered: 1,
    });
    expect(refusal(contract, note(officer, invoiced('2027-03-16', '2027-03-17')))).toBe(
      'stage-date-in-the-future',
    );
    expect(refusal(contract, note(officer, many(2000)))).toBe('allowed');
    expect(refusal(contract, note(officer, many(2001)))).toBe('too-many-lines');
    expect(refusal(contract, note(officer, invoiced('2027-03-16', '2027-03-16', [])))).toBe(
      'saving-impossible',
    );
  });

  it.each([
    ['2027-05-01', '2027-05-31', 'allowed'],
    ['2027-05-15', '2027-06-01', 'periods-overlap'],
    ['2027-06-30', '2027-07-05', 'periods-overlap'],
    ['2027-06-10', '2027-06-20', 'periods-overlap'],
    ['2027-05-01', '2027-07-31', 'periods-overlap'],
    ['2027-06-01', '2027-07-31', 'allowed'],
    ['2027-07-01', '2027-07-31', 'allowed'],
  ])('beside June, %s to %s is %s', (from, to, code) => {
    const story = tell(until('reviewed'), note(officer, invoiced('2027-06-01', '2027-06-30')));
    expect(refusal(story, note(officer, invoiced(from, to)))).toBe(code);
  });
});

describe('a saving has as many articles as somebody can have typed, and a procedure that is known', () => {
  const awarded = until('awarded');
  const basket = (count: number): SavingInput => ({
    method: 'basket',
    lines: Array(count).fill({ quantity: exactly(1), oldPrice: 2, newPrice: 1 }),
    index: exactly(1),
    unmatchedValue: 0,
    years: 1,
  });
  const bids = (count: number): SavingInput => ({
    method: 'market-price',
    bids: Array.from({ length: count }, (_, i) => i + 1),
    winner: 1,
    quantity: exactly(1),
    years: 1,
  });
  const states = (input: SavingInput): Step => ({
    by: officer,
    command: { do: 'state-saving', input, texts: { assumptions: 'Volym som 2025' } },
  });
  it.each<[string, SavingInput, string]>([
    ['2,000 articles', basket(2000), 'allowed'],
    ['2,001 articles', basket(2001), 'too-many-lines'],
    ['2,001 bids', bids(2001), 'too-many-lines'],
    ['three bids', bids(3), 'allowed'],
    [
      'negotiation in a procedure that nobody has named',
      { method: 'negotiation', lines: [], years: 1 },
      'procedure-unknown',
    ],
  ])('%s: %s', (_, input, code) => {
    expect(refusal(awarded, states(input))).toBe(code);
  });
});
