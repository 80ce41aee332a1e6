import { describe, expect, it } from 'vitest';
import { precedents, stakesView } from '#application/views/weighing.ts';
import type { Governance } from '#domain/authority/governance.ts';
import type { KnownCase } from '#domain/coordination/state.ts';
import { itemId } from '#domain/shared/ids.ts';
import * as world from '#support/world.ts';
import { askedCase, known, readingFor, seeAs, stories } from './support.ts';

/** The deviation that was decided, as another item's. */
const earlier = (id: string, more: Partial<KnownCase['item']> = {}): KnownCase => {
  const state = known(stories.deviated);
  return { ...state, item: { ...state.item, id: itemId(id), ...more } };
};
const OTHER = { cpv: '90000000', title: 'Städning' };
const at = (who: 'vMember' | 'sDecider' | 'secretary') => readingFor(who, stories.declared.now);

describe('precedents', () => {
  const state = askedCase(stories.declared);

  it('are settled cases of the same goods, title or reason, the most alike first', () => {
    const found = precedents(at('vMember'), state, [
      earlier('A', { ...OTHER }),
      earlier('B'),
      earlier('C', { ...OTHER, title: 'Operationsbord, mobila' }),
    ]);
    expect(found.map(({ item, alike }) => [item, alike])).toEqual([
      ['B', ['goods', 'title', 'reason']],
      ['C', ['title', 'reason']],
      ['A', ['reason']],
    ]);
    expect(found[0]).toMatchObject({
      outcome: 'deviate',
      how: 'decided',
      declining: [{ id: world.VASTMANLAND }],
    });
  });

  it('tell a reason only to whoever reads that dispute too', () => {
    expect(precedents(at('secretary'), state, [earlier('A', OTHER)])).toEqual([]);
    const [goods] = precedents(at('secretary'), state, [earlier('B')]);
    expect(goods?.alike).toEqual(['goods', 'title']);
    expect(goods).not.toHaveProperty('reason');
  });

  it('are never the case itself, nor one that was not settled', () => {
    expect(precedents(at('vMember'), state, [known(stories.deviated), known(stories.council)])).toEqual([]);
  });
});

describe('what a choice means', () => {
  it('is unknown, and said so, where the governance has no times and nobody named a value', () => {
    const stakes = stakesView(at('vMember'), askedCase(stories.declared));
    expect(stakes).toMatchObject({
      planned: 4_000_000,
      procedureWeeks: null,
      earliestStart: null,
      weeksLate: null,
      missing: ['preparing', 'advertising', 'evaluation', 'mobilisation'],
    });
    expect(stakes.objecting).toBe(1);
  });

  it('counts a whole procedure from today through the standstill (LOU 20:1)', () => {
    const row = { validFrom: world.date('2020-01-01'), status: 'decided' } as const;
    const governance: Governance = {
      ...world.governance,
      durations: (['preparing', 'advertising', 'evaluation', 'mobilisation'] as const).map((step) => ({
        ...row,
        id: step,
        step,
        days: 28,
        unit: 'calendar',
      })),
    };
    const reading = readingFor('vMember', world.at('2026-11-24 09:00'), governance);
    // 24 November + 84 days = 16 February; standstill to 26 February; signed on the 27th; + 28 days.
    expect(stakesView(reading, askedCase(stories.declared))).toMatchObject({
      earliestStart: '2027-03-27',
      procedureWeeks: 18,
      missing: [],
    });
  });
});

describe('the outcome', () => {
  it('says how long the case stood on each level, in working days', () => {
    const view = seeAs('outcome', stories.deviated, 'vKirurgi', { card: 'outcome', item: world.beds.id });
    expect(view.levels?.map(({ level }) => level)).toEqual(
      expect.arrayContaining(['dialogue', 'council', 'decision']),
    );
    expect(view.levels?.every(({ workingDays }) => workingDays >= 0)).toBe(true);
  });
});
