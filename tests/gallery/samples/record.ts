import { itemId } from '#domain/shared/ids.ts';
import type { Samples } from '../samples.ts';
import { ITEM_ID, NOW, SORMLAND } from './people.ts';

/** The registrar's queue. */
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
} as const satisfies Partial<Samples>;
