import { type Governance, governanceThen } from '../authority/governance.ts';
import type { Matter } from '../authority/mandates.ts';
import { type RequiredDecision, requiredDecisions } from '../authority/required.ts';
import type { PlainDate, RegionId } from '../shared/ids.ts';
import type { StageDecision } from './stages.ts';

/** What is to be decided, as it is now. */
export interface StageMatter {
  readonly matter: Matter;
  readonly revision: number;
  /** The first revision with the scope and category that it has now. */
  readonly since: number;
}

/** Whether whoever decided is the one whose decision a row demands. */
const isHolders = (decision: StageDecision, { rule, holder }: RequiredDecision): boolean => {
  if (decision.rule === rule) return true;
  if (decision.body !== holder.body) return false;
  // The body itself may decide what it has delegated, not the other way round, nor one delegate for another (KL 6:37–38, 7:5).
  return (
    decision.delegate === undefined || (holder.kind === 'delegate' && holder.person === decision.delegate)
  );
};

/**
 * Whether a decision on file counts for a region and the matter as it is now (laws 3 and 6). Its holder could have decided
 * this matter on the day, by the rows of that day: so it stands when the rows or the body are others since, and does not
 * when the matter has outgrown them. A change of scope or category makes it another matter. Once value or dates were
 * revised (law 3), whoever must decide today is to be the one who did. A decision is used up by what it was for.
 */
export const stands = (
  decision: StageDecision,
  region: RegionId,
  about: StageMatter,
  governance: Governance,
  today: PlainDate,
): boolean => {
  const { date, kind, usedOn, revision, regions } = decision;
  if (!regions.includes(region) || date > today || usedOn !== undefined || revision < about.since)
    return false;
  const holds = (rows: Governance, day: PlainDate) =>
    requiredDecisions(about.matter, rows, day, kind, [region]).required.some((needed) =>
      isHolders(decision, needed),
    );
  return (
    holds(governanceThen(governance, date), date) && (revision === about.revision || holds(governance, today))
  );
};
