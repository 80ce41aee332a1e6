import type { Instant, ItemId, PlainDate } from '#domain/shared/ids.ts';
import { bodyId, itemId, regionId, unitId } from '#domain/shared/ids.ts';
import type { AnswerView, CaseFacts, ItemHead, RegionName, RegionSummary } from '#rendering/views.ts';

/** Fixed facts of the samples: a day in November, one real item, and people of both regions. */
export const at = (text: string): Instant => text as Instant;
export const on = (text: string): PlainDate => text as PlainDate;
export const NOW = at('2026-11-24T08:00:00.000Z');
export const DEADLINE = at('2026-12-04T22:59:59.000Z');

export const SORMLAND: RegionName = {
  id: regionId('sormland'),
  sv: 'Region Sörmland',
  en: 'Region Sörmland',
};
export const VASTMANLAND: RegionName = {
  id: regionId('vastmanland'),
  sv: 'Region Västmanland',
  en: 'Region Västmanland',
};
export const OPERATION = unitId(VASTMANLAND.id, 'Operationskliniken Västerås');
export const KOPING = unitId(VASTMANLAND.id, 'Operation Köping');
export const NYKOPING = unitId(SORMLAND.id, 'Operation Nyköping');
export const MALARSJUKHUSET = unitId(SORMLAND.id, 'Operation Mälarsjukhuset');
export const BOARD = bodyId('inkopsnamnden');
export const BOARD_NAME = { sv: 'Inköpsnämnden', en: 'the Procurement Board' };
export const ITEM_ID: ItemId = itemId('MT924');

export const TABLES: ItemHead = {
  id: ITEM_ID,
  title: 'Operationsbord',
  region: VASTMANLAND,
  unit: 'Medicinsk teknik',
  value: 4_000_000,
  cpv: '33192230',
  advertise: on('2027-02-01'),
  start: on('2027-06-01'),
  contractEnd: on('2027-05-31'),
  extensionUntil: on('2028-05-31'),
  procedure: 'Öppet förfarande',
  agreementType: 'Ramavtal',
  description: 'Operationsbord med tillbehör till centraloperation, med service under avtalstiden.',
  revision: 1,
};
export const ofItem = { item: TABLES, asOf: NOW };
export const ofUnit = {
  ...ofItem,
  unit: OPERATION,
  unitName: 'Operationskliniken Västerås',
  round: 1,
  deadline: DEADLINE,
  askedBy: 'Eva Lind',
  late: false,
};

export const YES: AnswerView = {
  kind: 'yes',
  by: 'Karin Nyström',
  at: at('2026-11-25T09:12:00.000Z'),
  volume: 6,
  value: 2_000_000,
  neededBy: on('2027-06-01'),
  binding: 'estimate',
};
export const OBJECTION: AnswerView = {
  kind: 'objection',
  by: 'Anders Holm',
  at: at('2026-11-25T13:40:00.000Z'),
  reason: 'existing-contract',
  text: 'Vi har ett avtal om operationsbord till maj 2028 och har redan betalat för servicen. Byter vi nu betalar vi två gånger.',
  evidence: 'Avtal 2019-0456, slutdatum 2028-05-31. Finns hos vår inköpssamordnare.',
};
export const BARE: Readonly<Record<'waiting' | 'no-answer' | 'no-need', AnswerView>> = {
  waiting: { kind: 'waiting' },
  'no-answer': { kind: 'no-answer', at: DEADLINE },
  'no-need': { kind: 'no-need', by: 'Sara Ek', at: at('2026-11-26T07:30:00.000Z') },
};

export const OTHERS: readonly RegionSummary[] = [
  { region: SORMLAND, asked: 2, counts: { objection: 1, waiting: 1 } },
  { region: VASTMANLAND, asked: 2, counts: { yes: 1, waiting: 1 } },
];
export const FACTS: CaseFacts = {
  objections: [
    {
      unitName: 'Operation Mälarsjukhuset',
      region: SORMLAND,
      answer: OBJECTION,
      solution: {
        kind: 'staggered-start',
        by: 'Eva Lind',
        at: at('2026-11-26T10:00:00.000Z'),
        text: 'Ni ansluter när ert avtal går ut i maj 2028. Priset gäller från start.',
        status: 'rejected',
        reply: 'Vi vet inte om vi behöver nya bord 2028.',
      },
    },
  ],
  regions: OTHERS,
  committedValue: [
    { region: SORMLAND, value: 0 },
    { region: VASTMANLAND, value: 2_000_000 },
  ],
  silent: [{ unitName: 'Operation Nyköping', region: SORMLAND }],
};
