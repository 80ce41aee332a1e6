import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { cpvCodes, cpvLabel } from '#domain/shared/cpv.ts';
import { fold } from '#words/text.ts';
import { plan, understood, utterances, wrong } from './fixtures.ts';

const own = utterances('own.jsonl');
const DATA = new URL('../../../src/status-query/data/', import.meta.url);

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

  test('of the 976 for every topic, period rule, region and kind of purchase in both languages at least 98 % are understood', () => {
    const more = utterances('more.jsonl');
    expect(more.length).toBeGreaterThanOrEqual(900);
    expect(wrong(more).length, wrong(more).join('\n')).toBeLessThanOrEqual(more.length * 0.02);
  });

  test('of those that were written afterwards, each batch before it was read, at least 98 % are understood', () => {
    const later = utterances('later.jsonl');
    expect(later.length).toBeGreaterThanOrEqual(900);
    expect(wrong(later).length, wrong(later).join('\n')).toBeLessThanOrEqual(later.length * 0.02);
  });

  test('no example of the contract stands in the vocabulary as a whole', () => {
    const vocabulary = readdirSync(DATA).map((file) => readFileSync(new URL(file, DATA), 'utf8'));
    for (const { text } of utterances('dev.jsonl')) {
      const sentence = fold(text).replace(/[?!.]+$/, '');
      if (!sentence.includes(' ')) continue;
      expect(
        vocabulary.filter((words) => words.includes(`"${sentence}"`)),
        text,
      ).toEqual([]);
    }
  });

  test('an item is found by the label of its CPV code, in Swedish and English', () => {
    const byCode = Map.groupBy(plan, ({ cpv }) => cpv ?? '');
    const missed = [...byCode].flatMap(([cpv, items]) => {
      const [only] = items;
      // A code of several items, or of a whole division or group, names none.
      if (!only || items.length > 1 || cpv.replace(/0+$/, '').length < 4) return [];
      const questions = [
        `how is the ${cpvLabel(cpv, 'en')?.toLowerCase()} procurement going?`,
        `vem har inte svarat om ${cpvLabel(cpv, 'sv')?.toLowerCase()}`,
      ];
      return questions.filter((question) => understood(question).query.item !== only.id);
    });
    expect(missed, missed.join('\n')).toEqual(['vem har inte svarat om revision']);
  });

  test('a list is asked for by the name of any CPV division, whole, in Swedish and English', () => {
    const divisions = cpvCodes().filter((code) => code.endsWith('000000'));
    expect(divisions.length).toBe(45);
    const missed = divisions.flatMap((code) =>
      [
        `Vilka upphandlingar av ${cpvLabel(code, 'sv')?.toLowerCase()} har vi?`,
        `which procurements of ${cpvLabel(code, 'en')?.toLowerCase()} are planned?`,
      ].filter((question) => {
        const { topic, category } = understood(question).query;
        return topic !== 'items' || category?.startsWith(code.slice(0, 2)) !== true;
      }),
    );
    expect(missed, missed.join('\n')).toEqual([]);
  });

  test('at least 90 % of the examples that nothing was tuned on are understood', () => {
    const unseen = own.filter((one) => one.unseen);
    expect(unseen.length).toBeGreaterThanOrEqual(50);
    expect(wrong(unseen).length, `${wrong(unseen).length} wrong`).toBeLessThanOrEqual(unseen.length * 0.1);
  });
});
