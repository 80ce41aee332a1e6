import type { Mapping } from '../mapping.ts';

/** A publisher's table that is known by name. */
export interface Profile {
  readonly mapping: Mapping;
  /** Header texts of the second table, which has the values by item id; several rows of one id are summed. */
  readonly values: { readonly id: string; readonly value: string };
}
