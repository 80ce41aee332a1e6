import type { Governance } from '../authority/governance.ts';
import { reportLines } from '../record/reporting.ts';
import type { BodyId, PersonId } from '../shared/ids.ts';
import type { DecideContext } from './commands.ts';
import type { Settlement } from './escalation-state.ts';
import type { CaseEvent } from './events.ts';
import type { Notice } from './notice.ts';
import { registersFor } from './secretaries.ts';
import { type CaseState, isAsked } from './state.ts';

const reporter = (state: CaseState, governance: Governance, body: BodyId): PersonId[] => {
  const found = registersFor(state, governance, body);
  return found === null ? [] : [found];
};

/**
 * Who has to report a delegate's decision to the body that delegated it (KL 6:40, 7:8): its secretary, or whoever stands
 * in for one with a conflict in the case. Nobody for a body's own.
 */
export const reportersOf = (
  state: CaseState,
  decision: { readonly delegate?: PersonId; readonly body: BodyId },
  governance: Governance,
): PersonId[] => (decision.delegate === undefined ? [] : reporter(state, governance, decision.body));

/** The same for the decisions that ended an escalation: by delegates, a chair, or members with a mandate. */
export const reportersOfAll = (
  state: CaseState,
  settlement: Settlement | undefined,
  governance: Governance,
): PersonId[] => [
  ...new Set(
    (settlement?.decisions ?? []).flatMap(({ reportTo }) =>
      reportTo === undefined ? [] : reporter(state, governance, reportTo),
    ),
  ),
];

/**
 * What is still to be reported when a secretary declares a conflict is told to whoever stands in: nobody else knows of it,
 * and the secretary sees it no more.
 */
export const reportingHandedOver = (
  before: CaseState,
  event: CaseEvent,
  after: CaseState,
  { governance, history = [] }: DecideContext,
): Omit<Notice, 'id'>[] => {
  if (event.type !== 'conflict-declared' || !event.conflict || after.status === 'new') return [];
  const item = after.item.id;
  const ended = isAsked(after) ? (after.settlements.at(-1)?.decisions ?? []) : [];
  const decided: readonly { readonly card: 'stage' | 'outcome'; readonly body: BodyId }[] = [
    ...(after.stageDecisions ?? [])
      .filter(({ delegate }) => delegate !== undefined)
      .map(({ body }) => ({ card: 'stage' as const, body })),
    ...ended.flatMap(({ reportTo }) => (reportTo ? [{ card: 'outcome' as const, body: reportTo }] : [])),
  ];
  const told = new Map(
    decided.flatMap(({ card, body }) => {
      const person = registersFor(after, governance, body);
      const moved = person !== null && person !== registersFor(before, governance, body);
      const waits = moved && reportLines(history, body).some(({ reported }) => reported === undefined);
      return waits ? [[`${card} ${person}`, { card, person }] as const] : [];
    }),
  );
  return [...told.values()].map(({ card, person }) => ({
    at: event.at,
    subject: { card, item },
    occasion: 'to-report',
    audience: [{ to: 'person', person }],
  }));
};
