import { describe, expect, it } from 'vitest';
import type { Figures } from '#domain/indicators/figures.ts';
import type { Actor } from '#domain/shared/actor.ts';
import { itemId } from '#domain/shared/ids.ts';
import { brings, refusal, type Story, tell } from '#support/given.ts';
import { does, until } from '#support/stages.ts';
import { oKirurgi } from '#support/three.ts';
import { clock, deputy, officer, sBoss, sKirurgi, sMember, vKirurgi } from '#support/world.ts';

const says = (by: Actor, texts: Record<string, string>) =>
  does(by, { do: 'note-figure', figure: { kind: 'lesson' }, texts });
const uses = (by: Actor, item: string) =>
  does(by, { do: 'note-figure', figure: { kind: 'lesson-used', item: itemId(item) }, texts: {} });
const figuresOf = ({ state }: Story): Figures | undefined =>
  state.status === 'new' ? undefined : state.figures;
const worked = { worked: 'Referensgruppen' };
const signed = until('contract');

describe('what was learnt is said by those who took part (law 7, section 6)', () => {
  it('each for the own unit, whoever coordinates for none; said anew it replaces', () => {
    const story = tell(
      signed,
      says(vKirurgi, worked),
      says(deputy, { failed: 'Tiden' }),
      says(sMember, { next: 'Börja tidigare' }),
      says(vKirurgi, { worked: 'Referensgruppen', next: 'Fler delkontrakt' }),
    );
    expect(figuresOf(story)?.lessons).toStrictEqual({
      [vKirurgi.id]: {
        at: signed.now,
        unit: vKirurgi.unit,
        texts: { worked: 'Referensgruppen', next: 'Fler delkontrakt' },
      },
      [deputy.id]: { at: signed.now, unit: sKirurgi.unit, texts: { failed: 'Tiden' } },
      [sMember.id]: { at: signed.now, texts: { next: 'Börja tidigare' } },
    });
  });

  it('the same again is nothing', () => {
    expect(brings(tell(signed, says(vKirurgi, worked)), says(vKirurgi, worked))).toEqual([]);
  });

  it.each<[string, Story, Actor, Record<string, string>, string]>([
    ['once there is a contract', until('standstill'), vKirurgi, worked, 'no-contract-yet'],
    ['in words', signed, vKirurgi, { worked: ' ' }, 'text-missing'],
    ['of one kind at least', signed, vKirurgi, {}, 'text-missing'],
    ['what did not work is one', signed, vKirurgi, { failed: 'Tiden' }, 'allowed'],
    ['what to do next time too', signed, vKirurgi, { next: 'Börja tidigare' }, 'allowed'],
    ['by nobody who took no part', signed, oKirurgi, worked, 'not-your-unit'],
    ['never by the clock', signed, clock, worked, 'people-only'],
    ['by the officer', signed, officer, worked, 'allowed'],
  ])('%s', (_, story, by, texts, code) => {
    expect(refusal(story, says(by, texts))).toBe(code);
  });
});

describe('that a later item used it is a tap (section 6)', () => {
  const learnt = tell(signed, says(vKirurgi, worked));
  it('once for each item, and not by itself', () => {
    const used = tell(learnt, uses(sKirurgi, 'MT100'), uses(officer, 'MT200'), uses(officer, 'MT100'));
    expect(figuresOf(used)?.usedBy).toEqual(['MT100', 'MT200']);
    expect(brings(used, uses(officer, 'MT924'))).toEqual([]);
  });

  it.each<[string, Story, Actor, string]>([
    ['where something was learnt', signed, officer, 'no-lesson-yet'],
    ['by a review as well', until('reviewed'), officer, 'allowed'],
    ['by Inköp or who takes part', learnt, sBoss, 'not-allowed'],
  ])('%s', (_, story, by, code) => {
    expect(refusal(story, uses(by, 'MT100'))).toBe(code);
  });
});
