import { adoptRows } from '#application/adopting.ts';
import { parseGovernance } from '#application/rules.ts';
import { type AdoptionProblem, inert } from '#domain/authority/adopting.ts';
import { dateOf, isPlainDate } from '#domain/shared/calendar.ts';
import type { CliContext } from '../context.ts';
import { jsonOf } from '../files.ts';
import { badInput, DONE, type Outcome, refusedBy } from '../output.ts';
import { demandRole } from '../refusals.ts';

/** Replaces the governance. Which rows bind on a day is in the rows themselves: their dates and their status. */
export const governanceImport = async (context: CliContext, file: string): Promise<Outcome> => {
  demandRole(await context.actor(), 'administrator');
  const governance = parseGovernance(await jsonOf(file, 'docs/governance.md'));
  if (!governance.ok) {
    throw badInput(
      `The governance in "${file}" cannot be taken and nothing was changed; correct: ${governance.error.join('; ')}.`,
    );
  }
  const samordna = await context.samordna();
  const outcome = await samordna.rules.replace(governance.value);
  // Open cases follow the new rows: who is to decide, and who takes over from a body that has ceased.
  await samordna.ticker.follow();
  const { version, mandates } = governance.value;
  return {
    exit: DONE,
    json: { version, outcome },
    text: `Governance ${version}: ${outcome}, ${mandates.length} mandate rows.`,
  };
};

export interface AdoptOptions {
  readonly reference: string;
  readonly rules: string;
  readonly decided?: string;
}

const problemOf = (problem: AdoptionProblem, waiting: readonly string[]): string => {
  switch (problem.why) {
    case 'unknown-row':
      return `No row has the id "${problem.id}": ${waiting.length > 0 ? `${waiting.join(', ')} wait to be decided` : 'no row waits to be decided'}.`;
    case 'already-decided':
      return `The row "${problem.id}" is decided already: leave it out.`;
    case 'same-version':
      return 'The rules need a new name: give --rules another version than the one that they have.';
    case 'no-reference':
      return 'Name the decision with --reference: body, date, paragraph.';
    case 'no-rows':
      return 'Name at least one row.';
    case 'decided-later':
      return 'The day of --decided has not been yet: give the day on which the decision was taken.';
  }
};

/** Makes rows that were proposed decided, by the decision that is named. Refused for a row that is unknown or decided. */
export const governanceAdopt = async (
  context: CliContext,
  rows: readonly string[],
  { reference, decided, rules: version }: AdoptOptions,
): Promise<Outcome> => {
  demandRole(await context.actor(), 'administrator');
  if (decided !== undefined && !isPlainDate(decided)) {
    throw badInput(`--decided is "${decided}": write the day like 2026-12-08.`);
  }
  const { rules, ticker, presenter } = await context.samordna();
  const adoption = { ids: rows, reference, version, ...(decided === undefined ? {} : { decided }) };
  const adopted = await adoptRows(rules, ticker, adoption, dateOf(presenter.now()));
  if (!adopted.ok) {
    if (adopted.error === null) throw badInput('There is no governance yet: import one first.');
    const known = await rules.whole();
    throw refusedBy(problemOf(adopted.error, known ? inert(known).map(({ id }) => id) : []));
  }
  return {
    exit: DONE,
    json: { version, decided: rows, waiting: inert(adopted.value) },
    text: `Governance ${version}: ${rows.length} rows are decided by ${reference}.`,
  };
};
