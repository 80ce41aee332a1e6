import { withAssessments } from '#candidates/assessments.ts';
import type { Candidate, CandidateItem, Experience, PairAssessment } from '#candidates/candidate.ts';
import { type Refusal, refuse } from '#domain/coordination/refusal.ts';
import type { KnownCase } from '#domain/coordination/state.ts';
import type { Person } from '#domain/directory/person.ts';
import { dateOf } from '#domain/shared/calendar.ts';
import type { ItemId } from '#domain/shared/ids.ts';
import type { Banner, View } from '#rendering/views.ts';
import { actorOf } from '../asking.ts';
import { breathe } from '../breathing.ts';
import {
  assessmentsOf,
  type CandidateFacts,
  candidateFacts,
  candidatesAmong,
  isOpenForCandidates,
} from '../candidates.ts';
import type { CaseBody, Cases } from '../cases.ts';
import { allDocuments } from '../paging.ts';
import type { DocumentStore } from '../ports/documents.ts';
import type { Presenter } from '../presenter.ts';
import { snapshotOf } from '../versions.ts';
import { candidateForm, candidatesView, candidateView, SHOWN } from '../views/candidates.ts';
import type { ListFilter } from '../views/filters.ts';
import { refusedView } from '../views/message.ts';

export interface CandidateCards {
  /** What could be bought together, best first; `item`: with that one. */
  list(viewer: Person, filter: ListFilter, skip: number, item?: ItemId): Promise<View>;
  show(viewer: Person, items: readonly ItemId[], banner?: Banner): Promise<View>;
  form(viewer: Person, items: readonly ItemId[]): Promise<View>;
  /** Kept on the case of each; the answer's `asks`: the item whose round comes next. */
  assess(
    viewer: Person,
    items: readonly ItemId[],
    possible: boolean,
    text: string,
  ): Promise<{ readonly refusal: Refusal } | { readonly asks: ItemId | null }>;
}

/** As many as can be brought up to date for one card; the rest of the list stays as the plan's import made it. */
const FRESH = 60;
const AT_ONCE = 500;
const ASKABLE: readonly KnownCase['status'][] = ['draft', 'assessed', 'postponed'];

const fits = (item: CandidateItem, { region, plan, from, to, category }: ListFilter): boolean =>
  (category === undefined || item.cpv?.startsWith(category) === true) &&
  (plan === undefined || item.start?.startsWith(String(plan)) === true) &&
  (from === undefined || (item.start ?? '') >= from) &&
  (to === undefined || (item.start ?? '9999') <= to) &&
  (region === undefined || item.region === region);

export const createCandidateCards = (
  store: DocumentStore,
  cases: Cases,
  presenter: Presenter,
): CandidateCards => {
  /** Over the whole plan: made once for each import, since only an import changes what titles and codes say. */
  const all = snapshotOf(store, 'plan', async () => {
    const items: CandidateItem[] = [];
    const experiences: Experience[] = [];
    let read = 0;
    for await (const { body } of allDocuments<CaseBody>(store, { kind: 'case' })) {
      const facts = candidateFacts(body.state);
      items.push(...facts.items);
      experiences.push(...facts.experiences);
      read += 1;
      if (read % AT_ONCE === 0) await breathe();
    }
    return { items, experiences };
  });
  let made: {
    readonly of: CandidateFacts;
    readonly governance: string;
    readonly found: Promise<readonly Candidate[]>;
  } | null = null;
  const candidates = async (viewer: Person): Promise<readonly Candidate[]> => {
    const [facts, { governance }] = await Promise.all([all(), presenter.reading(viewer)]);
    if (made?.of !== facts || made.governance !== governance.version)
      made = { of: facts, governance: governance.version, found: candidatesAmong(facts, governance) };
    return made.found;
  };

  const statesOf = async (items: readonly ItemId[]): Promise<readonly KnownCase[]> =>
    (await Promise.all(items.map((id) => cases.load(id)))).flatMap((body) => (body ? [body.state] : []));

  /** Those whose items are still open, in the order that the latest assessments give them. */
  const fresh = async (found: readonly Candidate[]): Promise<readonly Candidate[]> => {
    const ids = [...new Set(found.flatMap(({ items }) => items.map(({ id }) => id)))];
    const states = new Map((await statesOf(ids)).map((state) => [state.item.id, state]));
    const open = found.filter(({ items }) =>
      items.every(({ id }) => {
        const state = states.get(id);
        return state !== undefined && isOpenForCandidates(state);
      }),
    );
    const assessments: PairAssessment[] = [...states.values()].flatMap(assessmentsOf);
    const joint = open.filter(({ kind }) => kind === 'already-joint');
    return [
      ...withAssessments(
        open.filter(({ kind }) => kind !== 'already-joint'),
        assessments,
      ),
      ...joint,
    ];
  };

  const list: CandidateCards['list'] = async (viewer, filter, skip, item) => {
    const reading = await presenter.reading(viewer);
    const found = await candidates(viewer);
    const today = dateOf(reading.now);
    const dated = filter.from !== undefined || filter.to !== undefined || filter.plan !== undefined;
    const narrowed = found.filter(({ items }) =>
      item ? items.some(({ id }) => id === item) : items.some((one) => fits(one, filter)),
    );
    const upcoming = narrowed.filter(({ items }) =>
      items.every(({ start }) => start === undefined || start >= today),
    );
    // Nothing ahead: better what the plan holds, said to be past, than nothing.
    const shown = dated || item || upcoming.length === 0 ? narrowed : upcoming;
    const past = !dated && !item && upcoming.length === 0 && narrowed.length > 0;
    const first = await fresh(shown.slice(0, Math.max(FRESH, skip + SHOWN)));
    return candidatesView(reading, [...first, ...shown.slice(Math.max(FRESH, skip + SHOWN))], {
      filter,
      skip,
      past,
    });
  };

  const find = async (viewer: Person, items: readonly ItemId[]): Promise<Candidate | null> => {
    const wanted = new Set(items);
    const known = (await candidates(viewer)).find(
      (one) => one.items.length === wanted.size && one.items.every(({ id }) => wanted.has(id)),
    );
    if (!known) return null;
    const assessments = (await statesOf(items)).flatMap(assessmentsOf);
    return withAssessments([known], assessments)[0] ?? null;
  };

  const show: CandidateCards['show'] = async (viewer, items, banner) => {
    const [reading, states, candidate] = await Promise.all([
      presenter.reading(viewer),
      statesOf(items),
      find(viewer, items),
    ]);
    const missing = items.find((id) => !states.some((state) => state.item.id === id));
    if (missing !== undefined) {
      return refusedView(reading.now, refuse('unknown-item', { item: missing }));
    }
    const view = candidateView(reading, states, candidate);
    return banner ? { ...view, banner } : view;
  };

  return {
    list,
    show,
    form: async (viewer, items) => {
      const reading = await presenter.reading(viewer);
      if (viewer.roles.includes('officer')) return candidateForm(reading, await statesOf(items));
      return refusedView(reading.now, refuse('not-allowed', { role: 'officer' }));
    },
    assess: async (viewer, items, possible, text) => {
      const texts = text.trim() === '' ? {} : { text };
      // Each case keeps it for itself, so that one that was missed is mended by pressing again.
      for (const id of items) {
        const others = items.filter((other) => other !== id);
        const outcome = await cases.execute(
          id,
          { do: 'assess-together', others, possible, texts },
          actorOf(viewer),
        );
        if (!outcome.ok) return { refusal: outcome.error };
      }
      const askable = (await statesOf(items)).filter((state) => ASKABLE.includes(state.status));
      return { asks: askable[0]?.item.id ?? null };
    },
  };
};
