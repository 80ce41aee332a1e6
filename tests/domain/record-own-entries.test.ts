import { describe, expect, it } from 'vitest';
import type { CaseCommand } from '#domain/coordination/commands.ts';
import { decide } from '#domain/coordination/decide.ts';
import type { CaseEvent } from '#domain/coordination/events.ts';
import { concerned } from '#domain/record/concerns.ts';
import { record } from '#domain/record/history.ts';
import type { Actor } from '#domain/shared/actor.ts';
import { personId, type RegionId, unitId } from '#domain/shared/ids.ts';
import {
  authorises,
  bothApprove,
  decides,
  declares,
  imported,
  lift,
  objected,
  type Story,
  takes,
  tell,
  told,
} from '#support/given.ts';
import { committed, decides as decidesStage, declaresAnew, kindRow, until } from '#support/stages.ts';
import { OREBRO, opens, threeRegions } from '#support/three.ts';
import {
  at,
  date,
  governance,
  NAMNDEN,
  SORMLAND,
  sDecider,
  secretary,
  sMember,
  VASTMANLAND,
  vDecider,
} from '#support/world.ts';

const historyOf = ({ events }: Pick<Story, 'events'>) =>
  record([], events, { ruleVersion: 'test-1' }, () => 'salt');
/** With the record at hand, as the application decides. */
const adds = (story: Story, by: Actor, command: CaseCommand): Story => {
  const context = { now: story.now, actor: by, governance, history: historyOf(story) };
  const outcome = decide(story.state, command, context);
  if (!outcome.ok) throw new Error(outcome.error.code);
  return { ...story, state: outcome.value.state, events: [...story.events, ...outcome.value.events] };
};
/** Whom the last entry of a kind concerns, and how. */
const concerns = (story: Pick<Story, 'events'>, type: CaseEvent['type']) =>
  concerned(historyOf(story))
    .findLast(({ entry }) => entry.event.type === type)
    ?.concerns.map(({ region, direction }) => [region, direction]);
const seqsOf = ({ events }: Story, type: CaseEvent['type']) =>
  events.flatMap((event, i) => (event.type === type ? [i + 1] : []));
const registrar = (region: RegionId): Actor => ({
  kind: 'person',
  id: personId('tenant', `registrar-${region}`),
  region,
  unit: unitId(region, 'Registratur'),
  roles: ['registrar'],
});
const waiting = tell(objected, lift(), ...bothApprove());
const both = tell(
  waiting,
  decides(vDecider, VASTMANLAND, 'coordinate'),
  decides(sDecider, SORMLAND, 'coordinate'),
);

describe('what an authority itself says or decides is drawn up by it, and received by the others (OSL 5:1)', () => {
  it('its registration is its own and no other’s', () => {
    const command = { do: 'register', region: SORMLAND, number: 'RS 2026-1', through: 1 } as const;
    expect(concerns(adds(objected, registrar(SORMLAND), command), 'registered')).toEqual([
      [SORMLAND, 'drawn-up'],
    ]);
  });

  it('its authorisation for the region that leads', () => {
    expect(concerns(tell(committed, authorises), 'authorisation-filed')).toEqual([
      [VASTMANLAND, 'received'],
      [SORMLAND, 'drawn-up'],
    ]);
  });

  it('its members’ position', () => {
    expect(
      concerns(tell(objected, lift(), declares(sMember), takes(sMember, 'approve')), 'position-taken'),
    ).toEqual([
      [VASTMANLAND, 'received'],
      [SORMLAND, 'drawn-up'],
    ]);
  });

  it('its decision on gallring; in a record of earlier, that names no authority, nobody’s own', () => {
    const [objection = 0] = seqsOf(objected, 'answered').slice(-1);
    const command = {
      do: 'remove-texts',
      entries: [objection],
      reference: 'RV 4',
      date: date('2026-11-20'),
    } as const;
    const removed = adds(objected, registrar(VASTMANLAND), command);
    expect(concerns(removed, 'texts-removed')).toEqual([
      [SORMLAND, 'received'],
      [VASTMANLAND, 'drawn-up'],
    ]);
    const { region: _, ...earlier } = removed.events.at(-1) as Extract<CaseEvent, { type: 'texts-removed' }>;
    expect(concerns({ events: [...objected.events, earlier] }, 'texts-removed')).toEqual([
      [VASTMANLAND, 'received'],
      [SORMLAND, 'received'],
    ]);
  });
});

describe('a report of delegates’ decisions is its own whose decisions are reported (KL 6:40, 7:8)', () => {
  const reports = (story: Story, entries: readonly number[]) =>
    adds(story, secretary, { do: 'report-decisions', body: NAMNDEN, entries, date: date('2026-11-23') });
  const [ofVastmanland = 0, ofSormland = 0] = seqsOf(both, 'decided');

  it('one region’s decision: drawn up there, received by the other', () => {
    expect(concerns(reports(both, [ofVastmanland]), 'reported')).toEqual([
      [SORMLAND, 'received'],
      [VASTMANLAND, 'drawn-up'],
    ]);
    expect(concerns(reports(both, [ofSormland]), 'reported')).toEqual([
      [VASTMANLAND, 'received'],
      [SORMLAND, 'drawn-up'],
    ]);
  });

  it('several in one report: drawn up by each region once, in the order of the record', () => {
    expect(concerns(reports(both, [ofSormland, ofVastmanland]), 'reported')).toEqual([
      [VASTMANLAND, 'drawn-up'],
      [SORMLAND, 'drawn-up'],
    ]);
  });

  it('decisions of stages too, of which one may be for both regions', () => {
    const rules = {
      ...governance,
      mandates: [...governance.mandates, kindRow('k-extend', 'extend'), kindRow('k-initiate', 'initiate')],
    };
    const contracted = told(
      rules,
      until('contract'),
      declaresAnew(sDecider),
      decidesStage(sDecider, 'extend', SORMLAND),
      decidesStage(sDecider, 'initiate', SORMLAND),
    );
    const entries = seqsOf(contracted, 'stage-decided');
    expect(entries).toHaveLength(2);
    const reported = adds(contracted, secretary, {
      do: 'report-decisions',
      body: NAMNDEN,
      entries,
      date: date('2027-03-16'),
    });
    expect(concerns(reported, 'reported')).toEqual([
      [SORMLAND, 'drawn-up'],
      [VASTMANLAND, 'drawn-up'],
    ]);
  });

  it('a region for which nothing in it was decided has received it', () => {
    const three = told(threeRegions, imported, opens());
    const round = three.events.at(-1) as CaseEvent;
    const later = { events: [...both.events, { ...round, at: at('2027-01-11 09:00') }] };
    const report: CaseEvent = {
      type: 'reported',
      at: at('2027-01-12 09:00'),
      by: secretary.id,
      body: NAMNDEN,
      entries: [ofSormland],
      date: date('2027-01-12'),
    };
    expect(concerns({ events: [...later.events, report] }, 'reported')).toEqual([
      [VASTMANLAND, 'received'],
      [OREBRO, 'received'],
      [SORMLAND, 'drawn-up'],
    ]);
  });
});
