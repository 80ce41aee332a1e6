import { describe, expect, it } from 'vitest';
import { mayContractAlone } from '#domain/coordination/alone.ts';
import { decidingRegions } from '#domain/coordination/stage-authority.ts';
import type { KnownCase } from '#domain/coordination/state.ts';
import {
  asked,
  bothApprove,
  DEADLINE,
  decides,
  imported,
  lift,
  objected,
  type Story,
  tell,
  told,
  yes,
} from '#support/given.ts';
import { committed, does, until } from '#support/stages.ts';
import { decisionInThree, OREBRO, oDecider, threeRegions } from '#support/three.ts';
import { asks, officer, SORMLAND, sAkut, sDecider, sKirurgi, VASTMANLAND, vDecider } from '#support/world.ts';

const alone = ({ state }: Story) => mayContractAlone(state as KnownCase);
const END = '2027-12-31';
const three = (s: 'coordinate' | 'deviate', v: 'coordinate' | 'deviate', o: 'coordinate' | 'deviate') =>
  told(
    threeRegions,
    decisionInThree,
    decides(sDecider, SORMLAND, s, s === 'deviate' ? END : null),
    decides(vDecider, VASTMANLAND, v, v === 'deviate' ? END : null),
    decides(oDecider, OREBRO, o, o === 'deviate' ? END : null),
  );

describe('who buys alone what was not bought together', () => {
  it('nobody while it is planned, asked about, or agreed by all', () => {
    for (const story of [imported, asked, committed, objected, until('contract')]) {
      expect(alone(story)).toEqual([]);
    }
  });

  it('the region in whose plan it stands, where it was not possible to coordinate', () => {
    const no = tell(
      imported,
      does(officer, { do: 'assess', possible: false, texts: { text: 'Egen avdelning' } }),
    );
    expect(alone(no)).toEqual([VASTMANLAND]);
  });

  it('a region that declined, while the others go on together', () => {
    expect(three('coordinate', 'coordinate', 'deviate').state.status).toBe('partly-committed');
    expect(alone(three('coordinate', 'coordinate', 'deviate'))).toEqual([OREBRO]);
    expect(alone(three('deviate', 'coordinate', 'coordinate'))).toEqual([SORMLAND]);
  });

  it('every region once too few are left, also the plan’s own that nobody was asked in', () => {
    expect(alone(three('coordinate', 'deviate', 'deviate'))).toEqual([VASTMANLAND, SORMLAND, OREBRO]);
  });

  it('not one that has let some of its units out and buys with the others', () => {
    const partly = tell(
      objected,
      lift(),
      ...bothApprove(),
      decides(sDecider, SORMLAND, 'coordinate'),
      decides(vDecider, VASTMANLAND, 'coordinate-partly', END),
    );
    expect(partly.state).toMatchObject({ settlements: [{ declining: [VASTMANLAND] }] });
    expect(alone(partly)).toEqual([]);
  });
});

describe('an item that is asked about in one region alone', () => {
  const inSormland = tell(
    imported,
    does(officer, {
      do: 'open-round',
      owner: officer.id,
      deadline: DEADLINE,
      units: asks.filter(({ region }) => region === SORMLAND),
    }),
  );
  const all = [SORMLAND, VASTMANLAND];

  it('is that region’s to decide once it is committed, though it stands in another’s plan (law 6)', () => {
    const answered = tell(inSormland, yes(sAkut, 1_000_000), yes(sKirurgi, 1_000_000));
    expect(answered.state.status).toBe('committed');
    expect(decidingRegions(inSormland.state as KnownCase, all)).toEqual(all);
    expect(decidingRegions(answered.state as KnownCase, all)).toEqual([SORMLAND]);
    const begun = { ...(answered.state as KnownCase), status: 'initiated' } as KnownCase;
    expect(decidingRegions(begun, all)).toEqual([SORMLAND]);
  });
});
