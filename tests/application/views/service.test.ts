import { describe, expect, it } from 'vitest';
import { helpView, roundDraftView } from '#application/views/index.ts';
import { DEADLINE } from '#support/given.ts';
import { asks, date, governance, SORMLAND, sAkut, VASTMANLAND } from '#support/world.ts';
import { known, people, readingFor, START, stories } from './support.ts';

describe('before units are asked', () => {
  const draft = (units: typeof asks, reachable: readonly string[]) =>
    roundDraftView(
      readingFor('officer', START, governance),
      {
        state: known(stories.draft),
        deadline: DEADLINE,
        units,
        reachable: new Set(units.flatMap((ask) => ask.respondents).filter((id) => reachable.includes(id))),
        cardBytes: 12_000,
      },
      date('2026-12-04'),
    );

  it('the officer sees who would be asked and who cannot be reached', () => {
    const view = draft(asks, [sAkut.id]);
    expect([view.people, view.unreachable, view.cardBytes]).toEqual([4, 3, 12_000]);
    expect(view.units[0]).toMatchObject({
      unitName: 'Akut',
      region: { id: SORMLAND },
      respondents: [{ name: people.sAkut.name, reachable: true }],
    });
    expect([view.deadline, view.deadlineAt]).toEqual(['2026-12-04', DEADLINE]);
  });

  it('a region without a unit to ask is named', () => {
    const own = draft(asks.slice(0, 2), []);
    expect(own.regionsWithoutUnits.map((region) => region.id)).toEqual([VASTMANLAND]);
    expect(draft(asks, []).regionsWithoutUnits).toEqual([]);
  });
});

it('help is for the person’s own roles', () => {
  expect(helpView(readingFor('sMember', START), true)).toMatchObject({
    name: people.sMember.name,
    roles: ['council-member'],
    welcome: true,
  });
});
