import { describe, expect, test } from 'vitest';
import { utterances, wrong } from './fixtures.ts';

const own = utterances('own.jsonl');

describe('what people ask leads to what they want to see', () => {
  test('at least 98 % of the examples of the contract are understood in topic, item, period, region and language', () => {
    const examples = utterances('dev.jsonl');
    expect(wrong(examples).length, wrong(examples).join('\n')).toBeLessThanOrEqual(examples.length * 0.02);
  });

  test('at least 97 % of our own examples are understood', () => {
    const seen = own.filter(({ unseen }) => !unseen);
    expect(seen.length).toBeGreaterThanOrEqual(150);
    expect(wrong(seen).length, wrong(seen).join('\n')).toBeLessThanOrEqual(seen.length * 0.03);
  });

  test('at least 90 % of the examples that nothing was tuned on are understood', () => {
    const unseen = own.filter((one) => one.unseen);
    expect(unseen.length).toBeGreaterThanOrEqual(50);
    expect(wrong(unseen).length, `${wrong(unseen).length} wrong`).toBeLessThanOrEqual(unseen.length * 0.1);
  });
});
