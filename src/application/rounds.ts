import type { Governance } from '#domain/authority/governance.ts';
import type { CaseCommand } from '#domain/coordination/commands.ts';
import { decide } from '#domain/coordination/decide.ts';
import type { UnitAsk } from '#domain/coordination/events.ts';
import { type Refusal, refuse } from '#domain/coordination/refusal.ts';
import type { CaseState, KnownCase } from '#domain/coordination/state.ts';
import type { Directory } from '#domain/directory/directory.ts';
import type { Actor } from '#domain/shared/actor.ts';
import { dateOf } from '#domain/shared/calendar.ts';
import type { Instant, ItemId, PersonId } from '#domain/shared/ids.ts';
import { fail, ok, type Result } from '#domain/shared/result.ts';
import type { Addresses } from './addresses.ts';
import { ownerFor, unitAsks } from './asking.ts';
import type { Cases, Committed } from './cases.ts';
import type { Clock } from './clock.ts';
import type { People } from './people.ts';
import type { Presenter } from './presenter.ts';
import type { Rules } from './rules.ts';
import { subjectView } from './views/index.ts';

/** What asking would mean, before anybody is asked. */
export interface RoundPreview {
  readonly state: KnownCase;
  readonly deadline: Instant;
  readonly units: readonly UnitAsk[];
  readonly reachable: ReadonlySet<PersonId>;
  /** Size of the largest request card, in bytes of UTF-16, as Teams counts it. */
  readonly cardBytes: number;
}

export interface Rounds {
  preview(item: ItemId, deadline: Instant, actor: Actor): Promise<Result<RoundPreview, Refusal>>;
  open(item: ItemId, deadline: Instant, actor: Actor): Promise<Result<Committed, Refusal>>;
}

export interface RoundsOptions {
  readonly cases: Cases;
  readonly people: Pick<People, 'directory'>;
  readonly rules: Pick<Rules, 'at'>;
  readonly addresses: Pick<Addresses, 'reachable'>;
  readonly presenter: Presenter;
  readonly clock: Clock;
}

export const createRounds = (options: RoundsOptions): Rounds => {
  const { cases, people, rules, addresses, presenter, clock } = options;

  const commandFor = (
    directory: Directory,
    deadline: Instant,
    actor: Actor,
    state: CaseState,
    governance: Governance,
  ): Result<CaseCommand & { do: 'open-round' }, Refusal> => {
    const owner = ownerFor(directory, actor, state);
    if (owner === null) return fail(refuse('nobody-to-ask'));
    return ok({
      do: 'open-round',
      owner,
      deadline,
      units: unitAsks(directory, dateOf(clock.now()), governance),
    });
  };

  const largestCard = async (
    directory: Directory,
    state: KnownCase,
    units: readonly UnitAsk[],
  ): Promise<number> => {
    const sizes = await Promise.all(
      units.flatMap((ask) =>
        ask.respondents.map(async (id) => {
          const viewer = directory.person(id);
          if (!viewer) return 0;
          const subject = { card: 'request', item: state.item.id, unit: ask.unit } as const;
          const view = subjectView({ ...(await presenter.reading(viewer)), state, subject });
          if (!view) return 0;
          return JSON.stringify(presenter.reply(view, viewer.language ?? 'sv').card).length * 2;
        }),
      ),
    );
    return Math.max(0, ...sizes);
  };

  return {
    preview: async (item, deadline, actor) => {
      const [directory, found] = await Promise.all([people.directory(), cases.load(item)]);
      if (!found) return fail(refuse('unknown-item', { item }));
      const now = clock.now();
      const context = { now, actor, governance: await rules.at(now) };
      const command = commandFor(directory, deadline, actor, found.state, context.governance);
      if (!command.ok) return command;
      const asked = decide(found.state, command.value, context);
      if (!asked.ok) return asked;
      if (asked.value.state.status === 'new') return fail(refuse('unknown-item', { item }));
      const { units } = command.value;
      return ok({
        state: found.state,
        deadline,
        units,
        reachable: await addresses.reachable(),
        cardBytes: await largestCard(directory, asked.value.state, units),
      });
    },
    open: async (item, deadline, actor) => {
      const [directory, found] = await Promise.all([people.directory(), cases.load(item)]);
      if (!found) return fail(refuse('unknown-item', { item }));
      const governance = await rules.at(clock.now());
      const command = commandFor(directory, deadline, actor, found.state, governance);
      return command.ok ? cases.execute(item, command.value, actor) : command;
    },
  };
};
