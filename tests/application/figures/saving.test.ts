import { describe, expect, it } from 'vitest';
import { actorOf } from '#application/asking.ts';
import { caseIndex } from '#application/cases.ts';
import { figureCommand } from '#application/conversation/figure-commands.ts';
import { unsignedSavings } from '#application/figures/unsigned.ts';
import { figureForm, mineView, tasksOf } from '#application/views/index.ts';
import { noticesFor } from '#domain/coordination/notices.ts';
import { regionId } from '#domain/shared/ids.ts';
import type { FigureAction } from '#rendering/actions/figures.ts';
import { createRenderer } from '#rendering/render.ts';
import { attempt, type Story, told } from '#support/given.ts';
import { until } from '#support/stages.ts';
import { temporarySqlite } from '#support/stores.ts';
import { at, beds, date, governance } from '#support/world.ts';
import { typedOut } from '../../edges/rendering/card-tree.ts';
import { known, people, readingFor, see, seeAs, type Who } from '../views/support.ts';

const item = beds.id;
const render = createRenderer({ cpvLabel: () => null });
const contract = until('contract');
const evaluation = until('evaluation');
const MARKET = {
  verb: 'saving.send',
  item,
  method: 'market-price',
  lines: '90\n100\n110\n120',
  winner: '90',
  quantity: '90–100–110',
  years: '4',
  assumptions: 'Volym som 2025',
} as const satisfies FigureAction;
const BASKET = {
  verb: 'saving.send',
  item,
  method: 'basket',
  lines: '100; 1 000; 900',
  index: '0',
  unmatched: '0',
  years: '4',
  assumptions: 'Volym som 2025',
} as const satisfies FigureAction;

type Change = Parameters<typeof figureCommand>[0];
const step = (who: Who, action: Change) => {
  const made = figureCommand(action);
  if (!made.ok) throw new Error(made.error.code);
  return { by: actorOf(people[who]), command: made.value.command };
};
const presses = (story: Story, who: Who, action: Change): Story => told(governance, story, step(who, action));
const refused = (story: Story, who: Who, action: Change): string => {
  const outcome = attempt(story, step(who, action), governance);
  return outcome.ok ? 'allowed' : outcome.error.code;
};
const face = (story: Story, who: Who, card: 'saving' | 'figures') =>
  seeAs('figures', story, who, { card, item }).face;
const words = (story: Story, who: Who, card: 'saving' | 'figures', language: 'sv' | 'en' = 'sv') =>
  typedOut(JSON.stringify(render(seeAs('figures', story, who, { card, item }), language)));

describe('a saving is stated on a card, by one method, with its assumptions', () => {
  const stated = presses(contract, 'officer', MARKET);

  it('and shown with low, base and high, the bias and who answers for it: never a bare number', () => {
    const shown = words(stated, 'officer', 'saving');
    for (const part of [
      '1 500 kr (',
      ' kr till ',
      'Marknadspris, version 1',
      '4 jämförbara anbud',
      'Volym som 2025',
      'NAME\\\\[officer\\\\]',
      'Inte validerad än',
    ])
      expect(shown.replaceAll('\u00a0', ' ')).toContain(part);
    expect(words(stated, 'officer', 'saving', 'en')).toContain('Not validated yet');
    expect(shown).not.toMatch(/"(?:90|110|120) kr/);
  });

  it('goes to finance of the regions that take part, who validates what was seen', () => {
    const { command, by } = step('officer', MARKET);
    const outcome = attempt(contract, { by, command }, governance);
    if (!outcome.ok || contract.state.status === 'new') throw new Error('refused');
    const [notice, ...others] = noticesFor(contract.state, outcome.value.events, {
      now: contract.now,
      actor: by,
      governance,
    });
    expect(others).toEqual([]);
    expect(notice).toMatchObject({
      subject: { card: 'saving', item },
      audience: [{ to: 'role', role: 'controller' }],
    });
    const seen = face(stated, 'controller', 'saving');
    if (seen.kind !== 'saving' || !seen.saving) throw new Error('nothing to validate');
    expect(seen.may.validate).toBe(true);
    const validate = { verb: 'saving.validate', item, stated: seen.saving.stated } as const;
    const signed = presses(stated, 'controller', validate);
    expect(words(signed, 'officer', 'saving')).toContain('Validerad av NAME\\\\[controller\\\\]');
    // Computed anew since the card was made: that is not what was seen.
    const anew = presses({ ...stated, now: at('2029-01-01 09:00') }, 'officer', BASKET);
    expect(refused(anew, 'controller', validate)).toBe('old-card');
    expect(words(anew, 'officer', 'saving')).toContain('Inte validerad än');
  });

  it('is signed by nobody who computed it, and by no officer', () => {
    const own = presses(contract, 'controller', MARKET);
    const validate = { verb: 'saving.validate', item, stated: own.now } as const;
    expect(refused(own, 'controller', validate)).toBe('own-figure');
    expect(refused(stated, 'officer', validate)).toBe('not-allowed');
    expect(face(stated, 'officer', 'saving')).toMatchObject({ may: { validate: false } });
  });

  it('waits for finance among what waits, with the way to its card, until it is signed', async () => {
    const tasks = (story: Story, who: Who) =>
      tasksOf(readingFor(who, story.now), [known(story)]).map(({ subject, what }) => [what, subject]);
    const waits = [['saving', { card: 'saving', item }]];
    expect(tasks(stated, 'controller')).toEqual(waits);
    expect(tasks(stated, 'officer')).not.toContainEqual(waits[0]);
    // Whoever computed it does not sign it, and nobody signs for another region.
    expect(tasks(presses(contract, 'controller', MARKET), 'controller')).toEqual([]);
    const elsewhere = { ...people.controller, region: regionId('norrbotten') };
    expect(tasksOf({ ...readingFor('controller', stated.now), viewer: elsewhere }, [known(stated)])).toEqual(
      [],
    );
    const validate = { verb: 'saving.validate', item, stated: stated.now } as const;
    expect(tasks(presses(stated, 'controller', validate), 'controller')).toEqual([]);

    const card = JSON.stringify(
      render(mineView(readingFor('controller', stated.now), [known(stated)]), 'sv'),
    );
    expect(card).toContain('Validera en besparing');
    expect(card).toContain(`"subject":{"card":"saving","item":"${item}"}`);
  });

  it('is found for finance whatever stage the contract has come to, from the indexes', async () => {
    const { store, dispose } = await temporarySqlite();
    try {
      const validate = { verb: 'saving.validate', item, stated: stated.now } as const;
      for (const [id, story] of [
        ['NONE', contract],
        ['STATED', stated],
        ['SIGNED', presses(stated, 'controller', validate)],
        ['CLOSED', presses(until('closed'), 'officer', MARKET)],
        ['SECRET', evaluation],
      ] as const) {
        const state = known(story);
        await store.put({ kind: 'case', id, index: caseIndex(state, governance, 0), body: {} }, null);
      }
      expect(await unsignedSavings(store, people.controller)).toEqual(['CLOSED', 'STATED']);
      expect(await unsignedSavings(store, people.officer)).toEqual([]);
    } finally {
      await dispose();
    }
  });

  it('tells which figure is at fault', () => {
    const outcome = attempt(contract, step('officer', { ...MARKET, lines: '90\n100' }), governance);
    expect(outcome).toMatchObject({
      error: { code: 'saving-impossible', params: { fault: 'fewer-than-3-bids' } },
    });
  });
});

describe('bids are secret until the award: what may not be seen is not hinted at (OSL 19:3)', () => {
  it('nothing is stated before, nothing is shown, and the card says the same whatever is known', () => {
    for (const who of ['officer', 'controller'] as const) {
      expect(refused(evaluation, who, MARKET)).toBe('bids-secret');
      const form = figureForm(readingFor(who, evaluation.now), known(evaluation), {
        verb: 'saving.methods',
        item,
      });
      expect(form).toMatchObject({ ok: false, error: { code: 'bids-secret' } });
    }
    const dry = face(evaluation, 'auditor', 'figures');
    expect(dry).toMatchObject({ saving: null, obstacles: {} });
    expect(see(evaluation, 'auditor', { card: 'saving', item })).toBeNull();
  });

  it('an evaluation that a court orders anew is secret anew, also what was computed before', () => {
    const stated = presses(until('standstill'), 'officer', MARKET);
    const again = told(
      governance,
      stated,
      {
        by: actorOf(people.officer),
        command: {
          do: 'advance',
          stage: { to: 'appealed', date: date('2027-03-05'), court: 'FR' },
          texts: {},
        },
        at: at('2027-03-06 09:00'),
      },
      {
        by: actorOf(people.officer),
        command: {
          do: 'advance',
          stage: { to: 'appeal-settled', date: date('2027-05-03'), outcome: 'evaluate-again' },
          texts: {},
        },
        at: at('2027-05-04 09:00'),
      },
    );
    expect(again.state.status).toBe('evaluation');
    expect(see(again, 'officer', { card: 'saving', item })).toBeNull();
    expect(face(again, 'officer', 'figures')).toMatchObject({ saving: null });
    expect(face(stated, 'officer', 'figures')).not.toMatchObject({ saving: null });
  });

  it('after the award it is not for units: their card says nothing of it', () => {
    const stated = presses(contract, 'officer', MARKET);
    expect(see(stated, 'sKirurgi', { card: 'saving', item })).toBeNull();
    expect(words(stated, 'sKirurgi', 'figures')).not.toMatch(/esparing/);
    expect(see(stated, 'outsider', { card: 'figures', item })).toBeNull();
  });
});

describe('what came of it', () => {
  const stated = presses(contract, 'officer', BASKET);
  const later = { ...stated, now: at('2028-01-10 09:00') };

  it('is entered by article; without an old price it is not calculable, and not zero', () => {
    const realised = {
      verb: 'realised.send',
      item,
      from: date('2027-04-01'),
      to: date('2027-12-31'),
    } as const;
    const known = presses(later, 'officer', { ...realised, lines: '80; 1 000; 920' });
    expect(words(known, 'officer', 'saving').replaceAll('\u00a0', ' ')).toContain('6 400 kr. 100 %');
    const none = presses(later, 'officer', { ...realised, lines: '80; –; 920' });
    expect(words(none, 'officer', 'saving')).toContain('Kan inte räknas: inget gammalt pris');
  });

  it('is attributed in per cent, and the rest is unknown', () => {
    const shares = {
      verb: 'attribution.send',
      item,
      coordination: '60',
      market: '25',
      commerce: '',
      category: '',
    };
    const split = presses(later, 'officer', shares as Change);
    expect(words(split, 'officer', 'saving').replaceAll('\u00a0', ' ')).toContain(
      'Samordningen 60 % · Marknaden 25 % · Okänt 15 %',
    );
  });

  it('where no method can be used the reasons stand in its place', () => {
    const reasons = [
      ['basket', 'data-missing'],
      ['negotiation', 'negotiation-not-permitted'],
      ['market-price', 'not-comparable'],
    ] as const;
    const out = reasons.reduce(
      (story, [method, obstacle]) =>
        presses(story, 'officer', { verb: 'saving.rule-out', item, method, obstacle }),
      contract,
    );
    const shown = words(out, 'officer', 'saving');
    for (const part of ['besparingen kan inte räknas', 'Uppgifter saknas', 'Inte tillåten i förfarandet'])
      expect(shown).toContain(part);
  });
});
