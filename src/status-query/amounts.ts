export interface FoundAmount {
  /** SEK. */
  readonly value: number;
  readonly named: readonly (readonly [number, number])[];
}

const SCALES: readonly (readonly [RegExp, number])[] = [
  [/^(?:miljard|billion|mdkr|mdr|md$|bn)/, 1e9],
  [/^(?:mnkr|mkr|msek|mn|milj|million|m$|mille)/, 1e6],
  [/^(?:tkr|ksek|tsek|tusen|thousand|k$|kkr|tus)/, 1e3],
  [/^(?:kr|kronor|sek|crowns|:-)/, 1],
];
const AMOUNT =
  /(?<![\p{L}\p{N}.,])(?<number>\d{1,3}(?:[ .]\d{3})+|\d{1,12}(?:[.,]\d{1,3})?) ?(?<unit>miljard(?:er)?|billions?|mdkr|mdr|md|bn|mnkr|mkr|msek|mn|miljon(?:er)?|milj|millions?|m|tkr|ksek|tsek|kkr|tusen|thousand|k|kronor|kr|sek|crowns|:-)(?:(?: ?(?:kronor|kr|sek|crowns))?)(?![\p{L}\p{N}])/u;

const numberOf = (text: string): number =>
  /^\d{1,3}(?:[ .]\d{3})+$/.test(text) ? Number(text.replace(/[ .]/g, '')) : Number(text.replace(',', '.'));

/** The first amount of money in folded text: "2 mnkr", "500 tkr", "3,5 miljoner", "1 500 000 kr". */
export const findAmount = (folded: string): FoundAmount | null => {
  const match = AMOUNT.exec(folded);
  const unit = match?.groups?.unit ?? '';
  const scale = SCALES.find(([names]) => names.test(unit))?.[1];
  if (!match || scale === undefined) return null;
  const value = Math.round(numberOf(match.groups?.number ?? '') * scale);
  return Number.isSafeInteger(value)
    ? { value, named: [[match.index, match.index + match[0].length]] }
    : null;
};
