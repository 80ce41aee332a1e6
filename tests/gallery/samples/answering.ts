import type { Samples } from '../samples.ts';
import { at, BARE, DEADLINE, OBJECTION, OTHERS, ofUnit, on, SORMLAND, TABLES, YES } from './people.ts';

const request = {
  ...ofUnit,
  card: 'request',
  others: OTHERS,
  lessons: [],
  prefill: { value: 2_000_000, sharedBy: 2 },
  moreTimeRequested: false,
  changes: [],
} as const;
const receipt = { ...ofUnit, card: 'receipt', others: OTHERS, mayChange: true, status: 'asked' } as const;

/** The unit manager's cards. */
export const answering = {
  request: {
    first: request,
    reminder: {
      ...request,
      banner: { kind: 'occasion', occasion: 'reminder' },
      lessons: [
        {
          title: 'Operationsbord 2021',
          text: 'Provtryck golvet innan borden levereras. Förra gången fick två salar stängas en vecka.',
        },
      ],
      moreTimeRequested: true,
    },
    revised: {
      ...request,
      banner: { kind: 'occasion', occasion: 'revised' },
      item: { ...TABLES, value: 5_500_000, revision: 2 },
      prefill: { value: 5_500_000 },
      note: 'Vi har fått med service i upphandlingen, därför är värdet högre.',
      changes: [
        { field: 'value', before: 4_000_000, after: 5_500_000 },
        { field: 'start', before: '2027-06-01', after: '2027-09-01' },
        { field: 'description', after: 'Operationsbord med tillbehör och service.' },
      ],
      stale: YES,
    },
    changing: { ...request, current: YES },
    withdrawn: { ...request, banner: { kind: 'done', what: 'objection-withdrawn' }, withdrawn: OBJECTION },
    late: {
      ...request,
      item: { id: TABLES.id, title: TABLES.title, region: TABLES.region, revision: 1 },
      prefill: {},
      late: true,
      others: [{ region: SORMLAND, asked: 0, counts: {} }],
      banner: { kind: 'refused', refusal: { code: 'number-unreadable' } },
    },
  },
  'request-conditions': {
    form: { ...ofUnit, card: 'request-conditions', prefill: { value: 2_000_000, volume: 6 } },
  },
  'objection-reasons': { list: { ...ofUnit, card: 'objection-reasons' } },
  'objection-form': {
    contract: { ...ofUnit, card: 'objection-form', reason: 'existing-contract' },
    companies: {
      ...ofUnit,
      card: 'objection-form',
      reason: 'sme-access',
      banner: { kind: 'refused', refusal: { code: 'text-missing' } },
    },
  },
  'more-time-form': { form: { ...ofUnit, card: 'more-time-form' } },
  receipt: {
    yes: {
      ...receipt,
      answer: YES,
      reference: { name: 'Lisa Ek', hours: 12 },
      may: { withdraw: false, evidence: false, reference: true },
      banner: { kind: 'done', what: 'answer-registered' },
    },
    conditions: {
      ...receipt,
      answer: {
        ...YES,
        kind: 'yes-with-conditions',
        text: 'Leverans till två platser.\nUtbildning av 40 personer ingår.',
      },
    },
    'no-need': { ...receipt, answer: BARE['no-need'] },
    objection: {
      ...receipt,
      answer: OBJECTION,
      solution: {
        kind: 'staggered-start',
        by: 'Eva Lind',
        at: at('2026-11-26T10:00:00.000Z'),
        text: 'Ni ansluter när ert avtal går ut i maj 2028.',
        status: 'proposed',
      },
    },
    awaited: {
      ...receipt,
      answer: {
        kind: 'objection',
        by: 'Karin Nyström',
        at: at('2026-11-25T09:12:00.000Z'),
        reason: 'existing-contract',
        text: 'Vårt avtal löper vidare.',
        contract: { end: on('2028-05-31'), optionUntil: on('2029-05-31'), optionBy: on('2027-11-30') },
        evidenceLine: { status: 'awaited', due: at('2026-12-02T22:59:59.000Z'), given: [] },
      },
      may: { withdraw: true, evidence: true, reference: true },
    },
    silent: { ...receipt, answer: BARE['no-answer'], late: true },
    locked: {
      ...receipt,
      answer: { ...YES, binding: 'binding' },
      mayChange: false,
      status: 'locked',
      banner: { kind: 'refused', refusal: { code: 'item-locked' } },
    },
  },
  lifted: {
    silent: {
      ...ofUnit,
      card: 'lifted',
      respondents: ['Karin Nyström', 'Per Dahl'],
      deadline: DEADLINE,
      asOf: at('2026-12-07T07:00:00.000Z'),
      answer: BARE['no-answer'],
      open: true,
    },
    answered: {
      ...ofUnit,
      card: 'lifted',
      respondents: ['Karin Nyström'],
      answer: { ...YES, neededBy: on('2027-06-01') },
      open: false,
    },
  },
  solution: {
    proposed: {
      ...ofUnit,
      card: 'solution',
      objection: OBJECTION,
      solution: {
        kind: 'staggered-start',
        by: 'Eva Lind',
        at: at('2026-11-26T10:00:00.000Z'),
        text: 'Ni ansluter när ert avtal går ut i maj 2028. Priset gäller från start.',
        status: 'proposed',
      },
      mayAnswer: true,
    },
    rejected: {
      ...ofUnit,
      card: 'solution',
      objection: OBJECTION,
      solution: {
        kind: 'lots',
        by: 'Eva Lind',
        at: at('2026-11-26T10:00:00.000Z'),
        text: 'Borden blir en egen del.',
        status: 'rejected',
        reply: 'Det löser inte att vi redan har ett avtal.',
      },
      mayAnswer: false,
      banner: { kind: 'done', what: 'solution-rejected' },
    },
  },
  'solution-reject-form': {
    form: {
      ...ofUnit,
      card: 'solution-reject-form',
      solution: {
        kind: 'staggered-start',
        by: 'Eva Lind',
        at: at('2026-11-26T10:00:00.000Z'),
        text: 'Ni ansluter när ert avtal går ut i maj 2028.',
        status: 'proposed',
      },
    },
  },
} as const satisfies Partial<Samples>;
