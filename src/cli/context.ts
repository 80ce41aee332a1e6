import { randomBytes } from 'node:crypto';
import { userInfo } from 'node:os';
import { actorOf } from '#application/asking.ts';
import type { DocumentStore } from '#application/ports/documents.ts';
import { createSamordna, type Samordna } from '#application/samordna.ts';
import { storedClock } from '#application/stored-clock.ts';
import { loadStoreConfig, parseStore } from '#config';
import type { Person } from '#domain/directory/person.ts';
import type { Actor } from '#domain/shared/actor.ts';
import { instantOf, parseInstant } from '#domain/shared/calendar.ts';
import { openStore } from '#store/open.ts';
import { badInput } from './output.ts';

/** Options that every command takes. */
export interface Globals {
  readonly store?: string;
  readonly now?: string;
  readonly as?: string;
  readonly json?: boolean;
}

export interface CliContext {
  readonly store: DocumentStore;
  readonly samordna: Samordna;
  /** Whom `--as` names; refuses an unknown one, or none where a person is needed. */
  person(): Promise<Person>;
  /** `--as`'s person, else `cli:<os user>`, who may import, prepare, open rounds and read. */
  actor(): Promise<Actor>;
}

const machine = { now: () => instantOf(Date.now()) };

/** Opens the store, runs the command, closes the store whatever happens. */
export const withContext = async <T>(
  globals: Globals,
  work: (context: CliContext) => Promise<T>,
): Promise<T> => {
  const key = process.env.COSMOS_KEY ?? null;
  const config = globals.store === undefined ? loadStoreConfig() : parseStore(globals.store, key);
  if (!config.ok) throw badInput(config.error);
  const fixed = globals.now === undefined ? null : parseInstant(globals.now);
  if (globals.now !== undefined && fixed === null) {
    throw badInput(
      `--now is "${globals.now}", which is no instant: write it like 2026-11-22T09:00:00+01:00.`,
    );
  }
  const store = await openStore(config.value);
  try {
    const clock = fixed ? { now: () => fixed } : await storedClock(store, machine);
    const samordna = createSamordna({
      store,
      clock,
      machineClock: machine,
      salt: () => randomBytes(12).toString('base64url'),
    });
    const person = async (): Promise<Person> => {
      if (globals.as === undefined) throw badInput('Say who you are with --as PERSON (id or e-mail).');
      const found = (await samordna.people.directory()).find(globals.as);
      if (!found) {
        throw badInput(
          `Nobody in the directory is called "${globals.as}": give the id or e-mail of somebody who was imported.`,
        );
      }
      return found;
    };
    const actor = async (): Promise<Actor> =>
      globals.as === undefined ? { kind: 'operator', name: userInfo().username } : actorOf(await person());
    return await work({ store, samordna, person, actor });
  } finally {
    await store.close();
  }
};
