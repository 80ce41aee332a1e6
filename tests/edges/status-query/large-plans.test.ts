import { expect, test } from 'vitest';
import { cpvLabel } from '#domain/shared/cpv.ts';
import { itemId } from '#domain/shared/ids.ts';
import { understandingIn } from '#status-query/understand.ts';
import { plan, today, understood } from './fixtures.ts';

const LARGE = 3_000;
/** The real plan, and as many items more as a large one has. */
const large = [
  ...plan,
  ...Array.from({ length: LARGE }, (_, place) => {
    const like = plan[place % plan.length];
    if (!like) throw new Error('The plan is empty');
    return { ...like, id: itemId(`X${place}`), title: `Filter ${place} till pumpar` };
  }),
];

test('a large plan is made ready in steps, so that nobody else waits for all of it', () => {
  const steps = understandingIn(large, cpvLabel);
  let breaths = 0;
  for (;;) {
    const step = steps.next();
    if (step.done) {
      const { query } = step.value.understand('Hur går det med magnetkameran?', { today, language: 'sv' });
      expect(query).toEqual({ topic: 'item', item: 'MT3408', language: 'sv' });
      break;
    }
    breaths += 1;
  }
  expect(breaths).toBeGreaterThanOrEqual(LARGE / 500);
});

test.each([
  ['times', 'q1 mars 2021 '.repeat(70)],
  ['unknown words', 'blorgfusk zwertyp qwankla '.repeat(40)],
  ['near misses of questions', 'upphadnling invädning eskalerign '.repeat(30)],
])('of a text that is nothing but %s only the beginning is read, and the answer is sound', (_, text) => {
  const { query, choices } = understood(text);
  expect(choices.length).toBeLessThanOrEqual(10);
  if (query.period) expect(query.period.from <= query.period.to).toBe(true);
});
