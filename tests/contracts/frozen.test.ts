import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { freezes, jsonOf } from '#store/frozen.ts';

const list = fc.array(
  fc.anything({ withDate: true, withSparseArray: true, withObjectString: true, maxDepth: 3 }),
  { maxLength: 12 },
);
const body = fc.record({ history: list, state: fc.anything({ withDate: true }), notices: list });

/** Every object within, the value itself first. */
const within = (value: unknown): readonly object[] =>
  typeof value === 'object' && value !== null ? [value, ...Object.values(value).flatMap(within)] : [];

/** JSON has no negative zero. */
const fromJson = fc.jsonValue().map((value): unknown => JSON.parse(JSON.stringify(value)));

describe('a body that readers share', () => {
  it('is frozen to its last part, whether or not parts of it stood in the version before', () => {
    fc.assert(
      fc.property(fromJson, fromJson, (one, other) => {
        const first = { history: [one], state: other };
        expect(freezes(first)).toBe(true);
        const next = { history: [one, structuredClone(other)], state: { ...Object(other), one }, more: one };
        expect(freezes(next, first)).toBe(true);
        expect([...within(first), ...within(next)].every(Object.isFrozen)).toBe(true);
      }),
      { seed: 4, numRuns: 300 },
    );
  });

  it('is refused where JSON would give back something else, also beside what stood before', () => {
    const first = { history: [{ n: 1 }] };
    expect(freezes(first)).toBe(true);
    for (const odd of [new Date(0), Number.NaN, -0, undefined, { toJSON: () => 1 }, () => 1, new Map()])
      expect(freezes({ history: [...first.history, { odd }] }, first)).toBe(false);
  });
});

describe('a body as text', () => {
  it('is letter for letter what JSON makes of it, also when its parts were written out with the version before', () => {
    fc.assert(
      fc.property(body, list, fc.boolean(), (first, more, other) => {
        expect(jsonOf(first)).toBe(JSON.stringify(first));
        freezes(first);
        const next = { ...first, history: [...first.history, ...more] };
        expect(jsonOf(next, first)).toBe(JSON.stringify(next));
        const after = { ...next, history: other ? next.history.toReversed() : next.history.slice(1) };
        expect(jsonOf(after, next)).toBe(JSON.stringify(after));
        expect(jsonOf(first, after)).toBe(JSON.stringify(first));
      }),
      { seed: 3, numRuns: 300 },
    );
  });

  it('is what JSON makes of what is no plain object', () => {
    for (const value of [null, 1, 'text', [1, undefined, 2, 3, 4, 5], new Date(0), { toJSON: () => 'own' }]) {
      expect(jsonOf(value)).toBe(JSON.stringify(value));
    }
    expect(jsonOf(undefined)).toBeUndefined();
  });
});
