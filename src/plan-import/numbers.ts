import { fail, ok, type Result } from '#domain/shared/result.ts';
import type { Cell } from './cell.ts';
import { type Fault, fault } from './issue.ts';

export interface NumberOptions {
  readonly decimal?: ',' | '.' | undefined;
  readonly scale?: number | undefined;
}

/** A word stands free when no letter touches it; a digit may ("3mnkr"). */
const free = (words: string, flags = 'i'): RegExp =>
  new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, `u${flags}`);

/** A unit in the cell is nearer to the number than the mapping's scale, and outranks it. */
const UNITS: readonly (readonly [RegExp, number])[] = [
  [free('mdkr|mdr(?:\\s*kr)?|miljard(?:er)?|billions?'), 1_000_000_000],
  [free('mnkr|mkr|msek|mn(?:\\s*kr)?|miljon(?:er)?|milj\\.?(?:\\s*kr)?|millions?'), 1_000_000],
  [free('tkr|tsek|ksek|kkr|tusen|thousand'), 1_000],
];
const WORDS = free(
  '(?:kr(?:onor)?|sek|swedish kronor|exkl?|excl|excluding|exklusive|utan|moms|vat)\\.?|:-',
  'gi',
);
const FOREIGN = free('[€$£¥]|eur|euro|usd|gbp|dkk|nok|chf');
const VAT = free('(?:inkl?\\.?|inklusive|incl\\.?|including|med|with)\\s*(?:moms|vat)');
const ABOUT =
  /^(?:ca\b|c:a|c\/a|cirka|circa|omkring|runt|ungefär|uppsk|uppskatt|drygt|knappt|nästan|närmare|över|under|minst|max|högst|upp till|about|approx|around|estimated|at least|at most|up to|over|almost|under)|^[~≈<>≤≥]|[~≈]|\+$/i;
const RANGE = /\d\D*?(?:[-‐‑–—]|\.\.|\btill\b|\bto\b|\boch\b|\band\b|\bresp\b|\/)\D*?\d/i;
const SPACE = /(?<=\d)[\s'’](?=\d{3}(?!\d))/gu;

const KRONA = 100;
const LIMIT = 1e13;

const finish = (number: number): Result<number, Fault> => {
  if (!Number.isFinite(number) || Math.abs(number) > LIMIT) return fail(fault('unreadable-number'));
  if (number < 0) return fail(fault('negative-value'));
  return number === 0 ? fail(fault('zero-value')) : ok(Math.round(number * KRONA) / KRONA);
};

const GROUPED = { ',': /^\d{1,3}(?:\.\d{3})+$/, '.': /^\d{1,3}(?:,\d{3})+$/ } as const;

const withDecimal = (digits: string, decimal: ',' | '.'): number | null => {
  const [whole = '', part = '', ...more] = digits.split(decimal);
  if (more.length > 0 || !/^\d*$/.test(part)) return null;
  if (/^\d+$/.test(whole)) return Number(`${whole}.${part || '0'}`);
  return GROUPED[decimal].test(whole) ? Number(`${whole.replace(/[.,]/g, '')}.${part || '0'}`) : null;
};

/** Which sign is the decimal one when nobody said: the last of two kinds, or a single one that is no group's. */
const decimalOf = (digits: string, scaled: boolean): ',' | '.' | 'ambiguous' => {
  const last = digits.lastIndexOf(',') > digits.lastIndexOf('.') ? ',' : '.';
  const other = last === ',' ? '.' : ',';
  if (digits.includes(other)) return last;
  if (digits.split(last).length > 2) return other;
  if (!/^[1-9]\d{0,2}[.,]\d{3}$/.test(digits)) return last;
  // Nobody writes thousandths of a krona, so 1.234 is in groups; but 1.234 million may be either.
  return scaled ? 'ambiguous' : other;
};

const unitOf = (text: string): readonly [RegExp, number] | undefined =>
  UNITS.find(([unit]) => unit.test(text));

/**
 * Text → SEK. What is not one exact figure without VAT in kronor is refused with its reason rather than shown as one:
 * "ca 3 mnkr", "2–4 mnkr", "3 mnkr inkl. moms", "300 000 EUR".
 */
const ofText = (text: string, { decimal, scale = 1 }: NumberOptions): Result<number, Fault> => {
  if (FOREIGN.test(text)) return fail(fault('other-currency'));
  if (VAT.test(text)) return fail(fault('value-with-vat'));
  if (ABOUT.test(text)) return fail(fault('approximate-value'));
  const unit = unitOf(text);
  const bare = text
    .replace(unit?.[0] ?? '', ' ')
    .replace(WORDS, ' ')
    .replace(/\(\s*\)/g, ' ')
    .trim();
  const joined = bare.replace(SPACE, '');
  if (/^[-−–]\s?\d[\d.,]*$/.test(joined)) return fail(fault('negative-value'));
  if (RANGE.test(joined)) return fail(fault('value-range'));
  // Digits that a spreadsheet has already rounded away: 2,39E+08.
  if (/^\d+(?:[.,]\d+)?e\+?\d+$/i.test(joined)) return fail(fault('approximate-value'));
  const digits = joined.replace(/[,.]-$/, '').replace(/\.$/, '');
  if (!/^[\d.,]*\d[\d.,]*$/.test(digits)) return fail(fault('unreadable-number'));
  const factor = unit?.[1] ?? scale;
  const sign = decimal ?? decimalOf(digits, factor !== 1);
  if (sign === 'ambiguous') return fail(fault('ambiguous-number'));
  const number = withDecimal(digits, sign);
  return number === null ? fail(fault('unreadable-number')) : finish(number * factor);
};

/** A cell → SEK excluding VAT, to the öre. */
export const readNumber = (cell: Cell, options: NumberOptions): Result<number, Fault> => {
  if (cell.shared) return fail(fault('shared-value'));
  if (cell.date) return fail(fault('unreadable-number'));
  if (cell.number !== undefined) return finish(cell.number * (options.scale ?? 1));
  return ofText(cell.text, options);
};
