import { describe, expect, it } from 'vitest';
import type { Governance } from '#domain/authority/governance.ts';
import { matterOf, missingDecisions } from '#domain/coordination/stage-authority.ts';
import { type ItemFacts, plannedValue } from '#domain/plan/item.ts';
import type { Actor } from '#domain/shared/actor.ts';
import {
  authorises,
  noNeed,
  nothing,
  objects,
  refusal,
  type Step,
  type Story,
  told,
  yes,
} from '#support/given.ts';
import { advances, assemblyDecides, boardDecides, decides, does, initiating } from '#support/stages.ts';
import { opens } from '#support/three.ts';
import * as world from '#support/world.ts';

const { asks, beds, date, officer, operator, SORMLAND, VASTMANLAND } = world;
const { sAkut, sKirurgi, vAnestesi, vKirurgi, sDecider, vDecider } = world;
const rules = initiating();
const { value: _, ...unvalued } = beds;
const LIMIT = 250_000_000;

/** All four units are asked about an item with these values in the plan. */
const about = (item: ItemFacts, by: Governance, ...steps: readonly Step[]): Story =>
  told(by, nothing, { by: operator, command: { do: 'import', item } }, opens(asks as never), ...steps);
const all = (value?: number): Step[] =>
  [sAkut, sKirurgi, vAnestesi, vKirurgi].map((by: Actor & { kind: 'person' }) => yes(by, value));
const known = ({ state }: Story) => {
  if (state.status === 'new') throw new Error('nothing is known');
  return state;
};
const measured = (story: Story) => matterOf(known(story));
const who = (story: Story, by = rules) =>
  missingDecisions(known(story), by, date('2026-11-23'), 'initiate').map(({ body }) => body);
const DELEGATES = ['regionstyrelsen-sormland', 'regionstyrelsen-vastmanland'];
const HIGHER = ['regionfullmaktige-sormland', 'regionstyrelsen-vastmanland'];
const states = (region = SORMLAND, value = 300_000_000) => advances({ to: 'ceiling-stated', region, value });

describe('laws 2 and 6: a mandate is measured by the largest value that is known', () => {
  it.each<[string, Partial<ItemFacts>, number | undefined]>([
    ['with options, where it is more', { value: 4, valueWithOptions: 5 }, 5],
    ['without, where a stale figure with options is less', { value: 600, valueWithOptions: 5 }, 600],
    ['the only one that the plan has', { value: 4 }, 4],
    ['the only one that the plan has, with options', { valueWithOptions: 5 }, 5],
    ['none', {}, undefined],
  ])('of the plan: %s', (_why, values, value) => {
    expect(plannedValue({ ...unvalued, ...values })).toBe(value);
    expect(measured(about({ ...unvalued, ...values }, rules)).total).toBe(value);
  });

  it('a stale figure with options does not take a corrected plan to a delegate: the textile case', () => {
    const story = about({ ...beds, value: 600_000_000, valueWithOptions: 5_000_000 }, rules, ...all());
    expect(who(story)).toEqual(HIGHER);
    expect(refusal(story, decides(sDecider, 'initiate'), rules)).toBe('no-mandate');
  });

  it('the ceilings that Inköp states for regions whose units named none count together with those that they named', () => {
    const story = about(beds, rules, ...all());
    expect(measured(story).total).toBe(4_000_000);
    const below = told(rules, story, states(SORMLAND, LIMIT - 1));
    expect(measured(below)).toMatchObject({ total: LIMIT - 1, own: { [SORMLAND]: LIMIT - 1 } });
    expect(who(below)).toEqual(DELEGATES);
    const both = told(rules, below, states(VASTMANLAND, 1));
    expect(measured(both).total).toBe(LIMIT);
    expect(who(both)).toEqual([HIGHER[0], HIGHER[1]]);
    expect(refusal(both, decides(sDecider, 'initiate'), rules)).toBe('no-mandate');
  });

  it('a ceiling stated after the delegates decided takes the matter from them: the lock waits for the assembly', () => {
    const decided = told(
      rules,
      about(beds, rules, ...all()),
      decides(sDecider, 'initiate'),
      decides(vDecider, 'initiate'),
      authorises,
      states(SORMLAND),
      states(VASTMANLAND),
    );
    const lock = does(officer, { do: 'lock' });
    expect(refusal(decided, lock, rules)).toBe('decision-missing');
    expect(refusal(told(rules, decided, assemblyDecides(), boardDecides), lock, rules)).toBe('allowed');
  });
});

describe('law 6: where the plan has no value, what is named counts', () => {
  /** The delegates' rows are also for what nobody has valued. */
  const open: Governance = {
    ...rules,
    mandates: rules.mandates.map((row) =>
      row.id === 'i-s' || row.id === 'i-v' ? { ...row, unknownValue: true as const } : row,
    ),
  };

  it('once every unit has named its part, that is the whole', () => {
    const story = about(unvalued, open, ...all(150_000_000));
    expect(measured(story)).toMatchObject({ total: 600_000_000 });
    expect(who(story, open)).toEqual(HIGHER);
    expect(refusal(story, decides(sDecider, 'initiate'), open)).toBe('no-mandate');
    expect(measured(about(unvalued, open, ...all(10).slice(1), noNeed(sAkut))).total).toBe(30);
  });

  it('as long as a part is unknown it is at least what is named, and a row for the unknown ends at its own bound', () => {
    const named = (value: number) => about(unvalued, open, yes(sAkut, value), ...all().slice(1));
    expect(measured(named(LIMIT - 1))).toMatchObject({ total: undefined, atLeast: LIMIT - 1 });
    expect(who(named(LIMIT - 1), open)).toEqual(DELEGATES);
    expect(who(named(LIMIT), open)).toEqual(HIGHER);
  });

  it('a small first yes does not take what is unknown from whoever decides on the unknown', () => {
    const cautious: Governance = {
      ...rules,
      mandates: rules.mandates.map((row) =>
        row.id === 'i-rf' || row.id === 'i-rs-v' ? { ...row, unknownValue: true as const } : row,
      ),
    };
    expect(who(about(unvalued, cautious, yes(sAkut, 10), ...all().slice(1)), cautious)).toEqual(HIGHER);
  });

  it('with no row for the unknown it is measured by what is named so far; with nothing named nobody is guessed', () => {
    const part = about(unvalued, rules, yes(sAkut, 10), ...all().slice(1));
    expect(who(part)).toEqual(DELEGATES);
    expect(measured(about(unvalued, rules, ...all()))).toMatchObject({ total: undefined });
    expect(who(about(unvalued, rules, ...all()))).toEqual([null, null]);
    expect(measured(about(unvalued, rules, yes(sAkut, 10), objects(vKirurgi))).total).toBeUndefined();
  });
});
