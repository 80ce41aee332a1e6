import { describe, expect, test } from 'vitest';
import { type Issue, issueAt } from '#plan-import/issue.ts';
import { importErrorMessage, issueMessage } from '#plan-import/messages.ts';

const about: Issue = issueAt(7, 'Värde', 'ca 3 mnkr', { reason: 'approximate-value', params: {} });

describe('what a person reads about an import', () => {
  test('names the row, the column, what stands there and what to write instead', () => {
    expect(issueMessage(about, 'sv')).toBe(
      'Rad 7, kolumnen ”Värde”: ”ca 3 mnkr” är en uppskattning och visas inte som ett exakt belopp. Fältet lämnades tomt. Skriv ett belopp, till exempel 3 000 000, när det är känt.',
    );
    expect(issueMessage({ ...about, column: null }, 'en')).toMatch(/^Row 7: “ca 3 mnkr” is an estimate/);
  });

  test('quotes at most 200 characters of a cell', () => {
    expect(issueAt(1, null, 'x'.repeat(300), { reason: 'missing', params: {} }).value).toBe(
      `${'x'.repeat(199)}…`,
    );
  });

  test('says in which of two files the fault is', () => {
    const error = {
      code: 'values-unreadable',
      params: { cause: { code: 'file-empty', params: {} } },
    } as const;
    expect(importErrorMessage(error, 'sv')).toBe(
      'Filen med värden gick inte att läsa. Filen är tom. Spara planen i den, som xlsx eller csv.',
    );
    expect(importErrorMessage(error, 'en')).toBe(
      'The file with values could not be read. The file is empty. Save the plan in it, as xlsx or csv.',
    );
  });
});
