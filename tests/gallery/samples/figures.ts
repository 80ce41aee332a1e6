import { itemId } from '#domain/shared/ids.ts';
import type { Samples } from '../samples.ts';
import { at, ITEM_ID, NOW, ofItem, on, SORMLAND, VASTMANLAND } from './people.ts';

const card = { ...ofItem, card: 'figures' } as const;
const KNOWN = { seconds: 19_800, external: 12_000, people: 3, sek: 15_575, example: true };
const SAVING = {
  method: 'market-price',
  version: 'market-price-1',
  annual: { low: 41_000, base: 118_000, high: 131_000 },
  term: { low: 164_000, base: 472_000, high: 524_000 },
  years: 4,
  byWinner: { low: 20_000, base: 96_000, high: 108_000 },
  bias: { bidders: 4, share: 0.103, spread: 0.1 },
  by: 'Anna Lindqvist',
  on: on('2026-11-20'),
  stated: at('2026-11-20T09:30:00.000Z'),
  assumptions: 'Volymen som 2025. Service ingår inte. Anbuden avser samma bord.',
} as const;
const NONE = { state: false, validate: false, realise: false, attribute: false } as const;

const YEAR = { from: on('2026-01-01'), to: on('2026-12-31') };
const SHARE = {
  id: 'share-coordinated',
  value: 4 / 21,
  reason: null,
  low: null,
  high: null,
  numerator: 4,
  denominator: 21,
  measure: 'share',
  version: '1',
  basis: 'outcome',
  rests: { on: 4, of: 21 },
  excluded: [
    { reason: 'direct-award', count: 3 },
    { reason: 'external', count: 2 },
  ],
} as const;

/** One item's figures: time, money, and how a saving is stated, signed and followed. */
export const figures = {
  figures: {
    hub: {
      ...card,
      face: {
        kind: 'hub',
        cost: KNOWN,
        saving: { ...SAVING, validated: { by: 'Nils Hedman', at: at('2026-11-23T10:00:00.000Z') } },
        obstacles: { negotiation: 'negotiation-not-permitted' },
        realised: [
          { from: on('2026-07-01'), to: on('2026-09-30'), value: 27_500, covered: 0.82 },
          { from: on('2026-10-01'), to: on('2026-10-31'), value: null, covered: 0 },
        ],
        attribution: { coordination: 0.6, market: 0.25, 'e-commerce': 0, 'category-work': 0, unknown: 0.15 },
        pulse: [
          { wave: 'start', about: 'quality', mean: 4.5, of: 2 },
          { wave: 'start', about: 'business', mean: 3, of: 1 },
        ],
        lessons: false,
        may: { log: true, state: true, realise: true, attribute: true },
      },
    },
    early: {
      ...card,
      face: {
        kind: 'hub',
        cost: null,
        saving: 'later',
        obstacles: {},
        realised: [],
        pulse: [],
        lessons: false,
        may: { log: true, state: false, realise: false, attribute: false },
      },
    },
    unit: {
      ...card,
      face: {
        kind: 'hub',
        cost: { ...KNOWN, external: 0, sek: null },
        saving: null,
        obstacles: {},
        realised: [],
        pulse: [],
        lessons: false,
        may: { log: true, state: false, realise: false, attribute: false },
      },
    },
    pulse: { ...card, face: { kind: 'pulse', wave: 'start', mine: {}, asks: 'quality' } },
    'pulse-next': {
      ...card,
      banner: { kind: 'done', what: 'rating-noted' },
      face: { kind: 'pulse', wave: 'year', mine: { quality: 4 }, asks: 'business' },
    },
    'pulse-done': {
      ...card,
      face: {
        kind: 'pulse',
        wave: 'year',
        mine: { quality: 4, business: 3, administration: 5 },
        asks: null,
      },
    },
    'lesson-form': { ...card, face: { kind: 'lesson-form' } },
    lessons: {
      ...card,
      face: {
        kind: 'lessons',
        maySay: true,
        for: itemId('MT12572'),
        lessons: {
          cpv: '33192230',
          category: 'Medicinteknik',
          reasons: ['existing-contract', 'differing-needs'],
          usedBy: [itemId('MT2651')],
          said: [
            {
              on: on('2026-03-02'),
              by: 'Anna Lindqvist',
              worked: 'Referensgruppen var med från början.',
              failed: 'Golvet i två salar höll inte för borden.',
              next: 'Provtryck golvet innan borden levereras.',
              market: 'Tre leverantörer, leveranstid ett halvår.',
            },
            { on: on('2026-03-04'), region: VASTMANLAND, next: 'Fråga narkosen tidigare.' },
          ],
        },
      },
    },
    'lessons-none': {
      ...card,
      face: { kind: 'lessons', maySay: false, lessons: { reasons: [], usedBy: [], said: [] } },
    },
    'cost-confirm': {
      ...card,
      face: { kind: 'cost-confirm', category: 'meetings', seconds: 7200, external: 0, said: NOW },
    },
    'cost-again': {
      ...card,
      face: {
        kind: 'cost-confirm',
        category: 'meetings',
        seconds: 7200,
        external: 0,
        said: NOW,
        again: NOW,
      },
    },
    'cost-kind': { ...card, face: { kind: 'cost-confirm', seconds: 1800, external: 0, said: NOW } },
    'cost-external': {
      ...card,
      face: { kind: 'cost-confirm', category: 'external', seconds: 0, external: 12_000, said: NOW },
    },
    'cost-form': { ...card, face: { kind: 'cost-form', said: NOW } },
    'cost-refused': {
      ...card,
      face: { kind: 'cost-form', said: NOW },
      banner: { kind: 'refused', refusal: { code: 'effort-unreadable' } },
    },
    cost: {
      ...card,
      banner: { kind: 'done', what: 'cost-noted' },
      face: {
        kind: 'cost',
        known: KNOWN,
        own: [
          { number: 4, category: 'meetings', seconds: 7200, external: 0, at: NOW },
          {
            number: 2,
            category: 'anchoring',
            seconds: 1800,
            external: 0,
            at: at('2026-11-23T13:00:00.000Z'),
          },
        ],
        mayLog: true,
      },
    },
    'saving-methods': {
      ...card,
      face: { kind: 'saving-methods', negotiation: false, obstacles: { basket: 'data-missing' } },
    },
    'saving-basket': { ...card, face: { kind: 'saving-form', method: 'basket' } },
    'saving-negotiation': { ...card, face: { kind: 'saving-form', method: 'negotiation' } },
    'saving-market': {
      ...card,
      face: { kind: 'saving-form', method: 'market-price' },
      banner: {
        kind: 'refused',
        refusal: { code: 'saving-impossible', params: { fault: 'fewer-than-3-bids' } },
      },
    },
    'rule-out': {
      ...card,
      face: {
        kind: 'rule-out-form',
        method: 'basket',
        obstacles: ['data-missing', 'unit-does-not-answer', 'not-comparable'],
      },
    },
    saving: {
      ...card,
      face: {
        kind: 'saving',
        saving: SAVING,
        obstacles: {},
        realised: [],
        may: { ...NONE, validate: true, realise: true, attribute: true },
      },
    },
    'saving-basket-shown': {
      ...card,
      face: {
        kind: 'saving',
        saving: {
          method: 'basket',
          version: 'basket-1',
          annual: { low: -12_000, base: 40_000, high: 66_000 },
          term: { low: -48_000, base: 160_000, high: 264_000 },
          years: 4,
          matched: 0.74,
          by: 'Nils Hedman',
          on: on('2026-11-20'),
          stated: at('2026-11-20T09:30:00.000Z'),
          assumptions: 'Prisindex 2–3–4 %.',
        },
        obstacles: { 'market-price': 'fewer-than-3-bids' },
        realised: [],
        may: { ...NONE, state: true },
      },
    },
    'saving-none': {
      ...card,
      face: {
        kind: 'saving',
        saving: null,
        obstacles: {
          basket: 'data-missing',
          negotiation: 'negotiation-not-permitted',
          'market-price': 'fewer-than-3-bids',
        },
        realised: [],
        may: { ...NONE, state: true },
      },
    },
    'realised-form': {
      ...card,
      face: { kind: 'realised-form', from: on('2026-07-01'), to: on('2026-10-31') },
    },
    'attribution-form': {
      ...card,
      face: {
        kind: 'attribution-form',
        current: { coordination: 0.6, market: 0.25, 'e-commerce': 0, 'category-work': 0, unknown: 0.15 },
      },
    },
  },
  findings: {
    share: {
      card: 'findings',
      asOf: NOW,
      face: {
        kind: 'indicators',
        topic: 'share',
        over: YEAR,
        main: SHARE,
        others: [
          { ...SHARE, id: 'count-coordinated', value: 4, measure: 'count', excluded: [] },
          { ...SHARE, id: 'share-coordinated-of-possible', value: 0.5, numerator: 4, denominator: 8 },
          {
            ...SHARE,
            id: 'share-coordinated-forecast',
            basis: 'forecast',
            value: 0.25,
            numerator: 8,
            denominator: 32,
            rests: { on: 8, of: 32 },
          },
        ],
        regions: [
          { region: SORMLAND, line: { ...SHARE, value: 4 / 12, numerator: 4, denominator: 12 } },
          { region: VASTMANLAND, line: { ...SHARE, value: 4 / 13, numerator: 4, denominator: 13 } },
        ],
        target: { value: 0.3, basis: null, example: true },
      },
    },
    'not-calculable': {
      card: 'findings',
      asOf: NOW,
      asked: 'hur mycket är samordnat i Sörmland 2026?',
      face: {
        kind: 'indicators',
        topic: 'share',
        over: { ...YEAR, region: SORMLAND, category: '33' },
        main: {
          ...SHARE,
          value: null,
          reason: 'nothing-in-the-period',
          numerator: 0,
          denominator: 0,
          rests: { on: 0, of: 0 },
          excluded: [],
        },
        others: [],
        regions: [],
      },
    },
    savings: {
      card: 'findings',
      asOf: NOW,
      face: {
        kind: 'indicators',
        topic: 'savings',
        over: YEAR,
        main: {
          ...SHARE,
          id: 'enabled-saving',
          measure: 'SEK',
          value: 4_200_000,
          low: 1_100_000,
          high: 5_900_000,
          numerator: 4_200_000,
          denominator: 18,
          rests: { on: 11, of: 18 },
          excluded: [
            { reason: 'not-calculable', count: 4 },
            { reason: 'calculability-unknown', count: 3 },
          ],
        },
        others: [
          { ...SHARE, id: 'coverage', value: 11 / 18, numerator: 11, denominator: 18 },
          {
            ...SHARE,
            id: 'realised-saving',
            measure: 'SEK',
            value: null,
            reason: 'no-realised',
            numerator: null,
            denominator: null,
            rests: { on: 0, of: 18 },
          },
        ],
        regions: [],
      },
    },
    costs: {
      card: 'findings',
      asOf: NOW,
      face: {
        kind: 'indicators',
        topic: 'costs',
        over: YEAR,
        main: {
          ...SHARE,
          id: 'coordination-cost',
          measure: 'SEK',
          value: 182_500,
          numerator: 182_500,
          denominator: 21,
          rests: { on: 12, of: 21 },
          excluded: [{ reason: 'no-log', count: 9 }],
        },
        others: [
          {
            ...SHARE,
            id: 'coordination-hours',
            measure: 'hours',
            value: 262.5,
            numerator: 262.5,
            denominator: 21,
            rests: { on: 12, of: 21 },
          },
        ],
        regions: [],
      },
    },
    lessons: {
      card: 'findings',
      asOf: NOW,
      face: {
        kind: 'lessons',
        over: YEAR,
        total: 2,
        lines: [
          {
            id: ITEM_ID,
            title: 'Operationsbord',
            region: VASTMANLAND,
            on: on('2026-03-02'),
            next: 'Provtryck golvet innan borden levereras.',
            used: 1,
          },
          { id: ITEM_ID, title: 'Måltider', region: SORMLAND, used: 0 },
        ],
        figures: [{ ...SHARE, id: 'reviewed-in-time', value: 0.5, numerator: 1, denominator: 2 }],
      },
    },
    'lessons-for': {
      card: 'findings',
      asOf: NOW,
      face: {
        kind: 'lessons',
        about: 'Operationsbord',
        for: ITEM_ID,
        total: 0,
        lines: [],
        figures: [],
      },
    },
    definitions: {
      card: 'findings',
      asOf: NOW,
      face: {
        kind: 'definitions',
        topic: 'savings',
        over: YEAR,
        lines: [
          { id: 'enabled-saving', version: '1' },
          { id: 'coverage', version: '1' },
          { id: 'hit-rate', version: '1' },
        ],
      },
    },
    behind: {
      card: 'findings',
      asOf: NOW,
      face: {
        kind: 'behind',
        topic: 'share',
        over: YEAR,
        id: 'share-coordinated',
        counted: [{ id: ITEM_ID, title: 'Operationsbord', region: VASTMANLAND }],
        rest: [{ id: ITEM_ID, title: 'Operationslampor', region: SORMLAND }],
      },
    },
    control: {
      card: 'findings',
      asOf: NOW,
      face: {
        kind: 'behind',
        topic: 'control',
        over: YEAR,
        id: 'control-point',
        counted: [
          {
            id: ITEM_ID,
            title: 'Mammografistaplar',
            region: VASTMANLAND,
            control: {
              how: 'deviation-decided',
              on: on('2026-05-05'),
              reasons: [
                {
                  text: 'Personalen behöver en annan bäddhöjd än den som kan upphandlas gemensamt.',
                  by: 'Kerstin Ahl',
                  on: on('2026-05-05'),
                },
              ],
            },
          },
          {
            id: ITEM_ID,
            title: 'Kontorsmöbler',
            region: SORMLAND,
            control: { how: 'contracted-alone', on: on('2026-06-01'), reasons: [] },
          },
          {
            id: ITEM_ID,
            title: 'Profilkläder',
            region: SORMLAND,
            control: { how: 'not-possible', on: on('2026-03-02'), reasons: [], withheld: true },
          },
        ],
        rest: [{ id: ITEM_ID, title: 'Operationsbord', region: VASTMANLAND }],
        evidence: {
          page: 'https://samordna.example.se/report/token/control.html',
          workbook: 'https://samordna.example.se/report/token/control.xlsx',
        },
      },
    },
    'cost-which': {
      card: 'findings',
      asOf: NOW,
      face: {
        kind: 'cost-which',
        category: 'meetings',
        seconds: 5400,
        external: 0,
        said: NOW,
        items: [
          { id: ITEM_ID, title: 'Operationsbord', region: VASTMANLAND },
          { id: ITEM_ID, title: 'Operationslampor', region: SORMLAND },
        ],
      },
    },
  },
} as const satisfies Partial<Samples>;
