import { describe, expect, test } from 'vitest';
import { cpvLabel } from '#domain/shared/cpv.ts';
import { LANGUAGES } from '#domain/shared/language.ts';
import { createRenderer } from '#rendering/render.ts';
import { samples } from '../../gallery/samples.ts';
import { type Node, nodesOf, ofType } from './card-tree.ts';
import { teamsShapes } from './teams-types.ts';

const { elements, named } = teamsShapes();
const render = createRenderer({ cpvLabel });

/** What a node has that its element has not, or says in words that Teams does not know. */
const strange = (node: Node): string[] => {
  const type = String(node.type);
  const shape = elements.get(type);
  if (!shape) return [`${type} is no element`];
  return Object.entries(node).flatMap(([key, value]) => {
    const allowed = shape.get(key);
    if (allowed === undefined) return [`${type}.${key}`];
    return allowed !== 'anything' && typeof value === 'string' && !allowed.has(value)
      ? [`${type}.${key}: ${value}`]
      : [];
  });
};

test('what Microsoft declares is read: every kind of element that is used, with its words', () => {
  expect([...(elements.get('Chart.HorizontalBar')?.keys() ?? [])]).toEqual(
    expect.arrayContaining(['title', 'data', 'fallback', 'displayMode', 'colorSet']),
  );
  expect(strange({ type: 'TextBlock', text: 'x', weight: 'Heavy', wrapp: true })).toEqual([
    'TextBlock.weight: Heavy',
    'TextBlock.wrapp',
  ]);
  expect(strange({ type: 'Chart.Radar' })).toEqual(['Chart.Radar is no element']);
});

describe.each(samples)('$name', ({ view }) => {
  test.each(LANGUAGES)('has only elements, properties and words that Teams knows (%s)', (language) => {
    const typed = nodesOf(render(view, language).card).filter(({ type }) => typeof type === 'string');
    expect(typed.flatMap(strange)).toEqual([]);
  });
});

test("a native chart's points have the names that Teams' own have", () => {
  const charts = samples.flatMap(({ view }) => ofType(render(view, 'sv').card, 'Chart.'));
  expect(charts.length).toBeGreaterThan(0);
  for (const chart of charts) {
    const name = {
      'Chart.HorizontalBar': 'IHorizontalBarChartDataValue',
      'Chart.VerticalBar': 'IBarChartDataValue',
    }[String(chart.type)];
    const shape = named.get(String(name));
    for (const point of chart.data as Node[]) {
      expect(Object.keys(point).filter((key) => !shape?.has(key))).toEqual([]);
    }
  }
});
