import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { freezes, jsonOf } from '#store/frozen.ts';

const list = fc.array(
  fc.anything({ withDate: true, withSparseArray: true, withObjectString: true, maxDepth: 3 }),
  { maxLength: 12 },
);
const body = fc.record({ history: list, state: fc.anything({ withDate: true }), notices: list });

describe('a body as text', () => {
  it('is letter for letter what JSON makes of it, also when its parts were written out before', () => {
    fc.assert(
      fc.property(body, list, (first, more) => {
        expect(jsonOf(first)).toBe(JSON.stringify(first));
        for (const part of first.history) freezes(part);
        expect(jsonOf(first)).toBe(JSON.stringify(first));
        const next = { ...first, history: [...first.history, ...more] };
        expect(jsonOf(next)).toBe(JSON.stringify(next));
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
