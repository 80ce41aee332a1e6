import { itemId } from '#domain/shared/ids.ts';
import type { Samples } from '../samples.ts';
import { at, BOARD_NAME, ITEM_ID, NOW, ofItem, on, SORMLAND, VASTMANLAND } from './people.ts';

const STYRELSE_S = { sv: 'Regionstyrelsen Sörmland', en: 'the Regional Executive Board of Sörmland' };
const STYRELSE_V = { sv: 'Regionstyrelsen Västmanland', en: 'the Regional Executive Board of Västmanland' };
const switched = {
  card: 'transferred',
  ...ofItem,
  from: BOARD_NAME,
  to: [
    { region: SORMLAND, body: STYRELSE_S },
    { region: VASTMANLAND, body: STYRELSE_V },
  ],
  archive: STYRELSE_S,
  reading: 'Förslaget säger att ett avtal ersätter nämnden. Vi läser det så att regionstyrelserna beslutar.',
} as const;

const days = (count: number, unit: 'working' | 'calendar') =>
  ({ why: 'duration', row: 'd', days: count, unit }) as const;

/** The registrar's queue, and a case that other bodies have taken over. */
/** What the law's thresholds say. */
const DIRECT_AWARD = {
  row: 'threshold-direct-award',
  source: 'LOU 19 a kap. 2 §',
  limit: 700_000,
} as const;
const ANNEX_2 = {
  row: 'threshold-direct-award-annex-2',
  source: 'LOU 19 a kap. 2 § och bilaga 2',
  limit: 8_109_450,
  verifyFrom: on('2026-01-01'),
} as const;

export const record = {
  correcting: {
    answered: {
      card: 'correcting',
      ...ofItem,
      value: 4_000_000,
      valueWithOptions: 5_000_000,
      advertise: on('2027-02-01'),
      start: on('2027-06-01'),
      contractEnd: on('2027-05-31'),
      answered: 2,
    },
    bare: { card: 'correcting', ...ofItem, answered: 0 },
  },
  adopting: {
    proposed: {
      card: 'adopting',
      asOf: NOW,
      version: 'exempel-2026-1',
      suggested: '2026-11-24',
      rows: [
        {
          id: 'regionstyrelsen-sormland-2027',
          list: 'mandates',
          status: 'proposed',
          from: on('2027-01-01'),
          about: STYRELSE_S,
          kinds: ['initiate', 'coordinate', 'deviate', 'postpone'],
        },
        {
          id: 'regionstyrelsen-vastmanland-2027',
          list: 'mandates',
          status: 'proposed',
          from: on('2027-01-01'),
          about: STYRELSE_V,
          kinds: ['initiate', 'coordinate', 'deviate', 'postpone'],
        },
        {
          id: 'switch-2027',
          list: 'successions',
          status: 'proposed',
          from: on('2027-01-01'),
          about: BOARD_NAME,
        },
        {
          id: 'inkop-mandat',
          list: 'mandates',
          status: 'draft',
          from: on('2026-01-01'),
          about: { sv: 'Inköps mandat trots motstånd', en: 'The mandate to go on despite resistance' },
          kinds: ['coordinate'],
        },
        { id: 'rate-2027', list: 'rates', status: 'proposed', from: on('2027-01-01') },
        {
          id: 'ladder-managers',
          list: 'ladder',
          status: 'proposed',
          from: on('2027-01-01'),
          level: 'managers',
        },
      ],
    },
    none: { card: 'adopting', asOf: NOW, version: '2026-11-24', suggested: '2026-11-24-2', rows: [] },
  },
  registry: {
    queue: {
      card: 'registry',
      asOf: NOW,
      region: SORMLAND,
      total: 3,
      withheld: 1,
      skip: 0,
      lines: [
        {
          item: ITEM_ID,
          title: 'Operationsbord',
          through: 14,
          documents: [
            { document: 'answer', count: 3 },
            { document: 'objection', count: 1 },
          ],
          workingDays: 4,
        },
        {
          item: itemId('MT871'),
          title: 'Mekaniska hjärtkompressionsapparater',
          number: 'RS 2026-0412',
          through: 21,
          documents: [
            { document: 'position', count: 2 },
            { document: 'decision', count: 1 },
          ],
          workingDays: 0,
        },
      ],
    },
    refused: {
      card: 'registry',
      asOf: NOW,
      region: SORMLAND,
      total: 9,
      skip: 8,
      banner: { kind: 'refused', refusal: { code: 'registry-number-malformed' } },
      lines: [
        {
          item: ITEM_ID,
          title: 'Operationsbord',
          through: 14,
          documents: [{ document: 'answer', count: 1 }],
          workingDays: 1,
          problem: 'registry-number-malformed',
          typed: 'vet inte',
        },
      ],
    },
    none: { card: 'registry', asOf: NOW, region: SORMLAND, total: 0, skip: 0, lines: [] },
    withheld: {
      card: 'registry',
      asOf: NOW,
      region: SORMLAND,
      total: 0,
      withheld: 2,
      skip: 0,
      lines: [],
    },
  },
  timeline: {
    backwards: {
      card: 'timeline',
      ...ofItem,
      region: VASTMANLAND,
      steps: [
        { step: 'open-round', day: on('2026-12-07'), reason: days(10, 'working') },
        { step: 'answers-in', day: on('2026-12-21'), reason: days(20, 'working') },
        {
          step: 'initiation-documents',
          day: on('2027-01-20'),
          reason: { why: 'meeting', body: BOARD_NAME, on: on('2027-02-03') },
        },
        {
          step: 'initiation-meeting',
          day: on('2027-02-03'),
          reason: { why: 'meeting', body: BOARD_NAME, on: on('2027-02-03') },
        },
        { step: 'advertise', day: on('2027-02-08'), reason: days(35, 'calendar') },
        { step: 'tenders-in', day: on('2027-03-15'), reason: days(30, 'calendar') },
        { step: 'award-notice', day: on('2027-04-14'), reason: { why: 'standstill' } },
        { step: 'contract', day: on('2027-04-27'), reason: days(35, 'calendar') },
        {
          step: 'option-notice',
          day: on('2027-05-31'),
          reason: { why: 'last-day-for-option', until: on('2028-05-31') },
        },
        { step: 'start', day: on('2027-06-01'), reason: { why: 'contract-ends', on: on('2027-05-31') } },
      ],
      warnings: [],
    },
    warned: {
      card: 'timeline',
      ...ofItem,
      region: SORMLAND,
      steps: [{ step: 'start', day: on('2027-08-16'), reason: { why: 'planned-start' } }],
      warnings: [
        { warning: 'july', step: 'contract', day: on('2027-07-12') },
        { warning: 'in-the-past', step: 'open-round', day: on('2026-11-02') },
        { warning: 'no-meeting-in-time', body: BOARD_NAME, before: on('2027-01-08') },
        { warning: 'duration-missing', duration: 'evaluation' },
        { warning: 'gap-after-contract', from: on('2027-06-01'), start: on('2027-08-16') },
      ],
    },
    legal: {
      card: 'timeline',
      ...ofItem,
      region: SORMLAND,
      steps: [{ step: 'start', day: on('2027-06-01'), reason: { why: 'planned-start' } }],
      warnings: [
        { ...DIRECT_AWARD, warning: 'below-without-options', value: 450_000 },
        {
          ...DIRECT_AWARD,
          warning: 'may-be-split',
          others: [itemId('MT925'), itemId('MT931')],
          total: 1_150_000,
        },
        { ...ANNEX_2, warning: 'over-direct-award', value: 9_000_000 },
      ],
    },
    terms: {
      card: 'timeline',
      ...ofItem,
      region: SORMLAND,
      steps: [{ step: 'start', day: on('2027-06-01'), reason: { why: 'planned-start' } }],
      warnings: [
        { ...DIRECT_AWARD, warning: 'below-direct-award', value: 600_000 },
        { ...DIRECT_AWARD, warning: 'options-pass-limit', value: 500_000, withOptions: 900_000 },
        {
          row: 'threshold-framework',
          source: 'LOU 7 kap. 2 §',
          warning: 'framework-too-long',
          until: on('2033-05-31'),
          years: 4,
        },
      ],
    },
    nothing: {
      card: 'timeline',
      ...ofItem,
      region: SORMLAND,
      steps: [],
      warnings: [{ warning: 'nothing-to-plan-from' }],
    },
  },
  transferred: {
    registrar: {
      ...switched,
      status: 'escalated',
      escalation: {
        level: 'council',
        since: at('2026-12-16T09:00:00.000Z'),
        due: at('2027-01-07T15:00:00.000Z'),
      },
      former: 'RS 2026-0412',
      toRegister: true,
    },
    owner: { ...switched, status: 'asked', toRegister: false },
    registered: {
      ...switched,
      status: 'locked',
      former: 'RS 2026-0412',
      number: 'RS 2027-0003',
      toRegister: false,
    },
  },
} as const satisfies Partial<Samples>;
