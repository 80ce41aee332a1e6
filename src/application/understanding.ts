import { cpvLabel } from '#domain/shared/cpv.ts';
import { type Understander, understandingIn } from '#status-query/understand.ts';
import { inSteps } from './breathing.ts';
import type { Listed } from './listing.ts';

export type Understand = Understander;

/** What people's words can mean, given the plan as of its last import; made anew when the plan is another one. */
export const understandingOf = (listing: () => Promise<readonly Listed[]>): (() => Promise<Understand>) => {
  let made: { readonly of: readonly Listed[]; readonly value: Promise<Understand> } | null = null;
  return async () => {
    const plan = await listing();
    if (made?.of !== plan) made = { of: plan, value: inSteps(understandingIn(plan, cpvLabel)) };
    return made.value;
  };
};
