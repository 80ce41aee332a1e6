import { regionsOf } from '#domain/authority/governance.ts';
import { importErrorMessage } from '#plan-import/messages.ts';
import { readDirectory } from '#plan-import/read-directory.ts';
import type { CliContext } from '../context.ts';
import { bytesOf } from '../files.ts';
import { badInput, DONE, type Outcome } from '../output.ts';
import { demandRole } from '../refusals.ts';
import { remarkOf } from '../remarks.ts';

/** Adds and corrects people; nobody is removed, since the record names them. */
export const directoryImport = async (context: CliContext, file: string): Promise<Outcome> => {
  demandRole(await context.actor(), 'administrator');
  const bytes = await bytesOf(file);
  const samordna = await context.samordna();
  const regions = regionsOf(await samordna.rules.at(samordna.presenter.now()));
  const reading = readDirectory(bytes, file, regions.length > 0 ? { regions } : {});
  if (!reading.ok) throw badInput(importErrorMessage(reading.error, 'en'));
  const { read, people } = reading.value;
  const change = await samordna.people.import(people);
  const rejected = reading.value.rejected.map(remarkOf);
  const warnings = reading.value.warnings.map(remarkOf);
  return {
    exit: DONE,
    json: { read, ...change, rejected, warnings },
    text: [
      `${read} rows read: ${change.created} people new, ${change.revised} changed, ${change.unchanged} unchanged.`,
      ...[...rejected, ...warnings].map(({ message }) => message),
    ].join('\n'),
  };
};
