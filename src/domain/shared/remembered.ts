const MOST = 4096;

/** A pure function of few words that is asked for the same again and again; forgets all when it has learnt too much. */
export const remembered = <A extends readonly (string | number)[], V>(
  make: (...given: A) => V,
): ((...given: A) => V) => {
  const known = new Map<string, V>();
  return (...given) => {
    const key = given.join(' ');
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = make(...given);
    if (known.size >= MOST) known.clear();
    known.set(key, made);
    return made;
  };
};
