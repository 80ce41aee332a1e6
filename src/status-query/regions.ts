import type { RegionId } from '#domain/shared/ids.ts';

export interface FoundRegion {
  /** Absent when both are named: that is no restriction. */
  readonly region: RegionId | null;
  /** Towns and hospitals that stood for a region: they also tell items apart. */
  readonly towns: readonly string[];
  readonly named: readonly (readonly [number, number])[];
}

/** What people call a region besides its id: older names, county letters, the towns of its hospitals. */
const ALSO: Readonly<Record<string, string>> = {
  sormland:
    'sodermanland\\w*|sormlann\\w*|sormlandsk\\w*|sorml|rsorm|soermland|d-lan|eskilstuna|nykoping|katrineholm|malarsjukhuset|kullbergska|flen|strangnas|gnesta|oxelosund|trosa|vingaker',
  vastmanland:
    'vastmann\\w*|vastmanlandsk\\w*|vastm|vml|u-lan|vaestmanland|vasteras|koping|fagersta|arboga|kungsor|norberg|skinnskatteberg|hallstahammar|surahammar|sala',
};
const TOWN =
  /^(?:eskilstuna|nykoping|katrineholm|malarsj|kullberg|flen|strangnas|gnesta|oxelosund|trosa|vingaker|vasteras|koping|fagersta|arboga|kungsor|norberg|skinnskatteberg|hallstahammar|surahammar|sala)/;

/** Reads the regions of a plan in folded text. "Not Västmanland" leaves it out. */
export const regionReader = (regions: readonly RegionId[]): ((folded: string) => FoundRegion) => {
  const patterns = regions.map((region) => ({
    region,
    pattern: new RegExp(
      `(?<![\\p{L}\\p{N}])(?:region(?:en)? )?(?<name>${region}(?:s(?:enhet|chef|klinik|verksamhet|upphandling|avtal|svar|sida)\\w*|\\w{0,3})|${ALSO[region] ?? region})s?(?![\\p{L}\\p{N}])`,
      'gu',
    ),
  }));
  return (folded) => {
    const found = patterns.flatMap(({ region, pattern }) =>
      [...folded.matchAll(pattern)].map((match) => ({
        region,
        start: match.index,
        end: match.index + match[0].length,
        town: TOWN.test(match.groups?.name ?? '') ? match[0] : null,
        not: /(?<![a-z])(?:inte|ej|utom|forutom|utan|not|except|without|excluding)(?: i| in| for)? $/.test(
          folded.slice(Math.max(0, match.index - 20), match.index),
        ),
      })),
    );
    const wanted = found.filter((one) => !one.not);
    const regional = wanted.filter((one) => one.town === null);
    const distinct = new Set((regional.length > 0 ? regional : wanted).map((one) => one.region));
    const [only] = distinct;
    return {
      region: distinct.size === 1 && only !== undefined ? only : null,
      towns: found.flatMap(({ town }) => town ?? []),
      named: found.map(({ start, end }) => [start, end] as const),
    };
  };
};
