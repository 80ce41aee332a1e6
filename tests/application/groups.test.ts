import { describe, expect, it } from 'vitest';
import { inGroups } from '#application/groups.ts';

describe('requests about one key', () => {
  const collecting = () => {
    const groups: string[] = [];
    const ask = inGroups<string, string, string>(async (key, group) => {
      groups.push(`${key}: ${group.join(' ')}`);
      await new Promise((resolve) => setImmediate(resolve));
      return group.map((wanted) => () => {
        if (wanted === 'bug') throw new Error(`a bug of ${key}`);
        return `${key}-${wanted}`;
      });
    });
    return { groups, ask };
  };

  it('are settled together when they come while an earlier one is settled, in their order', async () => {
    const { groups, ask } = collecting();
    const results = await Promise.all(['1', '2', '3'].map((wanted) => ask('a', wanted)));
    expect(results).toEqual(['a-1', 'a-2', 'a-3']);
    expect(groups).toEqual(['a: 1', 'a: 2 3']);
  });

  it('do not wait for those about another key', async () => {
    const { groups, ask } = collecting();
    await Promise.all([ask('a', '1'), ask('b', '1'), ask('b', '2')]);
    expect(groups).toEqual(['a: 1', 'b: 1', 'b: 2']);
  });

  it('do not suffer from one that throws', async () => {
    const { ask } = collecting();
    const results = await Promise.allSettled(['1', 'bug', '3'].map((wanted) => ask('a', wanted)));
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  it('are all told when nothing could be settled, and later ones are settled again', async () => {
    let broken = true;
    const ask = inGroups<string, string, string>(async (_key, group) => {
      if (broken) throw new Error('The store is gone');
      return group.map((wanted) => () => wanted);
    });
    const results = await Promise.allSettled([ask('a', '1'), ask('a', '2')]);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    broken = false;
    expect(await ask('a', '3')).toBe('3');
  });
});
