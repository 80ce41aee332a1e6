import { createDirectory, type Directory } from '#domain/directory/directory.ts';
import type { Person } from '#domain/directory/person.ts';
import { loadAbsences } from './absences.ts';
import { allDocuments } from './paging.ts';
import type { DocumentStore } from './ports/documents.ts';
import { bump, snapshotOf } from './versions.ts';

export interface DirectoryChange {
  readonly created: number;
  readonly revised: number;
  readonly unchanged: number;
}

export interface People {
  /** Everybody known, as of the last import. */
  directory(): Promise<Directory>;
  /** Adds and corrects; nobody is removed, since the record names them. */
  import(people: readonly Person[]): Promise<DirectoryChange>;
}

const same = (a: Person, b: Person): boolean => JSON.stringify(a) === JSON.stringify(b);

export const createPeople = (store: DocumentStore): People => {
  const load = async (): Promise<Directory> => {
    const people: Person[] = [];
    for await (const { body } of allDocuments<Person>(store, { kind: 'person' })) people.push(body);
    people.sort((a, b) => (a.email < b.email ? -1 : a.email > b.email ? 1 : 0));
    return createDirectory(people, await loadAbsences(store));
  };
  const write = async (person: Person): Promise<keyof DirectoryChange> => {
    for (;;) {
      const known = await store.get<Person>('person', person.id);
      if (known && same(known.body, person)) return 'unchanged';
      const { id, region, email } = person;
      const document = {
        kind: 'person',
        id,
        index: { region, person: id, key: email },
        body: person,
      } as const;
      const written = await store.put(document, known?.etag ?? null);
      if (written.ok) return known ? 'revised' : 'created';
    }
  };
  return {
    directory: snapshotOf(store, 'directory', load),
    import: async (people) => {
      const done = await Promise.all(people.map(write));
      await bump(store, 'directory');
      const count = (what: keyof DirectoryChange) => done.filter((outcome) => outcome === what).length;
      return { created: count('created'), revised: count('revised'), unchanged: count('unchanged') };
    },
  };
};
