import { itemId } from '#domain/shared/ids.ts';
import type { Samples } from '../samples.ts';
import { at, BOARD, BOARD_NAME, on, SORMLAND, VASTMANLAND } from './people.ts';

const asOf = at('2026-12-10T09:00:00.000Z');
const line = {
  item: itemId('MT924'),
  title: 'Operationsbord',
  withheld: false,
  outcome: 'coordinate-with-staggered-start',
  objectors: ['Operation Mälarsjukhuset'],
  regions: [
    { region: SORMLAND, stance: null },
    { region: VASTMANLAND, stance: 'approve' },
  ],
  conflicted: ['Lars Bergman'],
  dissents: 0,
  decided: false,
  opens: 'council',
} as const;
const withheld = {
  ...line,
  item: itemId('MT711'),
  title: 'Operationslampor',
  withheld: true,
  objectors: [],
  regions: [],
} as const;
const bothApprove = [
  { region: SORMLAND, stance: 'approve' },
  { region: VASTMANLAND, stance: 'approve' },
] as const;
const STAKES = {
  planned: 70_000_000,
  without: { units: 3, value: 41_000_000, unknown: 0 },
  objecting: 1,
  procedureWeeks: 34,
  missing: [],
  earliestStart: on('2027-08-09'),
  weeksLate: -3,
  contractWeeks: 52,
} as const;

/** The council's meetings, a body's reporting list and the draft of its tjänsteskrivelse. */
export const board = {
  meeting: {
    agenda: {
      card: 'meeting',
      asOf,
      kind: 'agenda',
      date: on('2026-12-21'),
      documentsBy: on('2026-12-14'),
      total: 2,
      lines: [line, withheld],
    },
    minutes: {
      card: 'meeting',
      asOf,
      kind: 'minutes',
      date: on('2026-12-07'),
      total: 3,
      lines: [
        { ...line, regions: bothApprove, dissents: 1, concluded: 'attendance' },
        { ...line, item: itemId('DU-1'), title: 'Ultraljud', concluded: 'clock', opens: 'item' },
        { ...line, item: itemId('DU-3'), title: 'Infusionspumpar', regions: bothApprove, decided: true },
      ],
    },
    empty: { card: 'meeting', asOf, kind: 'agenda', total: 0, lines: [] },
  },
  reporting: {
    waiting: {
      card: 'reporting',
      asOf,
      body: BOARD,
      bodyName: BOARD_NAME,
      total: 2,
      reported: 3,
      today: on('2026-12-10'),
      lines: [
        {
          item: itemId('MT924'),
          title: 'Operationsbord',
          at: at('2026-12-08T10:30:00.000Z'),
          by: ['Maria Öberg'],
          regions: [SORMLAND],
          what: { outcome: 'deviate', until: on('2028-05-31') },
          urgent: false,
        },
        {
          item: itemId('DU-1'),
          title: 'Ultraljud',
          at: at('2026-12-09T08:15:00.000Z'),
          by: ['Ylva Strömberg'],
          regions: [SORMLAND, VASTMANLAND],
          what: { outcome: 'coordinate' },
          urgent: true,
        },
      ],
      entries: [
        { item: itemId('MT924'), entries: [21] },
        { item: itemId('DU-1'), entries: [14] },
      ],
      others: [],
    },
    none: {
      card: 'reporting',
      asOf,
      body: BOARD,
      bodyName: BOARD_NAME,
      total: 0,
      reported: 5,
      today: on('2026-12-10'),
      lines: [],
      entries: [],
      others: [],
      banner: { kind: 'done', what: 'reported' },
    },
  },
  memo: {
    draft: {
      card: 'memo',
      asOf,
      id: itemId('DU-1'),
      title: 'Ultraljud',
      body: BOARD,
      bodyName: BOARD_NAME,
      preparedBy: { sv: 'Regionstyrelsen', en: 'the Regional Executive Board' },
      outcome: 'coordinate-with-staggered-start',
      text: 'Sörmland ansluter när avtalet går ut i maj 2028.',
      actsFor: [SORMLAND, VASTMANLAND],
      answers: [
        { region: SORMLAND, units: 2, taking: 2 },
        { region: VASTMANLAND, units: 2, taking: 1 },
      ],
      objections: [
        {
          unit: 'Kirurgkliniken Köping',
          region: VASTMANLAND,
          reason: 'existing-contract',
          text: 'Vårt avtal löper till 2028.',
        },
      ],
      council: bothApprove,
      stakes: STAKES,
      back: { card: 'round', item: itemId('DU-1') },
      provisions: ['kl-5-26', 'kl-6-28', 'kl-6-38', 'lou-5-3', 'osl-19-3'],
    },
  },
} as const satisfies Pick<Samples, 'meeting' | 'reporting' | 'memo'>;
