/** Words that scale or name a figure. Everything else behind a number makes it unreadable rather than guessed. */
const FACTORS: Readonly<Record<string, number>> = {
  '': 1,
  kr: 1,
  kronor: 1,
  sek: 1,
  st: 1,
  stycken: 1,
  pcs: 1,
  pieces: 1,
  timmar: 1,
  hours: 1,
  tkr: 1e3,
  ksek: 1e3,
  tusen: 1e3,
  thousand: 1e3,
  mn: 1e6,
  mnkr: 1e6,
  mkr: 1e6,
  msek: 1e6,
  miljon: 1e6,
  miljoner: 1e6,
  million: 1e6,
};

const SHAPE =
  /^(?:(?:ca|c:a|cirka|ungefär|about|approx)\.?\s+|~\s*)?(?:(?:sek|kr)\s+)?(\d[\d .,]*)\s*(\p{L}*)\.?(?:\s+(?:kr|kronor|sek))?$/iu;

/** How a figure may be written so that it can mean one thing only: the decimals are the last group. */
const CERTAIN: readonly RegExp[] = [
  /^(\d+)$/,
  /^(\d{1,3}(?: \d{3})+)(?:[.,](\d+))?$/,
  /^(\d{1,3}(?:\.\d{3})+),(\d+)$/,
  /^(\d{1,3}(?:\.\d{3}){2,})$/,
  /^(\d{1,3}(?:,\d{3})+)\.(\d+)$/,
  /^(\d{1,3}(?:,\d{3}){2,})$/,
  // "1,200" may be one and a fifth or twelve hundred: three decimals are certain only after a 0 or four digits.
  /^(0|\d{4,})[.,](\d+)$/,
  /^(\d+)[.,](\d{1,2}|\d{4,})$/,
];

/** Far above any procurement: sums of what is taken stay exact, and finite, which the record demands. */
export const LARGEST = 1e12;

/**
 * A figure as a person writes it: "1 200 000", "1,5 mnkr", "ca 3 mnkr", "850 tkr". SEK or the item's own unit of count.
 * Null when it is negative, a range, in an unknown unit, or could mean two things ("1.200").
 */
export const parseNumber = (text: string): number | null => {
  const match = SHAPE.exec(text.replace(/\s+/gu, ' ').trim());
  const figure = match?.[1]?.trim();
  const factor = FACTORS[(match?.[2] ?? '').toLowerCase()];
  if (!figure || factor === undefined) return null;
  const parts = CERTAIN.map((shape) => shape.exec(figure)).find((found) => found !== null);
  if (!parts) return null;
  const whole = (parts[1] ?? '').replace(/[ .,]/g, '');
  const value = Math.round(Number(`${whole}.${parts[2] ?? '0'}`) * factor * 100) / 100;
  return value <= LARGEST ? value : null;
};
