declare const brand: unique symbol;
type Brand<B extends string> = string & { readonly [brand]: B };

/** A region of the joint function, a row of the governance: `sormland`, `vastmanland`. */
export type RegionId = Brand<'RegionId'>;
/** The plan's own id of a procurement ("Upphandlings-ID"), unique within the joint function. */
export type ItemId = Brand<'ItemId'>;
/** `tenantId:objectId` of the person's Entra account. Never a name or an address. */
export type PersonId = Brand<'PersonId'>;
/** `region/unit name`: a unit belongs to exactly one region. */
export type UnitId = Brand<'UnitId'>;
/** `itemId#n`: the n-th asking about an item. */
export type RoundId = Brand<'RoundId'>;
/** A body of the governance: `inkopsnamnden`. */
export type BodyId = Brand<'BodyId'>;
/** An instant in UTC, ISO 8601 with Z and milliseconds, so that text order is time order. */
export type Instant = Brand<'Instant'>;
/** A calendar day in Europe/Stockholm, YYYY-MM-DD. */
export type PlainDate = Brand<'PlainDate'>;

/** The branded ids are minted here, at the edge's parsers and nowhere else. */
export const regionId = (text: string): RegionId => text as RegionId;
export const itemId = (text: string): ItemId => text as ItemId;
export const personId = (tenantId: string, objectId: string): PersonId =>
  `${tenantId}:${objectId}`.toLowerCase() as PersonId;
export const asPersonId = (text: string): PersonId => text as PersonId;
export const unitId = (region: RegionId, unit: string): UnitId => `${region}/${unit}` as UnitId;
export const asUnitId = (text: string): UnitId => text as UnitId;
export const roundId = (item: ItemId, number: number): RoundId => `${item}#${number}` as RoundId;
export const bodyId = (text: string): BodyId => text as BodyId;

export const regionOf = (unit: UnitId): RegionId => unit.slice(0, unit.indexOf('/')) as RegionId;
export const unitName = (unit: UnitId): string => unit.slice(unit.indexOf('/') + 1);
export const tenantOf = (person: PersonId): string => person.slice(0, person.indexOf(':'));
