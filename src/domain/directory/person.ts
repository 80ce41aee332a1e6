import type { PersonId, RegionId, UnitId } from '../shared/ids.ts';
import type { Language } from '../shared/language.ts';

export const ROLES = [
  'officer',
  'unit-manager',
  'council-member',
  'decider',
  'secretary',
  'registrar',
  'controller',
  'auditor',
  'administrator',
] as const;
export type Role = (typeof ROLES)[number];
export const isRole = (text: string): text is Role => (ROLES as readonly string[]).includes(text);

/** One row of the directory file; nothing else is kept about a person. */
export interface Person {
  readonly id: PersonId;
  readonly name: string;
  /** Lower case; unique in the directory. */
  readonly email: string;
  readonly region: RegionId;
  readonly unit: UnitId;
  readonly roles: readonly Role[];
  readonly language: Language | null;
  readonly deputy: PersonId | null;
  readonly manager: PersonId | null;
}
