import { regionsOf } from '#domain/authority/governance.ts';
import { importErrorMessage, issueMessage } from '#plan-import/messages.ts';
import { readDirectory } from '#plan-import/read-directory.ts';
import type { CliContext } from '../context.ts';
import { badInput, DONE, type Outcome } from '../output.ts';
import { bytesOf } from './import.ts';

/** Adds and corrects people; nobody is removed, since the record names them. */
export const directoryImport = async ({ samordna }: CliContext, file: string): Promise<Outcome> => {
  const bytes = await bytesOf(file);
  const regions = regionsOf(await samordna.rules.at(samordna.presenter.now()));
  const reading = readDirectory(bytes, file, regions.length > 0 ? { regions } : {});
  if (!reading.ok) throw badInput(importErrorMessage(reading.error, 'en'));
  const { read, people, rejected, warnings } = reading.value;
  const change = await samordna.people.import(people);
  const said = (issues: typeof rejected) =>
    issues.map((issue) => ({
      row: issue.row,
      column: issue.column,
      value: issue.value,
      reason: issue.reason,
      message: issueMessage(issue, 'en'),
    }));
  const json = { read, ...change, rejected: said(rejected), warnings: said(warnings) };
  return {
    exit: DONE,
    json,
    text: [
      `${read} rows read: ${change.created} people new, ${change.revised} changed, ${change.unchanged} unchanged.`,
      ...[...json.rejected, ...json.warnings].map((issue) => `Row ${issue.row}: ${issue.message}`),
    ].join('\n'),
  };
};
