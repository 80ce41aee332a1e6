import { describe, expect, it } from 'vitest';
import { figureNotices } from '#domain/coordination/figure-notices.ts';
import type { CaseState, KnownCase } from '#domain/coordination/state.ts';
import { exactly } from '#domain/savings/range.ts';
import { imported, notices, tell } from '#support/given.ts';
import { advances, does, LIFE, until } from '#support/stages.ts';
import { at, beds, officer, SORMLAND, units, VASTMANLAND } from '#support/world.ts';

const ALL = [units.sKirurgi, units.sAkut, units.vKirurgi, units.vAnestesi];
const asUnits = (names: readonly string[]) => names.map((unit) => ({ to: 'unit', unit }));
const LATER = at('2028-03-01 09:00');
const signed = until('contract');
/** As if nobody had committed themselves. */
const withoutUsers = ({ state }: { readonly state: CaseState }): KnownCase =>
  ({ ...state, round: { ...('round' in state ? state.round : {}), units: {} } }) as unknown as KnownCase;

describe('who is told of figures', () => {
  it('those who take part in the contract are asked once what was learnt, when it is followed up (law 7)', () => {
    const follow = advances({ to: 'followed-up' }, { when: LATER, texts: { text: 'I tid' } });
    const [told, ...more] = notices(signed, follow).filter(({ subject }) => subject.card === 'review');
    expect(more).toEqual([]);
    expect(told).toMatchObject({ at: LATER, subject: { card: 'review', item: beds.id }, occasion: 'new' });
    expect(told?.audience).toEqual(expect.arrayContaining(asUnits(ALL)));
    expect(told?.audience).toHaveLength(ALL.length);
    const followed = { at: LATER, by: officer.id, type: 'advanced', stage: { to: 'followed-up' } } as const;
    expect(figureNotices(followed, withoutUsers(signed))).toEqual([]);
  });

  it('its users are asked how it works when a wave begins', () => {
    const asked = { at: LATER, by: 'clock', type: 'pulse-asked', wave: 'year' } as const;
    const state = signed.state as KnownCase;
    expect(figureNotices(asked, state)).toEqual([
      {
        at: LATER,
        subject: { card: 'pulse', item: beds.id, wave: 'year' },
        occasion: 'new',
        audience: expect.arrayContaining(asUnits(ALL)),
      },
    ]);
    expect(figureNotices(asked, withoutUsers(signed))).toEqual([]);
  });

  it('finance of the regions that take part is asked to sign a saving', () => {
    const states = does(officer, {
      do: 'state-saving',
      input: {
        method: 'basket',
        lines: [{ quantity: exactly(10), oldPrice: 1000, newPrice: 900 }],
        index: exactly(1),
        unmatchedValue: 0,
        years: 4,
      },
      texts: { assumptions: 'Samma volym' },
    });
    expect(notices(signed, states)).toEqual([
      {
        at: signed.now,
        subject: { card: 'saving', item: beds.id },
        occasion: 'new',
        audience: [{ to: 'role', role: 'controller', regions: [SORMLAND, VASTMANLAND] }],
      },
    ]);
    const [event] = tell(signed, states).events.slice(-1);
    if (!event) throw new Error('nothing stated');
    expect(figureNotices(event, imported.state as KnownCase)[0]?.audience).toEqual([
      { to: 'role', role: 'controller', regions: [VASTMANLAND] },
    ]);
  });

  it('of anything else nobody', () => {
    const [advertise] = LIFE;
    if (!advertise) throw new Error('no life');
    const noted = does(officer, {
      do: 'note-figure',
      figure: { kind: 'contract-value', value: 1 },
      texts: {},
    });
    expect(notices(signed, noted)).toEqual([]);
    const advanced = { at: LATER, by: officer.id, type: 'advanced', stage: { to: 'reviewed' } } as const;
    expect(figureNotices(advanced, signed.state as KnownCase)).toEqual([]);
  });
});
