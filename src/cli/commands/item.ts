import type { CaseBody } from '#application/cases.ts';
import { readsEntry } from '#application/views/visibility.ts';
import { entries } from '#domain/coordination/answer.ts';
import { isAsked } from '#domain/coordination/state.ts';
import type { CliContext } from '../context.ts';
import { DONE, notThere, type Outcome } from '../output.ts';

/** One item's facts, state and answers; to a person (--as) only the answers that the cards show that person. */
export const item = async ({ store, actor: asking }: CliContext, id: string): Promise<Outcome> => {
  const found = await store.get<CaseBody>('case', id);
  if (!found) throw notThere(`No item has the id "${id}": import the plan first, or look the id up in it.`);
  const { state } = found.body;
  const asked = isAsked(state) ? state : null;
  const actor = await asking();
  const { plan: _plan, ...facts } = state.item;
  return {
    exit: DONE,
    json: {
      item: facts,
      revision: state.revision,
      state: state.status,
      owner: asked?.owner ?? null,
      answers: (asked
        ? entries(asked.round).filter((entry) => actor.kind !== 'person' || readsEntry(actor, asked, entry))
        : []
      ).map((entry) => ({
        unit: entry.unit,
        region: entry.region,
        deadline: entry.deadline,
        ...entry.answer,
      })),
    },
    text: `${state.item.id} ${state.item.title}: ${state.status}, revision ${state.revision}`,
  };
};
