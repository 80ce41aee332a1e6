import type { Directory } from '#domain/directory/directory.ts';
import type { PersonId, PlainDate } from '#domain/shared/ids.ts';
import { allDocuments } from './paging.ts';
import type { DocumentStore } from './ports/documents.ts';

/** Until when a person is away: the last day, and nothing else. It is told by themselves and ends by itself. */
interface AbsenceBody {
  readonly person: PersonId;
  readonly until: PlainDate;
}

const KEY = 'absence';
const idOf = (person: PersonId): string => `${KEY}:${person}`;

/** Every absence that was ever told and not taken back; whether one still lasts is a question of the day. */
export const loadAbsences = async (store: DocumentStore): Promise<ReadonlyMap<PersonId, PlainDate>> => {
  const found = new Map<PersonId, PlainDate>();
  for await (const { body } of allDocuments<AbsenceBody>(store, { kind: 'setting', where: { key: KEY } })) {
    found.set(body.person, body.until);
  }
  return found;
};

/** `until` null: back. */
export const saveAbsence = async (
  store: DocumentStore,
  person: PersonId,
  until: PlainDate | null,
): Promise<void> => {
  if (until === null) {
    await store.remove('setting', idOf(person));
    return;
  }
  const body: AbsenceBody = { person, until };
  for (;;) {
    const known = await store.get<AbsenceBody>('setting', idOf(person));
    const document = { kind: 'setting', id: idOf(person), index: { person, key: KEY }, body } as const;
    if ((await store.put(document, known?.etag ?? null)).ok) return;
  }
};

/**
 * Who gets what is for these people on that day: whoever is away is stood in for by their deputy; without one, or with
 * one who is away too, it goes to themselves, so that nothing is lost.
 */
export const present = (
  directory: Directory,
  people: readonly PersonId[],
  on: PlainDate,
): readonly PersonId[] => [...new Set(people.map((id) => standIn(directory, id, on) ?? id))];

/** The deputy who stands in for somebody who is away that day; null when they are here, or nobody does. */
export const standIn = (directory: Directory, person: PersonId, on: PlainDate): PersonId | null => {
  if (directory.awayUntil(person, on) === null) return null;
  const deputy = directory.person(person)?.deputy ?? null;
  return deputy !== null && directory.person(deputy) && directory.awayUntil(deputy, on) === null
    ? deputy
    : null;
};
