import type { Samples } from '../samples.ts';
import {
  at,
  BARE,
  DEADLINE,
  KOPING,
  MALARSJUKHUSET,
  NYKOPING,
  OBJECTION,
  OPERATION,
  OTHERS,
  ofItem,
  on,
  SORMLAND,
  VASTMANLAND,
  YES,
} from './people.ts';

const units = [
  {
    unit: OPERATION,
    unitName: 'Operationskliniken Västerås',
    region: VASTMANLAND,
    respondents: ['Karin Nyström'],
    deadline: DEADLINE,
    answer: YES,
    moreTimeRequested: false,
    delivery: 'sent',
  },
  {
    unit: KOPING,
    unitName: 'Operation Köping',
    region: VASTMANLAND,
    respondents: ['Sara Ek'],
    deadline: at('2026-12-11T22:59:59.000Z'),
    answer: BARE.waiting,
    moreTimeRequested: true,
    delivery: 'unreachable',
  },
  {
    unit: MALARSJUKHUSET,
    unitName: 'Operation Mälarsjukhuset',
    region: SORMLAND,
    respondents: ['Anders Holm'],
    deadline: DEADLINE,
    answer: OBJECTION,
    moreTimeRequested: false,
  },
  {
    unit: NYKOPING,
    unitName: 'Operation Nyköping',
    region: SORMLAND,
    respondents: ['Lena Berg', 'Olle Ström'],
    deadline: DEADLINE,
    answer: BARE['no-answer'],
    moreTimeRequested: false,
  },
] as const;
const objection = {
  ...ofItem,
  card: 'objection',
  unit: MALARSJUKHUSET,
  unitName: 'Operation Mälarsjukhuset',
  region: SORMLAND,
  answer: OBJECTION,
  others: OTHERS,
} as const;
const form = { ...ofItem, unit: MALARSJUKHUSET, unitName: 'Operation Mälarsjukhuset' } as const;
const moreTime = {
  ...ofItem,
  card: 'more-time',
  unit: KOPING,
  unitName: 'Operation Köping',
  by: 'Sara Ek',
  deadline: DEADLINE,
  choices: [
    { workingDays: 3, deadline: at('2026-12-09T22:59:59.000Z') },
    { workingDays: 5, deadline: at('2026-12-11T22:59:59.000Z') },
    { workingDays: 10, deadline: at('2026-12-18T22:59:59.000Z') },
  ],
} as const;

/** The procurement officer's cards of a round. */
export const officer = {
  round: {
    going: {
      ...ofItem,
      card: 'round',
      status: 'escalated',
      owner: 'Eva Lind',
      deadline: DEADLINE,
      units,
      totals: {
        value: 2_000_000,
        unitsWithoutValue: 1,
        byRegion: [
          { region: SORMLAND, value: 0 },
          { region: VASTMANLAND, value: 2_000_000 },
        ],
      },
      escalation: {
        level: 'dialogue',
        since: at('2026-11-25T13:40:00.000Z'),
        due: at('2026-12-02T22:59:59.000Z'),
      },
      may: { close: false, lock: false, escalate: true },
      banner: { kind: 'done', what: 'round-opened' },
    },
    complete: {
      ...ofItem,
      card: 'round',
      status: 'committed',
      owner: 'Eva Lind',
      deadline: DEADLINE,
      units: units.map((unit) => ({ ...unit, answer: YES, moreTimeRequested: false })),
      totals: {
        value: 8_000_000,
        unitsWithoutValue: 0,
        byRegion: [
          { region: SORMLAND, value: 4_000_000 },
          { region: VASTMANLAND, value: 4_000_000 },
        ],
      },
      may: { close: true, lock: true, escalate: false },
    },
  },
  objection: {
    open: { ...objection, may: { propose: true, askAgain: true, escalate: true }, settled: false },
    settled: {
      ...objection,
      answer: { ...OBJECTION, evidence: '' },
      solution: {
        kind: 'staggered-start',
        by: 'Eva Lind',
        at: at('2026-11-26T10:00:00.000Z'),
        text: 'Ni ansluter när ert avtal går ut i maj 2028.',
        status: 'accepted',
        reply: 'Bra, då är vi med.',
      },
      may: { propose: false, askAgain: false, escalate: false },
      settled: true,
    },
  },
  'solution-form': { form: { ...form, card: 'solution-form' } },
  'ask-again-form': { form: { ...form, card: 'ask-again-form', suggestedDeadline: on('2026-12-11') } },
  'escalate-form': { form: { ...ofItem, card: 'escalate-form', suggested: 'coordinate' } },
  'urgent-form': { form: { ...ofItem, card: 'urgent-form', deciders: ['Gunilla Ahl'] } },
  'more-time': {
    asked: { ...moreTime, reason: 'Vår verksamhetschef är ledig till den 7 december.', open: true },
    answered: { ...moreTime, open: false, banner: { kind: 'done', what: 'more-time-granted' } },
  },
  'round-form': { form: { ...ofItem, card: 'round-form', suggestedDeadline: on('2026-12-04') } },
  'round-draft': {
    ready: {
      ...ofItem,
      card: 'round-draft',
      deadline: on('2026-12-04'),
      doubts: [],
      deadlineAt: DEADLINE,
      units: units.map(({ unitName, region, respondents }, place) => ({
        unitName,
        region,
        respondents: respondents.map((name) => ({ name, reachable: place !== 1 })),
      })),
      regionsWithoutUnits: [],
      people: 5,
      unreachable: 1,
      cardBytes: 14_312,
    },
    empty: {
      ...ofItem,
      card: 'round-draft',
      deadline: on('2026-12-04'),
      doubts: [],
      deadlineAt: DEADLINE,
      units: [{ unitName: 'Operation Köping', region: VASTMANLAND, respondents: [] }],
      regionsWithoutUnits: [SORMLAND],
      people: 0,
      unreachable: 0,
      cardBytes: 9_000,
    },
  },
} as const satisfies Partial<Samples>;
