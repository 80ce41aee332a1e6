/** Outcome of something that may be refused: refusals are values, exceptions are for bugs and broken infrastructure. */
export type Result<T, E> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E };

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });
export const fail = <E>(error: E): { readonly ok: false; readonly error: E } => ({ ok: false, error });

/** Ends a switch over a union: a new member that nobody handles is a compile error here. */
export const never = (value: never): never => {
  throw new Error(`Unhandled case: ${JSON.stringify(value)}`);
};
