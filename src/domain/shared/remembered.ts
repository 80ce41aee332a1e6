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

/** What follows from an object alone is worked out once for as long as the object is there. Only for what never changes. */
export const rememberedFor = <K extends object, V>(make: (key: K) => V): ((key: K) => V) => {
  const made = new WeakMap<K, { readonly value: V }>();
  return (key) => {
    const known = made.get(key);
    if (known) return known.value;
    const value = make(key);
    made.set(key, { value });
    return value;
  };
};

/** A few days' rules are asked for again and again, a year's one after the other. */
const MOST_TEXTS = 64;

/** The same for an object and a text; of the texts, some are remembered. */
export const rememberedForBoth = <K extends object, T extends string, V>(
  make: (key: K, text: T) => V,
): ((key: K, text: T) => V) => {
  const of = rememberedFor((_key: K) => new Map<T, { readonly value: V }>());
  return (key, text) => {
    const values = of(key);
    const known = values.get(text);
    if (known) return known.value;
    if (values.size >= MOST_TEXTS) values.clear();
    const value = make(key, text);
    values.set(text, { value });
    return value;
  };
};
