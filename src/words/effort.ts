import { COUNT_WORDS } from './counts.ts';

/** What somebody says that something took: seconds of work, or SEK. */
export type Effort =
  | { readonly kind: 'time'; readonly seconds: number }
  | { readonly kind: 'money'; readonly sek: number };
export interface FoundEffort {
  readonly effort: Effort;
  /** Where it stands in the folded text. */
  readonly from: number;
  readonly to: number;
}

const WORD = Object.keys(COUNT_WORDS)
  .sort((a, b) => b.length - a.length)
  .join('|');
const EDGE = '(?![\\p{L}\\p{N}])';
const FIGURE = '\\d{1,3}(?:[.,]\\d{1,2})?';
const HOURS = '(?:timmars|timmar|timmes|timme|timma|tim|hours?|hrs?|h)';
const MINUTES = '(?:minuters|minuter|minut|minutes?|mins?)';
const BEFORE = '(?<![\\p{L}\\p{N}.,])';

/** Tried in order: what says more comes first. */
const TIMES: readonly (readonly [RegExp, (found: RegExpExecArray) => number])[] = [
  [
    new RegExp(`${BEFORE}(?:en )?halv ?timm(?:e|es|a)${EDGE}|${BEFORE}(?:a )?half (?:an )?hour${EDGE}`, 'u'),
    () => 1800,
  ],
  [new RegExp(`${BEFORE}(?:en )?kvart${EDGE}|${BEFORE}(?:a )?quarter of an hour${EDGE}`, 'u'), () => 900],
  [
    new RegExp(
      `${BEFORE}(?:en och en halv|halvannan) timm(?:e|es|a)${EDGE}|${BEFORE}(?:one|an) and a half hours?${EDGE}|${BEFORE}an hour and a half${EDGE}`,
      'u',
    ),
    () => 5400,
  ],
  [
    new RegExp(`${BEFORE}(\\d{1,3}) ?${HOURS} ?(?:och |and )?(\\d{1,2}) ?(?:${MINUTES}|m)?${EDGE}`, 'u'),
    (found) => Number(found[1]) * 3600 + Number(found[2]) * 60,
  ],
  [
    new RegExp(`${BEFORE}(${FIGURE}|${WORD}) ?${HOURS}${EDGE}`, 'u'),
    (found) => Math.round(numberOf(found[1]) * 3600),
  ],
  [
    new RegExp(`${BEFORE}(\\d{1,3}|${WORD}) ?${MINUTES}${EDGE}`, 'u'),
    (found) => Math.round(numberOf(found[1]) * 60),
  ],
];
const MONEY = new RegExp(
  `${BEFORE}(\\d{1,3}(?: \\d{3})+|\\d{1,12}(?:[.,]\\d{1,3})?) ?(mnkr|tkr|ksek|kr|kronor|sek|crowns|:-)${EDGE}|${BEFORE}sek ?(\\d{1,3}(?:[ ,]\\d{3})+|\\d{1,12})${EDGE}`,
  'u',
);
const SCALE: Readonly<Record<string, number>> = { mnkr: 1e6, tkr: 1e3, ksek: 1e3 };

const numberOf = (text = ''): number => COUNT_WORDS[text] ?? Number(text.replace(',', '.'));
const amountOf = (text: string): number =>
  /[ ,]\d{3}(?:[ ,]|$)/.test(text) ? Number(text.replace(/[ ,]/g, '')) : Number(text.replace(',', '.'));

/**
 * "2 h", "30 min", "2 h 30 min", "en halvtimme", "two hours", "12 000 kr", "15 tkr" in folded text (`fold`), Swedish or
 * English. Null where there is neither a time nor an amount; days are not read, since a day is of no certain length.
 */
export const findEffort = (folded: string): FoundEffort | null => {
  for (const [pattern, secondsOf] of TIMES) {
    const found = pattern.exec(folded);
    if (!found) continue;
    const seconds = secondsOf(found);
    if (!Number.isSafeInteger(seconds) || seconds <= 0) return null;
    return { effort: { kind: 'time', seconds }, from: found.index, to: found.index + found[0].length };
  }
  const money = MONEY.exec(folded);
  if (!money) return null;
  const sek = Math.round(amountOf(money[1] ?? money[3] ?? '') * (SCALE[money[2] ?? ''] ?? 1));
  if (!Number.isSafeInteger(sek) || sek <= 0) return null;
  return { effort: { kind: 'money', sek }, from: money.index, to: money.index + money[0].length };
};
