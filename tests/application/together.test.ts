import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { actorOf } from '#application/asking.ts';
import type { DocumentStore } from '#application/ports/documents.ts';
import { createSamordna, type Samordna } from '#application/samordna.ts';
import { prepareDemo } from '#demo/prepare.ts';
import { entries } from '#domain/coordination/answer.ts';
import { replay } from '#domain/coordination/evolve.ts';
import { isAsked } from '#domain/coordination/state.ts';
import type { Person } from '#domain/directory/person.ts';
import { brokenAt } from '#domain/record/history.ts';
import { endOfDay } from '#domain/shared/calendar.ts';
import type { PersonId, UnitId } from '#domain/shared/ids.ts';
import { openStore } from '#store/open.ts';
import { type TemporarySqlite, temporarySqlite } from '#support/stores.ts';
import { at, date } from '#support/world.ts';

const clock = { now: () => at('2026-11-23 09:00') };
let opened: TemporarySqlite;
let other: DocumentStore;
let here: Samordna;
let there: Samordna;
let salts = 0;
const over = (store: DocumentStore): Samordna =>
  createSamordna({ store, clock, machineClock: clock, salt: () => `salt-${salts++}` });
beforeEach(async () => {
  opened = await temporarySqlite();
  other = await openStore(opened.config);
  [here, there] = [over(opened.store), over(other)];
  await prepareDemo(opened.store, here);
});
afterEach(async () => {
  await other.close();
  await opened.dispose();
});

/** An item whose units are asked, and who answers for each. */
const asked = async () => {
  const operator = { kind: 'operator', name: 'test' } as const;
  const [item] = (await here.cases.list({ state: ['draft'] })).map(({ state }) => state.item.id);
  if (!item) throw new Error('the demo has no item');
  const round = await here.rounds.open(item, endOfDay(date('2026-12-18')), operator);
  if (!round.ok) throw new Error(round.error.code);
  const state = (await here.cases.load(item))?.state;
  if (!state || !isAsked(state)) throw new Error('nobody was asked');
  const units = entries(state.round).flatMap(({ unit, respondents: [person] }) =>
    person ? [{ unit, person }] : [],
  );
  const [first, second] = units;
  if (!first || !second) throw new Error('too few were asked');
  const directory = await here.people.directory();
  const known = (id: PersonId): Person => {
    const person = directory.person(id);
    if (!person) throw new Error(`nobody is ${id}`);
    return person;
  };
  const press = (by: Samordna, unit: UnitId, person: PersonId, value: number) =>
    by.cases.execute(
      item,
      {
        do: 'answer',
        unit,
        round: 1,
        revision: state.revision,
        answer: { kind: 'yes', commitment: { binding: 'estimate', value } },
        texts: {},
      },
      actorOf(known(person)),
    );
  return { item, units, first, second, press };
};

describe('people who press on the same case at once', () => {
  it('are each recorded, in a whole chain, also from two processes', async () => {
    const { item, units, press } = await asked();
    const outcomes = await Promise.all(
      Array.from({ length: 5 }, (_, turn) =>
        units.flatMap(({ unit, person }, i) => [
          press(here, unit, person, 1000 * turn + 2 * i),
          press(there, unit, person, 1000 * turn + 2 * i + 1),
        ]),
      ).flat(),
    );
    expect(outcomes.filter((outcome) => !outcome.ok)).toEqual([]);
    const found = await there.cases.load(item);
    if (!found) throw new Error('the case is gone');
    const answers = found.history.filter(({ event }) => event.type === 'answered');
    expect(answers).toHaveLength(10 * units.length);
    expect(brokenAt(found.history)).toBeNull();
    expect(replay(found.history.map(({ event }) => event))).toEqual(found.state);
  });

  it('learn what was before their own press, not before the first one of them', async () => {
    const { first, press } = await asked();
    const { unit, person } = first;
    const outcomes = await Promise.all([1, 2, 3].map((value) => press(here, unit, person, value)));
    const before = outcomes.map((outcome) =>
      outcome.ok && isAsked(outcome.value.before) ? outcome.value.before.round.units[unit]?.answer : null,
    );
    expect(before).toMatchObject([
      { kind: 'waiting' },
      { commitment: { value: 1 } },
      { commitment: { value: 2 } },
    ]);
  });

  it('are refused each for themselves', async () => {
    const { item, first, second, press } = await asked();
    const outcomes = await Promise.all([
      press(here, first.unit, first.person, 1),
      press(here, first.unit, second.person, 2),
      press(here, second.unit, second.person, 3),
    ]);
    expect(outcomes.map(({ ok }) => ok)).toEqual([true, false, true]);
    const found = await here.cases.load(item);
    expect(found?.history.filter(({ event }) => event.type === 'answered')).toHaveLength(2);
  });
});

describe('rules that another process replaced', () => {
  it('hold for the very next press', async () => {
    const now = clock.now();
    const known = await here.rules.at(now);
    expect(await there.rules.at(now)).toEqual(known);
    await there.rules.replace({ ...known, version: 'newer', mandates: [] });
    expect(await here.rules.at(now)).toMatchObject({ version: 'newer', mandates: [] });
  });
});
