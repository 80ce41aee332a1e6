import type { Governance, MandateRow, SuccessionRow, TargetRow } from '#domain/authority/governance.ts';
import { bodyId } from '#domain/shared/ids.ts';
import { date, governance, NAMNDEN, SORMLAND, sDecider, VASTMANLAND } from '#support/world.ts';

/** A governance that says what it means, and rows that make it mean something else. */
export const always = { validFrom: date('2020-01-01'), status: 'decided' } as const;
export const BOARD = bodyId('styrelsen-x');
export const board = {
  ...always,
  id: 'b-x',
  body: BOARD,
  name: { sv: 'Styrelsen', en: 'Board' },
  secretary: sDecider.id,
};
export const mandate = (id: string, row: Partial<MandateRow> = {}): MandateRow => ({
  ...always,
  id,
  kinds: ['coordinate', 'deviate', 'postpone'],
  actsFor: [SORMLAND, VASTMANLAND],
  holder: { kind: 'body', body: NAMNDEN },
  unknownValue: true,
  ...row,
});
export const plain: Governance = {
  ...governance,
  bodies: [...governance.bodies, board],
  mandates: [mandate('all')],
};
const after = mandate('new', { holder: { kind: 'body', body: BOARD }, validFrom: date('2027-01-01') });
export const ceases = (id: string, row: Partial<SuccessionRow> = {}): SuccessionRow => ({
  ...always,
  id,
  validFrom: date('2027-01-01'),
  body: NAMNDEN,
  successors: [SORMLAND, VASTMANLAND].map((region) => ({ region, body: BOARD })),
  archive: BOARD,
  ...row,
});
export const switched = (...successions: SuccessionRow[]): Governance => ({
  ...plain,
  mandates: [mandate('all'), after],
  successions,
});
export const target = (id: string, row: Partial<TargetRow> = {}): TargetRow => ({
  ...always,
  id,
  indicator: 'share-coordinated',
  from: date('2027-01-01'),
  to: date('2027-12-31'),
  value: 0.3,
  ...row,
});
