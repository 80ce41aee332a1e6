import type { Audience, CardKind, Notice } from '#domain/coordination/notice.ts';
import type { Directory } from '#domain/directory/directory.ts';
import { isRole } from '#domain/directory/person.ts';
import { dateOf } from '#domain/shared/calendar.ts';
import type { PersonId, PlainDate } from '#domain/shared/ids.ts';
import { never } from '#domain/shared/result.ts';
import { carrying } from '#rendering/carrying.ts';
import { present } from './absences.ts';
import { type Acts, actsIn, hasActed } from './acts.ts';
import type { Addresses } from './addresses.ts';
import type { CaseBody } from './cases.ts';
import { noteChange } from './changes.ts';
import type { Clock } from './clock.ts';
import { hasLessons } from './figures/lesson-texts.ts';
import { evidenced, isStanding, plannedMessage, tenantOf } from './messages.ts';
import { allDocuments } from './paging.ts';
import type { People } from './people.ts';
import { type MessageBody, type Outbox, type Queue, STANDING, type ToRender } from './ports/delivery.ts';
import type { DocumentStore, StoredDocument } from './ports/documents.ts';
import type { Presenter } from './presenter.ts';

const peopleOf = (audience: Audience, directory: Directory, on: PlainDate): readonly PersonId[] => {
  switch (audience.to) {
    case 'person':
      return [audience.person];
    case 'unit':
      return present(
        directory,
        directory.managersOf(audience.unit).map((person) => person.id),
        on,
      );
    case 'role': {
      const { role, regions } = audience;
      if (!isRole(role)) return [];
      return regions.flatMap((region) => directory.inRole(role, region).map((person) => person.id));
    }
    default:
      return never(audience);
  }
};

/** A deputy may do what these ask for, and nothing else. */
const DEPUTISED: readonly CardKind[] = ['request', 'solution'];

export interface OutboxOptions {
  readonly store: DocumentStore;
  readonly people: Pick<People, 'directory'>;
  readonly presenter: Pick<Presenter, 'living' | 'now'>;
  readonly addresses: Pick<Addresses, 'get'>;
  readonly machineClock: Clock;
  /** Teams asks for a card's fresh look when its reader sees it. The local Teams does not know how. */
  readonly refreshes: boolean;
}

/** Notices become messages with deterministic ids; whatever is repeated after a crash meets a conflict, not a second card. */
export const createOutbox = (options: OutboxOptions): Outbox => {
  const { store, people, presenter, addresses, machineClock, refreshes } = options;

  /** The tenants of those for whom it was new. */
  const plan = async (notice: Notice, directory: Directory): Promise<readonly string[]> => {
    const today = dateOf(presenter.now());
    const recipients = new Set(notice.audience.flatMap((audience) => peopleOf(audience, directory, today)));
    const planned = await Promise.all(
      [...recipients].map(async (person) => {
        const written = await store.put(plannedMessage(person, notice, machineClock.now()), null);
        return written.ok ? [tenantOf(person)] : [];
      }),
    );
    return planned.flat();
  };

  /**
   * Standing cards of a changed case are to be looked at again, and whoever did something about it has answered; a worker
   * that is busy with a card meets a conflict and rereads.
   */
  const mark = async (message: StoredDocument<MessageBody>, acts: Acts): Promise<void> => {
    let known: StoredDocument<MessageBody> | null = message;
    while (known && isStanding(known.body.state)) {
      const { etag, ...document }: StoredDocument<MessageBody> = known;
      const now = machineClock.now();
      const answered = hasActed(acts, known.body) ? evidenced(known, 'answered', now) : null;
      if (known.index.pending === 1 && answered === null) return;
      const next = answered?.ok ? { ...document, ...answered.value } : document;
      const marked = { ...next, index: { ...next.index, pending: 1 } as const };
      if ((await store.put(marked, etag)).ok) return;
      known = await store.get<MessageBody>('message', message.id);
    }
  };
  const markStanding = async ({ id, body }: StoredDocument<CaseBody>): Promise<void> => {
    const acts = actsIn(body.history);
    const marks: Promise<void>[] = [];
    const query = { kind: 'message', where: { parent: id, state: STANDING } } as const;
    for await (const message of allDocuments<MessageBody>(store, query)) marks.push(mark(message, acts));
    await Promise.all(marks);
  };

  const expandCase = async (
    document: StoredDocument<CaseBody>,
    directory: Directory,
  ): Promise<readonly Queue[]> => {
    const { kind, id, index, body, etag } = document;
    const tenants = await Promise.all(body.notices.map((notice) => plan(notice, directory)));
    await markStanding(document);
    if (hasLessons(body.state)) await noteChange(store, 'lessons', id);
    // A commit in between keeps its `pending`, and the next round expands again what is then there.
    // The body stays as it is, and a store need not write it again: its notices are done with once nothing is pending.
    await store.put({ kind, id, index: { ...index, pending: 0 }, body }, etag);
    return [...new Set(tenants.flat())].map((tenant) => ({ tenant, round: id }));
  };

  const refreshing = async (what: ToRender): Promise<readonly string[]> => {
    const to = refreshes ? await addresses.get(what.person) : null;
    return to ? [to.userId] : [];
  };

  return {
    expand: async (limit) => {
      const page = await store.query<CaseBody>({ kind: 'case', where: { pending: 1 }, limit });
      if (page.documents.length === 0) return { cases: 0, queues: [] };
      const directory = await people.directory();
      const queues = await Promise.all(page.documents.map((document) => expandCase(document, directory)));
      return { cases: page.documents.length, queues: queues.flat() };
    },
    bundles: ({ subject }) => subject.card === 'request',
    render: async (what) => {
      const rendered = await presenter.living(what);
      return rendered && { ...rendered, card: carrying(rendered.card, what.id, await refreshing(what)) };
    },
    deputise: async ({ person, deliveries: [first], insteadOf }) => {
      const { notice: id, subject, occasion, at } = first;
      if (insteadOf !== undefined || !DEPUTISED.includes(subject.card)) return false;
      const deputy = (await people.directory()).person(person)?.deputy ?? null;
      if (deputy === null) return false;
      await store.put(
        plannedMessage(deputy, { id, subject, occasion, at }, machineClock.now(), person),
        null,
      );
      return true;
    },
  };
};
