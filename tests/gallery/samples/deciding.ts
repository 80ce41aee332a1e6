import { bodyId, itemId } from '#domain/shared/ids.ts';
import type { Samples } from '../samples.ts';
import {
  at,
  BOARD,
  BOARD_NAME,
  FACTS,
  MALARSJUKHUSET,
  ofItem,
  on,
  SORMLAND,
  VASTMANLAND,
  YES,
} from './people.ts';

const DUE = at('2026-12-16T15:00:00.000Z');
const proposal = {
  outcome: 'coordinate-with-staggered-start',
  by: 'Eva Lind',
  text: 'Sörmland ansluter när avtalet går ut i maj 2028. Då behöver ingen betala dubbelt.',
} as const;
const positions = [
  {
    name: 'Gunilla Ahl',
    region: SORMLAND,
    stance: 'reject',
    reason: 'Behovet 2028 är inte känt.',
    dissent: 'Frågan borde ha tagits upp före budgeten.',
  },
  { name: 'Johan Frisk', region: VASTMANLAND, stance: 'approve' },
] as const;
const stances = [
  { region: SORMLAND, stance: 'reject' },
  { region: VASTMANLAND, stance: 'approve' },
] as const;
const noStances = [
  { region: SORMLAND, stance: null },
  { region: VASTMANLAND, stance: null },
] as const;
const weighed = {
  stakes: {
    planned: 4_000_000,
    without: { units: 3, value: 2_400_000, unknown: 1 },
    objecting: 1,
    procedureWeeks: 30,
    missing: [],
    earliestStart: on('2027-07-19'),
    weeksLate: 7,
    contractWeeks: 40,
  },
  precedents: [
    {
      item: itemId('MT711'),
      title: 'Operationslampor',
      at: at('2025-03-14T09:00:00.000Z'),
      outcome: 'coordinate-with-staggered-start',
      how: 'decided',
      declining: [],
      alike: ['goods', 'reason'],
      reason: 'existing-contract',
    },
    {
      item: itemId('MT640'),
      title: 'Operationsbord, mobila',
      at: at('2024-10-02T09:00:00.000Z'),
      outcome: 'deviate',
      how: 'decided',
      declining: [SORMLAND],
      alike: ['goods', 'title'],
    },
  ],
} as const;
const unknown = {
  stakes: {
    planned: null,
    without: { units: 2, value: 0, unknown: 2 },
    objecting: 2,
    procedureWeeks: null,
    missing: ['preparing', 'evaluation'],
    earliestStart: null,
    weeksLate: null,
    contractWeeks: -2,
  },
} as const;
const council = {
  ...ofItem,
  card: 'council',
  proposal,
  facts: FACTS,
  due: DUE,
  positions: [],
  regions: noStances,
  recommendsOnly: true,
} as const;
const decision = {
  ...ofItem,
  card: 'decision',
  region: SORMLAND,
  actsFor: [SORMLAND],
  mandate: {
    name: { sv: 'Delegationsordningen, punkt 4.2', en: 'Delegation order, point 4.2' },
    reference: 'IN 2024-03-12 § 18',
  },
  bodyName: BOARD_NAME,
  proposal,
  facts: FACTS,
  council: positions,
  regions: stances,
  due: DUE,
} as const;
const decided = {
  regions: [SORMLAND],
  outcome: 'deviate',
  by: 'Maria Öberg',
  at: at('2026-12-15T10:30:00.000Z'),
  reason: 'Avtalet löper till 2028 och kan inte sägas upp utan kostnad.',
  until: on('2028-05-31'),
} as const;
const byBody = {
  regions: [SORMLAND, VASTMANLAND],
  outcome: 'coordinate-with-staggered-start',
  by: 'Helena Sund',
  at: at('2026-12-18T09:00:00.000Z'),
  body: { name: BOARD_NAME, date: on('2026-12-17'), paragraph: '84', registryNumber: 'INK-2026-0311' },
} as const;

/** The managers', the council's, the deciders' and the secretaries' cards. */
export const deciding = {
  managers: {
    open: {
      ...ofItem,
      card: 'managers',
      facts: FACTS,
      due: DUE,
      openObjections: [{ unit: MALARSJUKHUSET, unitName: 'Operation Mälarsjukhuset' }],
      open: true,
    },
    over: { ...ofItem, card: 'managers', facts: FACTS, due: null, openObjections: [], open: false },
  },
  council: {
    declare: { ...council, mode: 'declare' },
    position: { ...council, ...weighed, mode: 'position', banner: { kind: 'done', what: 'conflict-none' } },
    registered: { ...council, mode: 'registered', own: positions[0], positions, regions: stances },
    mandate: { ...council, ...unknown, mode: 'position', recommendsOnly: false },
    advises: { ...council, mode: 'position', othersDecide: true },
    abstains: { ...council, mode: 'abstains' },
    excluded: {
      ...council,
      mode: 'excluded',
      banner: { kind: 'done', what: 'conflict-declared' },
    },
    over: { ...council, mode: 'over', positions, regions: stances, due: null },
  },
  decision: {
    open: { ...decision, ...weighed, example: true },
    urgent: {
      ...decision,
      ...unknown,
      actsFor: [SORMLAND, VASTMANLAND],
      mandate: { delegatedBy: { sv: 'Inköpsnämnden', en: 'the Procurement Board' } },
      council: [],
      regions: noStances,
      example: true,
      urgency: { by: 'Eva Lind', reason: 'Avtalet upphör på fredag och operationerna kan inte vänta.' },
      banner: { kind: 'occasion', occasion: 'urgent' },
    },
    decided: {
      ...decision,
      example: false,
      council: [],
      regions: noStances,
      decided,
      banner: { kind: 'done', what: 'decided' },
    },
  },
  registration: {
    open: {
      ...ofItem,
      card: 'registration',
      body: BOARD,
      bodyName: BOARD_NAME,
      actsFor: [SORMLAND, VASTMANLAND],
      proposal,
      facts: FACTS,
      regions: stances,
      example: false,
    },
    insteadOf: {
      ...ofItem,
      card: 'registration',
      body: BOARD,
      bodyName: BOARD_NAME,
      actsFor: [SORMLAND],
      proposal,
      facts: FACTS,
      regions: stances,
      example: false,
      insteadOf: 'Ulla Ek',
    },
    former: {
      ...ofItem,
      card: 'registration',
      body: BOARD,
      bodyName: BOARD_NAME,
      actsFor: [SORMLAND],
      proposal,
      facts: FACTS,
      regions: stances,
      example: false,
      former: {
        body: bodyId('inkopsnamnden-2026'),
        name: { sv: 'Inköpsnämnden 2026', en: 'the Procurement Board of 2026' },
      },
    },
    decided: {
      ...ofItem,
      card: 'registration',
      body: BOARD,
      bodyName: BOARD_NAME,
      actsFor: [SORMLAND, VASTMANLAND],
      proposal,
      facts: FACTS,
      regions: stances,
      example: true,
      decided: byBody,
      banner: { kind: 'done', what: 'decision-registered' },
    },
  },
  outcome: {
    decided: {
      ...ofItem,
      card: 'outcome',
      outcome: 'deviate',
      how: 'decided',
      decisions: [decided],
      declining: [SORMLAND],
      status: 'deviation-decided',
      own: { unitName: 'Operationskliniken Västerås', answer: YES },
    },
    board: {
      ...ofItem,
      card: 'outcome',
      outcome: 'coordinate-with-staggered-start',
      how: 'decided',
      decisions: [byBody],
      declining: [],
      status: 'partly-committed',
    },
    solved: {
      ...ofItem,
      card: 'outcome',
      outcome: 'coordinate',
      how: 'solution',
      decisions: [],
      declining: [],
      status: 'committed',
    },
  },
} as const satisfies Partial<Samples>;
