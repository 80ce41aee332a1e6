import type { Samples } from '../samples.ts';
import { ITEM_ID, NOW, on, VASTMANLAND } from './people.ts';

export const sharedItem = {
  'shared-item': {
    planned: {
      card: 'shared-item',
      asOf: NOW,
      id: ITEM_ID,
      title: 'Operationsbord',
      region: VASTMANLAND,
      cpv: '33192230',
      start: on('2027-06-01'),
      link: 'https://samordna.example.se/item/MT924',
    },
    bare: { card: 'shared-item', asOf: NOW, id: ITEM_ID, title: 'Operationsbord', region: VASTMANLAND },
  },
} as const satisfies Partial<Samples>;
