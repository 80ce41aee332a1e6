/** What came of deliveries, each counted once. */
export interface Tally {
  readonly planned: number;
  /** Stand in the chat, and are known to. */
  readonly sent: number;
  /** May have been shown once; nobody can tell, and it is said so. */
  readonly unknown: number;
  readonly unreachable: number;
  /** Nothing was left to say, or somebody stopped it. */
  readonly withdrawn: number;
  /** Gone without a trace, stuck on the way, or called sent and never shown. */
  readonly lost: number;
  /** Shown more than once. */
  readonly duplicated: number;
}
export const NOTHING: Tally = {
  planned: 0,
  sent: 0,
  unknown: 0,
  unreachable: 0,
  withdrawn: 0,
  lost: 0,
  duplicated: 0,
};
const COLUMNS = Object.keys(NOTHING) as readonly (keyof Tally)[];

export const sum = (all: readonly Tally[]): Tally =>
  Object.fromEntries(
    COLUMNS.map((column) => [column, all.reduce((total, tally) => total + tally[column], 0)]),
  ) as unknown as Tally;

/** Lines of equal columns, for an operator to read. */
export const table = (rows: readonly (readonly [name: string, tally: Tally])[]): string => {
  const width = Math.max(...rows.map(([name]) => name.length));
  const cells = (values: readonly (string | number)[]) =>
    values.map((value) => String(value).padStart(12)).join('');
  return [
    `${''.padEnd(width)}${cells(COLUMNS)}`,
    ...rows.map(([name, tally]) => `${name.padEnd(width)}${cells(COLUMNS.map((column) => tally[column]))}`),
  ].join('\n');
};
