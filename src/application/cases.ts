import type { Governance } from '#domain/authority/governance.ts';
import { dueAt } from '#domain/coordination/clock.ts';
import type { CaseCommand } from '#domain/coordination/commands.ts';
import { decide } from '#domain/coordination/decide.ts';
import type { CaseEvent } from '#domain/coordination/events.ts';
import type { Notice } from '#domain/coordination/notice.ts';
import { type Refusal, refuse } from '#domain/coordination/refusal.ts';
import { type CaseState, initialState, isAsked, type KnownCase } from '#domain/coordination/state.ts';
import { writeFacts } from '#domain/indicators/facts-text.ts';
import { plannedStart } from '#domain/plan/item.ts';
import { type HistoryEntry, record } from '#domain/record/history.ts';
import { afterRemovals, onlyAdds } from '#domain/record/removing.ts';
import type { Actor } from '#domain/shared/actor.ts';
import type { ItemId } from '#domain/shared/ids.ts';
import { fail, ok, type Result } from '#domain/shared/result.ts';
import { noteChange } from './changes.ts';
import type { Clock } from './clock.ts';
import { hasLessons } from './figures/lesson-texts.ts';
import { inGroups } from './groups.ts';
import { allDocuments } from './paging.ts';
import type { DocumentIndex, DocumentQuery, DocumentStore, NewDocument } from './ports/documents.ts';
import { actingRole } from './roles.ts';
import type { Rules } from './rules.ts';

/** A coordination case: one document, one conditional write. `state` is always `evolve` over `history`. */
export interface CaseBody {
  readonly state: KnownCase;
  readonly history: readonly HistoryEntry[];
  /** The last entry, named once more: a record that lost its end does not pass for a shorter one. */
  readonly head?: { readonly seq: number; readonly hash: string };
  /** Effects to be turned into messages; they are, all of them, where the index's `pending` is 0. */
  readonly notices: readonly Notice[];
}

export interface Committed {
  readonly before: CaseState;
  readonly state: KnownCase;
  /** Empty when the same had been said before. */
  readonly events: readonly CaseEvent[];
}

export interface Cases {
  load(item: ItemId): Promise<CaseBody | null>;
  /**
   * Load → decide → commit; a lost race is decided again on the fresh case. Who presses on the same case at the same
   * time is decided one after the other and shares a commit. Refused as the rule says, or `busy`.
   */
  execute(item: ItemId, command: CaseCommand, actor: Actor): Promise<Result<Committed, Refusal>>;
  /** Every case that fits, in the order of their ids. */
  list(where: NonNullable<DocumentQuery['where']>): Promise<readonly CaseBody[]>;
}

export interface CasesOptions {
  readonly store: DocumentStore;
  readonly clock: Clock;
  readonly rules: Rules;
  /** A fresh random text for each record entry. */
  readonly salt: () => string;
  /** Called after each commit that changed something. */
  readonly committed?: () => void;
}

const TRIES = 12;
const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

/** What lists go by: it follows from the state alone. */
export const listingOf = (state: KnownCase): DocumentIndex => {
  const { status, item } = state;
  const date = plannedStart(item);
  return {
    state: status,
    region: item.region,
    plan: item.plan,
    ...(date ? { date } : {}),
    ...(item.cpv ? { cpv: item.cpv } : {}),
    facts: writeFacts(state),
  };
};

/** The key of cases with an escalation that has ended. */
export const SETTLED = 'settled';

/** `pending`: the outbox has something to do here: notices to expand, or cards to bring up to date. */
export const caseIndex = (state: KnownCase, governance: Governance, pending: 0 | 1): DocumentIndex => {
  const due = dueAt(state, governance);
  // What was settled before is what later cases are compared with.
  const settled = isAsked(state) && state.settlements.length > 0 ? { key: SETTLED } : {};
  return { ...listingOf(state), ...settled, pending, ...(due ? { dueAt: due } : {}) };
};

interface Wanted {
  readonly command: CaseCommand;
  readonly actor: Actor;
}
type Outcome = Result<Committed, Refusal>;
/** Its result, or what was thrown over it: a bug that one command meets is none of the others' business. */
const outcomeOf = (work: () => Outcome): (() => Outcome) => {
  try {
    const outcome = work();
    return () => outcome;
  } catch (error) {
    return () => {
      throw error;
    };
  }
};

export const createCases = ({ store, clock, rules, salt, committed }: CasesOptions): Cases => {
  const attempt = async (
    id: ItemId,
    group: readonly Wanted[],
  ): Promise<readonly (() => Outcome)[] | 'conflict'> => {
    const now = clock.now();
    const [known, governance] = await Promise.all([store.get<CaseBody>('case', id), rules.at(now)]);
    let before: CaseState = known?.body.state ?? initialState();
    let history = [...(known?.body.history ?? [])];
    const notices = known?.index.pending === 1 ? [...known.body.notices] : [];

    const take = ({ command, actor }: Wanted): Outcome => {
      if (before.status === 'new' && command.do !== 'import')
        return fail(refuse('unknown-item', { item: id }));
      const decision = decide(before, command, { now, actor, governance, history });
      if (!decision.ok) return decision;
      const { events, state: after } = decision.value;
      if (after.status === 'new') return fail(refuse('unknown-item', { item: id }));
      const first = history.length + 1;
      const role = actingRole(command, actor);
      const by = { ruleVersion: governance.version, ...(role ? { role } : {}) };
      history.push(...record(history, events, by, salt));
      const lessened = afterRemovals(history, events);
      if (lessened) history = [...lessened.history];
      const state = lessened?.state ?? after;
      notices.push(
        ...decision.value.notices.map((notice, i): Notice => ({ id: `${id}:${first}:${i}`, ...notice })),
      );
      const taken = ok({ before, state, events });
      before = state;
      return taken;
    };
    const outcomes = group.map((wanted) => outcomeOf(() => take(wanted)));
    if (before.status === 'new' || history.length === (known?.body.history.length ?? 0)) return outcomes;
    if (!onlyAdds(known?.body.history ?? [], history))
      throw new Error(`The record of ${id} would be rewritten`);
    const last = history.at(-1);
    const head = last ? { head: { seq: last.seq, hash: last.hash } } : {};
    const document: NewDocument<CaseBody> = {
      kind: 'case',
      id,
      index: caseIndex(before, governance, 1),
      body: { state: before, history, notices, ...head },
    };
    const written = await store.put(document, known?.etag ?? null);
    if (!written.ok) return 'conflict';
    committed?.();
    // It has been committed, whatever becomes of this: the outbox says it once more before it is done with the case.
    if (hasLessons(before) || (known && hasLessons(known.body.state)))
      await noteChange(store, 'lessons', id).catch(() => {});
    return outcomes;
  };

  const together = inGroups<ItemId, Wanted, Outcome>(async (id, group) => {
    for (let tried = 0; tried < TRIES; tried += 1) {
      const outcomes = await attempt(id, group);
      if (outcomes !== 'conflict') return outcomes;
      await pause(Math.random() * 5 * (tried + 1));
    }
    return group.map(() => () => fail(refuse('busy')));
  });

  return {
    load: async (id) => (await store.get<CaseBody>('case', id))?.body ?? null,
    execute: (item, command, actor) => together(item, { command, actor }),
    list: async (where) => {
      const found: CaseBody[] = [];
      for await (const { body } of allDocuments<CaseBody>(store, { kind: 'case', where })) found.push(body);
      return found;
    },
  };
};
