import { describe, expect, it } from 'vitest';
import type { Governance } from '#domain/authority/governance.ts';
import type { Settlement } from '#domain/coordination/escalation-state.ts';
import { noticesFor } from '#domain/coordination/notices.ts';
import { reportersOf, reportersOfAll } from '#domain/coordination/report-notices.ts';
import { type HistoryEntry, record } from '#domain/record/history.ts';
import { reportLines } from '#domain/record/reporting.ts';
import {
  attempt,
  bothApprove,
  decides as decidesCase,
  lift,
  objected,
  type Step,
  type Story,
  told,
} from '#support/given.ts';
import {
  assemblyDecides,
  committed,
  decides,
  does,
  initiating,
  RF,
  RS,
  rfSecretary,
  vSecretary,
} from '#support/stages.ts';
import {
  date,
  governance,
  NAMNDEN,
  officer,
  SORMLAND,
  sBoss,
  sDecider,
  secretary,
  VASTMANLAND,
  vDecider,
} from '#support/world.ts';

const rules = initiating();
const toReport = (story: Story, step: Step, by = rules) => {
  const outcome = attempt(story, step, by);
  if (!outcome.ok) throw new Error(outcome.error.code);
  const context = { now: story.now, actor: step.by, governance: by };
  return noticesFor(story.state, outcome.value.events, context)
    .filter(({ occasion }) => occasion === 'to-report')
    .flatMap(({ subject, audience }) =>
      audience.map((to) => [subject.card, 'person' in to ? to.person : to]),
    );
};

describe('a delegate’s decision is reported to the body that delegated it (KL 6:40, 7:8)', () => {
  it('its secretary, and nobody else, is told when it is taken', () => {
    expect(toReport(committed, decides(sDecider, 'initiate'))).toEqual([['stage', rfSecretary.id]]);
    expect(toReport(committed, decides(vDecider, 'initiate'))).toEqual([['stage', vSecretary.id]]);
  });

  it('what a body itself decided stands in its minutes and is reported to nobody', () => {
    const large = {
      ...committed.state,
      item: { ...('item' in committed.state ? committed.state.item : {}), value: 600_000_000 },
    };
    expect(toReport({ ...committed, state: large as Story['state'] }, assemblyDecides())).toEqual([]);
    expect(reportersOf(committed.state, { body: RF }, rules)).toEqual([]);
  });

  it('of decisions that end an escalation each body’s secretary is told once', () => {
    const decisions = [
      { reportTo: NAMNDEN },
      { reportTo: NAMNDEN },
      {},
    ] as unknown as Settlement['decisions'];
    expect(reportersOfAll(committed.state, { decisions } as Settlement, governance)).toEqual([secretary.id]);
    expect(reportersOfAll(committed.state, undefined, governance)).toEqual([]);
  });

  it('a body without a secretary has nobody to tell', () =>
    expect(reportersOf(committed.state, { delegate: sDecider.id, body: RS }, governance)).toEqual([]));
});

describe('a secretary with a conflict is told nothing of what is to be reported; who stands in is (KL 6:28–32)', () => {
  const stands = { ...secretary, id: sBoss.id };
  const withSubstitute = (of: Governance): Governance => ({
    ...of,
    bodies: of.bodies.map((row) => ({ ...row, substitute: stands.id })),
  });
  const conflict = does(secretary, { do: 'declare-conflict', conflict: true });
  const atDecision = told(withSubstitute(governance), objected, lift(), ...bothApprove());
  const decided = [
    decidesCase(sDecider, SORMLAND, 'coordinate'),
    decidesCase(vDecider, VASTMANLAND, 'coordinate'),
  ];
  const [first, last] = decided;
  if (!first || !last) throw new Error('two decide');

  it('of decisions that end an escalation', () => {
    const rows = withSubstitute(governance);
    const before = told(rows, atDecision, first);
    expect(toReport(before, last, rows)).toEqual([['outcome', secretary.id]]);
    expect(toReport(told(rows, before, conflict), last, rows)).toEqual([['outcome', stands.id]]);
  });

  it('of a stage’s decision', () => {
    const own = withSubstitute(initiating());
    const declared = told(own, committed, does(rfSecretary, { do: 'declare-conflict', conflict: true }));
    expect(toReport(declared, decides(sDecider, 'initiate'), own)).toEqual([['stage', stands.id]]);
  });

  const handedOver = (rows: Governance, story: Story, known: readonly HistoryEntry[], step: Step) => {
    const outcome = attempt(story, step, rows);
    if (!outcome.ok) throw new Error(outcome.error.code);
    const context = { now: story.now, actor: step.by, governance: rows, history: known };
    return noticesFor(story.state, outcome.value.events, context)
      .filter(({ occasion }) => occasion === 'to-report')
      .map(({ subject, audience }) => [subject.card, ...audience]);
  };

  it('declared later, who stands in is told of what is still to be reported, and of nothing that was', () => {
    const rows = withSubstitute(governance);
    const story = told(rows, atDecision, ...decided);
    const by = { ruleVersion: rows.version };
    const history = record([], story.events, by, () => 's');
    const entries = reportLines(history, NAMNDEN).map(({ seq }) => seq);
    expect(entries).toHaveLength(2);
    const meeting = {
      type: 'reported',
      at: story.now,
      by: secretary.id,
      body: NAMNDEN,
      date: date('2026-12-09'),
    } as const;
    const reported = (seqs: readonly number[]) => [
      ...history,
      ...record(history, [{ ...meeting, entries: seqs }], by, () => 's'),
    ];
    const handed = (known: readonly HistoryEntry[], step: Step) => handedOver(rows, story, known, step);
    const person = { to: 'person', person: stands.id };
    expect(handed(history, conflict)).toEqual([['outcome', person]]);
    expect(handed(reported(entries.slice(1)), conflict)).toEqual([['outcome', person]]);
    expect(handed(reported(entries), conflict)).toEqual([]);
    expect(handed(history, does(officer, { do: 'declare-conflict', conflict: true }))).toEqual([]);
  });

  it('declared later, of a stage’s decision by a delegate too; what is taken back hands over nothing', () => {
    const rows = withSubstitute(initiating());
    const by = { ruleVersion: rows.version };
    const says = (conflicted: boolean) => does(rfSecretary, { do: 'declare-conflict', conflict: conflicted });
    const delegated = told(rows, committed, decides(sDecider, 'initiate'));
    const history = record([], delegated.events, by, () => 's');
    expect(handedOver(rows, delegated, history, says(true))).toEqual([
      ['stage', { to: 'person', person: stands.id }],
    ]);
    expect(handedOver(rows, delegated, [], says(true))).toEqual([]);
    expect(handedOver(rows, committed, history, says(true))).toEqual([]);
    const declared = told(rows, delegated, says(true));
    expect(handedOver(rows, declared, history, says(false))).toEqual([]);
  });

  it('nobody is told where nobody stands in', () => {
    const story = told(governance, objected, lift(), ...bothApprove(), ...decided);
    const history = record([], story.events, { ruleVersion: governance.version }, () => 's');
    const alone: Governance = {
      ...governance,
      bodies: governance.bodies.filter(({ body }) => body === NAMNDEN),
    };
    expect(handedOver(alone, story, history, conflict)).toEqual([]);
  });
});
