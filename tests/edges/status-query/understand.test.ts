import { describe, expect, test } from 'vitest';
import { cpvLabel } from '#domain/shared/cpv.ts';
import { itemId, regionId } from '#domain/shared/ids.ts';
import type { StatusQuery } from '#status-query/query.ts';
import { createUnderstanding } from '#status-query/understand.ts';
import { plan, today, understanding, understood } from './fixtures.ts';

describe('an item is found by what people call it', () => {
  test('every title of the plan, whole, is that item or a question which of its namesakes', () => {
    const lost = plan.filter(({ id, title }) => {
      const { query, choices } = understood(`Hur går det med ${title}?`);
      const namesakes = plan.filter((other) => other.title === title).length;
      return query.topic !== 'item' || (namesakes === 1 ? query.item !== id : !choices.includes(id));
    });
    expect(lost.map(({ title }) => title)).toEqual([]);
  });

  test('the words of a title are no part of the question', () => {
    expect(understood('Vem har inte svarat om Granskning digitalisering och e-hälsa?').query).toMatchObject({
      topic: 'unanswered',
      item: 'MT13286',
    });
    expect(understood('status Vaccinering mot Covid -19 Sörmland').query).not.toHaveProperty('period');
  });

  test('an exact title beats titles that contain it', () => {
    expect(understood('skurmaskiner').query.item).toBe('MT1671');
    expect(understood('service av skurmaskiner').query.item).toBe('MT8307');
    expect(understood('magnetkameran').query.item).toBe('MT3408');
  });

  test('namesakes are offered as choices, and the region or the town tells them apart', () => {
    const both = understood('Hur går det med hjärtkompressionsapparaterna?');
    expect(both.query).not.toHaveProperty('item');
    expect(both.choices.toSorted()).toEqual(['MT12572', 'MT2651']);
    expect(understood('hjärtkompressionsapparaterna i Västmanland').query.item).toBe('MT12572');
    expect(understood('hur går det med hissen i Nyköping').query.item).toBe('MT4962');
  });

  test.each([
    ['operating tables', 'MT924'],
    ['blood analysers', 'MT1074'],
    ['the MRI', 'MT3408'],
    ['walking aids', 'MT12669'],
    ['floor scrubbers', 'MT1671'],
  ])('English names and CPV labels name it too: %s', (name, id) =>
    expect(understood(`what is the status of ${name}`).query).toMatchObject({ item: id, language: 'en' }),
  );

  test.each([
    ['anestesiarbetstationerna', 'MT6021'],
    ['patientövervaknign', 'MT3422'],
    ['magnet kamera', 'MT3408'],
    ['lakemedelsforsorjningen', 'MT12132'],
    ['magnetkameraupphandlingen', 'MT3408'],
    ['mt 924', 'MT924'],
  ])('slips, words written apart and missing diacritics do no harm: %s', (name, id) =>
    expect(understood(`status för ${name}`).query.item).toBe(id),
  );

  test('an id that the plan does not have is no other item', () =>
    expect(understood('status MT99999')).toEqual({ query: { topic: 'item', language: 'sv' }, choices: [] }));

  test('a common word alone names nothing', () => {
    expect(understood('Vad säger styrelsen om systemet?').query).not.toHaveProperty('item');
    expect(understood('Vilka enheter är sena med sina svar?').query).not.toHaveProperty('item');
  });
});

describe('the rest of the question', () => {
  test.each([
    ['Vem får skriva på för 2 mnkr?', 2_000_000],
    ['vem beslutar om 500 tkr', 500_000],
    ['vem beslutar vid 3,5 miljoner kronor', 3_500_000],
    ['who decides on 300 million', 300_000_000],
    ['vem beslutar om 1 500 000 kr', 1_500_000],
  ])('an amount is read in SEK: %s', (text, value) =>
    expect(understood(text).query).toMatchObject({ topic: 'authority', value }),
  );

  test.each([
    ['vilka upphandlingar av medicinteknik', '331'],
    ['vilka möbelupphandlingar har vi', '39'],
    ['it-upphandlingar', '72'],
    ['upphandlingar inom IT', '72'],
    ['food procurements', '15'],
    ['upphandlingar med cpv 33190000', '3319'],
  ])('a kind of purchase is a CPV prefix: %s', (text, category) =>
    expect(understood(text).query).toMatchObject({ topic: 'items', category }),
  );

  test('the English pronoun is not information technology', () =>
    expect(understood('is it coming next year?').query).not.toHaveProperty('category'));

  test('both regions are no restriction, and "not" leaves one out', () => {
    expect(understood('upphandlingar i Sörmland och Västmanland').query).not.toHaveProperty('region');
    expect(understood('upphandlingar i Sörmland men inte i Västmanland').query.region).toBe('sormland');
  });

  test('a region of the configuration needs no code', () => {
    const own = createUnderstanding(
      [{ id: itemId('G-1'), title: 'Ambulanser', region: regionId('gotland') }],
      cpvLabel,
    );
    expect(own.understand('upphandlingar på Gotland', { today, language: 'sv' }).query.region).toBe(
      'gotland',
    );
  });

  test('a text without a sign of its language has the person’s', () => {
    const english = understanding.understand('status MT924', { today, language: 'en' });
    expect(english.query.language).toBe('en');
    expect(understood('status MT924').query.language).toBe('sv');
    expect(understood('How is Linjäraccelerator going?').query.language).toBe('en');
  });
});

describe('a question that goes on from the one before', () => {
  const about: StatusQuery = { topic: 'unanswered', item: itemId('MT924'), language: 'sv' };

  test('takes over topic and item, and changes the region', () =>
    expect(understood('och i Sörmland?', about).query).toEqual({ ...about, region: 'sormland' }));
  test('takes over the item, and changes the topic', () =>
    expect(understood('vem har sagt nej då?', about).query).toMatchObject({
      topic: 'objections',
      item: 'MT924',
    }));
  test('takes over the topic, and changes the item', () =>
    expect(understood('and the blood gas instruments?', about).query).toMatchObject({
      topic: 'unanswered',
      item: 'MT1074',
    }));
  test('takes over region and kind, and changes the period', () => {
    const listed: StatusQuery = {
      topic: 'items',
      region: regionId('sormland'),
      category: '33',
      language: 'sv',
    };
    expect(understood('och nästa år?', listed).query).toEqual({
      ...listed,
      period: { from: '2027-01-01', to: '2027-12-31' },
    });
  });
  test('a question that stands by itself takes over nothing', () =>
    expect(understood('Vem har inte svarat?', about).query).toEqual({ topic: 'unanswered', language: 'sv' }));
  test('thanks stay thanks', () => expect(understood('tack då!', about).query.topic).toBe('none'));
});
