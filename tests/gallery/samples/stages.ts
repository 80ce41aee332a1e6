import { refuse } from '#domain/coordination/refusal.ts';
import { asPersonId, asUnitId, bodyId, type PlainDate } from '#domain/shared/ids.ts';
import type { Samples } from '../samples.ts';
import { at, SORMLAND, TABLES, VASTMANLAND } from './people.ts';

const day = (text: string) => text as PlainDate;
const RF = { sv: 'Regionfullmäktige Sörmland', en: 'the Regional Assembly of Sörmland' };
const RS = { sv: 'Regionstyrelsen Sörmland', en: 'the Regional Executive Board of Sörmland' };
const RSV = { sv: 'Regionstyrelsen Västmanland', en: 'the Regional Executive Board of Västmanland' };
const TEXTILES = { ...TABLES, title: 'Textilier och tvätt', value: 600_000_000 };

const base = {
  card: 'stage',
  asOf: at('2026-12-07T08:00:00.000Z'),
  item: TABLES,
  owner: 'Eva Lind',
  others: [],
} as const;
const ceilings = [
  { kind: 'ceiling', region: SORMLAND, value: 1_200_000, volume: 6 },
  { kind: 'ceiling', region: VASTMANLAND, value: 2_800_000 },
] as const;
const missing = { kind: 'missing', decision: 'initiate', late: false } as const;
const begun = {
  kind: 'decided',
  decision: 'initiate',
  regions: [SORMLAND],
  body: RS,
  by: 'Anders Ek',
  date: day('2026-12-05'),
  late: false,
} as const;

/** An item's stages, as its officer, those who decide and a unit's manager see them. */
export const stages = {
  stage: {
    advertise: {
      ...base,
      status: 'locked',
      facts: [...ceilings, begun],
      step: {
        kind: 'advance',
        to: 'advertised',
        date: day('2026-12-07'),
        procedure: 'Öppet förfarande',
        people: [
          { id: asPersonId('t:eva'), name: 'Eva Lind' },
          { id: asPersonId('t:maria'), name: 'Maria Ekdahl' },
        ],
        proposed: [asPersonId('t:eva')],
      },
      others: ['cancelled'],
    },
    blocked: {
      ...base,
      item: TEXTILES,
      status: 'committed',
      facts: [
        { ...missing, region: SORMLAND, body: RF },
        { ...missing, region: VASTMANLAND, body: RSV },
      ],
      step: { kind: 'ask', decision: 'initiate' },
      others: ['external-coordination', 'postponed', 'cancelled'],
    },
    waiting: {
      ...base,
      item: TEXTILES,
      status: 'committed',
      banner: { kind: 'refused', refusal: { code: 'decision-missing' } },
      facts: [
        { ...missing, region: SORMLAND, body: RF, asked: at('2026-12-06T08:00:00.000Z') },
        { ...missing, region: VASTMANLAND },
      ],
      step: { kind: 'wait', decision: 'initiate' },
    },
    'no-rows': { ...base, status: 'draft', facts: [{ kind: 'no-rows' }], owner: 'Eva Lind' },
    authorise: {
      ...base,
      status: 'initiated',
      facts: [begun],
      step: { kind: 'authorise', region: SORMLAND, lead: VASTMANLAND, date: day('2026-12-07') },
    },
    ceiling: {
      ...base,
      status: 'committed',
      facts: [],
      step: {
        kind: 'advance',
        to: 'ceiling-stated',
        date: day('2026-12-07'),
        regions: [VASTMANLAND],
      },
      others: ['postponed', 'cancelled'],
    },
    change: {
      ...base,
      status: 'contract',
      facts: [...ceilings],
      step: {
        kind: 'advance',
        to: 'modification-proposed',
        date: day('2026-12-07'),
        regions: [VASTMANLAND, SORMLAND],
        volume: false,
      },
    },
    changing: {
      ...base,
      status: 'contract',
      facts: [
        ...ceilings,
        {
          kind: 'change',
          ground: 'additional-needs',
          region: VASTMANLAND,
          value: 2_600_000,
          until: day('2032-06-30'),
        },
        { ...missing, decision: 'modify', region: SORMLAND, body: RS, asked: at('2026-12-06T08:00:00.000Z') },
      ],
      step: {
        kind: 'decide',
        decision: 'modify',
        modification: 1,
        region: SORMLAND,
        regions: [SORMLAND, VASTMANLAND],
        body: RS,
        rule: 'change-s',
        example: false,
        late: false,
      },
    },
    alone: {
      ...base,
      status: 'deviation-decided',
      facts: [{ kind: 'alone', region: SORMLAND, date: day('2026-11-30'), value: 1_200_000 }],
      step: {
        kind: 'advance',
        to: 'contracted-alone',
        date: day('2026-12-07'),
        regions: [VASTMANLAND],
      },
    },
    flagged: {
      ...base,
      item: TEXTILES,
      status: 'advertised',
      facts: [
        ...ceilings,
        { ...missing, region: SORMLAND, body: RF, late: true },
        { kind: 'day', day: 'advertised', date: day('2026-12-01') },
        { kind: 'said', said: 'notice', text: 'TED 2026/S 123-456' },
        { kind: 'secret' },
      ],
      step: { kind: 'advance', to: 'evaluation', date: day('2026-12-07') },
      regularise: 'initiate',
      others: ['cancelled'],
    },
    decide: {
      ...base,
      status: 'committed',
      facts: [{ ...missing, region: SORMLAND, body: RS, asked: at('2026-12-06T08:00:00.000Z') }],
      step: {
        kind: 'decide',
        decision: 'initiate',
        region: SORMLAND,
        regions: [SORMLAND],
        body: RS,
        rule: 'delegation-sormland',
        example: true,
        late: false,
      },
    },
    register: {
      ...base,
      item: TEXTILES,
      status: 'advertised',
      facts: [{ ...missing, region: SORMLAND, body: RF, late: true, asked: at('2026-12-06T08:00:00.000Z') }],
      step: {
        kind: 'register',
        decision: 'initiate',
        id: bodyId('regionfullmaktige-sormland'),
        body: RF,
        regions: [SORMLAND],
        rule: 'fullmaktige-sormland',
        example: true,
        late: true,
        date: day('2026-12-07'),
        preparedBy: RS,
      },
    },
    standstill: {
      ...base,
      status: 'standstill',
      facts: [
        ...ceilings,
        { kind: 'day', day: 'awarded', date: day('2026-12-01') },
        { kind: 'said', said: 'awardNumber', text: 'RV 2026-0812' },
        { kind: 'day', day: 'standstill', date: day('2026-12-14') },
      ],
      step: { kind: 'standstill', until: day('2026-12-14') },
      others: ['appealed', 'cancelled'],
    },
    appeal: {
      ...base,
      status: 'appealed',
      facts: [{ kind: 'said', said: 'court', text: 'Förvaltningsrätten i Linköping' }],
      step: { kind: 'advance', to: 'appeal-settled', date: day('2026-12-07') },
    },
    contract: {
      ...base,
      status: 'standstill',
      facts: [{ kind: 'day', day: 'standstill', date: day('2026-12-04') }],
      step: { kind: 'advance', to: 'contract', date: day('2026-12-07') },
    },
    'for-a-manager': {
      ...base,
      status: 'contract',
      banner: { kind: 'occasion', occasion: 'new' },
      facts: [
        ...ceilings,
        { kind: 'day', day: 'signed', date: day('2026-12-07') },
        { kind: 'day', day: 'until', date: day('2028-12-31') },
        { kind: 'day', day: 'options', date: day('2030-12-31') },
        { kind: 'said', said: 'contractNumber', text: 'RV 2026-0901' },
      ],
      own: { region: SORMLAND, takesPart: true },
    },
    crowded: {
      ...base,
      status: 'contract',
      facts: [{ kind: 'day', day: 'signed', date: day('2026-12-07') }, ...ceilings],
      step: { kind: 'advance', to: 'followed-up', date: day('2026-12-07') },
      mayCallOff: true,
      mayDocument: true,
      others: ['extended'],
      more: true,
    },
    more: {
      ...base,
      status: 'contract',
      facts: [],
      step: { kind: 'more' },
      others: ['modification-proposed', 'modification-dropped', 'contracted-alone'],
      changeOwner: true,
    },
    declare: {
      ...base,
      status: 'evaluation',
      facts: [...ceilings, { kind: 'day', day: 'advertised', date: day('2026-12-01') }, { kind: 'secret' }],
      step: { kind: 'declare', of: 'bidders' },
    },
    assess: { ...base, status: 'draft', facts: [], step: { kind: 'assess' } },
    'assess-again': {
      ...base,
      status: 'assessed',
      facts: [],
      step: { kind: 'assess', said: { possible: true, by: 'Eva Lind', at: at('2026-11-23T08:00:00.000Z') } },
    },
    'declare-case': { ...base, status: 'escalated', facts: [], step: { kind: 'declare', of: 'case' } },
    conflicted: { ...base, status: 'evaluation', facts: [], step: { kind: 'conflicted', undo: true } },
    'conflicted-stays': {
      ...base,
      status: 'evaluation',
      facts: [],
      step: { kind: 'conflicted', undo: false },
    },
    evaluating: {
      ...base,
      status: 'evaluation',
      facts: [...ceilings, { kind: 'day', day: 'advertised', date: day('2026-12-01') }, { kind: 'secret' }],
      step: { kind: 'ask', decision: 'award' },
      mayNoteTenders: true,
      mayReplace: true,
      changeOwner: true,
      others: ['cancelled'],
    },
    evaluator: {
      ...base,
      status: 'evaluation',
      facts: [{ kind: 'secret' }],
      step: {
        kind: 'evaluator',
        named: [
          { id: asPersonId('t:eva'), name: 'Eva Lind' },
          { id: asPersonId('t:maria'), name: 'Maria Ekdahl' },
        ],
        people: [
          { id: asPersonId('t:johan'), name: 'Johan Berg' },
          { id: asPersonId('t:karin'), name: 'Karin Nyström' },
        ],
      },
    },
    'one-evaluator': {
      ...base,
      status: 'advertised',
      banner: { kind: 'refused', refusal: refuse('evaluator-has-conflict') },
      facts: [{ kind: 'secret' }],
      step: {
        kind: 'evaluator',
        named: [{ id: asPersonId('t:maria'), name: 'Maria Ekdahl' }],
        people: [{ id: asPersonId('t:johan'), name: 'Johan Berg' }],
      },
    },
    tenders: { ...base, status: 'evaluation', facts: [{ kind: 'secret' }], step: { kind: 'tenders' } },
    callOff: {
      ...base,
      status: 'contract',
      facts: [
        ...ceilings,
        {
          kind: 'called',
          region: SORMLAND,
          value: { called: 400_000, left: 800_000 },
          volume: { called: 2, left: 4 },
        },
        { kind: 'called', region: VASTMANLAND, value: { called: 1_000_000, left: 1_800_000 } },
      ],
      step: {
        kind: 'call-off',
        number: 3,
        units: [
          { id: asUnitId('sormland/Operation Nyköping'), name: 'Operation Nyköping' },
          { id: asUnitId('vastmanland/Operation Köping'), name: 'Operation Köping' },
        ],
        date: day('2026-12-07'),
        volume: true,
      },
      undo: {
        number: 2,
        unit: asUnitId('sormland/Operation Nyköping'),
        unitName: 'Operation Nyköping',
        value: 400_000,
        date: day('2026-12-01'),
      },
    },
    callingOff: {
      ...base,
      status: 'contract',
      facts: [{ kind: 'ceiling', region: SORMLAND, value: 1_200_000 }],
      step: {
        kind: 'call-off',
        number: 1,
        units: [{ id: asUnitId('sormland/Operation Nyköping'), name: 'Operation Nyköping' }],
        date: day('2026-12-07'),
        volume: false,
        value: 200_000,
      },
      own: { region: SORMLAND, takesPart: true },
    },
    calledOff: {
      ...base,
      status: 'contract',
      facts: [
        { kind: 'ceiling', region: SORMLAND, value: 1_200_000 },
        { kind: 'called', region: SORMLAND, value: { called: 400_000, left: 800_000 } },
      ],
      own: { region: SORMLAND, takesPart: true },
      mayCallOff: true,
      banner: {
        kind: 'refused',
        refusal: refuse('ceiling-reached', { region: 'sormland', left: '800000', beyond: '150000' }),
      },
    },
    principle: {
      ...base,
      status: 'committed',
      facts: [{ kind: 'principle' }, { ...missing, region: SORMLAND, body: RF }],
      step: { kind: 'ask', decision: 'initiate' },
      sayPrinciple: false,
      others: ['external-coordination', 'postponed', 'cancelled'],
    },
    lessons: {
      ...base,
      status: 'followed-up',
      facts: [{ kind: 'documentation-complete' }],
      step: {
        kind: 'advance',
        to: 'reviewed',
        date: day('2026-12-07'),
        lessons: [
          {
            on: day('2026-11-20'),
            by: 'Erik Sandström',
            region: SORMLAND,
            failed: 'Golvet höll inte för borden.',
            next: 'Provtryck golvet innan kraven skrivs.',
          },
          {
            on: day('2026-11-24'),
            by: 'Maria Öberg',
            region: VASTMANLAND,
            worked: 'Referensgruppen från båda regionerna.',
          },
        ],
      },
    },
    document: {
      ...base,
      status: 'reviewed',
      banner: { kind: 'occasion', occasion: 'reminder' },
      facts: [{ kind: 'day', day: 'documented', date: day('2026-12-20') }],
      step: { kind: 'document' },
    },
    leaving: {
      ...base,
      status: 'committed',
      facts: [],
      step: { kind: 'advance', to: 'external-coordination', date: day('2026-12-07') },
    },
    left: {
      ...base,
      status: 'external-coordination',
      facts: [
        { kind: 'said', said: 'arena', text: 'Adda' },
        { kind: 'said', said: 'reason', text: 'Adda har ett avtal som räcker.' },
      ],
      own: { region: SORMLAND, takesPart: false },
    },
  },
} as const satisfies Pick<Samples, 'stage'>;
