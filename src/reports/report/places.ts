import { CASES_PAGE } from '#application/reporting/files.ts';
import type { Report } from '#application/reporting/report.ts';
import type { Counted } from '#domain/audit/follow-up.ts';
import type { ObstacleCount } from '#domain/indicators/methods.ts';
import type { Method } from '#domain/savings/method.ts';
import { type ItemId, type UnitId, unitName } from '#domain/shared/ids.ts';
import { html, type Markup } from '../markup.ts';
import type { Writing } from '../writing.ts';
import { anchorOf } from './figure.ts';
import { tellIn } from './words.ts';

/**
 * Why a number has no procurements behind it: it says what the page is of, the audit gave it, somebody decided it, it was
 * simulated, or it belongs to a definition.
 */
export const WITHOUT_CASES = ['scope', 'audit', 'decided', 'simulated', 'definition'] as const;
export type WithoutCases = (typeof WITHOUT_CASES)[number];

type Part = Parameters<typeof html>[1];
/** A text whose numbers have no procurements behind them, with why. */
export const apart = (why: WithoutCases, content: Part): Markup =>
  html`<span data-without-cases="${why}">${content}</span>`;

/** A number that leads to where the procurements behind it stand. */
export const toCases = (anchor: string, text: string): Markup =>
  html`<a class="count" href="${CASES_PAGE}#${anchor}">${text}</a>`;

/** Procurements behind a number that no measure is. */
export interface Place {
  readonly anchor: string;
  readonly name: string;
  readonly counted: readonly ItemId[];
  readonly of: readonly ItemId[];
}

const anchored = (...parts: readonly string[]): string =>
  `list-${parts.join('-')}`.replaceAll(/[^\w-]/g, (mark) => `_${mark.codePointAt(0)?.toString(16)}_`);

export const methodPlace = (method: Method): string => anchored('method', method);
export const unitPlace = (unit: UnitId): string => anchored('unit', unit);
export const countPlace = (what: Counted): string => anchored(what);
/** Which ones had too few tenders is never told, only that no saving was calculated for them (OSL 19:3, 31:16). */
export const obstaclePlace = (
  { scopes }: Pick<Report, 'scopes'>,
  { method, obstacle }: Pick<ObstacleCount, 'method' | 'obstacle'>,
): string =>
  obstacle === 'fewer-than-3-bids'
    ? anchorOf('coverage', scopes[0]?.region ?? null)
    : anchored('obstacle', method, obstacle);

const idsOf = (some: readonly { readonly item: ItemId }[]): ItemId[] => [
  ...new Set(some.map(({ item }) => item)),
];

/** Every such place of a report, in its order. */
export const placesOf = (report: Report, w: Writing): Place[] => {
  const t = tellIn(w.language);
  const whole = (anchor: string, name: string, items: readonly ItemId[]): Place => ({
    anchor,
    name,
    counted: items,
    of: items,
  });
  const validated = report.followUps
    .flatMap(({ evidence }) => evidence)
    .flatMap((one) => (one.kind === 'count' && one.what === 'validated' ? one.items : []));
  return [
    whole(
      countPlace('deviations'),
      t('section.deviations'),
      idsOf(report.deviations.map(({ facts }) => facts)),
    ),
    ...report.methods.map(({ method, items }) =>
      whole(methodPlace(method), `${t('section.methods')}: ${t(`method.${method}`)}`, items),
    ),
    ...report.obstacles
      .filter(({ obstacle }) => obstacle !== 'fewer-than-3-bids')
      .map((row) =>
        whole(
          obstaclePlace(report, row),
          `${t('section.obstacles')}: ${t(`method.${row.method}`)}, ${t(`obstacle.${row.obstacle}`)}`,
          row.items,
        ),
      ),
    whole(countPlace('validated'), t('count.validated'), validated),
    ...report.units.map(({ unit, behind }) => ({
      anchor: unitPlace(unit),
      name: `${t('section.units')}: ${unitName(unit)}`,
      ...behind,
    })),
    whole(countPlace('level-missing'), t('count.level-missing'), idsOf(report.levels.missing)),
    whole(countPlace('level-regularised'), t('count.level-regularised'), idsOf(report.levels.regularised)),
  ];
};
