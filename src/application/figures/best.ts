/** The first of them in that order, as if all were sorted: where few of a hundred thousand are shown. */
export const bestOf = <T>(all: Iterable<T>, most: number, compare: (a: T, b: T) => number): readonly T[] => {
  const best: T[] = [];
  for (const one of all) {
    const last = best.at(-1);
    if (best.length >= most && (last === undefined || compare(one, last) >= 0)) continue;
    let [low, high] = [0, best.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (compare(best[middle] as T, one) <= 0) low = middle + 1;
      else high = middle;
    }
    best.splice(low, 0, one);
    if (best.length > most) best.pop();
  }
  return best;
};
