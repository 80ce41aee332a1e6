import { describe, expect, test } from 'vitest';
import { REFUSAL_CODES, refuse } from '#domain/coordination/refusal.ts';
import { LEVELS, REASON_CODES } from '#domain/escalation/reasons.ts';
import { LANGUAGES } from '#domain/shared/language.ts';
import { NO_BREAK } from '#rendering/layout/writer.ts';
import { createRenderer, refusalSentence } from '#rendering/render.ts';
import type { CouncilView, RequestView } from '#rendering/views.ts';
import { answering } from '../../gallery/samples/answering.ts';
import { candidates } from '../../gallery/samples/candidates.ts';
import { deciding } from '../../gallery/samples/deciding.ts';
import { record } from '../../gallery/samples/record.ts';
import { stages } from '../../gallery/samples/stages.ts';
import { type Node, nodesOf, ofType, wordsOf } from './card-tree.ts';

const render = createRenderer({ cpvLabel: () => 'Operationsbord' });
const words = (view: Parameters<typeof render>[0], language: 'sv' | 'en' = 'sv'): string =>
  wordsOf(render(view, language).card).join('\n');
const buttons = (view: Parameters<typeof render>[0], language: 'sv' | 'en' = 'sv') =>
  ofType(render(view, language).card, 'Action.Execute').map(({ title, data }) => ({ title, data }));

describe('the council', () => {
  const council: CouncilView = deciding.council.position;
  const modes = ['declare', 'position', 'registered', 'excluded', 'over'] as const;

  test.each(modes)('recommends: its card never speaks of approving or deciding (%s)', (mode) => {
    expect(words({ ...council, mode })).not.toMatch(/godkänn|beslut/i);
    expect(render({ ...council, mode }, 'sv').summary).not.toMatch(/godkänn|beslut/i);
  });

  test('approves or rejects with one button each', () => {
    const titles = (language: 'sv' | 'en') => buttons(council, language).map(({ title }) => title);
    expect(titles('sv')).toEqual(['Tillstyrk', 'Avstyrk']);
    expect(titles('en')).toEqual(['Approve', 'Reject']);
  });

  test('says that it decides where a dated row gives it the mandate', () => {
    expect(words({ ...council, recommendsOnly: false })).toMatch(/det här är ett beslut/);
  });

  test('shows nothing of the case to whoever has a conflict of interest', () => {
    const excluded = render(deciding.council.excluded, 'sv').card;
    expect(wordsOf(excluded).join()).not.toMatch(/Mälarsjukhuset|Eva Lind/);
    // A wrong tap can be taken back; nothing else is offered.
    for (const action of ofType(excluded, 'Action.')) {
      expect(action).toMatchObject({ data: { verb: 'council.declare', conflict: false } });
    }
  });
});

describe('a card for twenty seconds between two patients', () => {
  const visible = (node: unknown): readonly Node[] => {
    if (Array.isArray(node)) return node.flatMap(visible);
    if (typeof node !== 'object' || node === null) return [];
    const { isVisible, data: _data, ...rest } = node as Node;
    return isVisible === false ? [] : [node as Node, ...Object.values(rest).flatMap(visible)];
  };
  const asking = [
    ['council', deciding.council.position],
    ['decision', deciding.decision.open],
    ['registration', deciding.registration.open],
  ] as const;

  test.each(asking)('shows at most six facts before the verdict, and folds its grounds (%s)', (_, view) => {
    const { card } = render(view, 'sv');
    const seen = visible(card);
    expect(seen.flatMap(({ facts }) => facts ?? []).length).toBeLessThanOrEqual(6);
    const [before, all] = [seen.flatMap(({ text }) => text ?? []), wordsOf(card)];
    for (const ground of ['Invändningarna', 'Så säger regionerna']) {
      expect(all).toContain(ground);
      expect(before).not.toContain(ground);
    }
  });

  test.each(asking)('unfolds what is folded, and folds it again (%s)', (_, view) => {
    const { card } = render(view, 'sv');
    const ids = nodesOf(card).flatMap(({ id }) => id ?? []);
    const hidden = nodesOf(card).flatMap(({ id, isVisible }) => (isVisible === false ? [id] : []));
    const toggled = ofType(card, 'Action.ToggleVisibility').flatMap(
      ({ targetElements }) => targetElements as readonly string[],
    );
    expect(ids).toEqual(expect.arrayContaining(toggled));
    expect(toggled).toEqual(expect.arrayContaining(hidden));
  });
});

describe('a request', () => {
  const request: RequestView = answering.request.first;

  test('is answered yes with one tap, as an estimate of what the plan says', () => {
    expect(buttons(request)[0]).toEqual({
      title: 'Ja, vi deltar',
      data: {
        verb: 'request.yes',
        item: 'MT924',
        unit: 'vastmanland/Operationskliniken Västerås',
        round: 1,
        revision: 1,
        commitment: { value: 2_000_000, binding: 'estimate' },
      },
    });
  });

  test('keeps an amount and a time on one line of a phone', () => {
    const said = JSON.stringify(render(request, 'sv').card);
    expect(said).toContain(`4${NO_BREAK}mnkr`);
    expect(said).toContain(`kl.${NO_BREAK}23.59`);
    expect(JSON.stringify(render(request, 'en').card)).toContain(`SEK${NO_BREAK}4${NO_BREAK}million`);
  });

  test('says who asks, what, how much and by when with the weekday', () => {
    const text = words(request);
    for (const part of [
      'Operationsbord',
      'Eva Lind frågar Operationskliniken Västerås',
      '33192230 Operationsbord',
      '4 mnkr',
      'Svara senast fredag 4 december kl. 23.59',
    ]) {
      expect(text).toContain(part);
    }
    expect(words(request, 'en')).toContain('Answer by Friday 4 December, 23:59');
    expect(words(request, 'en')).toContain('SEK 4 million');
  });

  test('counts a unit that has not answered as waiting, never as a yes', () => {
    const { others } = { others: [{ region: request.item.region, asked: 3, counts: { waiting: 3 } }] };
    expect(words({ ...request, others })).toContain(
      'Region Västmanland: 3 enheter tillfrågade. 3 har inte svarat',
    );
  });

  test('keeps the figures of whoever changes an answer', () => {
    const [yes] = buttons(answering.request.changing);
    expect(yes?.data).toMatchObject({ commitment: { volume: 6, value: 2_000_000, neededBy: '2027-06-01' } });
  });
});

describe('a human decides', () => {
  test.each([
    ['whether it can be coordinated', stages.stage.assess, ['Ja, det går', 'Nej, det går inte']],
    ['whether there is a conflict', stages.stage.declare, ['Nej, jag är inte jävig', 'Ja, jag är jävig']],
    ['what the council thinks', deciding.council.position, ['Tillstyrk', 'Avstyrk']],
    ['whether two fit together', candidates.candidate.pair, ['Ja, fråga enheterna', 'Nej, det går inte']],
    ['whether a proposal is enough', answering.solution.proposed, ['Ja, det räcker', 'Nej, det räcker inte']],
    ['the same in the council', deciding.council.declare, ['Nej, jag är inte jävig', 'Ja, jag är jävig']],
  ] as const)('and no button pushes an answer: %s', (_, view, answers) => {
    const shown = ofType(render(view, 'sv').card, 'Action.Execute').filter(({ title }) =>
      (answers as readonly unknown[]).includes(title),
    );
    expect(shown.map(({ title }) => title)).toEqual(answers);
    expect(shown.flatMap(({ style }) => (style === undefined || style === 'default' ? [] : [style]))).toEqual(
      [],
    );
  });

  test('rules are named by what they are about, never by their ids', () => {
    const { card } = render(record.adopting.proposed, 'sv');
    const titles = ofType(card, 'Input.ChoiceSet').flatMap(({ choices }) =>
      (choices as readonly Node[]).map(({ title }) => String(title)),
    );
    expect(titles[0]).toMatch(/^Delegation: Regionstyrelsen Sörmland får inleda upphandling/);
    for (const { id } of record.adopting.proposed.rows) expect(titles.join()).not.toContain(id);
  });
});

test('whoever objects for the sake of small companies is told that favouring local ones is unlawful', () => {
  expect(words(answering['objection-form'].companies)).toMatch(/gynna lokala företag är inte lagligt/);
  expect(words(answering['objection-form'].companies, 'en')).toMatch(/favouring local companies is unlawful/);
  expect(words(answering['objection-form'].contract)).not.toMatch(/lagligt/);
});

test('every reason can be tapped', () => {
  const sent = buttons(answering['objection-reasons'].list).map(({ data }) => data);
  for (const reason of REASON_CODES) expect(sent).toContainEqual(expect.objectContaining({ reason }));
});

test.each(LANGUAGES)('every refusal is a sentence of its own that tells what to do (%s)', (language) => {
  const sentences = REFUSAL_CODES.map((code) => refusalSentence(refuse(code), language));
  expect(new Set(sentences).size).toBe(REFUSAL_CODES.length);
  for (const sentence of sentences) expect(sentence).toMatch(/^\p{Lu}.{20,}[.]$/u);
});

test('a decision by an example row is marked as an example', () => {
  expect(words(deciding.decision.open)).toMatch(/Exempel/);
  expect(words(deciding.decision.decided)).not.toMatch(/Exempel/);
});

test('the levels of the ladder have different names', () => {
  const named = LANGUAGES.map((language) =>
    LEVELS.map(
      (level) =>
        render(
          {
            card: 'cases',
            asOf: answering.request.first.asOf,
            topic: 'escalations',
            hidden: 0,
            filter: {},
            total: 1,
            lines: [{ item: answering.request.first.item.id, title: 'x', level }],
          },
          language,
        ).card,
    ),
  );
  for (const cards of named) {
    expect(new Set(cards.map((card) => JSON.stringify(card))).size).toBe(LEVELS.length);
  }
});
