import canonicalize from 'canonicalize';
import type { CaseBody } from '#application/cases.ts';
import { allDocuments } from '#application/paging.ts';
import { replay } from '#domain/coordination/evolve.ts';
import { brokenAt } from '#domain/record/history.ts';
import type { CliContext } from '../context.ts';
import { DONE, type Outcome, REFUSED } from '../output.ts';

interface Broken {
  readonly case: string;
  /** Null when the chain is whole but the state is not what it says. */
  readonly entry: number | null;
}

/** Follows every case's chain and replays it: the state must be what the record says. */
export const auditVerify = async ({ store }: CliContext): Promise<Outcome> => {
  let cases = 0;
  let entries = 0;
  const broken: Broken[] = [];
  for await (const { id, body } of allDocuments<CaseBody>(store, { kind: 'case' })) {
    cases += 1;
    entries += body.history.length;
    const at = brokenAt(body.history);
    if (at !== null) broken.push({ case: id, entry: at });
    else if (!replays(body)) broken.push({ case: id, entry: null });
  }
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
