import type { Caller } from '#application/ports/teams.ts';
import { createSamordna, type Samordna } from '#application/samordna.ts';
import { prepareDemo } from '#demo/prepare.ts';
import type { Instant } from '#domain/shared/ids.ts';
import { type TemporarySqlite, temporarySqlite } from '#support/stores.ts';
import { typedOut } from '../../edges/rendering/card-tree.ts';

/** Anna is an officer, Erik manages a unit; the rest of the demo's people are there too. */
export const ANNA = 'anna.lindqvist@sormland.example.se';
export const ERIK = 'erik.sandstrom@sormland.example.se';

export interface Talk {
  readonly samordna: Samordna;
  readonly sqlite: TemporarySqlite;
  callerOf(email: string): Promise<Caller>;
  says(email: string, text: string): Promise<string>;
  presses(email: string, data: unknown): Promise<string>;
}

/** The demo's 131 procurements and people over a store of its own; what is said or pressed is answered as one text. */
export const talk = async (now: Instant, publicUrl: string | null = null): Promise<Talk> => {
  const sqlite = await temporarySqlite();
  const clock = { now: () => now };
  let n = 0;
  const samordna = createSamordna({
    store: sqlite.store,
    clock,
    publicUrl,
    machineClock: clock,
    salt: () => `s${n++}`,
  });
  await prepareDemo(sqlite.store, samordna);
  const callerOf = async (email: string): Promise<Caller> => {
    const person = (await samordna.people.directory()).find(email);
    if (!person) throw new Error(`nobody is ${email}`);
    const [tenantId = ''] = person.id.split(':');
    return { person: person.id, tenantId, name: null, locale: null, scope: 'personal', address: null };
  };
  return {
    callerOf,
    samordna,
    sqlite,
    says: async (email, text) => {
      const replies = await samordna.conversation.said(await callerOf(email), text, []);
      return typedOut(JSON.stringify(replies.map(({ card }) => card)));
    },
    presses: async (email, data) =>
      typedOut(JSON.stringify((await samordna.conversation.pressed(await callerOf(email), data)).card)),
  };
};
