import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { actorOf } from '#application/asking.ts';
import { caseIndex } from '#application/cases.ts';
import { keptByChanges, noteChange } from '#application/changes.ts';
import { figureCommand } from '#application/conversation/figure-commands.ts';
import { createLessons } from '#application/figures/lessons.ts';
import type { DocumentStore } from '#application/ports/documents.ts';
import { createSamordna } from '#application/samordna.ts';
import { itemId } from '#domain/shared/ids.ts';
import { until } from '#support/stages.ts';
import { type TemporarySqlite, temporarySqlite } from '#support/stores.ts';
import { beds, governance } from '#support/world.ts';
import { historyOf, known, people } from '../views/support.ts';

const closed = until('closed');
let sqlite: TemporarySqlite;
beforeEach(async () => {
  sqlite = await temporarySqlite();
});
afterEach(() => sqlite.dispose());

const keep = async (id: string) => {
  const state = { ...known(closed), item: { ...known(closed).item, id: itemId(id) } };
  const body = { state, history: historyOf(closed), notices: [] };
  const index = caseIndex(state, governance, 0);
  await sqlite.store.put({ kind: 'case', id, index, body }, null);
};
const samordnaOver = async (store: DocumentStore) => {
  const clock = { now: () => closed.now };
  let salt = 0;
  const samordna = createSamordna({ store, clock, machineClock: clock, salt: () => `salt${salt++}` });
  await samordna.rules.replace(governance);
  return samordna;
};
const says = async ({ cases }: Awaited<ReturnType<typeof samordnaOver>>, next: string) => {
  const made = figureCommand({
    verb: 'lesson.send',
    item: beds.id,
    worked: '',
    failed: '',
    next,
    market: '',
  });
  if (!made.ok) throw new Error(made.error.code);
  const outcome = await cases.execute(beds.id, made.value.command, actorOf(people.vKirurgi));
  if (!outcome.ok) throw new Error(outcome.error.code);
};

describe('a changed lesson is found at once, and no longer by what it said', () => {
  it('in the process that wrote it and in another', async () => {
    await keep(beds.id);
    const here = await samordnaOver(sqlite.store);
    const there = await samordnaOver(sqlite.store);
    const found = (word: string) =>
      Promise.all(
        [here, there].map(async ({ lessons }) => {
          const { total, unsaid } = await lessons.within({}, 5, [word]);
          return unsaid ? 0 : total;
        }),
      );
    expect(await found('zebror')).toEqual([0, 0]);
    await says(here, 'Räkna zebrorna först');
    expect(await found('zebror')).toEqual([1, 1]);
    await says(there, 'Räkna giraffer');
    expect(await found('zebror')).toEqual([0, 0]);
    expect(await found('giraffen')).toEqual([1, 1]);
  });

  it('also an item of which nothing had been learnt before', async () => {
    const contract = until('followed-up');
    const state = known(contract);
    const body = { state, history: historyOf(contract), notices: [] };
    await sqlite.store.put({ kind: 'case', id: beds.id, index: caseIndex(state, governance, 0), body }, null);
    const samordna = await samordnaOver(sqlite.store);
    expect(await samordna.lessons.related({ title: beds.title }, 5)).toEqual([]);
    await says(samordna, 'Räkna zebrorna');
    expect(await samordna.lessons.related({ title: beds.title }, 5)).toHaveLength(1);
    expect(await samordna.lessons.within({}, 5, ['zebra'])).toMatchObject({ total: 1 });
  });

  it('at the latest when its notices are expanded, where the process that wrote it ended before it said so', async () => {
    await keep(beds.id);
    const lessons = createLessons(sqlite.store);
    expect(await lessons.within({}, 5, ['zebror'])).toMatchObject({ unsaid: true });
    const ending: DocumentStore = {
      ...sqlite.store,
      put: (document, expected) =>
        document.id === 'changes:lessons'
          ? Promise.reject(new Error('ended'))
          : sqlite.store.put(document, expected),
    };
    await says(await samordnaOver(ending), 'Räkna zebrorna');
    expect(await lessons.within({}, 5, ['zebror'])).toMatchObject({ unsaid: true });
    await (await samordnaOver(sqlite.store)).outbox.expand(10);
    expect(await lessons.within({}, 5, ['zebror'])).toMatchObject({ total: 1 });
  });
});

describe('what is kept of lessons is changed case by case', () => {
  /** How many cases are read in one turn of the event loop at most, how many in all, and how often their indexes are. */
  const watched = () => {
    const seen = { most: 0, cases: 0, indexes: 0 };
    let inTurn = 0;
    const store: DocumentStore = {
      ...sqlite.store,
      get: (kind, id) => {
        if (kind === 'case') {
          if (inTurn === 0)
            setImmediate(() => {
              inTurn = 0;
            });
          inTurn += 1;
          seen.cases += 1;
          seen.most = Math.max(seen.most, inTurn);
        }
        return sqlite.store.get(kind, id);
      },
      indexes: (query) => {
        seen.indexes += 1;
        return sqlite.store.indexes(query);
      },
    };
    return { store, seen };
  };

  it('of many none but those that were written are read again, and no more than a hundred in one step', async () => {
    await Promise.all(Array.from({ length: 250 }, (_, n) => keep(`CASE-${n}`)));
    const { store, seen } = watched();
    const lessons = createLessons(store);
    await lessons.within({}, 5, ['provtryck']);
    expect(seen.most).toBeLessThanOrEqual(100);
    expect(seen.cases).toBeGreaterThanOrEqual(250);
    const { cases, indexes } = { ...seen };
    await lessons.within({}, 0, ['provtryck']);
    expect(seen).toMatchObject({ cases, indexes });
    await noteChange(store, 'lessons', 'CASE-7');
    await lessons.within({}, 0, ['provtryck']);
    // For the catalogue and for the texts.
    expect(seen).toMatchObject({ cases: cases + 2, indexes });
  });

  it('who has missed more changes than are told reads all anew; who failed halfway too', async () => {
    const did: string[] = [];
    let failing = false;
    const kept = keptByChanges<string[]>(sqlite.store, 'lessons', {
      make: async () => {
        did.push('made');
        return [];
      },
      change: async (_, ids) => {
        did.push(ids.join());
        if (failing) throw new Error('halfway');
      },
    });
    await kept();
    await kept();
    await noteChange(sqlite.store, 'lessons', 'A');
    await noteChange(sqlite.store, 'lessons', 'A');
    await noteChange(sqlite.store, 'lessons', 'B');
    await kept();
    expect(did).toEqual(['made', 'A,B']);
    for (let n = 0; n <= 500; n += 1) await noteChange(sqlite.store, 'lessons', `C${n}`);
    await kept();
    expect(did).toEqual(['made', 'A,B', 'made']);
    await noteChange(sqlite.store, 'lessons', 'D');
    failing = true;
    await expect(kept()).rejects.toThrow('halfway');
    await kept();
    expect(did).toEqual(['made', 'A,B', 'made', 'D', 'made']);
  });

  it('many who ask at the same time wait for one making', async () => {
    let made = 0;
    const kept = keptByChanges<number>(sqlite.store, 'lessons', {
      make: async () => {
        made += 1;
        return made;
      },
      change: async () => {},
    });
    expect(await Promise.all([kept(), kept(), kept()])).toEqual([1, 1, 1]);
  });
});
