import { readFile } from 'node:fs/promises';
import { importPlan, type PlanOutcome, previewPlan } from '#application/importing.ts';
import { regionsOf } from '#domain/authority/governance.ts';
import { guessMapping } from '#plan-import/guess-mapping.ts';
import type { Issue } from '#plan-import/issue.ts';
import { type Mapping, parseMapping } from '#plan-import/mapping.ts';
import { importErrorMessage, issueMessage } from '#plan-import/messages.ts';
import { isProfileName, PROFILE_NAMES, type ProfileName } from '#plan-import/profiles/index.ts';
import { type PlanReading, readPlan } from '#plan-import/read-plan.ts';
import { refusalSentence } from '#rendering/render.ts';
import type { CliContext } from '../context.ts';
import { badInput, DONE, type Outcome } from '../output.ts';

export interface ImportOptions {
  readonly plan: string;
  readonly profile?: string;
  readonly mapping?: string;
  readonly values?: string;
  readonly sheet?: string;
  readonly headerRow?: string;
  readonly encoding?: string;
  readonly delimiter?: string;
  /** False for `--no-header`. */
  readonly header: boolean;
  readonly dryRun?: boolean;
}

export const bytesOf = async (path: string): Promise<Uint8Array> => {
  try {
    return new Uint8Array(await readFile(path));
  } catch {
    throw badInput(`The file "${path}" cannot be read: check its name and your rights to it.`);
  }
};

const yearOf = (text: string): number => {
  if (!/^\d{4}$/.test(text)) throw badInput(`--plan is "${text}": give the plan's year, such as 2026.`);
  return Number(text);
};

const mappingOf = async (
  file: string,
  options: ImportOptions,
  bytes: Uint8Array,
): Promise<Mapping | ProfileName> => {
  if (options.profile !== undefined && options.mapping !== undefined) {
    throw badInput('Give either --profile or --mapping, not both.');
  }
  if (options.profile !== undefined) {
    if (isProfileName(options.profile)) return options.profile;
    throw badInput(
      `There is no profile "${options.profile}": choose ${PROFILE_NAMES.join(', ')}, or give --mapping FILE.json.`,
    );
  }
  if (options.mapping === undefined) {
    const guessed = guessMapping(bytes, file);
    if (guessed.ok) return guessed.value;
    throw badInput(importErrorMessage(guessed.error, 'en'));
  }
  const text = Buffer.from(await bytesOf(options.mapping)).toString('utf8');
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw badInput(`The mapping file "${options.mapping}" is no JSON: see docs/import.md for an example.`);
  }
  const mapping = parseMapping(json);
  if (mapping.ok) return mapping.value;
  throw badInput(importErrorMessage(mapping.error, 'en'));
};

const line = (issue: Issue) => ({
  row: issue.row,
  column: issue.column,
  value: issue.value,
  reason: issue.reason,
  message: issueMessage(issue, 'en'),
});

const summary = (reading: PlanReading, outcome: PlanOutcome) => {
  const refused = outcome.refused.map(({ row, item, refusal }) => ({
    row,
    column: null,
    value: item.id,
    reason: refusal.code,
    message: refusalSentence(refusal, 'en'),
  }));
  return {
    read: reading.read,
    created: outcome.created,
    revised: outcome.revised,
    unchanged: outcome.unchanged,
    rejected: [...reading.rejected.map(line), ...refused].sort((a, b) => a.row - b.row),
    warnings: reading.warnings.map(line),
    headerRow: reading.headerRow,
  };
};

/** Reads a plan into cases. Rows that cannot be read are said one by one; the others are whole. */
export const importFile = async (
  { store, samordna, actor }: CliContext,
  file: string,
  options: ImportOptions,
): Promise<Outcome> => {
  const plan = yearOf(options.plan);
  const bytes = await bytesOf(file);
  const mapping = await mappingOf(file, options, bytes);
  const headerRow = options.headerRow === undefined ? undefined : Number(options.headerRow);
  if (headerRow !== undefined && !(Number.isInteger(headerRow) && headerRow >= 1)) {
    throw badInput(`--header-row is "${options.headerRow}": give the row's number, counted from 1.`);
  }
  const regions = regionsOf(await samordna.rules.at(samordna.presenter.now()));
  const reading = readPlan(bytes, {
    fileName: file,
    plan,
    mapping,
    values: options.values === undefined ? undefined : await bytesOf(options.values),
    sheet: options.sheet,
    headerRow,
    encoding: options.encoding,
    delimiter: options.delimiter,
    header: options.header ? undefined : false,
    regions: regions.length > 0 ? regions : undefined,
  });
  if (!reading.ok) throw badInput(importErrorMessage(reading.error, 'en'));
  const outcome = options.dryRun
    ? await previewPlan(samordna.cases, reading.value.items)
    : await importPlan(store, samordna.cases, reading.value.items, await actor());
  const json = summary(reading.value, outcome);
  return {
    exit: DONE,
    json,
    text: [
      `${json.read} rows read: ${json.created} created, ${json.revised} revised, ${json.unchanged} unchanged, ${json.rejected.length} remarks on rejected rows, ${json.warnings.length} warnings${options.dryRun ? ' (dry run: nothing was written)' : ''}.`,
      ...[...json.rejected, ...json.warnings].map((issue) => `Row ${issue.row}: ${issue.message}`),
    ].join('\n'),
  };
};
