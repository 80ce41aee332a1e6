import type { Language } from '#domain/shared/language.ts';
import { fold, stemsOf, wordsOf } from '#words/text.ts';
import { meaningful } from './names.ts';

export type CpvLabel = (code8: string, language: Language) => string | null;

/** What a CPV code is called: one for each code of a plan, however many items have it. */
export interface CodeNames {
  /** The Swedish and the English label, folded. */
  readonly texts: readonly string[];
  /** Stems of each label: all of them named is the label. */
  readonly labels: readonly ReadonlySet<string>[];
  /** What the code can be found by: by its own label, or by those above it. */
  readonly own: readonly string[];
  readonly broader: readonly string[];
  readonly swedish: readonly string[];
  readonly english: readonly string[];
}

export const NO_CODE: CodeNames = { texts: [], labels: [], own: [], broader: [], swedish: [], english: [] };
const LANGUAGES = ['sv', 'en'] as const;

export const codeNames = (cpv: string, cpvLabel: CpvLabel): CodeNames => {
  const labelsOf = (code: string): string[] =>
    LANGUAGES.flatMap((language) => {
      const label = cpvLabel(code, language);
      return label ? [fold(label)] : [];
    });
  const texts = labelsOf(cpv);
  const above = [2, 3, 4, 5]
    .map((length) => cpv.slice(0, length).padEnd(8, '0'))
    .filter((code) => code !== cpv)
    .flatMap(labelsOf);
  const words = (language: Language): string[] => wordsOf(fold(cpvLabel(cpv, language) ?? ''));
  return {
    texts,
    labels: texts.map((text) => new Set(meaningful(text).flatMap((word) => stemsOf(word).slice(-1)))),
    own: texts.flatMap(meaningful).flatMap(stemsOf),
    broader: above.flatMap(meaningful).flatMap(stemsOf),
    swedish: words('sv'),
    english: words('en'),
  };
};
