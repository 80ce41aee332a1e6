import { describe, expect, it } from 'vitest';
import { type Governance, governanceOn } from '#domain/authority/governance.ts';
import { decide } from '#domain/coordination/decide.ts';
import { replay } from '#domain/coordination/evolve.ts';
import { imported, notices, type Story, told, types } from '#support/given.ts';
import { committed, does, initiating, kindRow, rfSecretary, textiles, vSecretary } from '#support/stages.ts';
import * as world from '#support/world.ts';

const { clock, date, NAMNDEN, officer, operator, SORMLAND, sDecider, secretary, VASTMANLAND, vDecider } =
  world;
const asks = does(officer, { do: 'ask-stage-decision', kind: 'initiate' });
const decides = does(sDecider, {
  do: 'decide-stage',
  kind: 'initiate',
  region: SORMLAND,
  revision: 1,
  texts: { text: 'Ja' },
});
const grows = does(operator, { do: 'import', item: textiles });
const rules = initiating();
const asked = told(rules, imported, asks);
const toWhom = (story: Story, step: Parameters<typeof notices>[1], governance: Governance) =>
  notices(story, step, governance).map(({ subject, occasion, audience }) => [
    subject.card,
    occasion,
    audience,
  ]);
const to = (person: string) => ({ to: 'person', person });
const officers = [{ to: 'role', role: 'officer', regions: [SORMLAND, VASTMANLAND] }];

describe('whose decision an asked one has become is asked, and the officer is told (law 6)', () => {
  it('a revision to another level asks its holders, not the ones who were asked, and only once', () => {
    expect(toWhom(asked, grows, rules)).toEqual([
      ['stage', 'new', [to(rfSecretary.id), to(vSecretary.id)]],
      ['stage', 'reseated', officers],
    ]);
    const grown = told(rules, asked, grows);
    expect(types(grown.events).slice(-3)).toEqual([
      'item-revised',
      'authority-noted',
      'stage-decision-asked',
    ]);
    expect(grown.state).toMatchObject({ askedOf: { initiate: [rfSecretary.id, vSecretary.id] } });
    expect(told(rules, grown, does(clock, { do: 'tick' })).events).toEqual(grown.events);
    expect(replay(grown.events)).toEqual(grown.state);
  });

  it('who still holds it is not asked twice', () => {
    const rows: Governance = {
      ...rules,
      mandates: rules.mandates.map((row) =>
        row.id === 'i-v'
          ? { ...row, holder: { ...row.holder, kind: 'delegate', person: sDecider.id, body: NAMNDEN } }
          : row,
      ),
    };
    expect(toWhom(asked, does(clock, { do: 'tick' }), rows)).toEqual([]);
  });

  it('what is on file, or was never asked for, asks nobody', () => {
    const unasked = notices(imported, grows, rules);
    expect(unasked.filter(({ subject }) => subject.card === 'stage')).toEqual([]);
    const decided = told(rules, asked, decides);
    expect(types(told(rules, decided, does(clock, { do: 'tick' })).events)).toEqual(types(decided.events));
  });

  it('over the switch the clock asks whoever has the mandate from then on', () => {
    const base = world.withSwitch('decided');
    const row = { status: 'decided', kinds: ['initiate'] } as const;
    const file: Governance = {
      ...base,
      mandates: [
        ...base.mandates,
        {
          ...row,
          id: 'init-26',
          validFrom: date('2020-01-01'),
          validTo: date('2026-12-31'),
          actsFor: [SORMLAND, VASTMANLAND],
          holder: { kind: 'body', body: NAMNDEN },
        },
        ...(
          [
            [SORMLAND, world.STYRELSE_S],
            [VASTMANLAND, world.STYRELSE_V],
          ] as const
        ).map(([region, body]) => ({
          ...row,
          id: `init-27-${region}`,
          validFrom: date('2027-01-01'),
          actsFor: [region],
          holder: { kind: 'body', body } as const,
        })),
      ],
    };
    const before = governanceOn(file, date('2026-12-15'));
    const after = governanceOn(file, date('2027-01-04'));
    const waiting = told(before, committed, asks);
    expect(waiting.state).toMatchObject({ askedOf: { initiate: [secretary.id] } });
    expect(types(told(before, waiting, does(clock, { do: 'tick' })).events)).toEqual(types(waiting.events));
    const context = { now: world.at('2027-01-04 09:00'), actor: clock, governance: after };
    const ticked = decide(waiting.state, { do: 'tick' }, context);
    if (!ticked.ok) throw new Error(ticked.error.code);
    expect(ticked.value.notices.filter(({ subject }) => subject.card === 'stage')).toMatchObject([
      { occasion: 'new', audience: [to(world.sMember2.id), to(world.vBoss.id)] },
      { occasion: 'reseated', audience: [to(officer.id)] },
    ]);
  });

  it('what was asked before it was kept of whom is asked once more, and then known', () => {
    const old = asked.events.map((event) => {
      if (event.type !== 'stage-decision-asked') return event;
      const { of: _, ...rest } = event;
      return rest;
    });
    const state = replay(old);
    expect(state).not.toHaveProperty('askedOf');
    const story: Story = { ...asked, state, events: old };
    expect(toWhom(story, does(clock, { do: 'tick' }), rules)).toEqual([
      ['stage', 'new', [to(sDecider.id), to(vDecider.id)]],
      ['stage', 'reseated', officers],
    ]);
    const other: Governance = { ...rules, mandates: [...rules.mandates, kindRow('k-cancel', 'cancel')] };
    const both = told(other, story, does(officer, { do: 'ask-stage-decision', kind: 'cancel' }));
    expect(both.state).toMatchObject({
      askedOf: { cancel: [sDecider.id], initiate: [sDecider.id, vDecider.id] },
    });
  });
});
