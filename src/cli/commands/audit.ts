import { readFile } from 'node:fs/promises';
import canonicalize from 'canonicalize';
import { type CaseBody, listingOf } from '#application/cases.ts';
import { allDocuments } from '#application/paging.ts';
import type { MessageBody } from '#application/ports/delivery.ts';
import type { DocumentIndex, StoredDocument } from '#application/ports/documents.ts';
import { clockHolds, tellingHolds } from '#application/record/owing.ts';
import type { Samordna } from '#application/samordna.ts';
import { areCurrent } from '#domain/indicators/facts-text.ts';
import { earlierFault, type Fault, type FaultCode, faultOf, type Head } from '#domain/record/verify.ts';
import { parseJsonl } from '#reports/jsonl.ts';
import type { CliContext } from '../context.ts';
import { badInput, DONE, type Outcome, REFUSED } from '../output.ts';

interface Broken extends Fault {
  readonly case: string;
}

/** How many entries of each case were told of in messages: a notice carries the number of the entry that caused it. */
const toldOf = async ({ store }: CliContext): Promise<Map<string, number>> => {
  const told = new Map<string, number>();
  for await (const { body } of allDocuments<MessageBody>(store, { kind: 'message' })) {
    for (const { notice } of body.deliveries) {
      const [, item, entry] = /^(.*):(\d+):\d+$/s.exec(notice) ?? [];
      if (item !== undefined) told.set(item, Math.max(told.get(item) ?? 0, Number(entry)));
    }
  }
  return told;
};

/** A case that its index hides from the lists or the clock, or puts elsewhere, is as good as removed. */
const isListed = (
  { dueAt: _due, pending: _pending, key: _key, ...listed }: DocumentIndex,
  { state }: CaseBody,
): boolean => {
  const { facts, ...should } = listingOf(state);
  const { facts: kept, ...rest } = listed;
  // Facts that another version wrote, or none, are never read: the case itself is, until they are written anew.
  const factsHold = kept === undefined || !areCurrent(kept) || kept === facts;
  return factsHold && canonicalize(rest) === canonicalize(should);
};

/** What is kept beside the record for the lists, the clock and the outbox is what the record says. */
const standsBeside = async (
  { rules }: Pick<Samordna, 'rules'>,
  store: CliContext['store'],
  document: StoredDocument<CaseBody>,
): Promise<boolean> =>
  isListed(document.index, document.body) &&
  (await clockHolds(rules, document)) &&
  (await tellingHolds(store, rules, document));

/** A record under another case's id is whole in itself. */
const isElsewhere = (id: string, { state, history }: CaseBody): boolean => {
  const first = history[0]?.event;
  return state.item.id !== id || (first?.type === 'item-imported' && first.item.id !== id);
};

/** The entries that an export of earlier holds, by case: its hashes were written down where nobody rewrites them here. */
const exported = async (file: string | undefined): Promise<ReadonlyMap<string, readonly Head[]>> => {
  if (file === undefined) return new Map();
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) throw badInput(`The file ${file} cannot be read.`);
  const rows = parseJsonl(text);
  if (!rows.ok) throw badInput(`The file ${file} is no export in jsonl: ${rows.error}`);
  return Map.groupBy(rows.value, (row) => row.case);
};

const WORDS: Readonly<Record<FaultCode, string>> = {
  chain: 'was changed, removed or moved',
  text: 'has another text than the one that was written',
  'text-missing': 'has lost a text, and no decision on gallring names it',
  end: 'is missing, with everything after it',
  state: 'the state, or what the lists, the clock or the messages go by, is not what the record says',
  earlier: 'is not the one that was exported',
};
const sentence = ({ case: id, entry, why }: Broken): string =>
  entry === null ? `${id}: ${WORDS[why]}` : `${id}: entry ${entry} ${WORDS[why]}`;

/**
 * Follows every case's chain and replays it: the state must be what the record says. A chain that was cut short is whole
 * in itself, and a case that was removed has none; both are missed by the messages that told of them, and by an export
 * of earlier (`against`, jsonl). What the clock and the outbox go by stands beside the record, and must be what follows from
 * it. A record that was moved names another case than the one it stands under.
 */
export const auditVerify = async (context: CliContext, against?: string): Promise<Outcome> => {
  const { store } = context;
  const samordna = await context.samordna();
  const earlier = new Map(await exported(against));
  // Before the cases: what is committed meanwhile must not look as if it had been told of and removed.
  const told = await toldOf(context);
  let cases = 0;
  let entries = 0;
  const broken: Broken[] = [];
  for await (const document of allDocuments<CaseBody>(store, { kind: 'case' })) {
    const { id, body } = document;
    const { state, history, head } = body;
    cases += 1;
    entries += history.length;
    const missing: Fault | null =
      (told.get(id) ?? 0) > history.length ? { entry: history.length + 1, why: 'end' } : null;
    const elsewhere: Fault | null = isElsewhere(id, body) ? { entry: 1, why: 'chain' } : null;
    const found = faultOf(state, history, head);
    // Only of a whole record: what follows from a broken one says nothing.
    const unlisted: Fault | null =
      found === null && !(await standsBeside(samordna, store, document))
        ? { entry: null, why: 'state' }
        : null;
    const fault =
      (found?.why === 'state' ? null : found) ??
      elsewhere ??
      missing ??
      earlierFault(history, earlier.get(id) ?? []) ??
      found ??
      unlisted;
    if (fault) broken.push({ case: id, ...fault });
    told.delete(id);
    earlier.delete(id);
  }
  for (const id of [...new Set([...told.keys(), ...earlier.keys()])].sort()) {
    broken.push({ case: id, entry: 1, why: 'end' });
  }
  const sum = `${cases} cases with ${entries} entries`;
  const text =
    broken.length === 0
      ? `${sum}: every chain is whole.`
      : [`${sum}; broken:`, ...broken.map(sentence)].join('\n');
  return { exit: broken.length === 0 ? DONE : REFUSED, json: { cases, entries, broken }, text };
};
