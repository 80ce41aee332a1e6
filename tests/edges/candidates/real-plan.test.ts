import { describe, expect, test } from 'vitest';
import { findCandidates } from '#candidates/find.ts';
import { idsOf, realPlan, regions, SORMLAND, VASTMANLAND } from './real-plan.ts';

const found = findCandidates(realPlan, { regions });
const ids = found.map(idsOf);

/** Judged by hand, pair by pair, in docs/candidates.md. */
const ACCEPTED = [
  'MT12572 + MT2651', // mechanical chest compression
  'MT7059 + MT8818', // psychotherapy, psychological treatment
  'MT13141 + MT9454', // employee survey
  'MT10283 + MT11616', // building contractors
  'MT10165 + MT1051', // building control systems
  'MT7363 + MT7870', // x-ray with fluoroscopy
  'MT10765 + MT1413', // endoscopy towers
  'MT2704 + MT7353', // ultrasound
  'MT11253 + MT11644', // washer disinfectors
  'MT10282 + MT11616', // building contractors
  'MT13998 + MT6679', // technical inspection
  'MT13877 + MT6679', // technical inspection
  'MT10142 + MT886', // transport of samples
];

describe('of the 131 procurements of 2021', () => {
  test('the chest compression devices that each region advertised alone come first', () =>
    expect(ids[0]).toBe('MT12572 + MT2651'));

  test('at least 13 of the 15 best are pairs that a head of procurement would accept', () => {
    const best = ids.slice(0, 15);
    expect(best.filter((pair) => !ACCEPTED.includes(pair))).toEqual(['MT13799 + MT7299', 'MT13799 + MT5211']);
    expect(ACCEPTED.filter((pair) => !best.includes(pair))).toEqual([]);
  });

  test.each([
    ['a learning platform and network equipment under one CPV code', 'MT6329', 'MT13198'],
    ['an app for travellers and a system for cleaning under one CPV code', 'MT3000', 'MT13499'],
    ['an MRI scanner and a CT scanner under one CPV code', 'MT3408', 'MT10490'],
    ['x-ray at an entrance and x-ray of patients', 'MT7544', 'MT7870'],
    ['auditors and audits of electrical installations', 'MT12113', 'MT6679'],
    ['a project manager of an archive and of building sites', 'MT10213', 'MT8175'],
    ['network printers and network equipment', 'MT8824', 'MT13198'],
    ['a review of digitalisation and an evaluator of a social fund', 'MT13286', 'MT1843'],
    ['beds at home and an operating table', 'MT13513', 'MT924'],
    ['meals and samples that are transported', 'MT9373', 'MT10142'],
    ['examinations by CT and a CT scanner', 'MT11446', 'MT10490'],
    ['music therapy and physiotherapy', 'MT11484', 'MT3684'],
  ])('%s are no pair', (_, one, other) =>
    expect(
      found.filter(({ items }) => [one, other].every((id) => items.some((item) => item.id === id))),
    ).toEqual([]),
  );

  test('titles that name both regions are told apart as already joint, and make no pair', () => {
    const joint = found.filter(({ kind }) => kind === 'already-joint');
    expect(joint.map(idsOf)).toEqual(['MT12267', 'MT12784', 'MT483']);
    expect(joint.every(({ score }) => score === 0)).toBe(true);
    for (const { reasons } of joint)
      expect(reasons).toEqual([{ code: 'already-joint', regions: [SORMLAND, VASTMANLAND] }]);
  });

  test('every pair is of different regions and says why by its titles', () => {
    for (const { kind, items, reasons, score } of found) {
      if (kind === 'already-joint') continue;
      expect(new Set(items.map(({ region }) => region)).size).toBeGreaterThan(1);
      expect(reasons.some(({ code }) => code === 'same-title' || code.endsWith('-meaning'))).toBe(true);
      expect(score).toBeGreaterThan(0);
      expect(score).toBeLessThanOrEqual(1);
    }
  });

  test('the order of the rows changes nothing', () =>
    expect(findCandidates(realPlan.toReversed(), { regions })).toEqual(found));
});
