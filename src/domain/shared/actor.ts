import type { PersonId, RegionId, UnitId } from './ids.ts';

/**
 * Who does something. Only a `person` answers, takes a position or decides (KL 6:38: no automated decision);
 * an `operator` (command line) may import, prepare, open rounds and read; the `clock` reminds and lifts.
 */
export type Actor =
  | {
      readonly kind: 'person';
      readonly id: PersonId;
      readonly region: RegionId;
      readonly unit: UnitId;
      readonly roles: readonly string[];
    }
  | { readonly kind: 'operator'; readonly name: string }
  | { readonly kind: 'clock' };

/** How the actor stands in the record: a person's id, `cli:<os user>` or `clock`. */
export const actorId = (actor: Actor): string =>
  actor.kind === 'person' ? actor.id : actor.kind === 'operator' ? `cli:${actor.name}` : 'clock';

export const hasRole = (actor: Actor, role: string): boolean =>
  actor.kind === 'person' && actor.roles.includes(role);
