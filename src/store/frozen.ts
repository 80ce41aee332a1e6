/** JSON has neither infinities nor a negative zero. */
const isKeptNumber = (value: unknown): boolean => Number.isFinite(value) && !Object.is(value, -0);

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
const isPlain = (value: object): boolean =>
  Object.getPrototypeOf(value) === Object.prototype && !('toJSON' in value);
const partOf = (whole: unknown, key: string | number): unknown =>
  isObject(whole) ? whole[key as keyof typeof whole] : undefined;

/**
 * Freezes what JSON carries unchanged, so that readers may share it; false for anything else. `before` is a version that
 * was frozen by this: what the new one shares with it is not walked again. That is told by the parts' places, since a set
 * of all that is frozen costs more than it saves, also at each collection of garbage.
 */
export const freezes = (value: unknown, before?: unknown): boolean => {
  if (typeof value !== 'object') {
    return typeof value === 'string' || typeof value === 'boolean' || isKeptNumber(value);
  }
  if (value === null || value === before) return true;
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i += 1) if (!freezes(value[i], partOf(before, i))) return false;
  } else {
    if (!isPlain(value)) return false;
    for (const key of Object.keys(value)) {
      if (!freezes(partOf(value, key), partOf(before, key))) return false;
    }
  }
  if (!Object.isFrozen(value)) Object.freeze(value);
  return true;
};

/** What the parts of a list were written out as. */
const texts = new WeakMap<object, readonly string[]>();

/** Whether a list is the other, or the other with more behind it. */
const continues = (list: readonly unknown[], other: unknown): other is readonly unknown[] => {
  if (!Array.isArray(other) || other.length > list.length) return false;
  for (let i = 0; i < other.length; i += 1) if (list[i] !== other[i]) return false;
  return true;
};

/** A list that grew at its end: what stood in the version before is not written out again. */
const textOfList = (list: readonly unknown[], before: unknown): string => {
  const parts = [...((continues(list, before) && texts.get(before)) || [])];
  for (let i = parts.length; i < list.length; i += 1) parts.push(JSON.stringify(list[i]) ?? 'null');
  texts.set(list, parts);
  return `[${parts.join(',')}]`;
};

const LONG = 4;

/**
 * What `JSON.stringify` gives, letter for letter. A record's entries never change: those that stand in `before`, a frozen
 * version of the same body, were written out with it.
 */
export const jsonOf = (body: unknown, before?: unknown): string | undefined => {
  if (!isObject(body) || !isPlain(body)) return JSON.stringify(body);
  const parts: string[] = [];
  for (const [key, value] of Object.entries(body)) {
    const isLong = Array.isArray(value) && value.length > LONG;
    const text = isLong ? textOfList(value, partOf(before, key)) : JSON.stringify(value);
    if (text !== undefined) parts.push(`${JSON.stringify(key)}:${text}`);
  }
  return `{${parts.join(',')}}`;
};
