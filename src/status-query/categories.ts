import kinds from './data/categories.json' with { type: 'json' };

/**
 * Words for kinds of purchases → CPV division or a deeper prefix, over folded words. The longer name first:
 * "medicinsk utrustning" before "utrustning" of any kind. Source of the codes: Regulation (EC) 213/2008.
 */
const CATEGORIES = kinds.map(({ cpv, names }) => [cpv, names.join('|')] as const);

const PATTERNS = CATEGORIES.map(([code, names]) => ({
  code,
  pattern: new RegExp(
    `(?<![a-z0-9])(?:(?:${names}) ?(?:upphandling\\w*|inkop\\w*|avtal\\w*)?|(?:${names.replace(/\\w\*/g, '')})(?:s|nings)?upphandling\\w*)(?![a-z0-9])`,
  ),
}));

export interface FoundCategory {
  readonly category: string;
  /** The words that named it. */
  readonly words: readonly string[];
}

/** The kind of purchase that folded words name: the earliest, and of those the longest. */
export const findCategory = (words: string): FoundCategory | null => {
  const explicit = /(?<![a-z0-9])cpv(?: ?kod| code| division)? ?(\d{2,8})(?![a-z0-9])/.exec(words);
  if (explicit?.[1]) {
    const trimmed = explicit[1].replace(/0+$/, '');
    return {
      category: trimmed.length < 2 ? explicit[1].slice(0, 2) : trimmed,
      words: explicit[0].split(' '),
    };
  }
  const [best] = PATTERNS.flatMap(({ code, pattern }) => {
    const match = pattern.exec(words);
    return match ? [{ code, at: match.index, text: match[0] }] : [];
  }).sort(
    (a, b) =>
      b.text.split(' ').length - a.text.split(' ').length || a.at - b.at || b.text.length - a.text.length,
  );
  return best ? { category: best.code, words: best.text.split(' ') } : null;
};
