import data from './cpv-2008.json' with { type: 'json' };
import type { Language } from './language.ts';
import { rememberedFor } from './remembered.ts';

/** Place of each eight-digit code in the lists; built when first asked for, most commands never ask. */
const placesIn = rememberedFor(
  (codes: readonly string[]): ReadonlyMap<string, number> =>
    new Map(codes.map((code, place) => [code.slice(0, 8), place])),
);
const placeOf = (code8: string): number | undefined => placesIn(data.codes).get(code8);

/** Every code of CPV 2008, eight digits without the check digit. */
export const cpvCodes = (): readonly string[] => data.codes.map((code) => code.slice(0, 8));

/** The label of exactly this code (eight digits, no check digit); null when CPV 2008 does not have it. */
export const cpvLabel = (code8: string, language: Language): string | null => {
  const place = placeOf(code8);
  return place === undefined ? null : (data[language][place] ?? null);
};

/**
 * The codes above and including `code8` that CPV knows, division first: 33192230 → 33000000, 33100000, 33190000,
 * 33192000, 33192200, 33192230.
 */
export const cpvPath = (code8: string): string[] =>
  [2, 3, 4, 5, 6, 7, 8]
    .map((digits) => code8.slice(0, digits).padEnd(8, '0'))
    .filter((code, place, all) => all.indexOf(code) === place && placeOf(code) !== undefined);

export interface CpvText {
  /** Eight digits, without the check digit. */
  readonly code: string;
  /** False for a well-formed code that CPV 2008 does not have, such as 00000000. */
  readonly known: boolean;
  /** True when a check digit was given and is not the one of Regulation (EC) 213/2008. */
  readonly checkDigitWrong: boolean;
}

const CODE = /^\s*(?:cpv[-\s:]*)?(\d{8})(?:\s?[-‐‑–]\s?(\d))?(?!\d)/i;
/** A spreadsheet that took the code for a number has dropped the first zero: 3311000 is 03311000. */
const WITHOUT_ZERO = /^\s*(\d{7})\s*$/;

/** Reads "33192230-3", "33192230" or "33192230 Operationsbord"; null when the text does not begin with a code. */
export const parseCpv = (text: string): CpvText | null => {
  const [, code = `0${WITHOUT_ZERO.exec(text)?.[1] ?? ''}`, digit] = CODE.exec(text) ?? [];
  if (code.length !== 8) return null;
  const place = placeOf(code);
  const known = place !== undefined;
  return {
    code,
    known,
    checkDigitWrong: known && digit !== undefined && data.codes[place]?.at(-1) !== digit,
  };
};
