import * as fc from 'fast-check';
import { type Governance, governanceOn } from '#domain/authority/governance.ts';
import type { CaseCommand } from '#domain/coordination/commands.ts';
import { decide } from '#domain/coordination/decide.ts';
import type { CaseEvent } from '#domain/coordination/events.ts';
import type { Refusal } from '#domain/coordination/refusal.ts';
import { STAGE_KINDS } from '#domain/coordination/stages.ts';
import type { CaseState } from '#domain/coordination/state.ts';
import { type HistoryEntry, record } from '#domain/record/history.ts';
import { afterRemovals, onlyAdds } from '#domain/record/removing.ts';
import { type Actor, actorId } from '#domain/shared/actor.ts';
import { dateOf, millisecondsOf } from '#domain/shared/calendar.ts';
import type { Instant } from '#domain/shared/ids.ts';
import {
  asked,
  authorises,
  bothApprove,
  decides,
  lift,
  noNeed,
  nothing,
  objected,
  START,
  tell as tellStory,
  yes,
} from '#support/given.ts';
import { until } from '#support/stages.ts';
import {
  date,
  governance,
  NAMNDEN,
  officer,
  SORMLAND,
  sAkut,
  sDecider,
  sKirurgi,
  sMember,
  VASTMANLAND,
  vAnestesi,
  vDecider,
  vKirurgi,
  vMember,
  withSwitch,
} from '#support/world.ts';
import { at, command, fitted, senderOf } from './commands.ts';

/** One thing that somebody tried. */
export interface Turn {
  readonly now: Instant;
  readonly actor: Actor;
  readonly command: CaseCommand;
  readonly before: CaseState;
  readonly state: CaseState;
  /** What came of it: events, perhaps none, or a refusal. */
  readonly events: readonly CaseEvent[];
  readonly refusal: Refusal | null;
}
export interface Story {
  /** The whole file: which rows bound follows from the day. */
  readonly rules: Governance;
  readonly turns: readonly Turn[];
  readonly state: CaseState;
  readonly history: readonly HistoryEntry[];
  /** Whether every write only added to the record that was there. */
  readonly onlyAdded: boolean;
  readonly [fc.toStringMethod]: () => string;
}

/** Named members of the council may decide in it. */
const withMembers: Governance = {
  ...governance,
  mandates: [
    {
      id: 'm-council',
      validFrom: date('2020-01-01'),
      status: 'decided',
      kinds: ['coordinate'],
      actsFor: [SORMLAND, VASTMANLAND],
      holder: { kind: 'members', members: [sMember.id, vMember.id], body: NAMNDEN },
      from: 0,
    },
    ...governance.mandates,
  ],
};
/** With a delegation order for the stages of an item's life, and somebody for what cannot wait (KL 6:39). */
const withStages = (rules: Governance): Governance => ({
  ...rules,
  mandates: [
    ...rules.mandates,
    {
      id: 'm-urgent',
      validFrom: date('2020-01-01'),
      status: 'decided',
      urgent: true,
      kinds: ['coordinate', 'deviate', 'postpone'],
      actsFor: [SORMLAND, VASTMANLAND],
      holder: { kind: 'delegate', person: sDecider.id, body: NAMNDEN },
      from: 0,
    },
    ...(
      [
        [SORMLAND, sDecider.id],
        [VASTMANLAND, vDecider.id],
      ] as const
    ).map(([region, person]) => ({
      id: `m-stages-${region}`,
      validFrom: date('2020-01-01'),
      status: 'decided' as const,
      kinds: STAGE_KINDS.filter((kind) => !['postpone', 'initiate', 'modify'].includes(kind)),
      actsFor: [region],
      holder: { kind: 'delegate' as const, person, body: NAMNDEN },
      from: 0,
      unknownValue: true,
    })),
    // To begin below ten million is each region's delegate's, above it the board's, and so is a matter of principle.
    ...(
      [
        [SORMLAND, sDecider.id],
        [VASTMANLAND, vDecider.id],
      ] as const
    ).map(([region, person]) => ({
      id: `m-initiate-${region}`,
      validFrom: date('2020-01-01'),
      status: 'decided' as const,
      kinds: ['initiate' as const],
      actsFor: [region],
      holder: { kind: 'delegate' as const, person, body: NAMNDEN },
      below: 10_000_000,
      unknownValue: true,
    })),
    // To change a contract below six million is a delegate's for both, above it the board's.
    {
      id: 'm-modify',
      validFrom: date('2020-01-01'),
      status: 'decided' as const,
      kinds: ['modify' as const],
      actsFor: [SORMLAND, VASTMANLAND],
      holder: { kind: 'delegate' as const, person: sDecider.id, body: NAMNDEN },
      below: 6_000_000,
      unknownValue: true,
    },
    {
      id: 'm-modify-board',
      validFrom: date('2020-01-01'),
      status: 'decided' as const,
      kinds: ['modify' as const],
      actsFor: [SORMLAND, VASTMANLAND],
      holder: { kind: 'body' as const, body: NAMNDEN },
      from: 6_000_000,
    },
    ...([{ from: 10_000_000 }, { principle: true }] as const).map((limit) => ({
      id: 'principle' in limit ? 'm-initiate-principle' : 'm-initiate-board',
      validFrom: date('2020-01-01'),
      status: 'decided' as const,
      kinds: ['initiate' as const],
      actsFor: [SORMLAND, VASTMANLAND],
      holder: { kind: 'body' as const, body: NAMNDEN },
      ...limit,
    })),
  ],
});
/** Sörmland leaves at the new year, and nothing but its members' patience ends the council. */
const leaving: Governance = {
  ...governance,
  regions: governance.regions.map((row) =>
    row.region === SORMLAND ? { ...row, validTo: date('2026-12-31') } : row,
  ),
  ladder: governance.ladder.filter(({ level }) => level !== 'council'),
  attendance: [],
};
const RULES = [
  governance,
  withStages(governance),
  withStages(governance),
  withSwitch('proposed'),
  withStages(withSwitch('decided')),
  withMembers,
  withStages(leaving),
];

interface Step {
  /** The first that comes to something is sent, so that stories get far; now and then the first, come what may. */
  readonly some: readonly CaseCommand[];
  /** Of a hundred: whether somebody else sends it, and whether from an old card. */
  readonly chance: number;
  readonly hours: number;
}

const DAY = 24;
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    some: fc.array(command, { minLength: 5, maxLength: 5 }),
    chance: fc.integer({ min: 0, max: 99 }),
    hours: fc.constantFrom(0, 0, 0, 1, 1, 5, DAY, DAY, 2 * DAY, 2 * DAY, 4 * DAY, 9 * DAY, 40 * DAY),
  }),
  { minLength: 5, maxLength: 45, size: 'max' },
);

const chained = (events: readonly CaseEvent[]): HistoryEntry[] =>
  record([], events, { ruleVersion: 'start' }, () => 'salt');
const committed = tellStory(
  asked,
  yes(sKirurgi, 500_000),
  noNeed(sAkut),
  yes(vKirurgi, 900_000),
  yes(vAnestesi),
  authorises,
);
const lockedItem = tellStory(committed, { by: officer, command: { do: 'lock' } });
/** Västmanland's surgeons go their own way over the new year. */
const partly = tellStory(
  objected,
  lift(),
  ...bothApprove(),
  decides(sDecider, SORMLAND, 'coordinate'),
  decides(vDecider, VASTMANLAND, 'coordinate-partly', '2027-01-12'),
);
/**
 * Where a story begins: before anything, with the units asked, all of them in, one let out for a time, the item locked, its
 * tenders evaluated, or its contract signed.
 */
const BEGINNINGS = [
  nothing,
  asked,
  committed,
  partly,
  lockedItem,
  until('evaluation'),
  until('contract'),
].map(({ state, events, now }) => ({
  state,
  history: chained(events),
  from: now > START ? now : START,
}));
type Beginning = (typeof BEGINNINGS)[number];

/** A counterexample as somebody can read it: who did what, when, and what came of it. */
const toldAs = (turns: readonly Turn[], { version }: Governance): string =>
  [
    `By ${version}:`,
    ...turns
      .filter(({ events, refusal }) => events.length > 0 || refusal)
      .map(
        ({ now, actor, command: { do: what, ...facts }, events, refusal, state }) =>
          `${now} ${actorId(actor)} ${what} ${JSON.stringify(facts)} -> ${refusal?.code ?? events.map(({ type }) => type).join(', ')} (${state.status})`,
      ),
  ].join('\n');

const tell = (rules: Governance, beginning: Beginning, all: readonly Step[]): Story => {
  let { state }: { state: CaseState } = beginning;
  let history: readonly HistoryEntry[] = beginning.history;
  let now = millisecondsOf(beginning.from);
  let salts = 0;
  let onlyAdded = true;
  const turns: Turn[] = [];
  for (const [turn, { some, chance, hours }] of all.entries()) {
    now += hours * 3_600_000;
    const given = { turn: turn + chance, now: at(now) };
    const inForce = governanceOn(rules, dateOf(given.now));
    const before = state;
    const attempts = some.map((one) => {
      const actor = senderOf(one, given, chance);
      const sent = chance % 10 === 0 ? one : fitted(one, before, history, given);
      return { actor, sent };
    });
    const tried = ({ actor, sent }: (typeof attempts)[number]) =>
      decide(before, sent, { now: given.now, actor, governance: inForce, history });
    const useful = attempts.find((attempt) => {
      const would = tried(attempt);
      return would.ok && would.value.events.length > 0;
    });
    const [first] = attempts;
    const chosen = chance % 4 === 0 ? first : (useful ?? first);
    if (!chosen) continue;
    const { actor, sent } = chosen;
    const outcome = tried(chosen);
    if (outcome.ok) {
      const { events } = outcome.value;
      const by = { ruleVersion: inForce.version };
      const longer = [...history, ...record(history, events, by, () => `salt-${salts++}`)];
      const lessened = afterRemovals(longer, events);
      onlyAdded &&= onlyAdds(history, lessened?.history ?? longer);
      history = lessened?.history ?? longer;
      state = lessened?.state ?? outcome.value.state;
    }
    turns.push({
      now: given.now,
      actor,
      command: sent,
      before,
      state,
      events: outcome.ok ? outcome.value.events : [],
      refusal: outcome.ok ? null : outcome.error,
    });
  }
  return { rules, turns, state, history, onlyAdded, [fc.toStringMethod]: () => toldAs(turns, rules) };
};

/** Random commands by random people at random times, by one of several governances, over the first of January 2027. */
export const story: fc.Arbitrary<Story> = fc
  .tuple(fc.constantFrom(...RULES), fc.constantFrom(...BEGINNINGS), steps)
  .map(([rules, beginning, all]) => tell(rules, beginning, all));
