import type { RegionId } from '#domain/shared/ids.ts';
import { ok, type Result } from '#domain/shared/result.ts';
import { guessMapping } from '#plan-import/guess-mapping.ts';
import type { ImportError } from '#plan-import/import-error.ts';
import { type PlanReading, readPlan } from '#plan-import/read-plan.ts';

/** A plan file as it came from the chat: nobody said how to read it. */
export interface PlanFile {
  readonly bytes: Uint8Array;
  readonly name: string;
  /** The regions of the governance; empty where none are known. */
  readonly regions: readonly RegionId[];
  readonly today: string;
}
export interface FileReading {
  /** The plan's year. */
  readonly plan: number;
  readonly reading: PlanReading;
}

/** The year that most rows speak of; the file's own name goes before, the running year after. */
const planOf = (name: string, reading: PlanReading, today: string): number => {
  const named = /(?<!\d)(20\d{2})(?!\d)/.exec(name)?.[1];
  if (named) return Number(named);
  const years = Map.groupBy(
    reading.items.flatMap(({ item }) => (item.start ?? item.advertise)?.slice(0, 4) ?? []),
    (year) => year,
  );
  const [most] = [...years].sort((a, b) => b[1].length - a[1].length);
  return Number(most?.[0] ?? today.slice(0, 4));
};

/** Finds out how the file is to be read and which year it is for, and reads it. */
export const readFile = ({ bytes, name, regions, today }: PlanFile): Result<FileReading, ImportError> => {
  const mapping = guessMapping(bytes, name);
  if (!mapping.ok) return mapping;
  const read = (plan: number) =>
    readPlan(bytes, {
      fileName: name,
      plan,
      mapping: mapping.value,
      ...(regions.length > 0 ? { regions } : {}),
    });
  const assumed = Number(today.slice(0, 4));
  const first = read(assumed);
  if (!first.ok) return first;
  const plan = planOf(name, first.value, today);
  if (plan === assumed) return ok({ plan, reading: first.value });
  const reading = read(plan);
  return reading.ok ? ok({ plan, reading: reading.value }) : reading;
};
