import { parseGovernance } from '#application/rules.ts';
import type { CliContext } from '../context.ts';
import { jsonOf } from '../files.ts';
import { badInput, DONE, type Outcome } from '../output.ts';
import { demandRole } from '../refusals.ts';

/** Replaces the governance. Which rows bind on a day is in the rows themselves: their dates and their status. */
export const governanceImport = async (context: CliContext, file: string): Promise<Outcome> => {
  demandRole(await context.actor(), 'administrator');
  const governance = parseGovernance(await jsonOf(file, 'docs/cli.md'));
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
