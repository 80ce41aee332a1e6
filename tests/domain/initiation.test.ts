import { describe, expect, it } from 'vitest';
import type { Governance } from '#domain/authority/governance.ts';
import { noticesFor } from '#domain/coordination/notices.ts';
import { missingDecisions } from '#domain/coordination/stage-authority.ts';
import type { CaseState, KnownCase } from '#domain/coordination/state.ts';
import {
  attempt,
  authorises,
  DEADLINE,
  nothing,
  refusal,
  type Step,
  type Story,
  told,
  types,
  yes,
} from '#support/given.ts';
import {
  advances,
  assemblyDecides,
  boardDecides,
  decides,
  does,
  initiating,
  LIFE,
  RF,
  rfSecretary,
  textiles,
} from '#support/stages.ts';
import {
  asks,
  at,
  beds,
  clock,
  date,
  governance,
  officer,
  operator,
  SORMLAND,
  sAkut,
  sDecider,
  sKirurgi,
  sMember,
  VASTMANLAND,
  vAnestesi,
  vDecider,
  vKirurgi,
} from '#support/world.ts';

const rules = initiating();
const TODAY = date('2026-11-23');
const lock = does(officer, { do: 'lock' });
const begin = advances({ to: 'initiated' });

/** Planned, asked about, and everybody says yes: each unit to its share. */
const settled = (item: typeof beds, by: Governance): Story =>
  told(
    by,
    nothing,
    does(operator, { do: 'import', item }),
    does(officer, { do: 'open-round', owner: officer.id, deadline: DEADLINE, units: asks }),
    ...[sAkut, sKirurgi, vAnestesi, vKirurgi].map((who) => yes(who, (item.value ?? 0) / 4)),
  );
const missing = (story: Story, by: Governance) =>
  missingDecisions(story.state as KnownCase, by, TODAY, 'initiate').map(
    ({ region, body }) => `${region}: ${body}`,
  );
const flagged = (state: CaseState) => ('flagged' in state ? state.flagged : undefined);

describe('initiating needs valid decisions for each participating region (law 6)', () => {
  it('by each region’s delegate: it is blocked until both have decided, and then begins by itself', () => {
    const ready = told(rules, settled(beds, rules), authorises);
    expect(ready.state.status).toBe('committed');
    expect(refusal(ready, begin, rules)).toBe('decision-missing');
    expect(refusal(ready, lock, rules)).toBe('decision-missing');
    const half = told(
      rules,
      ready,
      does(officer, { do: 'ask-stage-decision', kind: 'initiate' }),
      decides(sDecider, 'initiate'),
    );
    expect(half.state.status).toBe('committed');
    expect(missing(half, rules)).toEqual(['vastmanland: regionstyrelsen-vastmanland']);
    const both = told(rules, half, decides(vDecider, 'initiate'));
    expect(both.state.status).toBe('initiated');
    expect(told(rules, both, lock).state.status).toBe('locked');
  });

  it('a decision names its person, reason, rule and version (law 2), and is the holder’s alone', () => {
    const ready = settled(beds, rules);
    expect(refusal(ready, decides({ ...sDecider, id: sMember.id }, 'initiate'), rules)).toBe('no-mandate');
    expect(refusal(ready, { ...decides(sDecider, 'initiate'), by: operator }, rules)).toBe('people-only');
    expect(refusal(ready, { ...decides(sDecider, 'initiate'), by: clock }, rules)).toBe('people-only');
    expect(refusal(ready, decides(sDecider, 'initiate', VASTMANLAND), rules)).toBe('no-mandate');
    const silent = does(sDecider, {
      do: 'decide-stage',
      kind: 'initiate',
      region: SORMLAND,
      revision: 1,
      texts: {},
    });
    expect(refusal(ready, silent, rules)).toBe('text-missing');
    const stale = does(sDecider, {
      do: 'decide-stage',
      kind: 'initiate',
      region: SORMLAND,
      revision: 2,
      texts: { text: 'x' },
    });
    expect(refusal(ready, stale, rules)).toBe('old-card');
    expect(told(rules, ready, decides(sDecider, 'initiate')).state).toMatchObject({
      stageDecisions: [
        {
          kind: 'initiate',
          regions: [SORMLAND],
          rule: 'i-s',
          ruleVersion: 'test-1',
          delegate: sDecider.id,
          by: sDecider.id,
          texts: { text: 'Enligt planen' },
          late: false,
        },
      ],
    });
  });

  it('what was decided before the units were asked counts once they have answered', () => {
    const early = told(
      rules,
      nothing,
      does(operator, { do: 'import', item: beds }),
      decides(sDecider, 'initiate'),
      decides(vDecider, 'initiate'),
      does(officer, { do: 'open-round', owner: officer.id, deadline: DEADLINE, units: asks }),
      ...[sAkut, sKirurgi, vAnestesi, vKirurgi].map((who) => yes(who, 1)),
    );
    expect(early.state).toMatchObject({ status: 'initiated', authority: { gaps: [] } });
  });

  it('an answer that changes before the lock keeps the decision, and a region that drops out needs none', () => {
    const both = told(
      rules,
      settled(beds, rules),
      decides(sDecider, 'initiate'),
      decides(vDecider, 'initiate'),
    );
    const fewer = told(rules, both, yes(sKirurgi, 500_000));
    expect(fewer.state.status).toBe('initiated');
  });

  it('a change of value asks whether the level is still the right one', () => {
    const both = told(
      rules,
      settled(beds, rules),
      decides(sDecider, 'initiate'),
      decides(vDecider, 'initiate'),
    );
    const dearer = told(rules, both, does(operator, { do: 'import', item: { ...beds, value: 600_000_000 } }));
    expect(dearer.state.status).toBe('asked');
    expect(dearer.state).toMatchObject({
      authority: { required: [{ region: SORMLAND, holder: { body: RF } }, { region: VASTMANLAND }] },
    });
    expect(missing(dearer, rules)).toHaveLength(2);
  });

  it('an empty table refuses to guess: nothing is said to be initiated, and the gap is named', () => {
    const ready = told(governance, settled(beds, governance), authorises);
    expect(refusal(ready, begin, governance)).toBe('no-delegation-rows');
    expect(refusal(ready, does(officer, { do: 'ask-stage-decision', kind: 'initiate' }), governance)).toBe(
      'no-delegation-rows',
    );
    // Where no row demands a decision, nobody is asked for one.
    expect(refusal(ready, lock, governance)).toBe('allowed');
  });

  it('a table that leaves one region out blocks: who decides there is not guessed', () => {
    const half = { ...rules, mandates: rules.mandates.filter(({ id }) => id !== 'i-v') };
    const ready = told(half, settled(beds, half), authorises, decides(sDecider, 'initiate'));
    expect(refusal(ready, lock, half)).toBe('nobody-may-decide');
    expect(missing(ready, half)).toEqual(['vastmanland: null']);
  });

  it('a matter of principle goes to whoever the order names for it, whatever the amount', () => {
    const principled = initiating({
      id: 'i-principle',
      validFrom: date('2020-01-01'),
      status: 'decided',
      kinds: ['initiate'],
      actsFor: [SORMLAND],
      holder: { kind: 'body', body: RF },
      principle: true,
    });
    const ready = settled(beds, principled);
    expect(missing(ready, principled)[0]).toBe('sormland: regionstyrelsen-sormland');
    const matter = told(principled, ready, does(officer, { do: 'set-principle', principle: true }));
    expect(missing(matter, principled)[0]).toBe(`sormland: ${RF}`);
    expect(matter.state).toMatchObject({
      authority: { required: [{ rule: 'i-principle' }, { rule: 'i-v' }] },
    });
  });

  it('what the regions said together counts where it is more than the plan', () => {
    const ready = told(rules, settled({ ...beds, value: 240_000_000 }, rules), yes(sKirurgi, 80_000_000));
    expect(missing(ready, rules)[0]).toBe(`sormland: ${RF}`);
  });

  it('who declared a conflict of interest decides nothing later either (KL 6:28)', () => {
    const ready = settled(beds, rules);
    const state = {
      ...ready.state,
      settlements: [{ conflicted: [sDecider.id], path: [{ level: 'council' }] }],
    } as unknown as CaseState;
    expect(refusal({ ...ready, state }, decides(sDecider, 'initiate'), rules)).toBe('has-conflict');
  });

  it('asking reaches exactly those who may decide: the delegate, or the body’s secretary', () => {
    const told = (story: Story) => {
      const step = does(officer, { do: 'ask-stage-decision', kind: 'initiate' });
      const outcome = attempt(story, step, rules);
      if (!outcome.ok) throw new Error(outcome.error.code);
      const context = { now: story.now, actor: officer, governance: rules };
      return noticesFor(story.state, outcome.value.events, context).flatMap(({ audience }) => audience);
    };
    expect(told(settled(beds, rules))).toEqual([
      { to: 'person', person: sDecider.id },
      { to: 'person', person: vDecider.id },
    ]);
    expect(told(settled(textiles, rules))).toContainEqual({ to: 'person', person: rfSecretary.id });
  });
});

describe('the textile case: about 300 mnkr a region, regionfullmäktige in Sörmland', () => {
  it('is caught when it is planned', () => {
    const planned = told(rules, nothing, does(operator, { do: 'import', item: textiles }));
    expect(types(planned.events)).toEqual(['item-imported', 'authority-noted']);
    expect(planned.state).toMatchObject({
      authority: {
        required: [
          {
            region: SORMLAND,
            holder: { kind: 'body', body: RF },
            preparedBy: 'regionstyrelsen-sormland',
            example: true,
          },
          { region: VASTMANLAND, holder: { kind: 'body', body: 'regionstyrelsen-vastmanland' } },
        ],
        gaps: [],
      },
    });
  });

  it('is blocked until fullmäktige has decided, and the board prepared it (KL 5:26)', () => {
    const ready = told(rules, settled(textiles, rules), authorises, boardDecides);
    expect(refusal(ready, lock, rules)).toBe('decision-missing');
    // A delegate may not decide what belongs to the assembly.
    expect(refusal(ready, decides(sDecider, 'initiate'), rules)).toBe('no-mandate');
    expect(refusal(ready, assemblyDecides({}, sDecider), rules)).toBe('no-mandate');
    expect(refusal(ready, assemblyDecides({ preparation: undefined } as never), rules)).toBe(
      'preparation-missing',
    );
    const after = { date: date('2026-11-21'), paragraph: '§ 201' };
    expect(refusal(ready, assemblyDecides({ preparation: after }), rules)).toBe('preparation-missing');
    expect(refusal(ready, assemblyDecides({ date: date('2026-11-24') }), rules)).toBe('date-in-the-future');
    expect(refusal(ready, assemblyDecides({ registryNumber: ' ' }), rules)).toBe('text-missing');
    expect(refusal(ready, assemblyDecides({ revision: 2 }), rules)).toBe('old-card');
    const begun = told(rules, ready, assemblyDecides());
    expect(begun.state.status).toBe('initiated');
    expect(refusal(begun, lock, rules)).toBe('allowed');
    expect(begun.state).toMatchObject({
      stageDecisions: [
        { body: 'regionstyrelsen-vastmanland' },
        { body: RF, paragraph: '§ 118', late: false },
      ],
    });
  });

  it('found after advertising it is flagged, not blocked, and later regularised', () => {
    // It was begun while nobody had entered the delegation orders.
    const begun = told(governance, settled(textiles, governance), authorises, lock, LIFE[0] as never);
    expect(flagged(begun.state)).toBeUndefined();
    const found = told(rules, begun, does(clock, { do: 'tick' }, at('2027-01-12 08:00')));
    expect(flagged(found.state)).toEqual([
      { region: SORMLAND, body: RF },
      { region: VASTMANLAND, body: 'regionstyrelsen-vastmanland' },
    ]);
    // The work goes on.
    const on = told(rules, found, LIFE[1] as never);
    expect(on.state.status).toBe('evaluation');
    const half = told(rules, on, assemblyDecides({ date: date('2027-02-10') }));
    expect(flagged(half.state)).toEqual([{ region: VASTMANLAND, body: 'regionstyrelsen-vastmanland' }]);
    const whole = told(rules, half, boardDecides);
    expect(flagged(whole.state)).toBeUndefined();
    expect(whole.state).toMatchObject({
      status: 'evaluation',
      stageDecisions: [
        { body: RF, late: true },
        // Decided in November, before the advertising, and registered after it: nothing that was missing is regularised.
        { body: 'regionstyrelsen-vastmanland', late: false },
      ],
    });
  });

  it('found after the lock but before advertising it blocks the advertising until it is decided', () => {
    const begun = told(governance, settled(textiles, governance), authorises, lock);
    const advertise = { ...(LIFE[0] as Step), at: at('2026-11-24 10:00') };
    const dated = {
      ...advertise,
      command: {
        do: 'advance',
        texts: {},
        stage: {
          to: 'advertised',
          date: date('2026-11-24'),
          reference: 'TED-1',
          evaluators: [officer.id],
        },
      },
    } as Step;
    // While the order is silent, nobody is asked for what no rule demands (decision 13).
    expect(refusal(begun, dated, governance)).toBe('allowed');
    expect(refusal(begun, dated, rules)).toBe('decision-missing');
    const found = told(rules, begun, does(clock, { do: 'tick' }));
    expect(flagged(found.state)).toHaveLength(2);
    expect(refusal(found, dated, rules)).toBe('decision-missing');
    const half = told(rules, found, boardDecides);
    expect(refusal(half, dated, rules)).toBe('decision-missing');
    const whole = told(rules, half, assemblyDecides());
    expect(whole.state).toMatchObject({ stageDecisions: [{ late: false }, { late: false }] });
    expect(flagged(whole.state)).toBeUndefined();
    expect(refusal(whole, dated, rules)).toBe('allowed');
  });

  it('a flag is raised once, told to the owner, and stays while the table is silent', () => {
    const begun = told(governance, settled(textiles, governance), authorises, lock);
    const tick = does(clock, { do: 'tick' });
    const outcome = attempt(begun, tick, rules);
    if (!outcome.ok) throw new Error(outcome.error.code);
    const context = { now: begun.now, actor: clock, governance: rules };
    expect(noticesFor(begun.state, outcome.value.events, context)).toMatchObject([
      { subject: { card: 'stage' }, audience: [{ to: 'person', person: officer.id }] },
    ]);
    const found = told(rules, begun, tick);
    expect(types(told(rules, found, tick).events.slice(found.events.length))).toEqual([]);
    expect(flagged(told(governance, found, tick).state)).toHaveLength(2);
  });
});
