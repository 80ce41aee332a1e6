import { describe, expect, it } from 'vitest';
import {
  behindView,
  definitionsView,
  figured,
  indicatorsView,
  withoutFew,
} from '#application/figures/answers.ts';
import { itemId } from '#domain/shared/ids.ts';
import { createRenderer } from '#rendering/render.ts';
import type { FigureTopic } from '#rendering/views/findings.ts';
import { at, date, governance } from '#support/world.ts';
import { alone, facts, S, saving, signed, together, V } from '../../domain/indicators/facts.ts';
import { typedOut } from '../../edges/rendering/card-tree.ts';
import { readingFor } from '../views/support.ts';

const render = createRenderer({ cpvLabel: () => null });
const decided = { validFrom: date('2020-01-01'), status: 'decided', example: true } as const;
const reading = {
  ...readingFor('officer', at('2025-11-24 09:00')),
  governance: {
    ...governance,
    rates: [{ ...decided, id: 'r', sekPerHour: 600 }],
    targets: [
      {
        ...decided,
        id: 't',
        indicator: 'share-coordinated',
        from: date('2025-01-01'),
        to: date('2025-12-31'),
        value: 0.3,
      },
    ],
  },
};
const ALL = [
  facts('A', {
    ...signed('2025-02-01', together(1, 1), { from: '2025-01-01' }),
    ...saving(100, 50, 200),
    possible: true,
    asked: date('2025-01-10'),
    cost: { seconds: 7200, external: 1000 },
  }),
  facts('B', { ...signed('2025-03-01', alone(1)), possible: true, cpv: '33100000' }),
  facts('C', { ...signed('2025-04-01', alone(1)), origin: 'direct-award' }),
  facts('D', { ...signed('2024-04-01', alone(1)) }),
];
const answer = (topic: FigureTopic, narrowed = {}, all = ALL) =>
  indicatorsView(reading, topic, figured(reading, all, topic, narrowed));
const words = (view: Parameters<typeof render>[0], language: 'sv' | 'en' = 'sv') =>
  typedOut(JSON.stringify(render(view, language))).replaceAll('\u00a0', ' ');

describe('a question about figures is answered with what they rest on', () => {
  it('the share: value, numerator and denominator, what is left out, the target and its basis, each region', () => {
    const view = answer('share');
    expect(view.face).toMatchObject({
      over: { from: '2025-01-01', to: '2025-12-31' },
      main: { id: 'share-coordinated', value: 0.5, numerator: 1, denominator: 2, version: '2' },
      target: { value: 0.3, basis: null },
      regions: [{ line: { numerator: 1, denominator: 2 } }, { line: { numerator: 1, denominator: 1 } }],
    });
    const shown = words(view);
    for (const part of [
      'Andel samordnade upphandlingar: 50 %',
      '1 av 2',
      'Utanför: 1 direktupphandlingar',
      'inget dokumenterat underlag',
      '(Definition 2.)',
      'Läget måndag 24 november kl. 09.00',
    ])
      expect(shown).toContain(part);
    expect(words(view, 'en')).toContain('Share coordinated: 50%');
  });

  it('savings: low, expected and high, never a bare number, up to the day it is asked; coverage beside', () => {
    const shown = words(answer('savings'));
    expect(shown).toContain('Möjliggjord besparing: 90 kr (45 kr till 180 kr)');
    expect(shown).toContain('Underlag: 1 av 4 upphandlingar');
    expect(shown).toContain('Täckning');
  });

  it('costs: hours times the rate and externals; whoever has no log is named, not counted as 0', () => {
    const more = [...ALL, facts('E', { ...signed('2025-05-01', alone(1)), asked: date('2025-01-10') })];
    const shown = words(answer('costs', {}, more));
    expect(shown).toContain('Samordningskostnad: 2 200 kr');
    expect(shown).toContain('Utanför: 1 utan noterad tid');
  });

  it('what cannot be calculated says why', () => {
    const view = answer('share', { from: date('2020-01-01'), to: date('2020-12-31') });
    expect(words(view)).toContain('går inte att beräkna. Inget att räkna på i perioden.');
    expect(words(answer('costs', {}, [ALL[1] ?? facts('B')]))).toContain('går inte att beräkna');
    expect(view.face).not.toHaveProperty('target');
  });

  it('what is quoted of it is no bare number: value, what it rests on, period, that it runs, and as of when', () => {
    const summary = (topic: FigureTopic, narrowed = {}) => {
      const { summary: said } = render(answer(topic, narrowed), 'sv');
      return said.replaceAll('\u00a0', ' ');
    };
    expect(summary('share')).toBe(
      'Andel samordnade upphandlingar: 50 % · 1 av 2 · Läget måndag 24 november kl. 09.00 · 1 januari 2025 till 31 december 2025 · Perioden pågår: utfallet till och med 24 november 2025',
    );
    expect(summary('costs')).toContain('Samordningskostnad: 2 200 kr · Underlag: 1 av 1 upphandlingar');
    expect(summary('savings')).toContain('Underlag: 1 av 4 upphandlingar, varav ekonomi har godkänt 0');
    expect(summary('share', { from: date('2024-01-01'), to: date('2024-12-31') })).not.toContain('pågår');
  });

  it('a running period says so on the card, and up to which day', () => {
    expect(words(answer('share'))).toContain('Perioden pågår: utfallet till och med 24 november');
    expect(words(answer('share', {}, ALL), 'en')).toContain('The period is still running');
    const over = { from: date('2024-01-01'), to: date('2024-12-31') };
    expect(words(answer('share', over))).not.toContain('Perioden pågår');
  });

  it('the regions’ figures are said not to add up, and one region’s says nothing of it', () => {
    expect(words(answer('share'))).toContain('Siffrorna går därför inte att lägga ihop.');
    expect(words(answer('share', { region: V }))).not.toContain('lägga ihop');
  });

  it('the market price’s bias stands beside what was computed by it, and beside nothing else', () => {
    const market = ALL.map((one) =>
      one.saving ? { ...one, saving: { ...one.saving, method: 'market-price' as const } } : one,
    );
    const shown = words(answer('savings', {}, market));
    expect(shown).toContain('Marknadspris: 1 av upphandlingarna, 90 kr (45 kr till 180 kr).');
    expect(shown).toContain('8,5 % av medelpriset vid 3 anbud, 11,7 % vid 5 och 15,4 % vid 10');
    expect(words(answer('savings'))).not.toContain('medelpriset');
    const few = withoutFew(figured(reading, market, 'costs', {}));
    expect(few?.market).toBeNull();
  });

  it('the net benefit is led by the net benefit, and the cost stands beside', () => {
    const face = answer('net').face;
    expect(face).toMatchObject({ main: { id: 'net-benefit-theoretical' } });
    expect(words(answer('net')).replaceAll('\u00ad', '')).toContain('Samordningskostnad');
  });

  it('is narrowed to a region and a category', () => {
    expect(answer('share', { region: V }).face).toMatchObject({ main: { numerator: 1, denominator: 1 } });
    expect(answer('share', { region: S, category: '33' }).face).toMatchObject({
      main: { value: 0, denominator: 1 },
      regions: [],
    });
  });
});

it('leads to the procurements behind the figure, by their titles, and to what each figure is', () => {
  const found = figured(reading, ALL, 'share', {});
  const listing = [{ id: itemId('A'), title: 'Operationsbord', region: S, plan: 2025 }];
  const view = behindView(reading, 'share', found, listing);
  expect(view.face).toMatchObject({
    counted: [{ id: 'A', title: 'Operationsbord' }],
    rest: [{ id: 'B', title: 'B' }],
  });
  expect(words(view)).toContain('"verb":"item.show","data":{"verb":"item.show","item":"A"}');
  expect(words(definitionsView(reading, 'share', found))).toContain('Fortsätter granskningens serie');
});

describe('a sum over one or two savings would tell one procurement’s tenders (OSL 19:3, 31:16)', () => {
  const saved = (id: string, parties: ReturnType<typeof together>) =>
    facts(id, { ...signed('2025-02-01', parties, { from: '2025-01-01' }), ...saving(100, 50, 200) });
  const found = (all: Parameters<typeof figured>[1]) => withoutFew(figured(reading, all, 'savings', {}));

  it('so it is left out of an answer in whatever region it stands, and the answer to it is none', () => {
    const three = found([saved('A', together(1, 1)), saved('B', alone(1)), saved('C', alone(1))]);
    expect(three?.main.behind.counted).toEqual(['A', 'B', 'C']);
    expect(three?.of(S)).not.toEqual([]);
    expect(three?.of(V)).toEqual([]);
    expect(found([saved('A', together(1, 1)), saved('B', alone(1))])).toBeNull();
  });
  it('and beside another answer such a line is left out', () => {
    const cost = {
      cost: { seconds: 3600, external: 0 },
      attribution: { coordination: 1, market: 0, 'e-commerce': 0, 'category-work': 0, unknown: 0 },
    };
    const one = [{ ...saved('A', together(1, 1)), ...cost }];
    const lines = (all: ReturnType<typeof figured>) => all.lines.map(({ id }) => id);
    const costs = figured(reading, one, 'costs', {});
    expect(costs.lines.find(({ id }) => id === 'net-benefit-theoretical')?.behind.counted).toEqual(['A']);
    expect(lines(costs)).toContain('net-benefit-theoretical');
    expect(lines(withoutFew(costs) ?? costs)).not.toContain('net-benefit-theoretical');
    expect(lines(withoutFew(costs) ?? costs)).toContain('coordination-cost');
  });
});
