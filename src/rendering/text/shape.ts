/** The same keys as `T`, with any text in them: a language that lacks a key, or has one too many, does not compile. */
export type Shape<T> = { readonly [K in keyof T]: T[K] extends string ? string : Shape<T[K]> };

/** `group.key` of every text in `T`. */
export type Key<T> = {
  [G in keyof T & string]: `${G}.${keyof T[G] & string}`;
}[keyof T & string];
