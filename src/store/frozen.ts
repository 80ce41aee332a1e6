/** JSON has neither infinities nor a negative zero. */
const isKeptNumber = (value: unknown): boolean => Number.isFinite(value) && !Object.is(value, -0);

const frozen = new WeakSet<object>();
const texts = new WeakMap<object, string>();

/**
 * Freezes what JSON carries unchanged, so that readers may share it; false for anything else. Parts that were frozen
 * before are not walked again: a new version of a document shares most of the old one.
 */
export const freezes = (value: unknown): boolean => {
  if (typeof value !== 'object') {
    return typeof value === 'string' || typeof value === 'boolean' || isKeptNumber(value);
  }
  if (value === null || frozen.has(value)) return true;
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i += 1) if (!freezes(value[i])) return false;
  } else {
    const prototype: unknown = Object.getPrototypeOf(value);
    if (prototype !== Object.prototype || 'toJSON' in value) return false;
    for (const key of Object.keys(value)) if (!freezes(value[key as keyof typeof value])) return false;
  }
  frozen.add(Object.freeze(value));
  return true;
};

const textOfPart = (part: object): string => {
  const known = texts.get(part);
  if (known !== undefined) return known;
  const text = JSON.stringify(part);
  texts.set(part, text);
  return text;
};

/** A list that grew at its end: the parts that stood in the version before are not written out again. */
const textOfList = (list: readonly unknown[]): string => {
  const parts: string[] = [];
  for (const part of list) {
    const isKnown = typeof part === 'object' && part !== null && frozen.has(part);
    parts.push(isKnown ? textOfPart(part) : (JSON.stringify(part) ?? 'null'));
  }
  return `[${parts.join(',')}]`;
};

const LONG = 4;

/** What `JSON.stringify` gives, letter for letter. A record's entries never change, and are written out once. */
export const jsonOf = (body: unknown): string | undefined => {
  const isPlain =
    typeof body === 'object' &&
    body !== null &&
    Object.getPrototypeOf(body) === Object.prototype &&
    !('toJSON' in body);
  if (!isPlain) return JSON.stringify(body);
  const parts: string[] = [];
  for (const [key, value] of Object.entries(body)) {
    const text = Array.isArray(value) && value.length > LONG ? textOfList(value) : JSON.stringify(value);
    if (text !== undefined) parts.push(`${JSON.stringify(key)}:${text}`);
  }
  return `{${parts.join(',')}}`;
};
