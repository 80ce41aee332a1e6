import type { PlainDate } from '../shared/ids.ts';
import { fail, ok, type Result } from '../shared/result.ts';
import { type Governance, type GovernanceRow, ROW_LISTS, type RowList, rowsOf } from './governance.ts';

/**
 * Why rows cannot be adopted: no row has the id, it is decided already, the version is the one that was there, or the day of
 * the decision has not been yet.
 */
export type AdoptionProblem =
  | { readonly why: 'unknown-row' | 'already-decided'; readonly id: string }
  | { readonly why: 'same-version' | 'no-reference' | 'no-rows' | 'decided-later' };

export interface Adoption {
  readonly ids: readonly string[];
  /** The decision that makes them binding: body, date, paragraph. */
  readonly reference: string;
  /** The day on which it was taken; absent: today. */
  readonly decided?: PlainDate;
  /** What the rules are called from now on: it stands on every decision. */
  readonly version: string;
}

/**
 * The governance once rows that were drafts or proposals are decided. Each binds from its own day, but none from before the
 * decision that it rests on: what was decided under the old rules until then stands, and no mandate is made afterwards for what lacked one.
 */
export const adopt = (
  all: Governance,
  adoption: Adoption,
  today: PlainDate,
): Result<Governance, AdoptionProblem> => {
  const { ids, version, decided: on = today } = adoption;
  const reference = adoption.reference.trim();
  if (ids.length === 0) return fail({ why: 'no-rows' });
  if (reference === '') return fail({ why: 'no-reference' });
  if (version.trim() === '' || version === all.version) return fail({ why: 'same-version' });
  if (on > today) return fail({ why: 'decided-later' });
  const rows = new Map(rowsOf(all).map((row) => [row.id, row]));
  for (const id of ids) {
    const row = rows.get(id);
    if (!row) return fail({ why: 'unknown-row', id });
    if (row.status === 'decided') return fail({ why: 'already-decided', id });
  }
  const decided = (row: GovernanceRow): GovernanceRow =>
    ids.includes(row.id)
      ? { ...row, status: 'decided', reference, validFrom: row.validFrom > on ? row.validFrom : on }
      : row;
  // Whatever lists of rows there are: a new kind of row is adopted like the others.
  const lists = Object.entries(all).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.map(decided) : value,
  ]);
  return ok({ ...(Object.fromEntries(lists) as Governance), version });
};

/** A row that does nothing yet, and the day from which it would bind. */
export interface InertRow {
  readonly id: string;
  readonly list: RowList;
  readonly status: 'draft' | 'proposed';
  readonly from: PlainDate;
}
export const inert = (all: Governance): readonly InertRow[] =>
  ROW_LISTS.flatMap((list) =>
    (all[list] ?? []).flatMap(({ id, status, validFrom: from }: GovernanceRow): InertRow[] =>
      status === 'decided' ? [] : [{ id, list, status, from }],
    ),
  );
