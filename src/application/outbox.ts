import type { Audience, Notice } from '#domain/coordination/notice.ts';
import type { Directory } from '#domain/directory/directory.ts';
import { isRole } from '#domain/directory/person.ts';
import type { PersonId } from '#domain/shared/ids.ts';
import { never } from '#domain/shared/result.ts';
import type { CaseBody } from './cases.ts';
import type { Clock } from './clock.ts';
import { plannedMessage } from './messages.ts';
import { allDocuments } from './paging.ts';
import type { People } from './people.ts';
import type { MessageBody, Outbox } from './ports/delivery.ts';
import type { DocumentStore, StoredDocument } from './ports/documents.ts';
import type { Presenter } from './presenter.ts';

const peopleOf = (audience: Audience, directory: Directory): readonly PersonId[] => {
  switch (audience.to) {
    case 'person':
      return [audience.person];
    case 'unit':
      return directory.managersOf(audience.unit).map((person) => person.id);
    case 'role': {
      const { role, regions } = audience;
      if (!isRole(role)) return [];
      return regions.flatMap((region) => directory.inRole(role, region).map((person) => person.id));
    }
    default:
      return never(audience);
  }
};

export interface OutboxOptions {
  readonly store: DocumentStore;
  readonly people: Pick<People, 'directory'>;
  readonly presenter: Pick<Presenter, 'living'>;
  readonly machineClock: Clock;
}

/** Notices become messages with deterministic ids; whatever is repeated after a crash meets a conflict, not a second card. */
export const createOutbox = ({ store, people, presenter, machineClock }: OutboxOptions): Outbox => {
  const plan = async (notice: Notice, directory: Directory): Promise<void> => {
    const recipients = new Set(notice.audience.flatMap((audience) => peopleOf(audience, directory)));
    await Promise.all(
      [...recipients].map((person) => store.put(plannedMessage(person, notice, machineClock.now()), null)),
    );
  };

  /** Sent cards of a changed case are to be looked at again; a worker that is busy with one meets a conflict and rereads. */
  const markSent = async (parent: string): Promise<void> => {
    const marks: Promise<void>[] = [];
    const query = { kind: 'message', where: { parent, state: ['sent'] } } as const;
    for await (const message of allDocuments<MessageBody>(store, query)) marks.push(mark(message));
    await Promise.all(marks);
  };
  const mark = async (message: StoredDocument<MessageBody>): Promise<void> => {
    let known: StoredDocument<MessageBody> | null = message;
    while (known?.body.state.name === 'sent' && known.index.pending !== 1) {
      const { etag, ...document }: StoredDocument<MessageBody> = known;
      const marked = { ...document, index: { ...document.index, pending: 1 } as const };
      if ((await store.put(marked, etag)).ok) return;
      known = await store.get<MessageBody>('message', message.id);
    }
  };

  const expandCase = async (document: StoredDocument<CaseBody>, directory: Directory): Promise<void> => {
    const { kind, id, index, body, etag } = document;
    await Promise.all(body.notices.map((notice) => plan(notice, directory)));
    await markSent(id);
    // A commit in between keeps its `pending`, and the next round expands again what is then there.
    const left = body.notices.length > 0 ? { ...body, notices: [] } : body;
    await store.put({ kind, id, index: { ...index, pending: 0 }, body: left }, etag);
  };

  return {
    expand: async (limit) => {
      const page = await store.query<CaseBody>({ kind: 'case', where: { pending: 1 }, limit });
      if (page.documents.length === 0) return 0;
      const directory = await people.directory();
      await Promise.all(page.documents.map((document) => expandCase(document, directory)));
      return page.documents.length;
    },
    render: presenter.living,
  };
};
