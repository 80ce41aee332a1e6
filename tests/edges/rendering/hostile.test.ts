import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRenderer } from '#rendering/render.ts';
import type { View } from '#rendering/views.ts';
import { answering } from '../../gallery/samples/answering.ts';
import { officer } from '../../gallery/samples/officer.ts';
import { samples } from '../../gallery/samples.ts';
import { type Node, nodesOf, ofType } from './card-tree.ts';

const render = createRenderer({ cpvLabel: () => null });

/** Fields that hold what people wrote; ids, dates and codes are the system's own. */
const WRITTEN = [
  'title',
  'text',
  'evidence',
  'description',
  'unitName',
  'by',
  'askedBy',
  'name',
  'note',
  'reason',
  'reply',
  'dissent',
  'rule',
  'procedure',
  'agreementType',
  'file',
  'message',
  'owner',
  'person',
  'unit',
  'sv',
  'en',
];
const CODES = /^[a-z-]+$/;
/** The view with every free text replaced. */
const poison = (value: unknown, text: string): unknown => {
  if (Array.isArray(value)) return value.map((child) => poison(child, text));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, child]) => [
      key,
      typeof child === 'string' && WRITTEN.includes(key) && !CODES.test(child) && !child.includes('/')
        ? text
        : poison(child, text),
    ]),
  );
};
const poisoned = (text: string): readonly View[] => samples.map(({ view }) => poison(view, text) as View);

/** What a client without markdown bugs makes of a TextBlock: backslash escapes undone, the joiner unseen. */
const asRead = (text: string): string => text.replace(/\\([!-/:-@[-`{-~])/g, '$1').replaceAll('\u2060', '');
const textBlocks = (card: unknown): readonly string[] =>
  // A choice's title is plain text to every client, a fact's is not.
  [...ofType(card, 'TextBlock'), ...ofType(card, 'FactSet').flatMap(({ facts }) => facts as Node[])].flatMap(
    ({ text, title, value }) =>
      [text, title, value].filter((part): part is string => typeof part === 'string'),
  );

const HOSTILE = [
  '**fet** och _kursiv_ och `kod`',
  '[klicka här](https://ond.example/x)',
  '![bild](https://ond.example/x.png)',
  '<https://ond.example>',
  '${1+1} ${$root.t.request.yes} ${title}',
  '{{DATE(2026-01-01T00:00:00Z, SHORT)}} {{TIME(x)}}',
  '# rubrik',
  '- punkt',
  '1. punkt',
  '> citat',
  '~~struket~~ &lt;b&gt; \\*',
];

describe('what people write appears as they wrote it', () => {
  test.each(HOSTILE)('%s', (text) => {
    const { card } = render(poison(answering.request.first, text) as View, 'sv');
    const heading = textBlocks(card).find((block) => asRead(block) === text);
    expect(heading).toBeDefined();
    expect(heading).not.toMatch(/(?<!\\)[*_`[\]<~]|^(?:[#>-]|\d+\.)|\{\{|(?<!\\)&lt;/);
  });

  test.each(HOSTILE)('in no card does it become a link, an image, a heading or a date: %s', (text) => {
    for (const view of poisoned(text)) {
      const blocks = textBlocks(render(view, 'sv').card);
      for (const block of blocks)
        expect(block).not.toMatch(/(?<!\\)\]\(|(?<!\\)\*\*|\{\{(DATE|TIME)|^[#>] /m);
    }
  });

  test('control characters, line breaks and marks that turn text around do not reach a title', () => {
    const { card } = render(
      poison(answering.request.first, 'Opera\u0000tions\u202ebord\r\n\u0007 ny rad') as View,
      'sv',
    );
    expect(textBlocks(card)).toContain('Operationsbord ny rad');
  });

  test('half a surrogate pair does not make the card unreadable', () => {
    const { card } = render(poison(answering.request.first, `bord \ud83d`) as View, 'sv');
    expect(JSON.stringify(card).isWellFormed()).toBe(true);
    expect(JSON.stringify(card)).not.toMatch(/\\ud83d/i);
  });
});

test('no text that anybody writes changes what a card consists of', () => {
  const shape = (card: unknown): string =>
    JSON.stringify(nodesOf(card).map(({ type, id, verb }) => [type ?? null, id ?? null, verb ?? null]));
  const expected = shape(render(poison(officer.round.going, 'x') as View, 'sv').card);
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 80 }), (text) => {
      fc.pre(text.trim() !== '' && !CODES.test(text) && !text.includes('/'));
      expect(shape(render(poison(officer.round.going, text) as View, 'sv').card)).toBe(expected);
    }),
    { numRuns: 60 },
  );
});

describe('a card always gets through', () => {
  test.each(['*'.repeat(2000), 'å'.repeat(2000), '[x](y)'.repeat(340), `rad\n`.repeat(500)])(
    'with every text as long as it may be: %#',
    (text) => {
      for (const view of poisoned(text)) {
        expect(JSON.stringify(render(view, 'sv').card).length * 2).toBeLessThan(60_000);
      }
    },
  );

  test('with two hundred units, of which the most urgent are shown', () => {
    const [objection] = officer.round.going.units.filter(({ answer }) => answer.kind === 'objection');
    const [yes] = officer.round.going.units.filter(({ answer }) => answer.kind === 'yes');
    if (!objection || !yes) throw new Error('The sample lacks an objection or a yes');
    const units = [...Array.from({ length: 200 }, () => yes), objection];
    const { card } = render({ ...officer.round.going, units }, 'sv');
    expect(JSON.stringify(card).length * 2).toBeLessThan(60_000);
    expect(textBlocks(card)).toContain('Invändning');
    expect(textBlocks(card).join('\n')).toMatch(/… och 181 till\./);
  });
});
