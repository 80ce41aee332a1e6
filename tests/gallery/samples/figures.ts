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
        may: { log: true, state: false, realise: false, attribute: false },
      },
    },
    'cost-confirm': {
      ...card,
      face: { kind: 'cost-confirm', category: 'meetings', seconds: 7200, external: 0, said: NOW },
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
