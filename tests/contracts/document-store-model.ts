import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { DocumentIndex, DocumentQuery, StoredDocument } from '#application/ports/documents.ts';
import type { StoreUnderTest } from './document-store.ts';
import { byBytes, ODD_IDS } from './documents.ts';

/** Drops `undefined`, which the types of this project do not allow as a value. */
const some = <T extends object>(model: { [K in keyof T]-?: fc.Arbitrary<NonNullable<T[K]>> }) =>
  fc.record(model, { requiredKeys: [] }) as unknown as fc.Arbitrary<T>;

const ids = fc.oneof(
  fc.constantFrom('a', 'b', 'ab', ...ODD_IDS),
  fc.string({ minLength: 1, unit: 'grapheme', maxLength: 4 }),
);
const kinds = fc.constantFrom('draft', 'setting');
const states = fc.constantFrom('open', 'late', 'closed');
const days = fc.constantFrom('2026-01-31', '2026-02-01', '2026-12-31');
const instants = fc.constantFrom(
  '2026-02-01T00:00:00.000Z',
  '2026-02-01T00:00:00.001Z',
  '2027-01-01T00:00:00.000Z',
);
const texts = fc.constantFrom('x', 'X', 'å/1', "'; --");
const codes = fc.constantFrom('3', '33', '331', '33140000', '45');
const years = fc.constantFrom(2026, 2027);

const index = some<DocumentIndex>({
  state: states,
  region: texts,
  plan: years,
  date: days,
  cpv: codes,
  person: texts,
  parent: texts,
  key: texts,
  dueAt: instants,
  pending: fc.constantFrom(0, 1),
  facts: texts,
});
const FILTERS = {
  state: fc.array(states, { maxLength: 2 }),
  region: texts,
  plan: years,
  from: days,
  to: days,
  cpvPrefix: codes,
  person: texts,
  parent: texts,
  key: texts,
  dueBefore: instants,
  pending: fc.constant(1),
};
/** Two filters at most: with more of them nothing would ever be found. */
const where: fc.Arbitrary<NonNullable<DocumentQuery['where']>> = fc
  .tuple(fc.record(FILTERS), fc.subarray(Object.keys(FILTERS), { maxLength: 2 }))
  .map(([all, used]) => Object.fromEntries(Object.entries(all).filter(([filter]) => used.includes(filter))));

type Step =
  | {
      readonly do: 'put';
      readonly kind: 'draft' | 'setting';
      readonly id: string;
      readonly index: DocumentIndex;
      readonly body: fc.JsonValue;
      readonly expect: 'none' | 'current' | 'stale';
    }
  | { readonly do: 'remove' | 'get'; readonly kind: 'draft' | 'setting'; readonly id: string }
  | { readonly do: 'query'; readonly query: DocumentQuery };

const steps: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('put' as const),
      kind: kinds,
      id: ids,
      index,
      body: fc.jsonValue({ maxDepth: 2 }),
      expect: fc.constantFrom('none', 'none', 'current', 'stale'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('remove', 'get'), kind: kinds, id: ids }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('query' as const),
      query: some<DocumentQuery>({
        kind: kinds,
        where,
        limit: fc.integer({ min: 1, max: 4 }),
        after: ids,
      }).map((query) => ({ ...query, kind: query.kind ?? 'draft' })),
    }),
  },
);

const matches = (at: DocumentIndex, asked: NonNullable<DocumentQuery['where']>): boolean =>
  (asked.state === undefined || (at.state !== undefined && asked.state.includes(at.state))) &&
  (['region', 'plan', 'person', 'parent', 'key', 'pending'] as const).every(
    (field) => asked[field] === undefined || at[field] === asked[field],
  ) &&
  (asked.from === undefined || (at.date !== undefined && at.date >= asked.from)) &&
  (asked.to === undefined || (at.date !== undefined && at.date <= asked.to)) &&
  (asked.dueBefore === undefined || (at.dueAt !== undefined && at.dueAt <= asked.dueBefore)) &&
  (asked.cpvPrefix === undefined || (at.cpv ?? '').startsWith(asked.cpvPrefix));

/** The store as a map: what it must be indistinguishable from. */
const apply = async (
  { store }: StoreUnderTest,
  model: Map<string, StoredDocument>,
  step: Step,
  stale: Set<string>,
) => {
  const at = step.do === 'query' ? '' : `${step.kind} ${step.id}`;
  const there = model.get(at);
  switch (step.do) {
    case 'put': {
      const expected = {
        none: null,
        current: there?.etag ?? null,
        stale: [...stale].at(-1) ?? 'no-such-etag',
      }[step.expect];
      const result = await store.put(step, expected);
      expect(result.ok).toBe(expected === (there?.etag ?? null));
      if (!result.ok) return;
      if (there) stale.add(there.etag);
      // JSON has no -0.
      const body: unknown = JSON.parse(JSON.stringify(step.body));
      model.set(at, { kind: step.kind, id: step.id, index: step.index, body, etag: result.value });
      return;
    }
    case 'get':
      expect(await store.get(step.kind, step.id)).toEqual(there ?? null);
      return;
    case 'remove':
      expect(await store.remove(step.kind, step.id)).toBe(model.delete(at));
      return;
    case 'query': {
      const { kind, where = {}, limit = 100, after } = step.query;
      const found = [...model.values()]
        .filter((one) => one.kind === kind && matches(one.index, where))
        .sort((a, b) => byBytes(a.id, b.id));
      const rest = found.filter(({ id }) => after === undefined || byBytes(id, after) > 0);
      const page = await store.query(step.query);
      expect(page.documents).toEqual(rest.slice(0, limit));
      expect(page.next).toBe(rest.length > limit ? rest[limit - 1]?.id : undefined);
      expect(await store.count({ kind, where })).toBe(found.length);
    }
  }
};

export const checkAgainstModel = (
  name: string,
  factory: () => Promise<StoreUnderTest>,
  numRuns: number,
): void => {
  it(`${name} cannot be told from a map, whatever is written, removed and asked in whatever order`, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(steps, { maxLength: 60, size: 'max' }), async (sequence) => {
        const current = await factory();
        try {
          const model = new Map<string, StoredDocument>();
          const stale = new Set<string>();
          for (const step of sequence) await apply(current, model, step, stale);
        } finally {
          await current.dispose();
        }
      }),
      { numRuns, seed: 20_260_101 },
    );
  });
};
