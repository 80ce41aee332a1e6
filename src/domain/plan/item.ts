import type { ItemId, PlainDate, RegionId } from '../shared/ids.ts';

/** Which numbers a plan row gave for its value: kept, so that a range is never shown as one exact figure. */
export interface ItemFacts {
  readonly id: ItemId;
  /** The plan's year. */
  readonly plan: number;
  readonly title: string;
  /** Whose plan the item stands in; the coordination case concerns all regions. */
  readonly region: RegionId;
  readonly unit?: string;
  readonly description?: string;
  /** Eight-digit CPV code without check digit; also codes that CPV does not know (kept with a warning at import). */
  readonly cpv?: string;
  readonly category?: string;
  /** SEK excluding VAT, without options. */
  readonly value?: number;
  /** SEK excluding VAT, options included (LOU 5:3). */
  readonly valueWithOptions?: number;
  readonly advertise?: PlainDate;
  readonly start?: PlainDate;
  readonly contractEnd?: PlainDate;
  readonly extensionUntil?: PlainDate;
  readonly responsible?: string;
  readonly procedure?: string;
  readonly agreementType?: string;
}

/** The facts that an import or a correction may bring, in the order in which they are shown. */
export const ITEM_FIELDS = [
  'id',
  'title',
  'region',
  'unit',
  'description',
  'cpv',
  'category',
  'value',
  'valueWithOptions',
  'advertise',
  'start',
  'contractEnd',
  'extensionUntil',
  'responsible',
  'procedure',
  'agreementType',
] as const satisfies readonly (keyof ItemFacts)[];
export type ItemField = (typeof ITEM_FIELDS)[number];

/**
 * A change of these makes a new revision: value, scope, category or dates (law 3). Scope is also in whose plan the item
 * stands and what kind of agreement binds; how it is procured, and by whom, changes nothing that a unit has answered.
 */
export const MATERIAL_FIELDS = [
  'title',
  'description',
  'cpv',
  'category',
  'value',
  'valueWithOptions',
  'advertise',
  'start',
  'contractEnd',
  'extensionUntil',
  'agreementType',
  'region',
] as const satisfies readonly ItemField[];

/**
 * Of these, what says which procurement it is: its scope and category. Value and dates are of the same procurement still,
 * and how much of it somebody may decide is measured anew.
 */
export const SCOPE_FIELDS = [
  'title',
  'description',
  'cpv',
  'category',
  'agreementType',
  'region',
] as const satisfies readonly (typeof MATERIAL_FIELDS)[number][];

/** What the plan says the whole is worth, in SEK excluding VAT: the larger of its figures without and with options (LOU 5:3). */
export const plannedValue = ({ value, valueWithOptions }: ItemFacts): number | undefined =>
  value === undefined || valueWithOptions === undefined
    ? (valueWithOptions ?? value)
    : Math.max(value, valueWithOptions);

/** The planned start; where a plan has none, the advertising date stands in for it. */
export const plannedStart = (item: ItemFacts): PlainDate | undefined => item.start ?? item.advertise;

/** Fields in which two versions of an item differ. */
export const changedFields = (before: ItemFacts, after: ItemFacts): ItemField[] =>
  ITEM_FIELDS.filter((field) => before[field] !== after[field]);

export const isMaterial = (fields: readonly ItemField[]): boolean =>
  fields.some((field) => (MATERIAL_FIELDS as readonly string[]).includes(field));
/** Whether it is another procurement than the one that was decided on. */
export const isAnotherMatter = (fields: readonly ItemField[]): boolean =>
  fields.some((field) => (SCOPE_FIELDS as readonly string[]).includes(field));
