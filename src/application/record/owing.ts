import canonicalize from 'canonicalize';
import { dueAt, dueAtLatest } from '#domain/coordination/clock.ts';
import { replay } from '#domain/coordination/evolve.ts';
import type { Notice } from '#domain/coordination/notice.ts';
import { noticesFor } from '#domain/coordination/notices.ts';
import type { PersonId } from '#domain/shared/ids.ts';
import type { CaseBody } from '../cases.ts';
import { messageId } from '../messages.ts';
import { allDocuments } from '../paging.ts';
import type { MessageBody } from '../ports/delivery.ts';
import type { DocumentStore, StoredDocument } from '../ports/documents.ts';
import type { Rules } from '../rules.ts';

type Case = StoredDocument<CaseBody>;
type Telling = Omit<Notice, 'id'>;

/** Who is told by name: whom a unit or a role meant is the directory's to say, and may be another today. */
const named = ({ audience }: Telling): PersonId[] =>
  audience.flatMap((one) => (one.to === 'person' ? [one.person] : []));

/**
 * When the clock next looks at a case follows from its state and the rows of the day of its last entry. By another edition
 * of the rules the instant may have been an earlier one, never one later than the case itself allows.
 */
export const clockHolds = async (rules: Pick<Rules, 'at'>, { index, body }: Case): Promise<boolean> => {
  const { state, history } = body;
  const last = history.at(-1);
  if (!last) return true;
  const rows = await rules.at(last.event.at);
  const kept = index.dueAt;
  const due = dueAt(state, rows) ?? undefined;
  if (rows.version === last.ruleVersion) return kept === due;
  const latest = dueAtLatest(state);
  return (kept === undefined) === (due === undefined) && (latest === null || (kept ?? latest) <= latest);
};

/** Of the newest entries, those of one moment, who was to be told by name. By another edition others may have been: null. */
const newest = async (
  rules: Pick<Rules, 'at'>,
  { history }: CaseBody,
): Promise<readonly Telling[] | null> => {
  const last = history.at(-1);
  if (!last) return [];
  const { at } = last.event;
  const governance = await rules.at(at);
  const from = history.findLastIndex(({ event }) => event.at !== at) + 1;
  const entries = history.slice(from);
  if (entries.some(({ ruleVersion }) => ruleVersion !== governance.version)) return null;
  const before = replay(history.slice(0, from).map(({ event }) => event));
  const context = { now: at, actor: { kind: 'clock' }, governance } as const;
  return noticesFor(
    before,
    entries.map(({ event }) => event),
    context,
  );
};

const toWhom = ({ at, subject, occasion }: Omit<Telling, 'audience'>, person: PersonId): string =>
  canonicalize([at, subject, occasion, person]) ?? '';

/** What somebody is to be told, or has a message of. */
const known = async (store: DocumentStore, { id, body }: Case): Promise<Set<string>> => {
  const told = new Set(body.notices.flatMap((one) => named(one).map((person) => toWhom(one, person))));
  const query = { kind: 'message', where: { parent: id } } as const;
  for await (const { body: message } of allDocuments<MessageBody>(store, query)) {
    for (const one of message.deliveries) told.add(toWhom(one, message.person));
  }
  return told;
};

/**
 * Whether a case still owes what it must: either something is to be told (`pending` 1), and then whoever the newest entries
 * name is among them or has a message, or nothing is (0), and then everybody whom the kept notices name has one. A case
 * with neither would tell nobody ever again.
 */
export const tellingHolds = async (
  store: DocumentStore,
  rules: Pick<Rules, 'at'>,
  document: Case,
): Promise<boolean> => {
  const { index, body } = document;
  if (!Array.isArray(body.notices)) return false;
  if (index.pending === 1) {
    const owed = (await newest(rules, body)) ?? [];
    const told = await known(store, document);
    return owed.every((one) => named(one).every((person) => told.has(toWhom(one, person))));
  }
  if (index.pending !== 0) return false;
  for (const notice of body.notices) {
    for (const person of named(notice)) {
      if ((await store.get('message', messageId(notice.id, person))) === null) return false;
    }
  }
  return true;
};
