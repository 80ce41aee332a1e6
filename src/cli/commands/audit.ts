import canonicalize from 'canonicalize';
import { type CaseBody, listingOf } from '#application/cases.ts';
import { allDocuments } from '#application/paging.ts';
import type { MessageBody } from '#application/ports/delivery.ts';
import type { DocumentIndex } from '#application/ports/documents.ts';
import { replay } from '#domain/coordination/evolve.ts';
import { brokenAt } from '#domain/record/history.ts';
import type { CliContext } from '../context.ts';
import { DONE, type Outcome, REFUSED } from '../output.ts';

interface Broken {
  readonly case: string;
  /** Null when the chain is whole but the state, or what lists go by, is not what it says. */
  readonly entry: number | null;
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

/** A case that its index hides from the lists, or puts elsewhere, is as good as removed. */
const isListed = (
  { dueAt: _due, pending: _pending, ...listed }: DocumentIndex,
  { state }: CaseBody,
): boolean => canonicalize(listed) === canonicalize(listingOf(state));

/**
 * Follows every case's chain and replays it: the state must be what the record says. A chain that was cut short is whole
 * in itself, and a case that was removed has none; both are missed by the messages that told of them.
 */
export const auditVerify = async (context: CliContext): Promise<Outcome> => {
  const { store } = context;
  // Before the cases: what is committed meanwhile must not look as if it had been told of and removed.
  const told = await toldOf(context);
  let cases = 0;
  let entries = 0;
  const broken: Broken[] = [];
  for await (const { id, index, body } of allDocuments<CaseBody>(store, { kind: 'case' })) {
    cases += 1;
    entries += body.history.length;
    const at = brokenAt(body.history);
    const missing = (told.get(id) ?? 0) > body.history.length;
    told.delete(id);
    if (at !== null) broken.push({ case: id, entry: at });
    else if (missing) broken.push({ case: id, entry: body.history.length + 1 });
    else if (!replays(body) || !isListed(index, body)) broken.push({ case: id, entry: null });
  }
  for (const id of [...told.keys()].sort()) broken.push({ case: id, entry: 1 });
  const text =
    broken.length === 0
      ? `${cases} cases with ${entries} entries: every chain is whole.`
      : `${cases} cases with ${entries} entries; broken: ${broken.map((one) => `${one.case}${one.entry === null ? '' : ` at ${one.entry}`}`).join(', ')}.`;
  return { exit: broken.length === 0 ? DONE : REFUSED, json: { cases, entries, broken }, text };
};

const replays = (body: CaseBody): boolean => {
  try {
    return canonicalize(replay(body.history.map((entry) => entry.event))) === canonicalize(body.state);
  } catch {
    return false;
  }
};
