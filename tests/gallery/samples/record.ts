import { itemId } from '#domain/shared/ids.ts';
import type { Samples } from '../samples.ts';
import { at, BOARD_NAME, ITEM_ID, NOW, ofItem, SORMLAND, VASTMANLAND } from './people.ts';

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

/** The registrar's queue, and a case that other bodies have taken over. */
export const record = {
  registry: {
    queue: {
      card: 'registry',
      asOf: NOW,
      region: SORMLAND,
      total: 3,
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
