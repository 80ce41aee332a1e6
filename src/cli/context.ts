import { randomBytes } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { actorOf } from '#application/asking.ts';
import type { Clock } from '#application/clock.ts';
import { createPeople } from '#application/people.ts';
import type { DocumentStore } from '#application/ports/documents.ts';
import type { Samordna } from '#application/samordna.ts';
import { loadStoreConfig, type StoreConfig } from '#config';
import type { Person } from '#domain/directory/person.ts';
import type { Actor } from '#domain/shared/actor.ts';
import type { Instant } from '#domain/shared/ids.ts';
import { openStore } from '#store/open.ts';
import { badInput, Failure, notThere } from './output.ts';

/** Options that every command takes. */
export interface Globals {
  readonly store?: string;
  readonly now?: string;
  readonly as?: string;
  readonly json?: boolean;
}

/** `read` leaves no database behind where there was none: a mistyped path shows, and a dry run writes nothing. */
export type Access = 'read' | 'write';

export interface CliContext {
  readonly store: DocumentStore;
  /** All that Samordna can do. Loading it takes longer than most commands, so only those that need it ask for it. */
  samordna(): Promise<Samordna>;
  /** Whom `--as` names; refuses when nobody is named. */
  person(): Promise<Person>;
  /** `--as`'s person, else `cli:<os user>`, who may import, prepare, open rounds and read. */
  actor(): Promise<Actor>;
}

const instantIn = async (text: string): Promise<Instant> => {
  const { parseInstant } = await import('#domain/shared/calendar.ts');
  const instant = parseInstant(text);
  // Instants are compared as text, which orders the years 0000 to 9999 only.
  if (instant !== null && /^\d/.test(instant)) return instant;
  throw badInput(`--now is "${text}", which is no instant: write it like 2026-11-22T09:00:00+01:00.`);
};

/** `note`: what whoever reads the result should know about the store. */
const open = async (
  config: StoreConfig,
  access: Access,
): Promise<{ readonly store: DocumentStore; readonly note?: string }> => {
  if (config.kind !== 'sqlite') return { store: await openStore(config) };
  const { path } = config;
  const exists = existsSync(path);
  if (exists && statSync(path).isDirectory()) {
    throw badInput(`The store ${path} is a folder: name the database file in it.`);
  }
  if (access === 'write' || exists) return { store: await openStore(config) };
  return {
    store: await openStore({ kind: 'sqlite', path: ':memory:' }),
    note: `There is no database at ${path} yet: an empty one is read, and none is made.`,
  };
};

const operator = (): Actor => {
  try {
    return { kind: 'operator', name: userInfo().username };
  } catch {
    // A container's user often has a number and no name.
    return { kind: 'operator', name: String(process.getuid?.() ?? 'unknown') };
  }
};

const load = async (store: DocumentStore, fixed: Instant | null): Promise<Samordna> => {
  const [{ createSamordna }, { storedClock }, { instantOf }] = await Promise.all([
    import('#application/samordna.ts'),
    import('#application/stored-clock.ts'),
    import('#domain/shared/calendar.ts'),
  ]);
  const machineClock: Clock = { now: () => instantOf(Date.now()) };
  const clock = fixed === null ? await storedClock(store, machineClock) : { now: () => fixed };
  const salt = () => randomBytes(12).toString('base64url');
  return createSamordna({ store, clock, machineClock, salt });
};

const named = async (store: DocumentStore, who: string): Promise<Person> => {
  const found = (await createPeople(store).directory()).find(who);
  if (found) return found;
  throw notThere(
    `Nobody in the directory has the id or e-mail "${who}": correct --as, or import the directory first.`,
  );
};

/** Opens the store, runs the command, closes the store whatever happens. */
export const withContext = async <T>(
  globals: Globals,
  access: Access,
  work: (context: CliContext) => Promise<T>,
): Promise<T> => {
  const config = loadStoreConfig(undefined, globals.store);
  if (!config.ok) throw badInput(config.error);
  const fixed = globals.now === undefined ? null : await instantIn(globals.now);
  const { store, note } = await open(config.value, access);
  const say = () => note !== undefined && console.error(note);
  try {
    const person = globals.as === undefined ? null : await named(store, globals.as);
    let samordna: Promise<Samordna> | null = null;
    const done = await work({
      store,
      samordna: () => {
        samordna ??= load(store, fixed);
        return samordna;
      },
      person: async () => {
        if (person) return person;
        throw badInput('Say who asks with --as PERSON (id or e-mail).');
      },
      actor: async () => (person ? actorOf(person) : operator()),
    });
    say();
    return done;
  } catch (error) {
    // Of a mistake in a file or an option one sentence is enough.
    if (error instanceof Failure && error.inStore) say();
    throw error;
  } finally {
    await store.close();
  }
};
