import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BINDINGS } from '#domain/coordination/answer.ts';
import { STANCES } from '#domain/coordination/escalation-state.ts';
import type { CardSubject } from '#domain/coordination/notice.ts';
import { OUTCOMES, REASON_CODES, SOLUTIONS } from '#domain/escalation/reasons.ts';
import { bodyId, itemId, type PlainDate, personId, regionId, unitId } from '#domain/shared/ids.ts';
import type { CardAction } from '#rendering/action.ts';
import { actionData, parseAction } from '#rendering/parse-action.ts';
import { TEXT_LIMIT } from '#rendering/parsing/fields.ts';

const word = fc.string({ minLength: 1, maxLength: 30 }).filter((text) => text.trim() === text && text !== '');
const item = word.map(itemId);
const region = fc.constantFrom('sormland', 'vastmanland').map(regionId);
const unit = fc.tuple(region, word).map(([of, name]) => unitId(of, name));
const count = fc.nat({ max: 50 });
const date = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10) as PlainDate);
const text = word;
const free = fc.oneof(fc.constant(''), word);
const commitment = fc.record(
  { volume: fc.nat(), value: fc.nat(), neededBy: date, binding: fc.constantFrom(...BINDINGS) },
  { requiredKeys: ['binding'] },
);
const outcome = fc.constantFrom(...OUTCOMES);
const answering = { item, unit, round: count, revision: count };
const verbs = <V extends CardAction['verb']>(...of: readonly V[]) => fc.constantFrom(...of);
const subject: fc.Arbitrary<CardSubject> = fc.oneof(
  fc.record({
    card: fc.constantFrom('request', 'objection', 'solution', 'more-time', 'lifted'),
    item,
    unit,
  }),
  fc.record({
    card: fc.constantFrom('round', 'managers', 'council', 'outcome', 'figures', 'cost', 'saving', 'review'),
    item,
  }),
  fc.record({ card: fc.constant('decision'), item, region }),
  fc.record({ card: fc.constant('registration'), item, body: word.map(bodyId) }),
);
const someone = fc.uuid().map((id) => personId('t', id));
const action: fc.Arbitrary<CardAction> = fc.oneof(
  fc.record({ verb: verbs('request.yes'), ...answering, commitment }),
  fc.record({ verb: verbs('request.conditions'), ...answering, commitment, text }),
  fc.record({ verb: verbs('request.no-need'), ...answering }),
  fc.record({
    verb: verbs('objection.send'),
    ...answering,
    reason: fc.constantFrom(...REASON_CODES),
    text,
    evidence: free,
  }),
  fc.record({ verb: verbs('more-time.send'), ...answering, text: free }),
  fc.record({
    verb: verbs(
      'request.show',
      'request.change',
      'request.conditions-form',
      'objection.reasons',
      'more-time.form',
    ),
    item,
    unit,
  }),
  fc.record({ verb: verbs('objection.form'), item, unit, reason: fc.constantFrom(...REASON_CODES) }),
  fc.record({ verb: verbs('more-time.grant'), item, unit, workingDays: fc.integer({ min: 1, max: 60 }) }),
  fc.record({
    verb: verbs('more-time.refuse', 'solution.form', 'ask-again.form', 'solution.reject-form'),
    item,
    unit,
  }) as fc.Arbitrary<CardAction>,
  fc.record({
    verb: verbs('solution.propose'),
    item,
    unit,
    solution: fc.constantFrom(...SOLUTIONS),
    text,
  }),
  fc.record(
    { verb: verbs('solution.accept'), item, unit, number: count },
    { requiredKeys: ['verb', 'item', 'unit'] },
  ),
  fc.record(
    { verb: verbs('solution.reject'), item, unit, number: count, text },
    { requiredKeys: ['verb', 'item', 'unit', 'text'] },
  ),
  fc.record({ verb: verbs('ask-again.send'), item, unit, deadline: date, text: free }),
  fc.record({
    verb: verbs(
      'escalate.form',
      'case.close',
      'item.lock',
      'item.show',
      'round.form',
      'item.history',
      'item.deliveries',
      'evaluator.form',
      'stage.more',
    ),
    item,
  }),
  fc.record({ verb: verbs('evaluator.send'), item, from: someone, to: someone }),
  fc.record({ verb: verbs('calloff.form'), item, value: count }, { requiredKeys: ['verb', 'item'] }),
  fc.record({ verb: verbs('escalate.send'), item, outcome, text: free }),
  fc.record({ verb: verbs('council.declare'), item, conflict: fc.boolean() }),
  fc.record(
    {
      verb: verbs('council.position'),
      item,
      revision: count,
      stance: fc.constantFrom(...STANCES),
      proposal: count,
      text,
      dissent: free,
    },
    { requiredKeys: ['verb', 'item', 'revision', 'stance', 'text', 'dissent'] },
  ),
  fc.record({ verb: verbs('decision.decide'), item, region, revision: count, outcome, text }),
  fc.record(
    {
      verb: verbs('registration.register'),
      item,
      body: word.map(bodyId),
      revision: count,
      outcome,
      date,
      paragraph: word,
      adjusted: date,
      registryNumber: word,
      text: free,
    },
    {
      requiredKeys: [
        'verb',
        'item',
        'body',
        'revision',
        'outcome',
        'date',
        'paragraph',
        'registryNumber',
        'text',
      ],
    },
  ),
  fc.record({ verb: verbs('card.open'), subject }),
  fc.record(
    {
      verb: verbs('plan.show'),
      after: word,
      region,
      plan: fc.integer({ min: 2000, max: 2100 }),
      from: date,
      to: date,
      category: fc.constantFrom('33', '331', '33192230'),
    },
    { requiredKeys: ['verb'] },
  ),
  fc.record({ verb: verbs('round.preview', 'round.send'), item, deadline: date }),
  fc.record({ verb: verbs('item.form'), item }),
  fc.record(
    {
      verb: verbs('item.correct'),
      item,
      revision: count,
      value: fc.integer({ min: 0, max: 1_000_000_000 }),
      valueWithOptions: fc.integer({ min: 0, max: 1_000_000_000 }),
      advertise: date,
      start: date,
      contractEnd: date,
    },
    { requiredKeys: ['verb', 'item', 'revision'] },
  ),
  fc.record({ verb: verbs('rules.show') }),
  fc.record({
    verb: verbs('rules.adopt'),
    rows: fc.array(word, { minLength: 1, maxLength: 4 }),
    reference: text,
    version: text,
  }),
  fc.record({ verb: verbs('registry.show'), skip: count }),
  fc.record({
    verb: verbs('registry.save'),
    cases: fc.array(fc.record({ item, through: count, number: free }), { maxLength: 8 }),
  }),
  fc.record({ verb: verbs('say'), text }),
  fc.record({ verb: verbs('import.confirm', 'import.discard'), draft: word }),
  fc.record({
    verb: verbs('time.forward'),
    by: fc.constantFrom('hour' as const, 'day' as const, 'week' as const, 'next' as const),
  }),
);

const wire = (data: unknown): unknown => JSON.parse(JSON.stringify(data));
const yes = { verb: 'request.yes', item: 'MT924', unit: 'vastmanland/Operation', round: 1, revision: 2 };
const prefilled = { ...yes, commitment: { value: 2_000_000, binding: 'estimate' } };
const objection = { ...yes, verb: 'objection.send', reason: 'economy', text: 'Dyrare.', evidence: '' };

test('every action that a card can carry comes back as the same action', () => {
  fc.assert(
    fc.property(action, (given) => {
      expect(parseAction(wire(actionData(given)))).toEqual({ ok: true, value: given });
    }),
    { numRuns: 500 },
  );
});

test('nothing that anybody sends is an error of ours', () => {
  fc.assert(
    fc.property(fc.anything(), (data) => {
      expect(parseAction(data)).toEqual({ ok: false, error: { code: 'unreadable-card' } });
    }),
  );
});

describe('the inputs of a card arrive beside the data of its button', () => {
  const commitmentOf = (data: unknown): unknown => {
    const parsed = parseAction(data);
    return parsed.ok && 'commitment' in parsed.value ? parsed.value.commitment : parsed;
  };

  test('a yes without inputs is the prefill', () => {
    expect(commitmentOf(prefilled)).toEqual({ value: 2_000_000, binding: 'estimate' });
  });

  test('what was typed wins over the prefill', () => {
    const inputs = { volume: ' 6 ', value: '1,5 mnkr', neededBy: '2027-06-01', binding: 'binding' };
    expect(commitmentOf({ ...prefilled, ...inputs })).toEqual({
      volume: 6,
      value: 1_500_000,
      neededBy: '2027-06-01',
      binding: 'binding',
    });
  });

  test('a figure that was cleared stays cleared, whether it arrives empty or not at all', () => {
    expect(commitmentOf({ ...prefilled, value: '', binding: 'estimate' })).toEqual({ binding: 'estimate' });
    expect(commitmentOf({ ...prefilled, binding: 'estimate' })).toEqual({ binding: 'estimate' });
  });
});

describe('what a person can mend is named', () => {
  const code = (data: unknown): string => {
    const parsed = parseAction(data);
    return parsed.ok ? 'accepted' : parsed.error.code;
  };

  test('texts are trimmed and must be there', () => {
    expect(parseAction({ ...objection, text: '  Dyrare. \n' })).toMatchObject({ value: { text: 'Dyrare.' } });
    expect(code({ ...objection, text: '   ' })).toBe('text-missing');
    const { text: _text, ...without } = objection;
    expect(code(without)).toBe('text-missing');
  });

  test(`a text has at most ${TEXT_LIMIT} characters`, () => {
    expect(code({ ...objection, text: 'x'.repeat(TEXT_LIMIT) })).toBe('accepted');
    expect(code({ ...objection, text: 'x'.repeat(TEXT_LIMIT + 1) })).toBe('text-too-long');
    expect(code({ ...objection, evidence: 'x'.repeat(TEXT_LIMIT + 1) })).toBe('text-too-long');
  });

  test('a figure that could mean two things is refused', () => {
    expect(code({ ...prefilled, value: '2-3 mnkr', binding: 'estimate' })).toBe('number-unreadable');
    expect(code({ ...prefilled, volume: -1, binding: 'estimate' })).toBe('number-unreadable');
  });

  test('a date is a day of the calendar', () => {
    expect(code({ ...prefilled, neededBy: '4 december', binding: 'estimate' })).toBe('date-unreadable');
    expect(code({ verb: 'round.send', item: 'MT924', deadline: '2026-02-30' })).toBe('date-unreadable');
    expect(code({ verb: 'round.send', item: 'MT924' })).toBe('date-unreadable');
  });

  test('a rejection needs a reason, an approval does not', () => {
    const position = { verb: 'council.position', item: 'MT924', revision: 1, text: '', dissent: '' };
    expect(code({ ...position, stance: 'reject' })).toBe('text-missing');
    expect(code({ ...position, stance: 'approve' })).toBe('accepted');
  });

  test('what no card of ours sends is an unreadable card', () => {
    expect(code({ ...yes, verb: 'request.maybe' })).toBe('unreadable-card');
    expect(code({ ...yes, unit: 'Operation' })).toBe('unreadable-card');
    expect(code({ ...yes, round: 'ett' })).toBe('unreadable-card');
    expect(code({ verb: 'card.open', subject: { card: 'decision', item: 'MT924' } })).toBe('unreadable-card');
  });
});
