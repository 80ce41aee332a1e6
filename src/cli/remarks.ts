import type { PlanOutcome } from '#application/importing.ts';
import type { Issue } from '#plan-import/issue.ts';
import { issueMessage } from '#plan-import/messages.ts';
import { sentenceOf } from './refusals.ts';

/** What is said about a row of a file. `row` is 1-based with the header counted; `message` begins with the place. */
export interface Remark {
  readonly row: number;
  readonly column: string | null;
  readonly value: string;
  readonly reason: string;
  readonly message: string;
}

/** What the file itself gave cause to. */
export const remarkOf = (issue: Issue): Remark => ({
  row: issue.row,
  column: issue.column,
  value: issue.value,
  reason: issue.reason,
  message: issueMessage(issue, 'en'),
});

/** What a rule refused: the row can be read, but its item may not change. */
export const refusalRemark = ({ row, item, refusal }: PlanOutcome['refused'][number]): Remark => ({
  row,
  column: null,
  value: item.id,
  reason: refusal.code,
  message: `Row ${row}: ${sentenceOf(refusal)}`,
});
