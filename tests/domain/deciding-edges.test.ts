import { describe, expect, it } from 'vitest';
import type { CaseCommand } from '#domain/coordination/commands.ts';
import { councilComplete, regionPosition } from '#domain/coordination/deciding/conclusion.ts';
import type { MemberPosition } from '#domain/coordination/escalation-state.ts';
import type { EscalatedCase } from '#domain/coordination/state.ts';
import {
  answers,
  asked,
  attempt,
  bothApprove,
  declares,
  lift,
  objects,
  refusal,
  type Step,
  type Story,
  takes,
  tell,
  yes,
} from '#support/given.ts';
import { does as by } from '#support/stages.ts';
import {
  at,
  beds,
  clock,
  date,
  governance,
  NAMNDEN,
  officer,
  operator,
  SORMLAND,
  STYRELSE_S,
  sAkut,
  sDecider,
  secretary,
  sKirurgi,
  sMember,
  sMember2,
  units,
  VASTMANLAND,
  vAnestesi,
  vDecider,
  vKirurgi,
  vMember,
} from '#support/world.ts';

const council = tell(asked, objects(vKirurgi), lift());
const small = tell(council, ...bothApprove());
/** Worth more than the delegates may decide: the board's. */
const large = tell(
  asked,
  by(operator, { do: 'import', item: { ...beds, value: 20_000_000 } }),
  answers(vKirurgi, { kind: 'objection', reason: 'other' }, { text: 'Nej' }, units.vKirurgi, 2),
  lift(),
  ...bothApprove(2),
);
const decide = (more: object = {}, actor: Step['by'] = sDecider): Step =>
  by(actor, {
    do: 'decide',
    region: SORMLAND,
    revision: 1,
    outcome: 'coordinate',
    texts: { text: 'Enligt underlaget' },
    ...more,
  } as CaseCommand);
const registers = (more: object = {}, actor: Step['by'] = secretary): Step =>
  by(actor, {
    do: 'register-decision',
    body: NAMNDEN,
    revision: 2,
    outcome: 'coordinate',
    date: date('2026-11-23'),
    paragraph: '§ 4',
    registryNumber: 'RS 2026-1',
    texts: {},
    ...more,
  } as CaseCommand);

describe('a delegate decides for the own region, on what the card showed, with a reason', () => {
  it.each<[string, Step, string]>([
    ['an old card', decide({ revision: 2 }), 'old-card'],
    ['no reason', decide({ texts: { text: ' ' } }), 'text-missing'],
    ["the other region's seat", decide({ region: VASTMANLAND }), 'no-mandate'],
    ['somebody without a seat', decide({}, vKirurgi), 'no-mandate'],
    ['the command line', decide({}, operator), 'people-only'],
    ['the clock', decide({}, clock), 'people-only'],
    ['nothing else', decide(), 'allowed'],
  ])('%s', (_, step, code) => {
    expect(refusal(small, step)).toBe(code);
  });

  it('the same again is nothing, another outcome is refused', () => {
    const once = tell(small, decide());
    const again = attempt(once, decide());
    expect(again.ok && again.value.events).toEqual([]);
    expect(refusal(once, decide({ outcome: 'postpone' }))).toBe('already-decided');
  });

  it('a case that is not there yet, or decided already, is no case for a decision', () => {
    expect(refusal(council, decide())).toBe('not-for-decision');
    expect(refusal(asked, decide())).toBe('not-for-decision');
    const over = tell(small, decide(), decide({ region: VASTMANLAND }, vDecider));
    expect(refusal(over, decide())).toBe('already-decided');
    const answered = tell(asked, objects(vKirurgi), yes(vKirurgi), yes(vAnestesi), yes(sAkut), yes(sKirurgi));
    expect(refusal(answered, decide())).toBe('not-for-decision');
  });

  it('stands under its row, with the version of the rules and the body that it is reported to', () => {
    const outcome = attempt(small, decide());
    expect(outcome.ok && outcome.value.events[0]).toMatchObject({
      type: 'decided',
      by: sDecider.id,
      regions: [SORMLAND],
      rule: 'm-s',
      ruleVersion: 'test-1',
      reportTo: NAMNDEN,
    });
  });

  it('not once the row names somebody else, is for another kind, or of another holder', () => {
    const rows = (change: object) => ({
      ...governance,
      mandates: governance.mandates.map((row) => (row.id === 'm-s' ? { ...row, ...change } : row)),
    });
    const code = (change: object) => {
      const outcome = attempt(small, decide(), rows(change));
      return outcome.ok ? 'allowed' : outcome.error.code;
    };
    expect(code({})).toBe('allowed');
    expect(code({ holder: { kind: 'delegate', person: sMember.id, body: NAMNDEN } })).toBe('no-mandate');
    expect(code({ holder: { kind: 'body', body: NAMNDEN } })).toBe('no-mandate');
    expect(code({ kinds: ['deviate'] })).toBe('no-mandate');
    expect(code({ id: 'other' })).toBe('no-mandate');
  });
});

describe("a body's decision is registered by its secretary", () => {
  it.each<[string, Step, string]>([
    ['on an old card', registers({ revision: 1 }), 'old-card'],
    ['without its paragraph', registers({ paragraph: ' ' }), 'text-missing'],
    ['without its registry number', registers({ registryNumber: ' ' }), 'text-missing'],
    ['of a coming day', registers({ date: date('2026-11-24') }), 'date-in-the-future'],
    ['adjusted on a coming day', registers({ adjusted: date('2026-11-24') }), 'date-in-the-future'],
    ['of another body', registers({ body: STYRELSE_S }), 'no-mandate'],
    ['by somebody else', registers({}, officer), 'no-mandate'],
    ['by the command line', registers({}, operator), 'people-only'],
    [
      'a deviation without its reason',
      registers({ outcome: 'deviate', until: date('2027-12-31') }),
      'text-missing',
    ],
    [
      'a deviation without end',
      registers({ outcome: 'deviate', texts: { text: 'Skäl' } }),
      'deviation-without-end',
    ],
    ['of today, adjusted today', registers({ adjusted: date('2026-11-23') }), 'allowed'],
  ])('%s', (_, step, code) => {
    expect(refusal(large, step)).toBe(code);
  });

  it('as it stands in the minutes, for every region that the row acts for, reported to nobody', () => {
    const outcome = attempt(large, registers({ adjusted: date('2026-11-23') }));
    expect(outcome.ok && outcome.value.events[0]).toEqual({
      type: 'decided',
      at: large.now,
      by: secretary.id,
      regions: [SORMLAND, VASTMANLAND],
      outcome: 'coordinate',
      rule: 'm-both',
      ruleVersion: 'test-1',
      body: {
        body: NAMNDEN,
        date: '2026-11-23',
        paragraph: '§ 4',
        registryNumber: 'RS 2026-1',
        adjusted: '2026-11-23',
      },
    });
    const plain = attempt(large, registers());
    expect(plain.ok && plain.value.events[0]).not.toHaveProperty('body.adjusted');
  });
});

describe("members' positions make their region's", () => {
  const position = (person: typeof sMember, stance: 'approve' | 'reject'): MemberPosition => ({
    person: person.id,
    region: person.region,
    stance,
    at: at('2026-11-23 10:00'),
    revision: 1,
    texts: {},
  });
  const both = [position(sMember, 'approve'), position(sMember2, 'reject'), position(vMember, 'reject')];

  it('by majority; a tie is none', () => {
    expect(regionPosition(SORMLAND, both)).toBeNull();
    expect(regionPosition(VASTMANLAND, both)).toEqual({
      region: VASTMANLAND,
      stance: 'reject',
      approvals: 0,
      rejections: 1,
    });
    expect(regionPosition(SORMLAND, both.slice(0, 1))).toMatchObject({ stance: 'approve', approvals: 1 });
    expect(regionPosition(SORMLAND, [])).toBeNull();
  });

  const withAttendance = (members: Readonly<Record<string, number>>) => ({
    ...governance,
    attendance: governance.attendance
      .filter(({ region }) => members[region] !== undefined)
      .map((row) => ({ ...row, members: members[row.region] ?? 0 })),
  });
  const complete = (story: Story, rules = governance) =>
    councilComplete(story.state as EscalatedCase, {
      now: story.now,
      actor: officer,
      governance: rules,
    });
  /** Two have taken a position in Sörmland, none in Västmanland. */
  const onlySormland = tell(
    council,
    declares(sMember),
    declares(sMember2),
    takes(sMember, 'approve'),
    takes(sMember2, 'approve'),
  );

  it('once as many as each region demands have taken one, and not before', () => {
    expect(complete(onlySormland)).toBe(false);
    expect(complete(onlySormland, withAttendance({ sormland: 1, vastmanland: 0 }))).toBe(false);
    expect(complete(onlySormland, { ...governance, regions: governance.regions.slice(0, 1) })).toBe(true);
    const strict = {
      ...withAttendance({ sormland: 3, vastmanland: 1 }),
      regions: governance.regions.slice(0, 1),
    };
    expect(complete(onlySormland, strict)).toBe(false);
    const without = { ...withAttendance({ vastmanland: 1 }), regions: governance.regions.slice(0, 1) };
    expect(complete(onlySormland, without)).toBe(false);
    expect(complete(onlySormland, { ...governance, regions: [] })).toBe(false);
  });
});

describe('a member says first whether there is a conflict, and may say it anew', () => {
  it.each<[string, Story, Step, string]>([
    ['nobody but a member', council, declares(officer), 'not-allowed'],
    ['not the clock', council, declares(clock), 'people-only'],
    [
      'not before the council has the case',
      tell(asked, objects(vKirurgi)),
      declares(sMember),
      'not-at-council',
    ],
    ['no position before it', council, takes(sMember, 'approve'), 'declare-conflict-first'],
    [
      'none after a conflict',
      tell(council, declares(sMember, true)),
      takes(sMember, 'approve'),
      'has-conflict',
    ],
    ['none on an old card', tell(council, declares(sMember)), takes(sMember, 'approve', 2), 'old-card'],
    [
      'no rejection without a reason',
      tell(council, declares(sMember)),
      takes(sMember, 'reject', 1, { reason: ' ' }),
      'text-missing',
    ],
  ])('%s', (_, story, step, code) => {
    expect(refusal(story, step)).toBe(code);
  });

  it('the same declaration or position again is nothing; another is', () => {
    const events = (story: Story, step: Step) => {
      const outcome = attempt(story, step);
      return outcome.ok ? outcome.value.events.map(({ type }) => type) : [outcome.error.code];
    };
    const declared = tell(council, declares(sMember));
    expect(events(declared, declares(sMember))).toEqual([]);
    expect(events(declared, declares(sMember, true))).toEqual(['conflict-declared']);
    const taken = tell(declared, takes(sMember, 'approve'));
    expect(events(taken, takes(sMember, 'approve'))).toEqual([]);
    expect(events(taken, takes(sMember, 'approve', 1, { reason: 'Annat skäl' }))).toEqual(['position-taken']);
    expect(events(taken, takes(sMember, 'reject'))).toEqual(['position-taken']);
  });
});
