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
  rule: 'Delegationsordning punkt 4.2',
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
    position: { ...council, mode: 'position', banner: { kind: 'done', what: 'conflict-none' } },
    registered: { ...council, mode: 'registered', own: positions[0], positions, regions: stances },
    mandate: { ...council, mode: 'position', recommendsOnly: false },
    excluded: {
      ...council,
      mode: 'excluded',
      banner: { kind: 'done', what: 'conflict-declared' },
    },
    over: { ...council, mode: 'over', positions, regions: stances, due: null },
  },
  decision: {
    open: { ...decision, example: true, banner: { kind: 'occasion', occasion: 'urgent' } },
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
