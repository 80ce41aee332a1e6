import type { CaseBody } from '#application/cases.ts';
import { allDocuments } from '#application/paging.ts';
import type { KnownCase } from '#domain/coordination/state.ts';
import { ocdsPackage } from '#reports/ocds.ts';
import type { CliContext } from '../context.ts';
import { badInput, DONE, type Outcome, refusedBy } from '../output.ts';
import { knownRegion } from './export.ts';
import { languageIn } from './report-request.ts';

export interface OcdsOptions {
  readonly plan: string;
  readonly prefix: string;
  readonly uri: string;
  readonly publisher: string;
  readonly region?: string;
  readonly lang: string;
}

/** Publishing is Inköp's or the administrator's to do. */
const PUBLISHERS = ['officer', 'administrator'];

/** A year's plan and outcomes as an OCDS release package, for those who publish. */
export const ocds = async (context: CliContext, options: OcdsOptions): Promise<Outcome> => {
  const language = languageIn(options.lang);
  if (!/^(19|20|21)\d\d$/.test(options.plan)) {
    throw badInput(`--plan is "${options.plan}": write a year like 2026.`);
  }
  if (!/^ocds-[a-z0-9]{6}$/.test(options.prefix)) {
    throw badInput(
      `--prefix is "${options.prefix}": write the one that the Open Contracting Partnership gave you, like ocds-abc123.`,
    );
  }
  if (!URL.canParse(options.uri)) {
    throw badInput(`--uri is "${options.uri}": write the address where the file will be published.`);
  }
  const actor = await context.actor();
  if (actor.kind === 'person' && !actor.roles.some((role) => PUBLISHERS.includes(role))) {
    throw refusedBy(
      'Only an officer or an administrator may publish: name one with --as, or leave --as out.',
    );
  }
  const region = options.region === undefined ? null : await knownRegion(context, options.region);
  const { rules, presenter } = await context.samordna();
  const now = presenter.now();
  const { regions } = await rules.at(now);
  const states: KnownCase[] = [];
  const where = { plan: Number(options.plan), ...(region === null ? {} : { region }) };
  for await (const { body } of allDocuments<CaseBody>(context.store, { kind: 'case', where })) {
    states.push(body.state);
  }
  const made = ocdsPackage(states, {
    prefix: options.prefix,
    uri: options.uri,
    publisher: options.publisher,
    publishedAt: now,
    language,
    regionName: (id) => regions.find((row) => row.region === id)?.name[language] ?? id,
  });
  return { exit: DONE, json: made, text: JSON.stringify(made, null, 2) };
};
