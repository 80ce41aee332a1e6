import fc from 'fast-check';
import { expect, test } from 'vitest';
import { byStart, type Listed, listedIn } from '#application/listing.ts';
import { itemId, type PlainDate, regionId } from '#domain/shared/ids.ts';

const day = fc
  .integer({ min: 1, max: 28 })
  .map((number) => `2027-02-${String(number).padStart(2, '0')}` as PlainDate);
const listed = fc.record({ number: fc.nat(), start: fc.option(day, { nil: undefined }) });

test('a list of a period is every item that starts in it and no other, in the order of the plan', () => {
  fc.assert(
    fc.property(
      fc.array(listed, { maxLength: 60 }),
      fc.option(day, { nil: undefined }),
      fc.option(day, { nil: undefined }),
      (items, from, to) => {
        const plan = items
          .map(
            ({ number, start }, place): Listed => ({
              id: itemId(`A${place}`),
              title: `Upphandling ${number}`,
              region: regionId('sormland'),
              plan: 2027,
              ...(start ? { start } : {}),
            }),
          )
          .sort(byStart);
        const wanted = plan.filter(
          ({ start }) =>
            (from === undefined || (start !== undefined && start >= from)) &&
            (to === undefined || (start !== undefined && start <= to)),
        );
        expect(listedIn(plan, { ...(from ? { from } : {}), ...(to ? { to } : {}) })).toEqual(wanted);
      },
    ),
    { numRuns: 300, seed: 7 },
  );
});
