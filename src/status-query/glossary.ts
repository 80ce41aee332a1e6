import english from './data/glossary.en.json' with { type: 'json' };
import swedish from './data/glossary.sv.json' with { type: 'json' };

/**
 * Words of what regions buy: folded Swedish parts of words (to find inside compounds; `=` before a part that must
 * be a whole word) and their other names. The other names find the titles that are written with the part.
 */
export interface GlossaryRow {
  /** Folded; a phrase is looked for in the title, a word inside its words. */
  readonly part: string;
  readonly whole: boolean;
  /** Each name is one or more words. */
  readonly others: readonly (readonly string[])[];
}

type File = Readonly<Record<string, readonly string[]>>;
const files: readonly File[] = [swedish, english];

export const GLOSSARY: readonly GlossaryRow[] = [...new Set(files.flatMap(Object.keys))].map((key) => ({
  part: key.replace(/^=/, ''),
  whole: key.startsWith('='),
  others: files.flatMap((file) => (file[key] ?? []).map((name) => name.split(' '))),
}));

/** Words that the English names hold and no Swedish part or name does: a sign of the language. */
export const ENGLISH_NAMES: ReadonlySet<string> = (() => {
  const local = new Set([
    ...Object.values<readonly string[]>(swedish).flat(),
    ...Object.keys(english).flatMap((part) => part.replace(/^=/, '').split(' ')),
  ]);
  const words = Object.values<readonly string[]>(english).flatMap((names) =>
    names.flatMap((name) => name.split(' ')),
  );
  return new Set(words.filter((word) => word.length > 2 && !local.has(word)));
})();
