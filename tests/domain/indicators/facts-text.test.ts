import { describe, expect, it } from 'vitest';
import { initialState } from '#domain/coordination/state.ts';
import { readFacts, writeFacts } from '#domain/indicators/facts-text.ts';
import { factsOf } from '#domain/indicators/of-case.ts';
import { asked, imported, noNeed, objects, tell, yes } from '#support/given.ts';
import { sAkut, sKirurgi, vAnestesi, vKirurgi } from '#support/world.ts';

describe('the facts in a case’s index', () => {
  it.each([
    ['imported', imported],
    ['asked', asked],
    ['partly answered', tell(asked, yes(sKirurgi, 5))],
    ['committed', tell(asked, yes(sKirurgi, 5), noNeed(sAkut), yes(vKirurgi), noNeed(vAnestesi))],
    ['escalated', tell(asked, objects(vKirurgi))],
  ])('read back as they were written: %s', (_, { state }) => {
    expect(readFacts(writeFacts(state))).toEqual(factsOf(state));
  });
  it('are short for an item of which nothing is known: a hundred thousand are read at once', () => {
    expect(writeFacts(imported.state).length).toBeLessThan(200);
  });
  it('are none for a case that is not known', () => {
    expect(writeFacts(initialState())).toBe('');
  });
});
