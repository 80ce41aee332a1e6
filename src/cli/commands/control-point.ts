import { writeFile } from 'node:fs/promises';
import { controlList } from '#application/figures/control.ts';
import { allFacts } from '#application/indicators.ts';
import { regionId } from '#domain/shared/ids.ts';
import { writing } from '#rendering/writing.ts';
import { controlHtml, controlWorkbook } from '#reports/control.ts';
import type { CliContext } from '../context.ts';
import { badInput, DONE, type Outcome } from '../output.ts';
import { periodOf } from './periods.ts';
import { categoryIn, languageIn, mayReport } from './report-request.ts';

export interface ControlOptions {
  readonly plan: string;
  readonly period?: string;
  readonly region?: string;
  readonly category?: string;
  readonly format: string;
  readonly out?: string;
  readonly lang: string;
}

const saved = async (out: string, content: string | Uint8Array): Promise<void> => {
  try {
    await writeFile(out, content);
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw badInput(`--out is "${out}", which cannot be written (${why}): name another file.`);
  }
};

/** The internal control list with its decided reasons, as evidence: a page, a workbook, or JSON. */
export const controlPointList = async (context: CliContext, options: ControlOptions): Promise<Outcome> => {
  const language = languageIn(options.lang);
  if (!/^(19|20|21)\d\d$/.test(options.plan))
    throw badInput(`--plan is "${options.plan}": write a year like 2026.`);
  const { format, out } = options;
  if (format !== 'html' && format !== 'xlsx') throw badInput(`--format is "${format}": say html or xlsx.`);
  if (format === 'xlsx' && out === undefined) throw badInput('A workbook needs --out FILE.');
  await mayReport(context, language);
  const actor = await context.actor();
  const { presenter, people, rules } = await context.samordna();
  const asOf = presenter.now();
  const governance = await rules.at(asOf);
  const { period } = periodOf(Number(options.plan), options.period, governance);
  const known = governance.regions.map(({ region }) => region);
  const region = options.region === undefined ? null : regionId(options.region);
  if (region !== null && !known.includes(region))
    throw badInput(
      `--region is "${options.region}": the governance knows ${known.join(', ') || 'no region yet'}.`,
    );
  const { category = null } = categoryIn(options.category);
  const list = await controlList(
    context.store,
    await allFacts(context.store),
    { period, region, category, asOf },
    {
      directory: await people.directory(),
      reader: actor.kind === 'person' ? actor.id : null,
    },
  );
  const w = writing(language);
  const content = format === 'xlsx' ? controlWorkbook(list, w) : controlHtml(list, w);
  if (out !== undefined) await saved(out, content);
  const { value, numerator, denominator, reason } = list.share;
  return {
    exit: DONE,
    json: {
      period,
      region,
      asOf,
      share: { value, numerator, denominator, reason },
      reasoned: {
        value: list.reasoned.value,
        numerator: list.reasoned.numerator,
        denominator: list.reasoned.denominator,
      },
      rows: list.rows,
      ...(out === undefined ? {} : { file: out }),
    },
    text: out === undefined && typeof content === 'string' ? content : `${list.rows.length} → ${out}`,
  };
};
