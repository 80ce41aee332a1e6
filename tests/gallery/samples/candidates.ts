import { itemId } from '#domain/shared/ids.ts';
import type { Samples } from '../samples.ts';
import { NOW, on, SORMLAND, VASTMANLAND } from './people.ts';

const HEARTS = {
  id: itemId('MT2651'),
  title: 'Mekaniska hjärtkompressionsapparater',
  region: SORMLAND,
  status: 'draft',
  start: on('2027-03-10'),
  value: 2_000_000,
} as const;
const HEARTS_TOO = {
  ...HEARTS,
  id: itemId('MT12572'),
  region: VASTMANLAND,
  start: on('2027-11-12'),
  contractEnd: on('2027-12-31'),
  value: 2_208_251,
} as const;
const THERAPY = {
  id: itemId('MT7059'),
  title: 'Psykoterapi Västmanland',
  region: VASTMANLAND,
  status: 'assessed',
} as const;
const TREATMENT = {
  id: itemId('MT8818'),
  title: 'Psykologiska behandlingar i Västra Sörmland',
  region: SORMLAND,
  status: 'draft',
} as const;
const NURSES = { id: itemId('MT483'), title: 'Bemanningstjänster sjuksköterskor', region: SORMLAND } as const;
const regionNames = [SORMLAND, VASTMANLAND];

const SAME = { code: 'same-title', title: 'Mekaniska hjärtkompressionsapparater' } as const;
const CODE = { code: 'same-cpv', cpv: '33182200' } as const;
const TIME = { code: 'same-time', months: 8, from: on('2027-03-10'), to: on('2027-11-12') } as const;
const MEANING = { code: 'same-meaning', words: ['Psykologiska behandlingar', 'Psykoterapi'] } as const;

export const candidates = {
  candidates: {
    list: {
      card: 'candidates',
      asOf: NOW,
      filter: {},
      past: false,
      total: 7,
      skip: 0,
      regionNames,
      lines: [
        { kind: 'pair', items: [HEARTS, HEARTS_TOO], reasons: [SAME, CODE] },
        { kind: 'pair', items: [TREATMENT, THERAPY], reasons: [MEANING, { code: 'start-unknown' }] },
        {
          kind: 'already-joint',
          items: [NURSES],
          reasons: [{ code: 'already-joint', regions: [SORMLAND.id, VASTMANLAND.id] }],
        },
      ],
    },
    past: {
      card: 'candidates',
      asOf: NOW,
      filter: { region: VASTMANLAND, from: on('2021-01-01'), to: on('2021-12-31') },
      past: true,
      total: 1,
      skip: 0,
      regionNames,
      lines: [
        {
          kind: 'pair',
          items: [HEARTS, HEARTS_TOO],
          reasons: [{ code: 'assessed-not-possible', on: on('2026-10-01') }, SAME],
        },
      ],
    },
    none: {
      card: 'candidates',
      asOf: NOW,
      filter: {},
      past: false,
      total: 0,
      skip: 0,
      regionNames,
      lines: [],
    },
  },
  candidate: {
    pair: {
      card: 'candidate',
      asOf: NOW,
      items: [HEARTS, HEARTS_TOO],
      reasons: [SAME, CODE, TIME, { code: 'value', sum: 4_208_251, without: 0 }],
      regionNames,
      mayAssess: true,
    },
    assessed: {
      card: 'candidate',
      asOf: NOW,
      items: [TREATMENT, THERAPY],
      reasons: [
        { code: 'assessed-not-possible', on: on('2026-10-01') },
        MEANING,
        { code: 'near-cpv', cpv: '85121000' },
        { code: 'same-division', cpv: '85000000' },
        { code: 'other-cpv', cpvs: ['85121270', '33100000'] },
        { code: 'related-meaning', words: ['Distribution prover', 'Transport laboratorieprover'] },
        { code: 'contract-covers', region: VASTMANLAND.id, until: on('2028-12-31') },
        { code: 'value', sum: 10_000_000, without: 1 },
        { code: 'earlier-deviation', item: THERAPY.id, title: THERAPY.title, on: on('2025-05-05') },
        { code: 'earlier-lesson', item: THERAPY.id, title: THERAPY.title, on: on('2025-06-05') },
      ],
      regionNames,
      reason: 'Västmanland har valfrihetssystem till 2029.',
      mayAssess: true,
    },
    reader: {
      card: 'candidate',
      asOf: NOW,
      items: [HEARTS, HEARTS_TOO],
      reasons: [SAME, { code: 'assessed-possible', on: on('2026-10-01') }],
      regionNames,
      mayAssess: false,
    },
  },
  'candidate-form': { form: { card: 'candidate-form', asOf: NOW, items: [HEARTS, HEARTS_TOO] } },
} as const satisfies Partial<Samples>;
