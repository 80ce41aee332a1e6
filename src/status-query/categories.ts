import kinds from './data/categories.json' with { type: 'json' };

/**
 * Words for kinds of purchases → CPV division or a deeper prefix, over folded words. The longer name first:
 * "medicinsk utrustning" before "utrustning" of any kind. Source of the codes: Regulation (EC) 213/2008.
 */
interface Kind {
  readonly cpv: string;
  readonly names: readonly string[];
  /** What "…upphandlingar" is put together with: fordonsupphandlingar. */
  readonly compounds?: readonly string[];
}
const KINDS: readonly Kind[] = kinds;

const PATTERNS = KINDS.map(({ cpv, names, compounds = [] }) => {
  const beginnings = [...names.map((name) => name.replace(/\\w\*/g, '')), ...compounds].join('|');
  return {
    code: cpv,
    pattern: new RegExp(
      `(?<![a-z0-9])(?:(?:${names.join('|')}) ?(?:upphandling\\w*|inkop\\w*|avtal\\w*)?|(?:${beginnings})(?:s|nings)?(?:upphandling|inkop)\\w*)(?![a-z0-9])`,
    ),
  };
});

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
