import { parseGovernance } from '#application/rules.ts';
import type { CliContext } from '../context.ts';
import { badInput, DONE, type Outcome } from '../output.ts';
import { bytesOf } from './import.ts';

/** Replaces the governance. Which rows bind on a day is in the rows themselves: their dates and their status. */
export const governanceImport = async ({ samordna }: CliContext, file: string): Promise<Outcome> => {
  const text = Buffer.from(await bytesOf(file)).toString('utf8');
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw badInput(`The file "${file}" is no JSON: see docs/governance.md for an example.`);
  }
  const governance = parseGovernance(json);
  if (!governance.ok) {
    throw badInput(`The governance cannot be taken; nothing was changed.\n${governance.error.join('\n')}`);
  }
  const outcome = await samordna.rules.replace(governance.value);
  // Cases that await a decision ask whom the new rows name.
  await samordna.ticker.everyEscalated();
  const { version, mandates } = governance.value;
  return {
    exit: DONE,
    json: { version, outcome },
    text: `Governance ${version}: ${outcome}, ${mandates.length} mandate rows.`,
  };
};
