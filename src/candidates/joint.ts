import type { RegionId } from '#domain/shared/ids.ts';
import { fold, stemSwedish, wordsOf } from '#words/text.ts';
import type { CandidateItem } from './candidate.ts';
import { JOINT_PHRASES, senseOf } from './vocabulary.ts';

export interface RegionNames {
  readonly region: RegionId;
  /** "Region Sörmland", "Södermanland". */
  readonly names: readonly string[];
}

/** Words that many buyers' names share tell none of them. */
const COMMON =
  /^(?:region|regionen|kommun|kommuns|kommunen|landsting|landstinget|stad|stads|lans|the|county|council|municipality|of|i|och|ab)$/;
const wordsOfName = (name: string): string[] => wordsOf(fold(name)).filter((word) => !COMMON.test(word));
const bare = (word: string): string => word.replace(/s$/, '');

/** Stems of buyers' own names: they say who buys, never what. */
export const namesIn = (regions: readonly RegionNames[]): ReadonlySet<string> =>
  new Set(
    regions
      .flatMap(({ names }) => names.flatMap(wordsOfName))
      .filter((word) => senseOf(word) === null)
      .flatMap((word) => [stemSwedish(word), stemSwedish(bare(word))]),
  );

/** Which regions a title names. */
export const regionsNamed = (regions: readonly RegionNames[]): ((title: string) => readonly RegionId[]) => {
  const byFirst = new Map<string, { words: readonly string[]; region: RegionId }[]>();
  for (const { region, names } of regions) {
    for (const name of names) {
      const words = wordsOfName(name).map(bare);
      const [first] = words;
      if (first !== undefined && first.length > 2)
        byFirst.set(first, [...(byFirst.get(first) ?? []), { words, region }]);
    }
  }
  return (title) => {
    const words = wordsOf(fold(title)).map(bare);
    const named = words.flatMap((word, at) =>
      (byFirst.get(word) ?? [])
        .filter((name) => name.words.every((part, offset) => words[at + offset] === part))
        .map(({ region }) => region),
    );
    return [...new Set(named)];
  };
};

/** The regions that an item is already bought for together; empty for an item of one. */
export const jointRegions = (
  { title, region }: CandidateItem,
  named: (title: string) => readonly RegionId[],
  all: readonly RegionNames[],
): readonly RegionId[] => {
  const found = named(title);
  if (found.length > 1) return found;
  const other = found.find((one) => one !== region);
  if (other) return [];
  const folded = fold(title);
  return JOINT_PHRASES.some((phrase) => folded.includes(phrase)) ? all.map((row) => row.region) : [];
};
