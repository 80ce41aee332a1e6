import { type Adoption, type AdoptionProblem, adopt } from '#domain/authority/adopting.ts';
import type { Governance } from '#domain/authority/governance.ts';
import type { PlainDate } from '#domain/shared/ids.ts';
import { fail, ok, type Result } from '#domain/shared/result.ts';
import type { Rules } from './rules.ts';
import type { Ticker } from './ticking.ts';

/**
 * Makes rows that were proposed decided, by the decision that is named; open cases follow what binds now. Refused as
 * `adopt` refuses, and with null where there is no governance yet.
 */
export const adoptRows = async (
  rules: Pick<Rules, 'whole' | 'replace'>,
  ticker: Pick<Ticker, 'follow'>,
  adoption: Adoption,
  today: PlainDate,
): Promise<Result<Governance, AdoptionProblem | null>> => {
  const known = await rules.whole();
  if (!known) return fail(null);
  const adopted = adopt(known, adoption, today);
  if (!adopted.ok) return adopted;
  await rules.replace(adopted.value);
  await ticker.follow();
  return ok(adopted.value);
};
