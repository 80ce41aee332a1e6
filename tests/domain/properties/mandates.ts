import { expect } from 'vitest';
import { type Governance, governanceOn, type MandateRow } from '#domain/authority/governance.ts';
import type { Matter } from '#domain/authority/mandates.ts';
import type { CaseEvent } from '#domain/coordination/events.ts';
import { matterOf } from '#domain/coordination/stage-authority.ts';
import type { StageDecision } from '#domain/coordination/stages.ts';
import { isLocked, type KnownCase, type LockedCase } from '#domain/coordination/state.ts';
import { type DecisionKind, decisionKind } from '#domain/escalation/reasons.ts';
import type { ItemFacts } from '#domain/plan/item.ts';
import { dateOf } from '#domain/shared/calendar.ts';
import type { PlainDate, RegionId } from '#domain/shared/ids.ts';
import type { Story } from './story.ts';

/** Said by hand and not by the code that it judges: amounts, whose they are, and principle. */
const fits = (row: MandateRow, matter: Matter, region: RegionId): boolean => {
  if (row.principle) return matter.principle;
  const value = row.basis === 'own' ? matter.own[region] : matter.total;
  if (value === undefined) return row.unknownValue === true;
  return !(row.from !== undefined && value < row.from) && !(row.below !== undefined && value >= row.below);
};

/** The row bound on that day, and was the one for that kind, those regions and a matter like that. */
const rowOf = (
  rules: Governance,
  day: PlainDate,
  rule: string,
  kind: DecisionKind,
  regions: readonly RegionId[],
  matter: Matter,
): MandateRow => {
  const bound = governanceOn(rules, day).mandates;
  const row = bound.find(({ id }) => id === rule);
  if (!row) throw new Error(`${rule} did not bind on ${day}`);
  expect(row.kinds).toContain(kind);
  expect(row.actsFor).toEqual(expect.arrayContaining([...regions]));
  for (const region of regions) {
    expect([rule, region, fits(row, matter, region)]).toEqual([rule, region, true]);
    const principled = bound.some(
      (one) => one.principle && one.kinds.includes(kind) && one.actsFor.includes(region),
    );
    if (matter.principle && principled && row.urgent !== true) expect(row.principle).toBe(true);
  }
  return row;
};

const isHolder = ({ holder }: MandateRow, by: string): boolean => {
  if (holder.kind === 'body') return false;
  return holder.kind === 'delegate' ? holder.person === by : holder.members.some((id) => id === by);
};

/** A body's secretary registers, and a stage's minutes are judged by the day of the meeting; everybody else decides on the day itself. */
const judged = ({ rules }: Story, event: CaseEvent, matter: Matter): void => {
  if (event.type === 'stage-decided') {
    const { kind, rule, regions, date, body, delegate } = event.decision;
    const row = rowOf(rules, date, rule, kind, regions, matter);
    expect(row.holder.body).toBe(body);
    expect(date <= dateOf(event.at)).toBe(true);
    const registrar = governanceOn(rules, date).bodies.find((one) => one.body === body)?.secretary;
    expect(delegate === undefined ? registrar : delegate).toBe(event.by);
    if (delegate !== undefined) expect([date, isHolder(row, delegate)]).toEqual([dateOf(event.at), true]);
  }
  if (event.type === 'decided') {
    // A body's minutes are judged by the day of the meeting, everybody else's decision by its own.
    const day = event.body?.date ?? dateOf(event.at);
    expect(day <= dateOf(event.at)).toBe(true);
    const bound = governanceOn(rules, day);
    const row = bound.mandates.find(({ id }) => id === event.rule);
    if (!row) throw new Error(`${event.rule} did not bind on ${day}`);
    const secretary = bound.bodies.find(({ body }) => body === row.holder.body)?.secretary;
    expect(event.body ? secretary === event.by : isHolder(row, event.by)).toBe(true);
    expect(row.kinds).toContain(decisionKind(event.outcome));
    expect(row.actsFor).toEqual(expect.arrayContaining([...event.regions]));
    expect(event.ruleVersion).toBe(rules.version);
  }
};

/** A change of the contract is weighed as the contract becomes. */
const weighed = (state: KnownCase, event: CaseEvent): Matter => {
  const matter = matterOf(state);
  const kind = event.type === 'stage-decided' ? event.decision.kind : null;
  if ((kind !== 'modify' && kind !== 'extend') || !isLocked(state)) return matter;
  const change = event.type === 'stage-decided' ? event.decision.change : undefined;
  const sum = state.participants
    .map(({ region, ceiling }) => (change?.region === region ? (change.value ?? ceiling) : ceiling))
    .reduce((all, ceiling) => all + ceiling, 0);
  return { ...matter, total: Math.max(matter.total ?? 0, sum) };
};

export const mandates = (story: Story): void => {
  for (const { before, events } of story.turns) {
    if (before.status === 'new') continue;
    for (const event of events) judged(story, event, weighed(before, event));
  }
};

const isSame = (a: ItemFacts, b: ItemFacts): boolean =>
  a.title === b.title && a.cpv === b.cpv && a.category === b.category && a.region === b.region;

/** Whether somebody who could decide this matter on the day has decided to begin it for the region. */
const covers = (rules: Governance, decision: StageDecision, region: RegionId, matter: Matter): boolean => {
  // What a body decided itself stands on each row of its own: also on the one that it had delegated by.
  const itself = decision.delegate === undefined;
  const rows = governanceOn(rules, decision.date).mandates.filter(
    ({ id, kinds, holder }) =>
      id === decision.rule ||
      (itself && kinds.includes('initiate') && holder.kind === 'body' && holder.body === decision.body),
  );
  return decision.regions.includes(region) && rows.some((row) => fits(row, matter, region));
};

const uncovered = (
  rules: Governance,
  state: LockedCase,
  about: ReadonlyMap<string, ItemFacts>,
): RegionId[] => {
  const decided = (state.stageDecisions ?? []).filter(
    ({ kind, at, by }) => kind === 'initiate' && isSame(about.get(`${at} ${by}`) ?? state.item, state.item),
  );
  return state.participants
    .map(({ region }) => region)
    .filter((region) => !decided.some((one) => covers(rules, one, region, matterOf(state))));
};

export const initiations = ({ rules, turns }: Story): void => {
  const about = new Map<string, ItemFacts>();
  for (const { now, before, state, events } of turns) {
    for (const event of events) {
      if (event.type === 'stage-decided' && before.status !== 'new')
        about.set(`${event.at} ${event.by}`, before.item);
    }
    const entered = events.some(
      (event) => event.type === 'locked' || (event.type === 'advanced' && event.stage.to === 'advertised'),
    );
    const speaks = governanceOn(rules, dateOf(now)).mandates.some(({ kinds }) => kinds.includes('initiate'));
    if (entered && speaks && isLocked(state)) expect(uncovered(rules, state, about)).toEqual([]);
  }
};
