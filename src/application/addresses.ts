import type { PersonId } from '#domain/shared/ids.ts';
import type { Language } from '#domain/shared/language.ts';
import { allDocuments } from './paging.ts';
import type { DocumentStore } from './ports/documents.ts';
import type { ConversationAddress } from './ports/teams.ts';

interface AddressBody {
  /** Null since the person removed the bot. */
  readonly address: ConversationAddress | null;
  /** The language of the person's client, for who has none in the directory. */
  readonly language: Language | null;
}

/** How to reach people: a cache that messages and installations rebuild. */
export interface Addresses {
  get(person: PersonId): Promise<ConversationAddress | null>;
  language(person: PersonId): Promise<Language | null>;
  /** True when this is news: somebody could not be reached there before. */
  learn(address: ConversationAddress, language: Language | null): Promise<boolean>;
  /** The person removed the bot. */
  forget(person: PersonId): Promise<void>;
  hasLeft(person: PersonId): Promise<boolean>;
  reachable(): Promise<ReadonlySet<PersonId>>;
  forgetAll(): Promise<void>;
}

export const createAddresses = (store: DocumentStore): Addresses => {
  // What this process has seen written, so that each press of a button need not read it again.
  const seen = new Map<PersonId, string>();
  const read = (person: PersonId) => store.get<AddressBody>('conversation', person);
  return {
    get: async (person) => (await read(person))?.body.address ?? null,
    language: async (person) => (await read(person))?.body.language ?? null,
    learn: async (address, language) => {
      const { person } = address;
      const body: AddressBody = { address, language };
      const text = JSON.stringify(body);
      if (seen.get(person) === text) return false;
      for (;;) {
        const known = await read(person);
        if (known && JSON.stringify(known.body) === text) break;
        const document = { kind: 'conversation', id: person, index: { person }, body } as const;
        if ((await store.put(document, known?.etag ?? null)).ok) break;
      }
      seen.set(person, text);
      return true;
    },
    forget: async (person) => {
      seen.delete(person);
      for (;;) {
        const known = await read(person);
        if (!known) return;
        const { kind, id, index, etag } = known;
        const body: AddressBody = { ...known.body, address: null };
        if ((await store.put({ kind, id, index, body }, etag)).ok) return;
      }
    },
    hasLeft: async (person) => (await read(person))?.body.address === null,
    reachable: async () => {
      const people = new Set<PersonId>();
      for await (const { body } of allDocuments<AddressBody>(store, { kind: 'conversation' })) {
        if (body.address) people.add(body.address.person);
      }
      return people;
    },
    forgetAll: async () => {
      seen.clear();
      const ids: string[] = [];
      for await (const { id } of allDocuments(store, { kind: 'conversation' })) ids.push(id);
      for (const id of ids) await store.remove('conversation', id);
    },
  };
};
