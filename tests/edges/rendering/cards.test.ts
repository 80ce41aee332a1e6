import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { cpvLabel } from '#domain/shared/cpv.ts';
import { LANGUAGES } from '#domain/shared/language.ts';
import { parseAction } from '#rendering/parse-action.ts';
import { createRenderer } from '#rendering/render.ts';
import { sv } from '#rendering/text/sv.ts';
import { samples } from '../../gallery/samples.ts';
import { type Node, nodesOf, ofType, typedOut, wordsOf } from './card-tree.ts';

const FIXTURES = new URL('../../fixtures/', import.meta.url);
const schema = JSON.parse(readFileSync(new URL('schemas/adaptive-card-1.5.0.json', FIXTURES), 'utf8'));
const { $schema: _draft, ...cardSchema } = schema;
const isCard = new Ajv({ strict: false, validateFormats: false }).compile(cardSchema);

/** What Teams adds to the schema, by name; none is used today, and each would need a fallback. */
const TEAMS_EXTENSIONS = ['msteams', 'targetWidth'];

/** A chart is Teams' own: what another client shows in its place, the table with the same numbers, is what the schema knows. */
const elsewhere = (node: unknown): unknown => {
  if (Array.isArray(node)) return node.map(elsewhere);
  if (typeof node !== 'object' || node === null) return node;
  if (String((node as Node).type).startsWith('Chart.')) return elsewhere((node as Node).fallback);
  return Object.fromEntries(Object.entries(node).map(([key, child]) => [key, elsewhere(child)]));
};

const render = createRenderer({ cpvLabel });
const cards = samples.flatMap(({ name, card, view }) =>
  LANGUAGES.map((language) => ({ name, template: card, language, view, ...render(view, language) })),
);

/** Inputs that ask for a figure. */
const FIGURES = ['value', 'received', 'approved'];
/** What must be given: a day, a figure, one of the choices, or a few words. */
const given = ({ id, type, choices }: Node): unknown => {
  if (type === 'Input.Date') return '2027-01-15';
  if (type === 'Input.ChoiceSet') return (choices as readonly Node[])[0]?.value;
  return FIGURES.includes(String(id)) ? '5' : 'Några ord';
};
/** What a person leaves in a card's inputs: a few words where there is room for them, otherwise what was prefilled, and what must be given. */
const filled = (card: unknown): Record<string, unknown> =>
  Object.fromEntries(
    ofType(card, 'Input.').map((input) => {
      const { id, value, isMultiline, isRequired } = input;
      const empty = isRequired === true && (value === undefined || value === '');
      return [String(id), isMultiline === true ? 'Några ord' : empty ? given(input) : (value ?? '')];
    }),
  );
/** What Teams sends when a button is pressed: its data, with the inputs merged into it by their ids. */
const pressed = (card: unknown, { data, associatedInputs }: Node): unknown => ({
  ...(data as Node),
  ...(associatedInputs === 'none' ? {} : filled(card)),
});

describe.each(cards)('$name in $language', ({ name, language, card, summary }) => {
  test('cuts no choice short on a phone', () => {
    const listed = ofType(card, 'Input.ChoiceSet').filter(({ style }) => style === 'expanded');
    expect(listed.map(({ wrap }) => wrap)).toEqual(listed.map(() => true));
  });

  const executes = ofType(card, 'Action.Execute');

  test('looks as it did', async () => {
    await expect(typedOut(`${JSON.stringify({ summary, card }, null, 2)}\n`)).toMatchFileSnapshot(
      new URL(`golden/${name}.${language}.json`, FIXTURES).pathname,
    );
  });

  test('is an Adaptive Card 1.5 and nothing that Teams or another client refuses', () => {
    const valid = isCard(elsewhere(card));
    expect(isCard.errors ?? []).toEqual([]);
    expect(valid).toBe(true);
    expect(card.version).toBe('1.5');
    const keys = nodesOf(card).flatMap((node) => Object.keys(node));
    expect(keys.filter((key) => key === 'isEnabled' || TEAMS_EXTENSIONS.includes(key))).toEqual([]);
    expect(ofType(card, 'Image')).toEqual([]);
  });

  test('has at most six buttons, each with a fallback that sends the same', () => {
    const buttons = nodesOf(card).flatMap((node) => (Array.isArray(node.actions) ? node.actions : []));
    expect(buttons.length).toBeLessThanOrEqual(6);
    for (const action of executes) {
      expect(action.title).toBeTruthy();
      expect(action.verb).toBe((action.data as Node).verb);
      expect(action.fallback).toMatchObject({
        type: 'Action.Submit',
        title: action.title,
        data: action.data,
      });
    }
  });

  test('has no button that the bot would not understand', () => {
    for (const action of executes) {
      expect(parseAction(pressed(card, action))).toMatchObject({ ok: true });
    }
  });

  test('names every input, its label and what is wrong with it, and no id twice', () => {
    const inputs = ofType(card, 'Input.');
    for (const input of inputs) {
      expect(input).toMatchObject({
        id: expect.stringMatching(/./),
        label: expect.stringMatching(/./),
        errorMessage: expect.stringMatching(/./),
      });
    }
    const ids = nodesOf(card).flatMap(({ id }) => (typeof id === 'string' ? [id] : []));
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('says a code in small letters after a colon', () => {
    if (language !== 'sv') return;
    const said = Object.values({ ...sv.outcome, ...sv.solution, ...sv.reason, ...sv.answer, ...sv.evidence })
      .filter((text) => /^\p{Lu}\p{Ll}/u.test(text))
      .map((text) => `: ${text}`);
    const texts = [...wordsOf(card), summary].join('\n');
    expect(said.filter((text) => texts.includes(text))).toEqual([]);
  });

  test('leaves nothing of its template behind, and is small', () => {
    expect(JSON.stringify({ card, summary })).not.toMatch(/\$\{|\$part|undefined|\[object/);
    expect(wordsOf(card).filter((word) => /^\s+$/.test(word))).toEqual([]);
    expect(summary.length).toBeGreaterThan(3);
    expect(JSON.stringify(card).length * 2).toBeLessThan(28 * 1024);
  });
});

describe('a chart', () => {
  const charts = cards.flatMap(({ name, language, card }) =>
    ofType(card, 'Chart.').map((chart) => ({ name, language, chart })),
  );
  test('is on the dashboard in both languages, and on no card whose numbers cannot be calculated', () => {
    expect(charts.map(({ name, language }) => `${name} ${language}`).sort()).toEqual(
      ['dashboard.region', 'dashboard.together'].flatMap((name) =>
        LANGUAGES.flatMap((language) => [`${name} ${language}`, `${name} ${language}`]).sort(),
      ),
    );
  });

  test.each(charts)('$chart.type of $name in $language has a table with the same numbers', ({ chart }) => {
    const [table] = ofType(chart.fallback, 'Table');
    const rows = ofType(table, 'TableRow').slice(1);
    const points = chart.data as readonly { readonly x: string; readonly y: number }[];
    // A bar says of how many its share is, as the table does in a column of its own.
    expect(
      rows.map((row) => {
        const [name, , parts] = wordsOf(row);
        return parts === undefined ? name : `${name}, ${parts}`;
      }),
    ).toEqual(points.map(({ x }) => x));
    const shown = rows.map((row) =>
      Number((wordsOf(row)[1] ?? '').replace(/[ \u00a0]?%$/, '').replace(',', '.')),
    );
    expect(shown).toEqual(points.map(({ y }) => y));
  });
});
