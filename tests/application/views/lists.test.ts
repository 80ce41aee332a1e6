import { describe, expect, it } from 'vitest';
import * as views from '#application/views/index.ts';
import type { ItemFacts } from '#domain/plan/item.ts';
import { itemId } from '#domain/shared/ids.ts';
import type { ItemsView } from '#rendering/views.ts';
import { nothing, tell } from '#support/given.ts';
import { beds, date, governance, operator, SORMLAND, sDecider, VASTMANLAND } from '#support/world.ts';
import {
  does,
  historyOf,
  known,
  people,
  readingFor,
  START,
  type StoryName,
  stories,
  type Who,
  WORDS,
} from './support.ts';

const planned = (id: string, facts: Partial<ItemFacts>) => {
  const { value: _, advertise: __, ...rest } = beds;
  const item: ItemFacts = { ...rest, id: itemId(id), title: id, ...facts };
  return known(tell(nothing, does(operator, { do: 'import', item })));
};
const ids = (view: ItemsView) => view.items.map((line) => line.id);
const at = (who: Who, name: StoryName) => readingFor(who, stories[name].now);

describe('a list of items', () => {
  const plan = [
    planned('Utan datum', {}),
    planned('Ögonlaser', { start: date('2027-03-01') }),
    planned('Ängsbord', { start: date('2027-03-01') }),
    planned('Ånga', { start: date('2027-03-01') }),
    planned('Annonserad', { advertise: date('2027-02-01') }),
  ];

  it('is ordered by planned start, where advertising stands in for it, then by title in Swedish', () => {
    expect(ids(views.itemsView(readingFor('officer', START), plan, 'plan', {}))).toEqual([
      'Annonserad',
      'Ånga',
      'Ängsbord',
      'Ögonlaser',
      'Utan datum',
    ]);
  });

  it('comes in pages of eight, each continued after the last one shown, until nothing is left', () => {
    const many = Array.from({ length: 20 }, (_, n) => planned(`U${String(n).padStart(2, '0')}`, {}));
    const reading = readingFor('officer', START);
    const pages: string[][] = [];
    let after: string | undefined;
    do {
      const view = views.itemsView(reading, many, 'plan', {}, after);
      expect(view.total).toBe(20);
      pages.push(ids(view));
      after = view.after;
    } while (after !== undefined);
    expect(pages.map((page) => page.length)).toEqual([8, 8, 4]);
    expect(pages.flat()).toEqual(many.map((state) => state.item.id));
  });

  it('counts answers for those who have a part in the case', () => {
    const line = (who: Who) =>
      views.itemsView(at(who, 'dialogue'), [known(stories.dialogue)], 'items', {}).items[0];
    expect(line('officer')).toMatchObject({ asked: 4, answered: 4 });
    expect(line('outsider')).toMatchObject({ title: 'Operationsbord', status: 'escalated' });
    expect(line('outsider')).not.toHaveProperty('answered');
  });

  it('offers an officer to ask, and nobody else', () => {
    const mayAsk = (who: Who) => views.itemsView(readingFor(who, START), plan, 'plan', {}).mayAsk;
    expect([mayAsk('officer'), mayAsk('auditor'), mayAsk('sKirurgi')]).toEqual([true, false, false]);
  });
});

describe('one item', () => {
  it('shows counts of all and the own unit’s answer to a manager', () => {
    const view = views.itemView(at('sAkut', 'dialogue'), known(stories.dialogue));
    expect(view.regions.map(({ region, counts }) => [region.id, counts])).toEqual([
      [SORMLAND, { 'yes-with-conditions': 1, 'no-need': 1 }],
      [VASTMANLAND, { yes: 1, objection: 1 }],
    ]);
    expect(view.units.map((line) => [line.unitName, line.answer.text])).toEqual([['Akut', WORDS.sAkut]]);
    expect(view.may).toEqual({ ask: false, openRound: false, figures: true });
  });

  it('says how a settled case ended and whose the deviation is', () => {
    const { settlement } = views.itemView(at('outsider', 'deviated'), known(stories.deviated));
    expect(settlement?.outcome).toBe('deviate');
    expect(settlement?.declining.map((region) => region.id)).toEqual([VASTMANLAND]);
  });
});

describe('who has not answered', () => {
  const silent = known(stories.silent);
  it('is told in full to those who read all, and of the own units to everybody else', () => {
    const units = (who: Who) =>
      views.unansweredView(at(who, 'silent'), [silent], {}).lines.map((line) => line.unitName);
    expect(units('officer')).toHaveLength(4);
    expect(units('sBoss')).toEqual(['Akut', 'Kirurgi']);
    expect(units('sMember')).toEqual([]);
  });

  it('is never told as nobody when it is only not theirs to see: the rest is a number', () => {
    const hidden = (who: Who) => views.unansweredView(at(who, 'silent'), [silent], {}).hidden;
    expect([hidden('officer'), hidden('sBoss'), hidden('outsider')]).toEqual([0, 2, 4]);
  });

  it('can be narrowed by region, category and planned start', () => {
    const total = (filter: views.ListFilter) =>
      views.unansweredView(at('officer', 'silent'), [silent], filter).total;
    expect(total({ region: SORMLAND })).toBe(2);
    expect(total({ category: '33' })).toBe(4);
    expect(total({ category: '72' })).toBe(0);
    expect(total({ from: date('2021-01-01'), to: date('2021-12-31') })).toBe(4);
    expect(total({ from: date('2021-03-01') })).toBe(0);
  });

  it('leaves out a case that can no longer be answered', () => {
    expect(views.unansweredView(at('officer', 'deviated'), [known(stories.deviated)], {}).total).toBe(0);
  });
});

describe('disputed cases', () => {
  const lines = (
    who: Who,
    name: StoryName,
    topic: 'objections' | 'escalations' | 'deviations',
    filter = {},
  ) => views.casesView(at(who, name), topic, [known(stories[name])], filter).lines;

  it('an objection is told with reason and words to those who may read it, else only that there is one', () => {
    expect(lines('officer', 'dialogue', 'objections')).toMatchObject([
      { unitName: 'Kirurgi', reason: 'existing-contract', text: WORDS.vKirurgi, region: { id: VASTMANLAND } },
    ]);
    const [other] = lines('sAkut', 'dialogue', 'objections');
    expect(Object.keys(other ?? {}).sort()).toEqual(['item', 'region', 'title']);
    expect(lines('outsider', 'dialogue', 'objections')).toEqual([]);
  });

  it('an objection of a case that is over is told of when the item is named', () => {
    const state = known(stories.deviated);
    const reading = at('officer', 'deviated');
    expect(views.casesView(reading, 'objections', [state], {}).total).toBe(0);
    expect(views.casesView(reading, 'objections', [state], {}, state).total).toBe(1);
  });

  it('an escalation is told with its level and clock, and belongs to the regions that dispute or plan it', () => {
    expect(lines('officer', 'managers', 'escalations')).toMatchObject([{ level: 'managers' }]);
    expect(lines('officer', 'managers', 'escalations', { region: VASTMANLAND })).toHaveLength(1);
    expect(lines('officer', 'managers', 'escalations', { region: SORMLAND })).toEqual([]);
    expect(lines('officer', 'silent', 'escalations', { region: SORMLAND })).toHaveLength(1);
    expect(lines('officer', 'asked', 'escalations')).toEqual([]);
  });

  it('a deviation belongs to the region that declined, on the day of its decision', () => {
    const [line] = lines('officer', 'deviated', 'deviations');
    expect(line).toMatchObject({ region: { id: VASTMANLAND }, outcome: 'deviate', text: WORDS.vDecision });
    expect(lines('officer', 'deviated', 'deviations', { region: SORMLAND })).toEqual([]);
    const year = (y: string) => ({ from: date(`${y}-01-01`), to: date(`${y}-12-31`) });
    expect(lines('officer', 'deviated', 'deviations', year('2026'))).toHaveLength(1);
    expect(lines('officer', 'deviated', 'deviations', year('2021'))).toEqual([]);
  });
});

describe('who decides', () => {
  const rules = (
    amount: number | undefined,
    rows = governance,
    state = known(stories.asked) as typeof item | null,
  ) => {
    const mandates = rows.mandates.map((row) => ({ ...row, name: { sv: `Punkt ${row.id}`, en: row.id } }));
    const reading = readingFor('outsider', START, { ...rows, mandates });
    const view = views.authorityView(reading, state, amount);
    return {
      rules: view.seats.map(({ mandate }) => mandate.name?.en),
      missing: view.missing.map((region) => region.id),
    };
  };
  const item = known(stories.asked);

  it('follows from the item’s value, or from the amount that is named', () => {
    expect(rules(undefined)).toEqual({ rules: ['m-s', 'm-v'], missing: [] });
    expect(rules(10_000_000)).toEqual({ rules: ['m-both'], missing: [] });
  });

  it('counts options in, as the decision does', () => {
    const options = known(
      tell(nothing, does(operator, { do: 'import', item: { ...beds, valueWithOptions: 12_000_000 } })),
    );
    expect(rules(undefined, governance, options).rules).toEqual(['m-both']);
  });

  it('is everybody who may decide at some amount, when neither item nor amount is named', () => {
    expect(rules(undefined, governance, null)).toEqual({ rules: ['m-s', 'm-v', 'm-both'], missing: [] });
  });

  it('names the regions for which no row gives a mandate, and guesses nobody', () => {
    const partly = { ...governance, mandates: governance.mandates.filter((row) => row.id === 'm-s') };
    expect(rules(1_000_000, partly)).toEqual({ rules: ['m-s'], missing: [VASTMANLAND] });
    expect(rules(undefined, { ...governance, mandates: [] }, null)).toEqual({
      rules: [],
      missing: [SORMLAND, VASTMANLAND],
    });
  });

  it('names the delegate and the body on whose behalf they decide', () => {
    const [seat] = views.authorityView(readingFor('officer', START), item, undefined).seats;
    expect(seat).toMatchObject({
      person: people.sDecider.name,
      holder: { sv: 'Inköpsnämnden' },
      example: true,
    });
    expect(people.sDecider.id).toBe(sDecider.id);
  });
});

describe('history', () => {
  const lines = (who: Who, name: StoryName) =>
    views.historyView(at(who, name), known(stories[name]), historyOf(stories[name]));

  it('has the latest first, ten of them, and counts all', () => {
    const view = lines('officer', 'deviated');
    expect(view.lines[0]).toMatchObject({ type: 'escalation-closed' });
    expect(view.lines).toHaveLength(10);
    expect(view.total).toBeGreaterThan(10);
    const times = view.lines.map((line) => line.at);
    expect(times).toEqual([...times].sort().reverse());
  });

  it('names whoever acted to those who read all, and a rule’s step by nobody else’s name to others', () => {
    const opened = (who: Who) =>
      lines(who, 'dialogue').lines.find((line) => line.type === 'escalation-opened')?.by;
    expect(opened('officer')).toBe(people.vKirurgi.name);
    expect(opened('vKirurgi')).toBe(people.vKirurgi.name);
    expect(opened('sAkut')).toBe('clock');
  });

  it('tells of each silent unit that the viewer may read', () => {
    const silent = (who: Who) =>
      lines(who, 'silent').lines.flatMap((line) => (line.type === 'not-answered' ? [line.unitName] : []));
    expect(silent('sBoss')).toEqual(['Akut', 'Kirurgi']);
    expect(silent('officer')).toHaveLength(4);
    expect(silent('outsider')).toEqual([]);
  });
});

describe('deliveries', () => {
  const counts = {
    planned: 1,
    sent: 2,
    seen: 0,
    answered: 0,
    unknown: 0,
    unreachable: 1,
    superseded: 0,
    cancelled: 0,
  };
  const line = {
    id: 'n/p',
    message: 'm',
    insteadOf: null,
    notice: 'n',
    item: beds.id,
    card: 'request',
    person: people.vKirurgi.id,
    state: 'unreachable',
    attempts: null,
    at: START,
    reason: 'no-conversation',
  } as const;

  it('are named to those who read all; to others there is nothing to tell', () => {
    const state = known(stories.asked);
    expect(views.deliveriesView(readingFor('auditor', START), state, counts, [line])).toMatchObject({
      counts,
      problems: [{ name: people.vKirurgi.name, state: 'unreachable', reason: 'no-conversation' }],
    });
    expect(views.deliveriesView(readingFor('sAkut', START), state, counts, [line]).card).toBe('nothing');
  });
});
