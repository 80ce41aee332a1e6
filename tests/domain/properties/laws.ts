import { expect } from 'vitest';
import { caseFile } from '#application/record/case-file.ts';
import { exportRows } from '#application/record/export.ts';
import {
  entries,
  isCommitment,
  isGiven,
  isOut,
  openObjections,
  type UnitEntry,
} from '#domain/coordination/answer.ts';
import { roomOf } from '#domain/coordination/call-offs.ts';
import type { CaseEvent, EventType } from '#domain/coordination/events.ts';
import type { ContractChange } from '#domain/coordination/stages.ts';
import {
  type AskedCase,
  type CaseState,
  isAsked,
  isLocked,
  isOver,
  type Participation,
} from '#domain/coordination/state.ts';
import { createDirectory } from '#domain/directory/directory.ts';
import { decisionKind } from '#domain/escalation/reasons.ts';
import { RECORD_RULES } from '#domain/record/rules.ts';
import { faultOf } from '#domain/record/verify.ts';
import { LANGUAGES } from '#domain/shared/language.ts';
import { refusalSentence } from '#rendering/render.ts';
import { START } from '#support/given.ts';
import { SORMLAND, VASTMANLAND } from '#support/world.ts';
import { TENDERS } from './commands.ts';
import { initiations, mandates } from './mandates.ts';
import type { Story } from './story.ts';

/** Who may cause an event: people alone, or time and rules too. Complete by type: a new event says whose it is. */
const PEOPLES: Readonly<Record<EventType, boolean>> = {
  'item-imported': false,
  'item-revised': false,
  assessed: false,
  'assessed-together': true,
  'round-opened': false,
  answered: true,
  reminded: false,
  'saving-stated': true,
  'figure-noted': true,
  delegated: true,
  'absence-noted': true,
  'absence-ended': false,
  'reference-named': true,
  'evidence-added': true,
  'evidence-asked': true,
  'evidence-accepted': true,
  'evidence-missed': false,
  'objection-withdrawn': true,
  'owner-changed': true,
  'more-time-requested': true,
  'more-time-granted': true,
  'more-time-refused': true,
  'not-answered': false,
  'asked-again': true,
  'solution-proposed': true,
  'solution-answered': true,
  'escalation-opened': false,
  climbed: false,
  'level-reminded': false,
  'clock-moved': false,
  'ladder-too-late': false,
  'deviation-ending': false,
  'conflict-declared': true,
  'position-taken': true,
  'council-concluded': false,
  reseated: false,
  decided: true,
  'escalation-closed': false,
  'marked-urgent': true,
  reported: true,
  transferred: false,
  'region-left': false,
  locked: true,
  advanced: true,
  'stage-decision-asked': true,
  'stage-decided': true,
  'authority-noted': false,
  'authority-flagged': false,
  'authorisation-filed': true,
  'principle-set': true,
  'tenders-noted': true,
  'evaluator-replaced': true,
  'called-off': true,
  'documentation-reminded': false,
  'pulse-asked': false,
  'documentation-completed': true,
  registered: false,
  'texts-removed': true,
};

const PERSON = /^tenant-[sv]:/;
const eventsOf = ({ history }: Story): CaseEvent[] => history.map(({ event }) => event);

/** What a unit says as the party that is asked, and passing that question on; written down apart from the rule itself. */
const OWN_WORD: readonly string[] = [
  'answer',
  'delegate',
  'note-absence',
  'name-reference',
  'add-evidence',
  'withdraw-objection',
  'request-more-time',
  'answer-solution',
];

const participants = (state: CaseState): readonly Participation[] | null =>
  'participants' in state ? state.participants : null;

/** What may change a locked item: the one change that every party's holder has decided, and that no stage has used up. */
const decidedChange = (before: CaseState, events: readonly CaseEvent[]): ContractChange | undefined => {
  const made = events.some((event) => event.type === 'advanced' && event.stage.to === 'modified');
  if (!made || before.status === 'new') return undefined;
  const decided = (before.stageDecisions ?? []).filter(
    ({ kind, usedOn }) => kind === 'modify' && usedOn === undefined,
  );
  const [first] = decided;
  for (const { region } of participants(before) ?? []) {
    expect(decided.filter(({ regions }) => regions.includes(region)).length).toBeGreaterThan(0);
  }
  for (const { change } of decided) expect(change).toEqual(first?.change);
  return first?.change;
};

/** A silent unit is gone on without by a decision alone, and stays silent: nobody is counted (law 1). */
const wentOnWithout = (state: AskedCase, { answer, goneOn }: UnitEntry): boolean =>
  goneOn !== undefined &&
  answer.kind === 'no-answer' &&
  state.settlements.some(({ how }) => how === 'decided');

const nobody = createDirectory([]);
/** Without the hashes: among hundreds of thousands, one holds any seven digits by chance. */
const saidIn = (what: unknown): string => JSON.stringify(what).replace(/\b[0-9a-f]{64}\b/g, '');

/** Each law by its name; it throws where the story breaks it. */
export const LAWS: Readonly<Record<string, (story: Story) => void>> = {
  'the state is the replay of the history, the chain is whole, and no write changes what was written': (
    story,
  ) => {
    expect(story.onlyAdded).toBe(true);
    if (story.state.status !== 'new') expect(faultOf(story.state, story.history)).toBeNull();
  },

  'law 1: silence is never consent: a unit counts by its own yes alone, given by a person': (story) => {
    if (!isAsked(story.state)) return;
    const all = eventsOf(story);
    for (const { unit, answer } of entries(story.state.round)) {
      if (!isGiven(answer)) continue;
      const own = all.findLast((event) => event.type === 'answered' && event.unit === unit);
      expect(own).toMatchObject({ at: answer.at, by: answer.by, answer: { kind: answer.kind } });
      expect(answer.by).toMatch(PERSON);
    }
  },

  'law 1: the clock never answers, takes a position or decides': ({ turns }) => {
    for (const { actor, events } of turns) {
      if (actor.kind === 'person') continue;
      // Removing texts and the like is a person's too, but the operator registers what a diarium gave.
      for (const event of events) {
        // Whoever a person's question has become the business of is asked it by rule; it decides nothing.
        if (event.type === 'stage-decision-asked' && event.anew) continue;
        expect([event.type, PEOPLES[event.type]]).toEqual([event.type, false]);
      }
    }
  },

  'law 0: nothing leaves coordination but by a decision that a person took': (story) => {
    const { status } = story.state;
    if (status !== 'deviation-decided' && status !== 'postponed') return;
    const wanted = status === 'postponed' ? 'postpone' : 'deviate';
    const left = eventsOf(story).some(
      (event) =>
        PERSON.test(event.by) &&
        ((event.type === 'decided' && decisionKind(event.outcome) === wanted) ||
          (event.type === 'advanced' && event.stage.to === status)),
    );
    expect(left).toBe(true);
  },

  'law 0: who goes its own way does so by its own region’s decision, with an end': (story) => {
    for (const event of eventsOf(story)) {
      if (event.type !== 'decided' || decisionKind(event.outcome) !== 'deviate') continue;
      expect(event.until ?? '').toMatch(/^\d{4}-/);
    }
    if (!isAsked(story.state)) return;
    const decided = eventsOf(story).filter((event) => event.type === 'decided');
    for (const { region } of entries(story.state.round).filter(isOut)) {
      const own = decided.some(
        ({ regions, outcome }) => regions.includes(region) && decisionKind(outcome) === 'deviate',
      );
      expect(own).toBe(true);
    }
  },

  'law 2: whoever decides is a person with a mandate that binds on that day, for that matter and decision': (
    story,
  ) => mandates(story),

  'law 6: nothing is locked or advertised without decisions that cover the matter as it is': (story) =>
    initiations(story),

  'KL 6:28–32: whoever said that they have a conflict handles nothing, in any role': (story) => {
    const conflicted = new Set<string>();
    for (const { actor, command, before, events } of story.turns) {
      const person = actor.kind === 'person' ? actor : null;
      if (person && conflicted.has(person.id) && events.length > 0) {
        const entry = 'unit' in command && isAsked(before) ? before.round.units[command.unit] : undefined;
        const ownUnit = entry?.unit === person.unit || entry?.respondents.includes(person.id) === true;
        const left = OWN_WORD.includes(command.do) && ownUnit ? 'own word' : command.do;
        expect(['declare-conflict', 'tick', 'own word']).toContain(left);
      }
      for (const event of events) {
        if (event.type === 'conflict-declared') {
          if (event.conflict) conflicted.add(event.by);
          else conflicted.delete(event.by);
        }
        if (event.type === 'position-taken' || event.type === 'decided' || event.type === 'stage-decided') {
          expect([event.type, conflicted.has(event.by)]).toEqual([event.type, false]);
        }
      }
    }
    const { state } = story;
    if (
      state.status === 'escalated' &&
      'positions' in state.escalation &&
      state.escalation.level === 'council'
    ) {
      for (const id of Object.keys(state.escalation.positions)) expect(conflicted.has(id)).toBe(false);
    }
  },

  'law 3: a standing answer was given to the revision that is asked about, and a stale one to an earlier': ({
    state,
  }) => {
    if (!isAsked(state) || isOver(state) || state.status === 'postponed') return;
    for (const { answer, stale } of entries(state.round)) {
      if (isGiven(answer)) expect(answer.revision).toBe(state.revision);
      if (stale) expect(stale.revision).toBeLessThanOrEqual(state.revision);
    }
  },

  'law 5: after the lock no region is added and no ceiling grows, but by a decided change of the contract': ({
    turns,
  }) => {
    for (const { before, state, events } of turns) {
      const then = participants(before);
      const now = participants(state);
      if (!then) continue;
      const changed = decidedChange(before, events);
      for (const { region, ceiling, ceilingVolume = 0 } of now ?? []) {
        const was = then.find((one) => one.region === region);
        expect(was).toBeDefined();
        const own = changed?.region === region ? changed : undefined;
        expect(ceiling).toBeLessThanOrEqual(own?.value ?? was?.ceiling ?? -1);
        expect(ceilingVolume).toBeLessThanOrEqual(own?.volume ?? was?.ceilingVolume ?? 0);
      }
      if (now) expect(now.length).toBe(then.length);
    }
  },

  'law 5: what a region has called off stays within its ceiling': ({ state }) => {
    if (state.status === 'new') return;
    for (const { region } of participants(state) ?? []) {
      const room = roomOf(state, region);
      expect(room?.value?.left ?? 0).toBeGreaterThanOrEqual(0);
      expect(room?.volume?.left ?? 0).toBeGreaterThanOrEqual(0);
    }
  },

  'law 5: the lock fixes what the units themselves said, and nothing of the silent': ({ turns }) => {
    for (const { state, events } of turns) {
      if (!events.some(({ type }) => type === 'locked') || !isAsked(state)) continue;
      const said = entries(state.round);
      // Who goes its own way by a decision is not waited for, and buys nothing here.
      const within = said.filter((entry) => !isOut(entry));
      expect(within.every((entry) => isGiven(entry.answer) || wentOnWithout(state, entry))).toBe(true);
      for (const { region, ceiling } of participants(state) ?? []) {
        const own = within.filter((entry) => entry.region === region);
        const sum = own.reduce(
          (total, { answer }) => total + (isCommitment(answer) ? (answer.commitment.value ?? 0) : 0),
          0,
        );
        // Where no unit named a value, an officer may have stated one.
        expect(ceiling).toBe(sum === 0 ? (state.ceilings?.[region] ?? 0) : sum);
      }
    }
  },

  'law 8: an answer is changed by a person while it may be, and never once the item is locked': ({
    turns,
  }) => {
    for (const { before, state, events } of turns) {
      if (!isAsked(before) || !isAsked(state)) continue;
      // A gallring takes words away, not what was answered.
      if (events.some(({ type }) => type === 'texts-removed')) continue;
      for (const [unit, { answer }] of Object.entries(before.round.units)) {
        const after = state.round.units[unit as keyof typeof state.round.units]?.answer;
        if (!isGiven(answer) || JSON.stringify(after) === JSON.stringify(answer)) continue;
        expect(isLocked(before)).toBe(false);
        // What changed it stands in the history: nothing is overwritten in silence.
        expect(events.length).toBeGreaterThan(0);
      }
    }
  },

  'section 2: data exists only where it is legal': ({ state, rules }) => {
    if (!isAsked(state)) return;
    const said = entries(state.round);
    expect(said.length).toBeGreaterThan(0);
    if (state.status === 'committed' || state.status === 'partly-committed') {
      // Who goes its own way by a decision is not waited for, nor who was silent when deciders went on.
      expect(
        said.every((entry) => isGiven(entry.answer) || isOut(entry) || wentOnWithout(state, entry)),
      ).toBe(true);
      expect(openObjections(state.round)).toEqual([]);
    }
    if (state.status !== 'escalated') return;
    const { path, level, due } = state.escalation;
    expect(path.filter(({ to }) => to === null).map((step) => step.level)).toEqual([level]);
    // A level has a clock where a row gives it one.
    if (rules.ladder.some((row) => row.level === level)) expect(due).not.toBeNull();
    if (state.escalation.level !== 'decision') return;
    const regions = state.escalation.decisions.flatMap((decision) => decision.regions);
    expect(new Set(regions).size).toBe(regions.length);
    // A case that is decided for every region is a case no more.
    expect(regions.length).toBeLessThan(2);
  },

  'every refusal has its sentence in both languages': ({ turns }) => {
    for (const { refusal } of turns) {
      if (!refusal) continue;
      for (const language of LANGUAGES) expect(refusalSentence(refusal, language).length).toBeGreaterThan(10);
    }
  },

  'OSL 19:3: nothing of tenders leaves in an export or a document': ({ state, history, rules }) => {
    if (state.status === 'new') return;
    for (const region of [SORMLAND, VASTMANLAND]) {
      const rows = exportRows({ state, history }, { region }, nobody);
      for (const row of rows) expect(RECORD_RULES[row.event].secrecy).toBe('open');
      expect(saidIn(rows)).not.toContain(String(TENDERS));
    }
    if (!history.some(({ event }) => event.type === 'tenders-noted')) return;
    const file = caseFile(
      { state, history, notices: [] },
      { now: START, directory: nobody, governance: rules },
    );
    expect(saidIn(file)).not.toContain(String(TENDERS));
  },
};
