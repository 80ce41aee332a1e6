/** How often a term stands in each text, by the texts' places in rising order: a place and a count in one small number. */
export type Postings = number[];

const COUNT_BITS = 6;
/** Said more often than that, a word says no more. */
const MOST_COUNTED = (1 << COUNT_BITS) - 1;

export const placeIn = (posting: number): number => posting >> COUNT_BITS;
export const countIn = (posting: number): number => posting & MOST_COUNTED;

const from = (postings: Postings, place: number): number => {
  let [low, high] = [0, postings.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (placeIn(postings[middle] ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return low;
};

export const addPosting = (postings: Postings, place: number, count: number): void => {
  const posting = (place << COUNT_BITS) | Math.min(count, MOST_COUNTED);
  const last = postings.at(-1);
  if (last === undefined || last < posting) postings.push(posting);
  else postings.splice(from(postings, place), 0, posting);
};

export const removePosting = (postings: Postings, place: number): void => {
  const at = from(postings, place);
  if (placeIn(postings[at] ?? -1) === place) postings.splice(at, 1);
};
