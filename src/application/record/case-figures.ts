import type { KnownCase } from '#domain/coordination/state.ts';
import {
  COST_CATEGORIES,
  type CostCategory,
  NO_FIGURES,
  type RealisedStretch,
} from '#domain/indicators/figures.ts';
import { isSecret } from '#domain/record/secrecy.ts';
import type { Attribution } from '#domain/savings/attribution.ts';
import { METHODS, type Method, type Obstacle } from '#domain/savings/method.ts';
import type { Range } from '#domain/savings/range.ts';
import type { Instant, PlainDate } from '#domain/shared/ids.ts';

/** The saving that stands, with whoever answers for it. SEK excluding VAT. */
export interface FileSaving {
  readonly method: Method;
  readonly version: string;
  readonly annual: Range;
  /** Over the whole term of `years`, options apart. */
  readonly term: Range;
  readonly years: number;
  readonly by: string;
  /** The day of the calculation; from then on its baseline is frozen. */
  readonly on: PlainDate;
  readonly assumptions: string | null;
  /** Finance's signature; null while there is none. */
  readonly validated: { readonly by: string; readonly at: Instant } | null;
}
/** That there were too few tenders is never told. */
export type ToldObstacle = Exclude<Obstacle, 'fewer-than-3-bids'>;
/** What a case's document tells of its money; null where nothing is known. */
export interface CaseFigures {
  readonly saving: FileSaving | null;
  readonly obstacles: readonly { readonly method: Method; readonly obstacle: ToldObstacle }[];
  readonly realised: readonly RealisedStretch[];
  readonly attribution: Attribution | null;
  /** Seconds of work and SEK of externals, by category; empty: nothing logged, which is unknown and not 0. */
  readonly costs: readonly {
    readonly category: CostCategory;
    readonly seconds: number;
    readonly external: number;
  }[];
}

/**
 * From a figure to the case behind it and its history: how a saving was computed, by whom, and whether finance signed it.
 * What rests on tenders is told after the award alone, and how many there were never (OSL 19:3, 31:16).
 */
export const caseFigures = (state: KnownCase, name: (id: string) => string): CaseFigures | null => {
  const { saving, validated, obstacles, realised, attribution, costs } = state.figures ?? NO_FIGURES;
  const open = !isSecret(state) && 'award' in state && state.award !== undefined;
  const figures: CaseFigures = {
    saving:
      open && saving
        ? {
            method: saving.method,
            version: saving.version,
            annual: saving.annual,
            term: saving.term,
            years: saving.years,
            by: name(saving.by),
            on: saving.on,
            assumptions: saving.texts?.assumptions ?? null,
            validated: validated ? { by: name(validated.by), at: validated.at } : null,
          }
        : null,
    obstacles: METHODS.flatMap((method) => {
      const obstacle = obstacles[method];
      return obstacle === undefined || obstacle === 'fewer-than-3-bids' ? [] : [{ method, obstacle }];
    }),
    realised: Object.values(realised).toSorted((a, b) => (a.from < b.from ? -1 : 1)),
    attribution: attribution ?? null,
    costs: COST_CATEGORIES.flatMap((category) => {
      const own = costs.filter((one) => one.category === category);
      return own.length === 0
        ? []
        : [
            {
              category,
              seconds: own.reduce((sum, { seconds }) => sum + seconds, 0),
              external: own.reduce((sum, { external }) => sum + external, 0),
            },
          ];
    }),
  };
  const nothing =
    figures.saving === null &&
    figures.attribution === null &&
    [figures.obstacles, figures.realised, figures.costs].every((list) => list.length === 0);
  return nothing ? null : figures;
};
