import { describe, expect, test } from 'vitest';
import { inSteps } from '#application/breathing.ts';
import { candidatesAmong } from '#application/candidates.ts';
import { findCandidates, findingCandidates } from '#candidates/find.ts';
import { itemId } from '#domain/shared/ids.ts';
import { governance } from '#support/world.ts';
import { realPlan, regions } from './real-plan.ts';

/** Five times the real plan, with titles that differ. */
const large = Array.from({ length: 5 }, (_, copy) =>
  realPlan.map((item) => ({ ...item, id: itemId(`${item.id}-${copy}`), title: `${item.title} ${copy}` })),
).flat();

describe('looking for candidates holds nobody up', () => {
  test('in steps exactly the same is found as at once', async () => {
    const found = await inSteps(findingCandidates(large, { regions }));
    expect(found).toEqual(findCandidates(large, { regions }));
    expect(found.length).toBeGreaterThan(15);
  });

  test('a larger plan takes more steps, not longer ones', () => {
    const steps = (items: typeof large): number => [...findingCandidates(items, { regions })].length;
    expect(steps(large)).toBeGreaterThan(steps(realPlan.map((item) => ({ ...item }))));
  });

  test('others are served between two steps, in the chat too', async () => {
    let served = 0;
    let open = true;
    const serve = (): void => {
      served += 1;
      if (open) setImmediate(serve);
    };
    setImmediate(serve);
    const found = await candidatesAmong({ items: large, experiences: [] }, governance);
    open = false;
    expect(served).toBeGreaterThan(10);
    expect(found.length).toBeGreaterThan(15);
  });
});
