import type { CaseBody } from '#application/cases.ts';
import { allDocuments } from '#application/paging.ts';
import { type ExportRow, exportRows } from '#application/record/export.ts';
import { withheldFrom } from '#application/views/visibility.ts';
import type { Actor } from '#domain/shared/actor.ts';
import { dateOf, isPlainDate } from '#domain/shared/calendar.ts';
import { type RegionId, regionId } from '#domain/shared/ids.ts';
import { makeCsv } from '#reports/csv.ts';
import { makeJsonl } from '#reports/jsonl.ts';
import type { CliContext } from '../context.ts';
import { badInput, DONE, notThere, type Outcome, refusedBy } from '../output.ts';
import { sentenceOf } from '../refusals.ts';

export interface ExportOptions {
  readonly region: string;
  readonly format: string;
  readonly since?: string;
}

/**
 * A region of the governance, also one that has left: its record is its own for ever. One that nobody knows would export
 * nothing and look as if there were nothing.
 */
export const knownRegion = async (context: CliContext, text: string): Promise<RegionId> => {
  const samordna = await context.samordna();
  const today = dateOf(samordna.presenter.now());
  const { regions, file } = await samordna.rules.at(samordna.presenter.now());
  const known = (file?.regions ?? regions).filter(
    ({ status, validFrom }) => status === 'decided' && validFrom <= today,
  );
  if (known.some((row) => row.region === text)) return regionId(text);
  const names = [...new Set(known.map((row) => row.region))];
  throw notThere(`--region is "${text}"; the governance knows ${names.join(', ') || 'no region yet'}.`);
};

/** The operator, and of the authority itself those who keep or watch over its record. */
const mayExport = (actor: Actor, region: RegionId): void => {
  if (actor.kind !== 'person') return;
  if (!actor.roles.some((role) => ['registrar', 'administrator', 'auditor'].includes(role))) {
    throw refusedBy(
      'Only a registrar, an administrator or an auditor may do that: name one with --as, or leave --as out.',
    );
  }
  if (actor.region !== region) throw refusedBy(sentenceOf({ code: 'wrong-authority' }));
};

const MAKE: Readonly<Record<string, (rows: readonly ExportRow[]) => string>> = {
  jsonl: makeJsonl,
  csv: makeCsv,
};

/** One authority's part of every case's record, for its diarium and archive. */
export const exportRecord = async (context: CliContext, options: ExportOptions): Promise<Outcome> => {
  const make = MAKE[options.format];
  if (!make) throw badInput(`--format is "${options.format}": say jsonl or csv.`);
  const { since } = options;
  if (since !== undefined && !isPlainDate(since)) {
    throw badInput(`--since is "${since}", which is no date: write it like 2026-11-24.`);
  }
  const region = await knownRegion(context, options.region);
  const actor = await context.actor();
  mayExport(actor, region);
  const directory = await (await context.samordna()).people.directory();
  const rows: ExportRow[] = [];
  const withheld: string[] = [];
  for await (const { body } of allDocuments<CaseBody>(context.store, { kind: 'case' })) {
    const found = exportRows(body, { region, ...(since === undefined ? {} : { since }) }, directory);
    if (found.length > 0 && withheldFrom(actor, body.state)) withheld.push(body.state.item.id);
    else rows.push(...found);
  }
  // Whatever prints the result ends it with the last line feed itself.
  const result = { exit: DONE, json: rows, text: make(rows).replace(/\n$/, '') } as const;
  if (withheld.length === 0) return result;
  return {
    ...result,
    note: `Left out, because of your declared conflict of interest: ${withheld.join(', ')}. Somebody without one exports the complete record; it is not complete here.`,
  };
};
