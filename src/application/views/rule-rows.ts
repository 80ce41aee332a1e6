import { inert } from '#domain/authority/adopting.ts';
import {
  bodyRow,
  type Governance,
  type GovernanceRow,
  type MandateRow,
  type RowList,
  rowsOf,
} from '#domain/authority/governance.ts';
import type { BodyId, RegionId } from '#domain/shared/ids.ts';
import type { RuleRow } from '#rendering/views/adopting.ts';

type Names = NonNullable<RuleRow['about']>;
const both = (text: string): Names => ({ sv: text, en: text });

/** What a row is about by the names that people know, never by its id. */
const aboutOf = (all: Governance, list: RowList, row: GovernanceRow): Names | undefined => {
  const body = (id: BodyId): Names => bodyRow(all, id)?.name ?? both(id);
  const region = (id: RegionId): Names => all.regions.find((one) => one.region === id)?.name ?? both(id);
  const given = row as Partial<{
    name: Names;
    measure: Names;
    holder: MandateRow['holder'];
    body: BodyId;
    region: RegionId;
  }>;
  if (given.name) return given.name;
  if (given.measure) return given.measure;
  if (given.holder) return body(given.holder.body);
  // A rung of the ladder may name the body whose meetings it follows: it is known by its level.
  if (given.body && list !== 'ladder') return body(given.body);
  return given.region ? region(given.region) : undefined;
};

/** The rows that bind nobody yet, in words. */
export const ruleRows = (all: Governance): readonly RuleRow[] => {
  const rows = new Map(rowsOf(all).map((row) => [row.id, row]));
  return inert(all).map((known): RuleRow => {
    const row = rows.get(known.id);
    const about = row && aboutOf(all, known.list, row);
    const { kinds, level, step, threshold } = (row ?? {}) as Pick<
      RuleRow,
      'kinds' | 'level' | 'step' | 'threshold'
    >;
    return {
      ...known,
      ...(about ? { about } : {}),
      ...(kinds ? { kinds } : {}),
      ...(level ? { level } : {}),
      ...(step ? { step } : {}),
      ...(threshold ? { threshold } : {}),
    };
  });
};
