import type { Period } from '#domain/indicators/indicator.ts';
import type { PlainDate, RegionId } from '#domain/shared/ids.ts';
import type { Language } from '#domain/shared/language.ts';
import { findCategory } from './categories.ts';
import { namesInterim } from './interim.ts';
import { findPeriod } from './periods/find.ts';
import type { Understander } from './understand.ts';

/** A report for the regionstyrelser, for the board, the one page for a regionstyrelse, or the numbers at a glance. */
export interface AskedReport {
  readonly kind: 'report';
  readonly report: 'tertial' | 'board' | 'region';
  readonly period?: Period;
  /** A delår: its last day is the governance's to say; `period` then gives the year, if anything. */
  readonly interim: boolean;
  readonly region?: RegionId;
  /** The first digits of CPV codes, where the report is wanted of one category. */
  readonly category?: string;
}

const BEGIN =
  '^(?:(?:visa|oppna|skriv|gor|ta fram|ge mig|hamta|show|open|write|make|get|give me) )?(?:mig |me )?(?:en |ett |den |an? |the |var |our )?';
const REPORTS: readonly (readonly [RegExp, AskedReport['report']])[] = [
  [
    new RegExp(
      `${BEGIN}(?:tertialrapport(?:en)?|delarsrapport(?:en)?|halvarsrapport(?:en)?|arsrapport(?:en)?|tertial report|interim report|annual report|report (?:for|to) the (?:regional )?executive boards|rapport(?:en)? (?:till|for) (?:region)?styrelserna)(?= |$)`,
    ),
    'tertial',
  ],
  [
    new RegExp(
      `${BEGIN}(?:namndrapport(?:en)?|rapport(?:en)? (?:till|for) (?:inkops)?namnden|board report|report (?:for|to) the (?:procurement )?board|nyckeltal(?:en)?|dashboard(?:en)?|siffrorna|laget i siffror|key figures|the numbers|numbers)(?= |$)`,
    ),
    'board',
  ],
  [
    new RegExp(
      `${BEGIN}(?:(?:en )?sida(?:n)? (?:till|for) (?:region)?styrelsen|styrelsesida(?:n)?|page for the (?:regional )?executive board|one[- ]pager)(?= |$)`,
    ),
    'region',
  ],
];
const YEAR = /(?:^| )((?:19|20|21)\d\d)(?: |$)/;

/** From the folded text of a request; null where it asks for no report. */
export const askedReport = (
  plain: string,
  context: {
    readonly today: PlainDate;
    readonly language: Language;
    readonly understanding: Understander;
  },
): AskedReport | null => {
  const found = REPORTS.flatMap(([pattern, report]) => {
    const match = pattern.exec(plain);
    return match ? [{ report, rest: plain.slice(match[0].length).trim() }] : [];
  })[0];
  if (!found) return null;
  const { report, rest } = found;
  const interim = namesInterim(plain);
  const [, year] = YEAR.exec(rest) ?? [];
  const period = interim
    ? year === undefined
      ? undefined
      : { from: `${year}-01-01` as PlainDate, to: `${year}-12-31` as PlainDate }
    : findPeriod(rest, context.today, true)?.period;
  const { region } =
    rest === ''
      ? { region: undefined }
      : context.understanding.understand(`andel samordnade ${rest}`, context).query;
  // "nyckeltal för ambulanser" asks about a procurement, and not for a report.
  const left = rest
    .replace(/\b(?:for|i|till|of|in|ar|aret|period(?:en)?|forra|last|region|delar(?:et)?|interim)\b/g, ' ')
    .trim();
  const category = findCategory(rest)?.category;
  const named = /(?:^| )cpv(?: |$)/.test(rest);
  if (left !== '' && period === undefined && region === undefined && !interim && !named) return null;
  return {
    kind: 'report',
    report,
    interim,
    ...(period ? { period } : {}),
    ...(region ? { region } : {}),
    ...(category ? { category } : {}),
  };
};
