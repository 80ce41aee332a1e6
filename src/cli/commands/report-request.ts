import { mayReadReports } from '#application/reporting/loading.ts';
import { REPORT_KINDS, type ReportKind, type ReportRequest } from '#application/reporting/report.ts';
import type { Governance } from '#domain/authority/governance.ts';
import { regionId } from '#domain/shared/ids.ts';
import { isLanguage, type Language } from '#domain/shared/language.ts';
import { refusalSentence } from '#rendering/render.ts';
import { yearAndPart } from '#reports/period.ts';
import type { CliContext } from '../context.ts';
import { badInput, refusedBy } from '../output.ts';
import { periodOf } from './periods.ts';

export const languageIn = (lang: string): Language => {
  if (!isLanguage(lang)) throw badInput(`--lang is "${lang}": say sv or en.`);
  return lang;
};

/** Refuses whoever the numbers are not for. */
export const mayReport = async (context: CliContext, language: Language): Promise<void> => {
  if (!mayReadReports(await context.actor())) {
    throw refusedBy(refusalSentence({ code: 'not-allowed' }, language));
  }
};

/** Narrowed to what CPV codes that begin with these digits name; nothing where nobody asked for it. */
export const categoryIn = (given: string | undefined): { readonly category?: string } => {
  if (given === undefined) return {};
  if (/^\d{2,8}$/.test(given)) return { category: given };
  throw badInput(`--category is "${given}": write the first two to eight digits of a CPV code.`);
};

/** What was asked for, by the governance in force: its regions, and the last day of an interim period. */
export const requestOf = (
  {
    kind,
    period,
    region,
    category,
  }: {
    readonly kind: string;
    readonly period: string;
    readonly region?: string;
    readonly category?: string;
  },
  governance: Governance,
): ReportRequest => {
  if (!(REPORT_KINDS as readonly string[]).includes(kind)) {
    throw badInput(`--kind is "${kind}": say ${REPORT_KINDS.join(', ')}.`);
  }
  const asked = yearAndPart(period);
  if (!asked) throw badInput(`--period is "${period}": write 2026, "2026 T1", "2026 delår" or FROM..TO.`);
  const known = governance.regions.map((row) => row.region);
  const only = region === undefined ? null : regionId(region);
  if (only !== null && !known.includes(only)) {
    throw badInput(`--region is "${region}": the governance knows ${known.join(', ') || 'no region yet'}.`);
  }
  if (kind === 'region' && only === null) {
    throw badInput(`The page for a regionstyrelse is of one region: add --region (${known.join(', ')}).`);
  }
  return {
    kind: kind as ReportKind,
    region: only,
    ...categoryIn(category),
    ...periodOf(asked.year, asked.part, governance),
  };
};
