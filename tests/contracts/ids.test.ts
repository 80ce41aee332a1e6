import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isStorable, readId, writeId } from '#store/ids.ts';
import { byBytes, ODD_IDS } from './documents.ts';

const ids = fc.oneof(
  fc.constantFrom(...ODD_IDS),
  fc.string({ minLength: 1, unit: 'binary' }),
  fc.string({ minLength: 1, unit: fc.constantFrom(...'!"#$%&./0?>@[\\]~ aåÅ😀') }),
);

describe('an id as Cosmos DB gets it', () => {
  it('has nothing that Cosmos DB forbids and reads back as it was', () => {
    fc.assert(
      fc.property(ids, (id) => {
        const text = writeId(id);
        expect(text).toMatch(/^[!-~]+$/);
        expect(text).not.toMatch(/[/\\?#%]/);
        expect(readId(text)).toBe(id);
      }),
      { seed: 3, numRuns: 2000 },
    );
  });

  it('stands in the order of the ids by their UTF-8 bytes', () => {
    fc.assert(
      fc.property(ids, ids, (a, b) => {
        expect(Math.sign(byBytes(writeId(a), writeId(b)))).toBe(Math.sign(byBytes(a, b)));
      }),
      { seed: 3, numRuns: 5000 },
    );
  });

  it('may be as long as Cosmos DB allows and no longer', () => {
    expect(isStorable('a'.repeat(1023))).toBe(true);
    expect(isStorable('a'.repeat(1024))).toBe(false);
    expect(isStorable('å'.repeat(170))).toBe(true);
    expect(isStorable('å'.repeat(171))).toBe(false);
  });

  it('is refused when Samordna cannot have written it', () => {
    expect(() => readId('a/b')).toThrow('was not written by Samordna');
  });
});
