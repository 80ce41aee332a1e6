import { importPlan, previewPlan } from '#application/importing.ts';
import { regionsOf } from '#domain/authority/governance.ts';
import { guessMapping } from '#plan-import/guess-mapping.ts';
import { type Mapping, parseMapping } from '#plan-import/mapping.ts';
import { importErrorMessage } from '#plan-import/messages.ts';
import { isProfileName, PROFILE_NAMES, type ProfileName } from '#plan-import/profiles/index.ts';
import { readPlan } from '#plan-import/read-plan.ts';
import type { CliContext } from '../context.ts';
import { bytesOf, jsonOf } from '../files.ts';
import { badInput, DONE, type Outcome } from '../output.ts';
import { demandRole } from '../refusals.ts';
import { refusalRemark, remarkOf } from '../remarks.ts';

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

const yearOf = (text: string): number => {
  if (!/^\d{4}$/.test(text)) throw badInput(`--plan is "${text}": give the plan's year, such as 2026.`);
  return Number(text);
};

const headerRowOf = (text: string | undefined): number | undefined => {
  if (text === undefined || /^[1-9]\d{0,6}$/.test(text)) return text === undefined ? undefined : Number(text);
  throw badInput(`--header-row is "${text}": give the row's number, counted from 1.`);
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
  const mapping =
    options.mapping === undefined
      ? guessMapping(bytes, file)
      : parseMapping(await jsonOf(options.mapping, 'docs/import.md'));
  if (mapping.ok) return mapping.value;
  throw badInput(importErrorMessage(mapping.error, 'en'));
};

/** Reads a plan into cases. Rows that cannot be read are said one by one; the others are whole. */
export const importFile = async (
  context: CliContext,
  file: string,
  options: ImportOptions,
): Promise<Outcome> => {
  const plan = yearOf(options.plan);
  const headerRow = headerRowOf(options.headerRow);
  const actor = await context.actor();
  demandRole(actor, 'officer');
  const bytes = await bytesOf(file);
  const mapping = await mappingOf(file, options, bytes);
  const samordna = await context.samordna();
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
  const { read, items } = reading.value;
  const { created, revised, unchanged, refused } = options.dryRun
    ? await previewPlan(samordna.cases, items)
    : await importPlan(context.store, samordna.cases, items, actor);
  const rejected = [...reading.value.rejected.map(remarkOf), ...refused.map(refusalRemark)].toSorted(
    (a, b) => a.row - b.row,
  );
  const warnings = reading.value.warnings.map(remarkOf);
  const lost = new Set(rejected.map(({ row }) => row)).size;
  return {
    exit: DONE,
    json: { read, created, revised, unchanged, rejected, warnings },
    text: [
      `${read} rows read: ${created} created, ${revised} revised, ${unchanged} unchanged, ${lost} rejected; ${warnings.length} warnings${options.dryRun ? ' (dry run: nothing was written)' : ''}.`,
      ...[...rejected, ...warnings].map(({ message }) => message),
    ].join('\n'),
  };
};
