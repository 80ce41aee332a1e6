import { cpvCodes, cpvLabel } from '#domain/shared/cpv.ts';
import { fold, stemEnglish, stemSwedish, wordsOf } from '#words/text.ts';
import { isAsking } from './function-words.ts';

/** The name of a CPV code that stood in a text. */
export interface CpvName {
  /** Without the noughts that end it, at least the division's two digits. */
  readonly category: string;
  /** As they stood in the text. */
  readonly words: readonly string[];
  /** Where in the text the name stood. */
  readonly named: readonly [number, number];
}

const LONGEST = 24;
/** Division to category; what is narrower names single items, whose labels the plan's own index has. */
const DEEPEST = 5;
const stems = { sv: stemSwedish, en: stemEnglish } as const;
const LANGUAGES = ['sv', 'en'] as const;

/** "Transporter (utom avfallstransport)" is called transporter. */
const plain = (label: string): string => fold(label).replace(/\([^)]*\)/g, ' ');
const prefixOf = (code: string): string => code.slice(0, 2) + code.slice(2).replace(/0+$/, '');

type Names = ReadonlyMap<string, string>;
let known: { readonly sv: Names; readonly en: Names } | null = null;
/** Stems of a label → the widest code of that name; built when a list is first asked for. */
const names = (): { readonly sv: Names; readonly en: Names } => {
  const read = (language: 'sv' | 'en'): Names => {
    const found = new Map<string, string>();
    for (const code of cpvCodes()) {
      const category = prefixOf(code);
      const label = category.length > DEEPEST ? null : cpvLabel(code, language);
      if (label === null) continue;
      const key = wordsOf(plain(label)).map(stems[language]).join(' ');
      const before = found.get(key);
      if (before === undefined || category.length < before.length) found.set(key, category);
    }
    return found;
  };
  known ??= { sv: read('sv'), en: read('en') };
  return known;
};

/** The longest name of a CPV code, in either language and however inflected, that folded text holds. */
export const findCpvName = (folded: string): CpvName | null => {
  const found = [...folded.matchAll(/[\p{L}\p{N}]+/gu)];
  const words = found.map(([word]) => word);
  const stemmed = { sv: words.map(stems.sv), en: words.map(stems.en) };
  for (let length = Math.min(LONGEST, words.length); length > 0; length -= 1) {
    for (let from = 0; from + length <= words.length; from += 1) {
      const own = words.slice(from, from + length);
      if (length === 1 && own.every((word) => word.length < 4 || isAsking(word))) continue;
      for (const language of LANGUAGES) {
        const category = names()[language].get(stemmed[language].slice(from, from + length).join(' '));
        const last = found[from + length - 1];
        if (category === undefined || !last) continue;
        return { category, words: own, named: [found[from]?.index ?? 0, last.index + last[0].length] };
      }
    }
  }
  return null;
};
