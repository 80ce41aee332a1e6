import { expect, test } from 'vitest';
import { fuzz } from '../../fuzz/answers.ts';

// The whole run of 100,000 is `npm run fuzz`.
test('600 random and hostile texts (seed 7) are each answered with a card that echoes nothing unescaped', async () => {
  const { faults, texts } = await fuzz(600, 7);
  expect(texts).toBe(600);
  expect(faults).toEqual([]);
});
