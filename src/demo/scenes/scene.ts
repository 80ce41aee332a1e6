import { randomBytes } from 'node:crypto';
import { actorOf, unitAsks } from '#application/asking.ts';
import { type CaseBody, caseIndex, createCases } from '#application/cases.ts';
import type { DocumentStore } from '#application/ports/documents.ts';
import { createSamordna } from '#application/samordna.ts';
import type { CaseCommand } from '#domain/coordination/commands.ts';
import type { Person } from '#domain/directory/person.ts';
import type { DecisionKind } from '#domain/escalation/reasons.ts';
import { addDays, atHour, dateOf } from '#domain/shared/calendar.ts';
import type { Instant, ItemId } from '#domain/shared/ids.ts';
import { prepareDemo } from '../prepare.ts';

/** What a scene of the demo may do: let example people act, on days before the demo's own. */
export interface Scene {
  readonly officer: Person;
  readonly managers: readonly Person[];
  /** As that person, or as the operator. A scene that is refused is a bug. */
  does(who: Person | null, item: ItemId, command: CaseCommand): Promise<void>;
  /** The officer asks every unit, until that instant. */
  open(item: ItemId, deadline: Instant): Promise<void>;
  /** That many days go by; what day it then is. */
  later(days: number): Instant;
  /** While nobody has entered the delegation orders' rows for a kind of decision. */
  without(kind: DecisionKind, work: () => Promise<void>): Promise<void>;
  /** The clock looks at a case. */
  tick(item: ItemId): Promise<void>;
}
export interface NamedScene {
  /** Where this item is in the store, the scene has been played. */
  readonly last: ItemId;
  readonly play: (scene: Scene) => Promise<void>;
}

/** How long ago scenes begin. */
const DAYS_BEFORE = 30;

/**
 * Plays scenes into a prepared store that no server has open yet. What they would have sent was read before the demo's
 * day: no card of a scene arrives in anybody's chat. A scene that has been played stays as people have made it since.
 */
export const playScenes = async (
  store: DocumentStore,
  now: Instant,
  scenes: readonly NamedScene[],
): Promise<void> => {
  let at = now;
  const clock = { now: () => at };
  const salt = () => randomBytes(12).toString('base64url');
  const samordna = createSamordna({ store, clock, machineClock: clock, salt });
  const { directory } = await prepareDemo(store, samordna);
  const { people } = directory;
  const officer = people.find(({ roles }) => roles.includes('officer'));
  if (!officer) throw new Error('The demo has no officer');
  const touched = new Set<ItemId>();
  let { cases } = samordna;

  const does: Scene['does'] = async (who, item, command) => {
    touched.add(item);
    const outcome = await cases.execute(
      item,
      command,
      who ? actorOf(who) : { kind: 'operator', name: 'demo' },
    );
    if (!outcome.ok) throw new Error(`The demo's scene was refused: ${command.do}: ${outcome.error.code}`);
  };
  const scene: Scene = {
    officer,
    managers: people.filter(({ roles }) => roles.includes('unit-manager')),
    does,
    open: async (item, deadline) =>
      does(officer, item, {
        do: 'open-round',
        owner: officer.id,
        deadline,
        units: unitAsks(directory, dateOf(at), await samordna.rules.at(at)),
      }),
    later: (days) => {
      at = atHour(addDays(dateOf(at), days), 10);
      return at;
    },
    without: async (kind, work) => {
      const rows = await samordna.rules.at(at);
      const mandates = rows.mandates.filter(({ kinds }) => !kinds.includes(kind));
      const rules = { ...samordna.rules, at: async () => ({ ...rows, mandates }) };
      cases = createCases({ store, clock, rules, salt });
      await work();
      cases = samordna.cases;
    },
    tick: async (item) => {
      touched.add(item);
      await cases.execute(item, { do: 'tick' }, { kind: 'clock' });
    },
  };
  for (const { last, play } of scenes) {
    if (await samordna.cases.load(last)) continue;
    at = atHour(addDays(dateOf(now), -DAYS_BEFORE), 10);
    await play(scene);
  }
  const inForce = await samordna.rules.at(now);
  for (const item of touched) {
    const known = await store.get<CaseBody>('case', item);
    if (!known) continue;
    const { etag, body, ...document } = known;
    const index = caseIndex(body.state, inForce, 0);
    await store.put({ ...document, index, body: { ...body, notices: [] } }, etag);
  }
};
