import { describe, expect, it } from 'vitest';
import { decisionKind, OUTCOMES } from '#domain/escalation/reasons.ts';
import { changedFields, isMaterial, plannedStart } from '#domain/plan/item.ts';
import { type Actor, actorId, hasRole } from '#domain/shared/actor.ts';
import {
  asPersonId,
  asUnitId,
  itemId,
  personId,
  regionId,
  regionOf,
  roundId,
  tenantOf,
  unitId,
  unitName,
} from '#domain/shared/ids.ts';
import { isLanguage } from '#domain/shared/language.ts';
import { remembered, rememberedFor, rememberedForBoth } from '#domain/shared/remembered.ts';
import { fail, never, ok } from '#domain/shared/result.ts';
import { beds, clock, officer, operator, vKirurgi } from '#support/world.ts';

describe('ids say what they belong to', () => {
  it('a person to a tenant, a unit to a region, a round to an item', () => {
    expect(personId('Tenant', 'Object')).toBe('tenant:object');
    expect(tenantOf(asPersonId('tenant:object'))).toBe('tenant');
    const unit = unitId(regionId('sormland'), 'Kirurgi/Öst');
    expect([regionOf(unit), unitName(unit)]).toEqual(['sormland', 'Kirurgi/Öst']);
    expect(asUnitId('sormland/Kirurgi/Öst')).toBe(unit);
    expect(roundId(itemId('MT1'), 2)).toBe('MT1#2');
  });
});

describe('an actor stands in the record by an id', () => {
  it('of a person, of the command line, or the clock', () => {
    expect([officer, operator, clock].map((actor: Actor) => actorId(actor))).toEqual([
      'tenant-s:officer',
      'cli:root',
      'clock',
    ]);
  });

  it('and only a person has roles', () => {
    expect(hasRole(officer, 'officer')).toBe(true);
    expect(hasRole(vKirurgi, 'officer')).toBe(false);
    expect(hasRole(operator, 'officer')).toBe(false);
    expect(hasRole(clock, 'officer')).toBe(false);
  });
});

describe('the decision that a mandate must cover (section 3)', () => {
  it('is a deviation, a postponement, or coordination in whatever form', () => {
    const kinds = Map.groupBy(OUTCOMES, decisionKind);
    expect(kinds.get('postpone')).toEqual(['postpone']);
    // Whoever lets a part of the units go their own way decides on a deviation for them.
    expect(kinds.get('deviate')).toEqual(['coordinate-partly', 'deviate']);
    expect(kinds.get('coordinate')).toEqual(OUTCOMES.slice(0, 4));
    expect(kinds.size).toBe(3);
  });
});

describe('a change of an item is material by its fields (law 3)', () => {
  it('one material field among others is enough', () => {
    expect(isMaterial(['responsible', 'value'])).toBe(true);
    expect(isMaterial(['responsible', 'unit'])).toBe(false);
    expect(isMaterial([])).toBe(false);
    expect(changedFields(beds, { ...beds, value: 1, responsible: 'X' })).toEqual(['value', 'responsible']);
    expect(changedFields(beds, { ...beds })).toEqual([]);
  });

  it('the advertising date stands in for a missing start', () => {
    expect(plannedStart(beds)).toBe(beds.advertise);
    const start = beds.advertise;
    expect(plannedStart({ ...beds, ...(start ? { start } : {}) })).toBe(start);
  });
});

describe('small tools', () => {
  it('what was asked for is made once, and made anew when too much is known', () => {
    let made = 0;
    const twice = remembered((a: number, b: string) => {
      made += 1;
      return `${a}${b}`;
    });
    expect([twice(1, 'a'), twice(1, 'a'), twice(1, 'b'), twice(2, 'a')]).toEqual(['1a', '1a', '1b', '2a']);
    expect(made).toBe(3);
    for (let i = 0; i < 4093; i += 1) twice(i + 10, 'c');
    expect(made).toBe(4096);
    expect(twice(1, 'a')).toBe('1a');
    expect(made).toBe(4096);
    // The next one is too much: everything is forgotten.
    twice(9, 'x');
    expect(made).toBe(4097);
    twice(1, 'a');
    expect(made).toBe(4098);
    twice(9, 'x');
    expect(made).toBe(4098);
  });

  it('what follows from an object alone is worked out once for each object, though two are alike', () => {
    let made = 0;
    const count = rememberedFor((list: readonly number[]) => {
      made += 1;
      return list.length === 0 ? undefined : list.length;
    });
    const [one, alike, empty] = [[1, 2], [1, 2], []];
    expect([one, one, alike, empty, empty].map(count)).toEqual([2, 2, 2, undefined, undefined]);
    expect(made).toBe(3);
  });

  it('what follows from an object and a text is worked out once for each, until too many texts are known', () => {
    let made = 0;
    const said = rememberedForBoth((list: readonly string[], text: string) => {
      made += 1;
      return list.includes(text);
    });
    const [one, other] = [['a'], ['b']];
    expect([said(one, 'a'), said(one, 'a'), said(other, 'a'), said(other, 'a')]).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(made).toBe(2);
    for (let i = 0; i < 63; i += 1) said(one, `${i}`);
    said(one, 'a');
    expect(made).toBe(65);
    // The next one is too much for this object, and touches no other.
    said(one, 'more');
    said(one, 'a');
    said(other, 'a');
    expect(made).toBe(67);
  });

  it('a result is a value or an error, and a union that is not exhausted is a bug', () => {
    expect(ok(1)).toEqual({ ok: true, value: 1 });
    expect(fail('no')).toEqual({ ok: false, error: 'no' });
    expect(() => never('odd' as never)).toThrow('Unhandled case: "odd"');
  });

  it('there are two languages', () => {
    expect(['sv', 'en', 'fi', ''].map(isLanguage)).toEqual([true, true, false, false]);
  });
});
