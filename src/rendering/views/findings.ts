import type { CostCategory } from '#domain/indicators/figures.ts';
import type { Instant, ItemId } from '#domain/shared/ids.ts';
import type { Base, RegionName } from '../views.ts';
import type { Took } from './figures.ts';

export type FindingsFace =
  /** Several items fit what somebody wrote: one tap says which. */
  {
    readonly kind: 'cost-which';
    readonly category?: CostCategory;
    readonly said: Instant;
    readonly items: readonly { readonly id: ItemId; readonly title: string; readonly region: RegionName }[];
  } & Took;

/** What was found over several items. */
export interface FindingsView extends Base {
  readonly card: 'findings';
  readonly face: FindingsFace;
}
