import { describe, expect, it } from 'vitest';
import { initialState } from '#domain/coordination/state.ts';
import { factsText, readFacts, writeFacts } from '#domain/indicators/facts-text.ts';
import { factsOf } from '#domain/indicators/of-case.ts';
import { itemId } from '#domain/shared/ids.ts';
import { asked, imported, noNeed, objects, tell, yes } from '#support/given.ts';
import { until } from '#support/stages.ts';
import { SORMLAND, sAkut, sKirurgi, vAnestesi, vKirurgi } from '#support/world.ts';

describe('the facts in a case’s index', () => {
  it.each([
    ['imported', imported],
    ['asked', asked],
    ['partly answered', tell(asked, yes(sKirurgi, 5))],
    ['committed', tell(asked, yes(sKirurgi, 5), noNeed(sAkut), yes(vKirurgi), noNeed(vAnestesi))],
    ['escalated', tell(asked, objects(vKirurgi))],
    ['signed', until('contract')],
    ['closed', until('closed')],
  ])('read back as they were written: %s', (_, { state }) => {
    expect(readFacts(writeFacts(state))).toEqual(factsOf(state));
  });
  it('are short for an item of which nothing is known, and leave no unusual part of a fact out: a hundred thousand are read at once', () => {
    expect(writeFacts(imported.state)).toBe(
      '3{"item":"MT924","title":"Operationsbord","plan":2021,"region":"vastmanland","cpv":"33192230","value":4000000,"planned":"2021-02-01"}',
    );
    expect(factsText({ item: itemId('A'), plan: 2025, region: SORMLAND, quality: { ratings: [] } })).toBe(
      '3{"item":"A","plan":2025,"region":"sormland"}',
    );
    const quality = { ratings: [], fidelity: 0.5 };
    expect(factsText({ item: itemId('A'), plan: 2025, region: SORMLAND, quality })).toBe(
      '3{"item":"A","plan":2025,"region":"sormland","quality":{"ratings":[],"fidelity":0.5}}',
    );
  });
  it('that another version wrote are not read', () => {
    expect(readFacts('2{"item":"A"}')).toBeNull();
    expect(readFacts('{"item":"A"}')).toBeNull();
    expect(readFacts('')).toBeNull();
  });
  it('are none for a case that is not known', () => {
    expect(writeFacts(initialState())).toBe('');
  });
});
