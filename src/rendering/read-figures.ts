import type { RefusalCode } from '#domain/coordination/refusal.ts';
import type { FigureInput, SavingInput } from '#domain/indicators/figures.ts';
import { exactly, isRange, type Range } from '#domain/savings/range.ts';
import { fail, ok, type Result } from '#domain/shared/result.ts';
import { findEffort } from '#words/effort.ts';
import { fold } from '#words/text.ts';
import type { TypedSaving } from './actions/figures.ts';
import { parseNumber } from './parse-number.ts';

type Read<T> = Result<T, RefusalCode>;

/** "2 h", "45 min" or "12 000 kr": an external's cost is an amount, and everything else a time. */
export const readAmount = (
  text: string,
  category: Extract<FigureInput, { kind: 'cost' }>['category'],
): { readonly seconds: number; readonly external: number } | null => {
  const found = findEffort(fold(text))?.effort;
  if (category === 'external') {
    const sek = found?.kind === 'money' ? found.sek : parseNumber(text);
    return sek !== null && sek > 0 && found?.kind !== 'time' ? { seconds: 0, external: sek } : null;
  }
  const bare = found ? null : parseNumber(text);
  const seconds = found?.kind === 'time' ? found.seconds : bare === null ? null : Math.round(bare * 3600);
  return seconds !== null && seconds > 0 ? { seconds, external: 0 } : null;
};

/** "100", or the least, the expected and the most: "90–100–110". Null for two figures, or a range the wrong way round. */
export const readRange = (text: string): Range | null => {
  const parts = text
    .split(/\s*(?:–|—|-|\.\.|till|to)\s*/u)
    .map((part) => parseNumber(part.replace(/%/g, '').trim()));
  const [low, base, high] = parts;
  if (parts.length === 1 && low != null) return exactly(low);
  if (parts.length !== 3 || low == null || base == null || high == null) return null;
  const range = { low, base, high };
  return isRange(range) ? range : null;
};

/** A change in per cent, which may be negative as one figure: "3", "-2" or "2–3–4" → 1.03 and so on. */
const readIndex = (text: string): Range | null => {
  const negative = /^\s*[-−]\s*(\d[\d,.]*)\s*%?\s*$/u.exec(text)?.[1];
  if (negative !== undefined) {
    const value = parseNumber(negative);
    return value === null ? null : exactly(1 - value / 100);
  }
  const range = readRange(text);
  return range && { low: 1 + range.low / 100, base: 1 + range.base / 100, high: 1 + range.high / 100 };
};

/** Cells between semicolons or tabs; empty lines are left out. */
const rows = (text: string): string[][] =>
  text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => line.split(/[;\t]/).map((cell) => cell.trim()));

/** Quantity and two prices a line; whatever stands before them in the line is the article's name. */
const priced = (text: string): readonly { quantity: Range; first: number; second: number }[] | null => {
  const read = rows(text).map((cells) => {
    const [amount = '', before = '', after = ''] = cells.slice(-3);
    const [quantity, first, second] = [readRange(amount), parseNumber(before), parseNumber(after)];
    return cells.length >= 3 && quantity && first !== null && second !== null
      ? { quantity, first, second }
      : null;
  });
  return read.length > 0 && read.every((line) => line !== null) ? read : null;
};

/** What was typed on a saving's form → what is computed from. `lines-unreadable`, `range-unreadable`, `number-unreadable`. */
export const readSaving = (typed: TypedSaving): Read<SavingInput> => {
  const years = parseNumber(typed.years.replace(/\s*(?:år|years?)\s*$/iu, ''));
  if (years === null || years <= 0) return fail('number-unreadable');
  if (typed.method === 'market-price') {
    const bids = rows(typed.lines).map((cells) => parseNumber(cells.at(-1) ?? ''));
    if (bids.length === 0 || bids.some((bid) => bid === null)) return fail('lines-unreadable');
    const winner = parseNumber(typed.winner ?? '');
    if (winner === null) return fail('number-unreadable');
    const quantity = readRange(typed.quantity ?? '');
    if (!quantity) return fail('range-unreadable');
    return ok({ method: 'market-price', bids: bids as number[], winner, quantity, years });
  }
  const lines = priced(typed.lines);
  if (!lines) return fail('lines-unreadable');
  if (typed.method === 'negotiation') {
    const negotiated = lines.map(({ quantity, first, second }) => ({
      quantity,
      firstPrice: first,
      finalPrice: second,
    }));
    return ok({ method: 'negotiation', lines: negotiated, years });
  }
  const index = readIndex(typed.index ?? '');
  if (!index) return fail('range-unreadable');
  const unmatchedValue = parseNumber(typed.unmatched ?? '');
  if (unmatchedValue === null) return fail('number-unreadable');
  const bought = lines.map(({ quantity, first, second }) => ({
    quantity,
    oldPrice: first,
    newPrice: second,
  }));
  return ok({ method: 'basket', lines: bought, index, unmatchedValue, years });
};

/** What was invoiced: quantity, old price (a dash where there was none) and invoiced price a line. */
export const readInvoiced = (text: string): Read<Extract<FigureInput, { kind: 'realised' }>['lines']> => {
  const read = rows(text).map((cells) => {
    const [amount = '', before = '', after = ''] = cells.slice(-3);
    const [quantity, baseline, invoiced] = [parseNumber(amount), parseNumber(before), parseNumber(after)];
    const none = /^(?:[-–—]|saknas|none)?$/iu.test(before);
    if (cells.length < 3 || quantity === null || invoiced === null || (baseline === null && !none))
      return null;
    return { quantity, invoiced, ...(baseline === null ? {} : { baseline }) };
  });
  const lines = read.filter((line) => line !== null);
  return read.length > 0 && lines.length === read.length ? ok(lines) : fail('lines-unreadable');
};

/** Per cent a source; an empty field is 0, and what is left of a hundred is unknown. */
export const readShares = (
  typed: Readonly<Record<'coordination' | 'market' | 'commerce' | 'category', string>>,
): Read<Extract<FigureInput, { kind: 'attributed' }>['shares']> => {
  const share = (text: string): number | null => {
    if (text.trim() === '') return 0;
    const value = parseNumber(text.replace(/%|procent|per cent|percent/giu, '').trim());
    return value === null ? null : value / 100;
  };
  const [coordination, market, commerce, category] = [
    share(typed.coordination),
    share(typed.market),
    share(typed.commerce),
    share(typed.category),
  ];
  if (coordination === null || market === null || commerce === null || category === null)
    return fail('number-unreadable');
  const unknown = 1 - coordination - market - commerce - category;
  if (unknown < -1e-9) return fail('shares-over-hundred');
  return ok({
    coordination,
    market,
    'e-commerce': commerce,
    'category-work': category,
    unknown: Math.max(0, Math.round(unknown * 1e9) / 1e9),
  });
};
