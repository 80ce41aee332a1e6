import { describe, expect, it } from 'vitest';
import { entries } from '#domain/coordination/answer.ts';
import { replay } from '#domain/coordination/evolve.ts';
import {
  callOff,
  LIFE_CYCLE,
  missingAuthorisations,
  nextStages,
  ownerOf,
} from '#domain/coordination/life-cycle.ts';
import { ADVANCES, type Advance } from '#domain/coordination/stages.ts';
import { isAsked, type KnownCase, STATUSES } from '#domain/coordination/state.ts';
import { isSecret } from '#domain/record/secrecy.ts';
import { endOfDay } from '#domain/shared/calendar.ts';
import { regionId } from '#domain/shared/ids.ts';
import {
  answers,
  asked,
  authorises,
  brings,
  imported,
  noNeed,
  notices,
  refusal,
  START,
  type Step,
  tell,
  ticks,
  told,
  types,
  yes,
} from '#support/given.ts';
import {
  advances,
  committed,
  decides,
  declaresAnew,
  does,
  EVALUATOR,
  kindRow,
  LIFE,
  locked,
  until,
} from '#support/stages.ts';
import {
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
  units,
  VASTMANLAND,
  vAnestesi,
  vDecider,
  vKirurgi,
} from '#support/world.ts';

const closes = (command: Step['command']): boolean =>
  command.do === 'advance' && command.stage.to === 'closed';
const leaves = (to: 'cancelled' | 'postponed' | 'external-coordination'): Step =>
  advances({ to }, { texts: { text: 'Behovet har ändrats', arena: 'Adda' } });

const decidedToPostpone = [decides(sDecider, 'postpone'), decides(vDecider, 'postpone')];

describe('the item’s life', () => {
  it('goes from the lock to the end, stage by stage, and replays to the same state', () => {
    const seen: string[] = [];
    let story = locked;
    for (const step of LIFE) {
      story = told(governance, story, step);
      seen.push(story.state.status);
    }
    expect([...new Set(seen)]).toEqual([
      'advertised',
      'evaluation',
      'awarded',
      'standstill',
      'contract',
      'followed-up',
      'reviewed',
      'closed',
    ]);
    expect(replay(story.events)).toEqual(story.state);
    expect(story.state).toMatchObject({
      award: { reference: 'RV 2027-1' },
      // Ten days from 3 March end on Saturday 13 March: Monday the fifteenth.
      standstill: { until: '2027-03-15' },
      contract: { until: '2029-03-31', documentedBy: '2027-04-15' },
      participants: [
        { region: 'sormland', ceiling: 2_000_000 },
        { region: 'vastmanland', ceiling: 2_000_000 },
      ],
      review: { texts: { next: 'Börja tidigare' } },
    });
  });

  it.each(STATUSES.filter((status) => status !== 'new'))(
    'nothing leaps: %s leads only where the table says',
    (status) => {
      // What says something of an item and moves it nowhere is offered where there is something to say.
      const listed = ADVANCES.filter(
        (to) => LIFE_CYCLE[to].from.includes(status) && LIFE_CYCLE[to].offered === undefined,
      );
      const bare = { status, item: beds } as never;
      expect(nextStages(bare).filter((to) => LIFE_CYCLE[to].offered === undefined)).toEqual(listed);
      const ended = ['closed', 'cancelled', 'external-coordination', 'not-possible', 'deviation-decided'];
      expect(listed.length === 0).toBe(ended.includes(status));
    },
  );

  it.each(ADVANCES)('%s is refused from everywhere else, with a reason', (to) => {
    const stage = { to, date: date('2026-11-23'), until: date('2030-01-01') } as unknown as Advance;
    for (const story of [imported, asked, committed, locked, until('advertised'), until('contract')]) {
      if (LIFE_CYCLE[to].from.includes(story.state.status) || story.state.status === to) continue;
      expect(refusal(story, advances(stage)), `${story.state.status} → ${to}`).toMatch(
        /not-possible-now|item-locked|not-ready-to-lock/,
      );
    }
  });

  it('is moved by an officer, never by the clock, the command line or a unit (KL 6:38)', () => {
    const step = (by: Step['by']) => ({ ...(LIFE[0] as Step), by });
    expect(refusal(locked, step(operator))).toBe('people-only');
    expect(refusal(locked, step(clock))).toBe('people-only');
    expect(refusal(locked, step(sKirurgi))).toBe('not-allowed');
  });

  it('knows what each stage needs: a notice, evaluators, numbers, texts and days that have been', () => {
    const [advertise] = LIFE;
    const facts = advertise?.command.do === 'advance' ? advertise.command.stage : null;
    const day = at('2027-01-11 10:00');
    expect(refusal(locked, advances({ ...facts, reference: ' ' } as Advance, { when: day }))).toBe(
      'text-missing',
    );
    expect(refusal(locked, advances({ ...facts, evaluators: [] } as Advance, { when: day }))).toBe(
      'evaluators-missing',
    );
    expect(refusal(locked, advances({ ...facts, date: date('2027-01-12') } as Advance, { when: day }))).toBe(
      'stage-date-in-the-future',
    );
    expect(refusal(until('advertised'), advances({ to: 'evaluation', date: date('2027-01-10') }))).toBe(
      'stage-date-too-early',
    );
    expect(refusal(until('contract'), advances({ to: 'followed-up' }))).toBe('text-missing');
    expect(refusal(until('followed-up'), advances({ to: 'reviewed' }, { texts: { worked: ' ' } }))).toBe(
      'text-missing',
    );
  });

  it.each(['worked', 'failed', 'next'])('one of three lessons is a review (law 7): %s', (said) => {
    const reviewed = tell(
      until('followed-up'),
      does(officer, { do: 'advance', stage: { to: 'reviewed' }, texts: { [said]: 'Börja tidigare.' } }),
    );
    expect(reviewed.state.status).toBe('reviewed');
  });

  it('every stage has a named owner, who may be followed by another (law 4)', () => {
    expect(ownerOf(committed.state as never)).toBe(officer.id);
    const assessed = tell(imported, does(officer, { do: 'assess', possible: true, texts: {} }));
    expect(ownerOf(assessed.state as never)).toBe(officer.id);
    expect(ownerOf(imported.state as never)).toBeNull();
    const next = (roles: readonly string[] = ['officer']) =>
      does(officer, { do: 'change-owner', to: { person: sDecider.id, region: SORMLAND, roles } });
    for (const before of [assessed, committed, locked]) {
      const moved = tell(before, next());
      expect(ownerOf(moved.state as never)).toBe(sDecider.id);
      expect(brings(moved, next())).toEqual([]);
      expect(refusal(before, next(['decider']))).toBe('not-an-officer');
    }
    expect(refusal(imported, next())).toBe('not-possible-now');
    const taken = does(officer, {
      do: 'change-owner',
      to: { person: officer.id, region: SORMLAND, roles: ['officer'] },
    });
    expect(brings(assessed, taken)).toEqual([]);
  });

  it('who takes an item over before anybody is asked is told by its stage, then by its round (law 4)', () => {
    const assessed = tell(imported, does(officer, { do: 'assess', possible: true, texts: {} }));
    const next = does(officer, {
      do: 'change-owner',
      to: { person: sDecider.id, region: SORMLAND, roles: ['officer'] },
    });
    const toNext = [{ to: 'person', person: sDecider.id }];
    expect(notices(assessed, next)).toMatchObject([{ subject: { card: 'stage' }, audience: toNext }]);
    expect(notices(committed, next)).toMatchObject([{ subject: { card: 'round' }, audience: toNext }]);
  });
});

describe('the lock fixes the regions and their ceilings (law 5)', () => {
  it('each other region’s authorisation is on file first; the lead needs none', () => {
    const lock = does(officer, { do: 'lock' });
    expect(refusal(committed, lock)).toBe('authorisation-missing');
    expect(
      refusal(committed, { ...authorises, command: { ...authorises.command, region: VASTMANLAND } as never }),
    ).toBe('authorisation-not-needed');
    expect(
      refusal(committed, { ...authorises, command: { ...authorises.command, reference: '' } as never }),
    ).toBe('text-missing');
    expect(
      refusal(committed, {
        ...authorises,
        command: { ...authorises.command, date: date('2026-11-24') } as never,
      }),
    ).toBe('stage-date-in-the-future');
    expect(refusal(committed, { ...authorises, by: operator })).toBe('people-only');
    expect(refusal(tell(committed, authorises), lock)).toBe('allowed');
    const alone = tell(asked, yes(vAnestesi, 5), yes(vKirurgi, 5), noNeed(sAkut), noNeed(sKirurgi));
    expect(alone.state.status).toBe('partly-committed');
    expect(refusal(alone, lock)).toBe('allowed');
  });

  it('an authorisation is for the region that led when it was filed: another lead needs its own', () => {
    const third = { ...beds, region: regionId('tredje') };
    const moved = tell(
      committed,
      authorises,
      does(operator, { do: 'import', item: third }),
      ...[sAkut, sKirurgi, vAnestesi, vKirurgi].map((by) =>
        answers(by, { kind: 'yes', commitment: { binding: 'estimate', value: 1 } }, {}, by.unit, 2),
      ),
    );
    const lock = does(officer, { do: 'lock' });
    expect(missingAuthorisations(moved.state as KnownCase)).toEqual([SORMLAND, VASTMANLAND]);
    expect(refusal(moved, lock)).toBe('authorisation-missing');
    // The same paper filed anew is one for the new lead: it is not taken for known.
    const southern = tell(moved, authorises);
    expect(types(southern.events).at(-1)).toBe('authorisation-filed');
    expect(missingAuthorisations(southern.state as KnownCase)).toEqual([VASTMANLAND]);
    const command = { ...authorises.command, region: VASTMANLAND } as never;
    expect(refusal(tell(southern, { ...authorises, command }), lock)).toBe('allowed');
    // The former lead's own authorisation is asked for as well, the new lead's is not.
    const lead = { ...authorises.command, region: third.region } as never;
    expect(refusal(moved, { ...authorises, command: lead })).toBe('authorisation-not-needed');
  });

  it('one from before it was said whom it is for counts as it did', () => {
    const events = tell(committed, authorises).events.map((event) => {
      if (event.type !== 'authorisation-filed') return event;
      const { lead: _, ...older } = event;
      return older;
    });
    const item = { ...beds, region: regionId('tredje') };
    const state = replay([
      ...events,
      { type: 'item-revised', at: START, by: 'x', item, changed: ['region'], material: true },
    ]);
    expect(missingAuthorisations(state as KnownCase)).toEqual([VASTMANLAND]);
  });

  it('a ceiling has a volume where its units named one', () => {
    const counted = tell(
      asked,
      ...[sAkut, sKirurgi, vAnestesi, vKirurgi].map(
        (by): Step => ({
          by,
          command: {
            do: 'answer',
            unit: by.unit,
            round: 1,
            revision: 1,
            answer: {
              kind: 'yes',
              commitment: {
                binding: 'estimate',
                value: 10,
                ...(by.region === SORMLAND ? { volume: 3 } : {}),
              },
            },
            texts: {},
          },
        }),
      ),
      authorises,
      does(officer, { do: 'lock' }),
    );
    expect(counted.state).toMatchObject({
      participants: [
        { region: SORMLAND, ceiling: 20, ceilingVolume: 6 },
        { region: VASTMANLAND, ceiling: 20 },
      ],
    });
  });

  it('a unit of a participating region may call off without having committed; another region may not', () => {
    const partly = tell(
      asked,
      yes(sAkut, 10),
      noNeed(sKirurgi),
      noNeed(vAnestesi),
      noNeed(vKirurgi),
      authorises,
      does(officer, { do: 'lock' }),
    );
    expect(callOff(partly.state as never, SORMLAND)).toEqual({ region: SORMLAND, ceiling: 10 });
    expect(callOff(partly.state as never, VASTMANLAND)).toBeNull();
    // A latecomer is told what holds: within the region's ceiling, or a procurement of its own.
    expect(refusal(partly, yes(sKirurgi, 5))).toBe('late-region-takes-part');
    expect(refusal(partly, yes(vKirurgi, 5))).toBe('late-region-outside');
    expect(partly.state).toMatchObject({ participants: [{ region: SORMLAND, ceiling: 10 }] });
  });

  it('nothing that would add a region or raise a ceiling is taken afterwards, at any later stage', () => {
    for (const status of ['locked', 'advertised', 'evaluation', 'awarded', 'standstill', 'contract']) {
      const story = until(status);
      expect(refusal(story, yes(sKirurgi, 9_000_000)), status).toBe('late-region-takes-part');
      const revised = { ...story.state, item: { ...(story.state as { item: object }).item, value: 9 } };
      expect(refusal(story, does(officer, { do: 'import', item: revised.item as never })), status).toBe(
        'item-locked',
      );
      expect(refusal(story, does(officer, { do: 'lock' })), status).toBe('item-locked');
    }
  });
});

describe('the standstill and the appeal (LOU ch. 20)', () => {
  const standing = until('standstill');
  const sign = (day: string, when = at('2027-03-20 09:00')) =>
    advances(
      { to: 'contract', date: date(day), until: date('2029-03-31'), reference: 'RV 2027-2' },
      { when },
    );

  it('no contract is signed before the day after its last day, which a weekend moves', () => {
    expect(refusal(standing, sign('2027-03-15'))).toBe('standstill-running');
    expect(refusal(standing, sign('2027-03-16', at('2027-03-15 23:00')))).toBe('standstill-running');
    expect(refusal(standing, sign('2027-03-16'))).toBe('allowed');
    expect(refusal(standing, sign('2027-03-21'))).toBe('stage-date-in-the-future');
  });

  it('ends later where the award was not sent electronically: fifteen days', () => {
    const posted = tell(
      until('awarded'),
      advances(
        { to: 'standstill', date: date('2027-03-03'), sent: 'otherwise' },
        { when: at('2027-03-03 12:00') },
      ),
    );
    expect(posted.state).toMatchObject({ standstill: { until: '2027-03-18' } });
  });

  it('an appeal stops the contract until the court has decided', () => {
    const appealed = tell(
      standing,
      advances(
        { to: 'appealed', date: date('2027-03-10'), court: 'Förvaltningsrätten' },
        { when: at('2027-03-10 09:00') },
      ),
    );
    expect(refusal(appealed, sign('2027-03-20'))).toBe('not-possible-now');
    const settle = (outcome: 'award-stands' | 'evaluate-again' | 'start-over') =>
      tell(
        appealed,
        advances(
          { to: 'appeal-settled', date: date('2027-05-03'), outcome },
          { when: at('2027-05-04 09:00') },
        ),
      );
    const stands = settle('award-stands');
    expect(stands.state).toMatchObject({ status: 'standstill', standstill: { until: '2027-05-13' } });
    expect(refusal(stands, sign('2027-05-13', at('2027-05-20 09:00')))).toBe('standstill-running');
    expect(refusal(stands, sign('2027-05-14', at('2027-05-20 09:00')))).toBe('allowed');
    const again = settle('evaluate-again');
    expect(again.state.status).toBe('evaluation');
    expect(again.state).not.toHaveProperty('award');
    expect(isSecret(again.state)).toBe(true);
    expect(settle('start-over').state).toMatchObject({
      status: 'cancelled',
      exit: { documentedBy: '2027-06-03' },
    });
  });

  it('options lengthen a contract, not beyond their last day', () => {
    const contract = until('contract');
    const extend = (day: string) => advances({ to: 'extended', until: date(day) });
    expect(refusal(contract, extend('2031-04-01'))).toBe('no-such-option');
    expect(refusal(contract, extend('2029-03-31'))).toBe('no-such-option');
    expect(tell(contract, extend('2031-03-31')).state).toMatchObject({
      status: 'contract',
      contract: { until: '2031-03-31' },
    });
  });
});

describe('ways out, with a reason', () => {
  it.each(['cancelled', 'postponed', 'external-coordination'] as const)('%s needs its words', (to) => {
    const ready = to === 'postponed' ? tell(imported, ...decidedToPostpone) : imported;
    expect(refusal(ready, advances({ to }))).toBe('text-missing');
    const out = tell(ready, leaves(to));
    expect(out.state).toMatchObject({
      status: to,
      exit: { by: officer.id, texts: { text: 'Behovet har ändrats' } },
    });
    expect(replay(out.events)).toEqual(out.state);
    expect(refusal(out, yes(sKirurgi))).toBe('round-closed');
  });

  it('a decision comes first where the governance speaks of one: a postponement of what was asked about', () => {
    expect(refusal(committed, leaves('postponed'))).toBe('decision-missing');
    const half = tell(committed, decides(sDecider, 'postpone'));
    expect(refusal(half, leaves('postponed'))).toBe('decision-missing');
    const decided = tell(half, decides(vDecider, 'postpone'));
    expect(tell(decided, leaves('postponed')).state.status).toBe('postponed');
  });

  it('what was postponed comes back: as it was before, or by asking anew', () => {
    const out = tell(imported, leaves('external-coordination'));
    expect(refusal(out, advances({ to: 'resumed' }))).toBe('not-possible-now');
    const draft = tell(
      tell(imported, ...decidedToPostpone, leaves('postponed')),
      advances({ to: 'resumed' }),
    );
    expect(draft.state.status).toBe('draft');
    const back = tell(
      tell(committed, ...decidedToPostpone, leaves('postponed')),
      advances({ to: 'resumed' }),
    );
    expect(back.state.status).toBe('committed');
    expect(back.state).not.toHaveProperty('exit');
  });

  it('a change while it is postponed makes the answers stale (law 3); they are asked for once it comes back, with time', () => {
    const postponed = tell(committed, ...decidedToPostpone, leaves('postponed'));
    const change = does(operator, { do: 'import', item: { ...beds, value: 12_000_000 } });
    expect(notices(postponed, change)).toEqual([]);
    const changed = tell(postponed, change);
    expect(changed.state).toMatchObject({ status: 'postponed', revision: 2 });
    const later = at('2027-08-02 09:00');
    const resume = advances({ to: 'resumed' }, { when: later });
    const told = notices(changed, resume).map(({ subject, occasion, audience }) => [
      subject.card,
      occasion,
      audience.flatMap((to) => (to.to === 'unit' ? [to.unit] : [])).join(', '),
    ]);
    expect(told).toEqual([
      ['stage', 'new', 'sormland/Akut, sormland/Kirurgi, vastmanland/Anestesi, vastmanland/Kirurgi'],
      ['request', 'revised', 'sormland/Akut'],
      ['request', 'revised', 'sormland/Kirurgi'],
      ['request', 'revised', 'vastmanland/Anestesi'],
      ['request', 'revised', 'vastmanland/Kirurgi'],
    ]);
    const back = tell(changed, resume).state;
    if (!isAsked(back)) throw new Error('nobody is asked');
    expect(back.status).toBe('asked');
    for (const entry of entries(back.round)) {
      // Five working days from when it came back, in summer too.
      expect(entry).toMatchObject({
        answer: { kind: 'waiting' },
        stale: { kind: 'yes', revision: 1 },
        staleItem: { value: beds.value },
        deadline: endOfDay(date('2027-08-09')),
      });
    }
  });

  it('who had not answered when it was postponed has time to, and a later deadline stands', () => {
    const half = tell(asked, yes(sAkut, 1_000_000), ...decidedToPostpone, leaves('postponed'));
    const entryOf = (when: string) => {
      const { state } = tell(half, advances({ to: 'resumed' }, { when: at(when) }));
      return isAsked(state) ? state.round.units[units.sKirurgi]?.deadline : null;
    };
    expect(entryOf('2027-08-02 09:00')).toBe(endOfDay(date('2027-08-09')));
    expect(entryOf('2026-11-23 10:00')).toBe(isAsked(asked.state) ? asked.state.round.deadline : '');
  });

  it('ends the procurement for good at any time before the contract, and not after', () => {
    for (const status of ['locked', 'advertised', 'evaluation', 'awarded', 'standstill']) {
      expect(tell(until(status), leaves('cancelled')).state.status, status).toBe('cancelled');
    }
    expect(refusal(until('contract'), leaves('cancelled'))).toBe('not-possible-now');
    expect(refusal(tell(locked, leaves('cancelled')), advances({ to: 'resumed' }))).toBe('not-possible-now');
  });
});

describe('documentation and lessons (law 7)', () => {
  it('its owner is reminded once, five working days before the thirtieth day', () => {
    const contract = until('contract');
    expect(brings(contract, ticks(at('2027-04-07 08:00')))).toEqual([]);
    expect(brings(contract, ticks(at('2027-04-08 09:30')))).toEqual(['documentation-reminded']);
    const reminded = tell(contract, ticks(at('2027-04-08 09:30')));
    // By then the users are asked how the contract works.
    expect(brings(reminded, ticks(at('2027-05-01 09:30')))).toEqual(['pulse-asked']);
    const done = tell(contract, does(officer, { do: 'complete-documentation' }));
    expect(brings(done, ticks(at('2027-04-08 09:30')))).toEqual([]);
    expect(brings(done, does(officer, { do: 'complete-documentation' }))).toEqual([]);
  });

  it('also after a cancellation once it was advertised, not before', () => {
    const late = tell(until('advertised'), leaves('cancelled'));
    expect(late.state).toMatchObject({ exit: { documentedBy: '2027-02-10' } });
    expect(brings(late, ticks(at('2027-02-09 09:30')))).toEqual(['documentation-reminded']);
    expect(refusal(tell(locked, leaves('cancelled')), does(officer, { do: 'complete-documentation' }))).toBe(
      'not-possible-now',
    );
  });

  it('a closed item has a lesson review and complete documentation', () => {
    const steps = LIFE.filter(({ command }) => command.do !== 'complete-documentation' && !closes(command));
    const reviewed = told(governance, locked, ...steps);
    expect(reviewed.state.status).toBe('reviewed');
    expect(refusal(reviewed, advances({ to: 'closed' }))).toBe('documentation-incomplete');
    expect(refusal(until('followed-up'), advances({ to: 'closed' }))).toBe('not-possible-now');
  });
});

describe('a decision of its own for award, contract and extension, where the governance speaks of it (law 6)', () => {
  const rules = {
    ...governance,
    mandates: [
      ...governance.mandates,
      kindRow('award', 'award'),
      kindRow('contract', 'contract'),
      kindRow('extend', 'extend'),
    ],
  };
  it.each([
    ['award', 'evaluation', 2],
    ['contract', 'standstill', 4],
  ] as const)('%s', (kind, status, step) => {
    const story = until(status);
    const next = LIFE[step] as Step;
    expect(refusal(story, next), 'nobody is asked for what no rule demands').toBe('allowed');
    expect(refusal(story, next, rules)).toBe('decision-missing');
    const taken = told(
      rules,
      story,
      does(officer, { do: 'ask-stage-decision', kind }),
      declaresAnew(sDecider),
      decides(sDecider, kind),
    );
    expect(refusal(taken, next, rules)).toBe('allowed');
    expect(refusal(taken, decides(sDecider, kind), rules)).toBe('no-mandate');
  });
  it('extend', () => {
    const step = advances({ to: 'extended', until: date('2031-03-31') });
    expect(refusal(until('contract'), step, rules)).toBe('decision-missing');
    const taken = told(rules, until('contract'), declaresAnew(sDecider), decides(sDecider, 'extend'));
    expect(refusal(taken, step, rules)).toBe('allowed');
  });
});

describe('the tenders', () => {
  it('are counted by a named evaluator alone, once the time for them is over', () => {
    const note = (by: Step['by'], received = 5, approved = 4) =>
      does(by, { do: 'note-tenders', received, approved });
    expect(refusal(until('advertised'), note(EVALUATOR))).toBe('not-possible-now');
    const evaluation = until('evaluation');
    expect(refusal(evaluation, note(sKirurgi))).toBe('not-an-evaluator');
    expect(refusal(evaluation, note(operator))).toBe('people-only');
    expect(refusal(evaluation, note(EVALUATOR))).toBe('declare-conflict-first');
    const declared = tell(evaluation, declaresAnew(EVALUATOR));
    expect(refusal(declared, note(EVALUATOR, 3, 4))).toBe('number-unreadable');
    const noted = tell(declared, note(EVALUATOR));
    expect(noted.state).toMatchObject({ tenders: { received: 5, approved: 4 } });
    expect(brings(noted, note(EVALUATOR))).toEqual([]);
  });
});
