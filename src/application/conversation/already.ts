import { isGiven } from '#domain/coordination/answer.ts';
import type { CaseCommand } from '#domain/coordination/commands.ts';
import type { EventType } from '#domain/coordination/events.ts';
import type { RefusalCode } from '#domain/coordination/refusal.ts';
import { isAsked, type KnownCase } from '#domain/coordination/state.ts';
import type { HistoryEntry } from '#domain/record/history.ts';
import { asPersonId, type Instant, type PersonId } from '#domain/shared/ids.ts';
import type { CardAction } from '#rendering/action.ts';

/** What a press leaves in the record: a second one finds it there, whoever made the first. */
const LEAVES: Partial<Readonly<Record<CaseCommand['do'], readonly EventType[]>>> = {
  answer: ['answered'],
  'request-more-time': ['more-time-requested'],
  'grant-more-time': ['more-time-granted', 'more-time-refused'],
  'refuse-more-time': ['more-time-granted', 'more-time-refused'],
  'ask-again': ['asked-again'],
  'propose-solution': ['solution-proposed'],
  'answer-solution': ['solution-answered'],
  decide: ['decided'],
  'register-decision': ['decided'],
  'close-escalation': ['escalation-closed'],
  lock: ['locked'],
  'replace-evaluator': ['evaluator-replaced'],
};
/** Each person's own: what another one did is no answer to it. */
const OWN: Partial<Readonly<Record<CaseCommand['do'], readonly EventType[]>>> = {
  'declare-conflict': ['conflict-declared'],
  'take-position': ['position-taken'],
};
/** Refusals that a repeated press meets. */
const REPEATED: readonly RefusalCode[] = [
  'already-registered',
  'no-more-time-requested',
  'no-open-solution',
  'solution-already-open',
  'already-decided',
  'not-escalated',
  'item-locked',
];

export interface Already {
  readonly by: PersonId;
  readonly at: Instant;
}

/**
 * Who had done it before, and when: for a press that changed nothing, or that was refused with `code` since it was done
 * already. Null when it is no repetition.
 */
export const doneBefore = (
  command: CaseCommand,
  actor: PersonId,
  history: readonly HistoryEntry[],
  code?: RefusalCode,
): Already | null => {
  if (code !== undefined && !REPEATED.includes(code)) return null;
  const own = OWN[command.do];
  const types = own ?? LEAVES[command.do] ?? [];
  const unit = 'unit' in command ? command.unit : undefined;
  const opened = history.findLastIndex(({ event }) => event.type === 'round-opened');
  const found = history
    .slice(Math.max(0, opened))
    .map(({ event }) => event)
    .findLast(
      (event) =>
        types.includes(event.type) &&
        (own === undefined || event.by === actor) &&
        (unit === undefined || !('unit' in event) || event.unit === unit),
    );
  return found ? { by: asPersonId(found.by), at: found.at } : null;
};

/**
 * A card with one tap that did not know of a colleague's answer: it must not overwrite that unseen. Whoever gave the answer
 * may change it (law 8), and so may a colleague who saw it.
 */
export const unseenAnswer = (action: CardAction, actor: PersonId, state: KnownCase): Already | null => {
  if (action.verb !== 'request.yes' && action.verb !== 'request.no-need') return null;
  const answer = isAsked(state) ? state.round.units[action.unit]?.answer : undefined;
  if (!answer || !isGiven(answer) || answer.by === actor || answer.at === action.after) return null;
  return { by: answer.by, at: answer.at };
};
