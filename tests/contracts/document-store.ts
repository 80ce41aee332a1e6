import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DocumentIndex, DocumentQuery, DocumentStore } from '#application/ports/documents.ts';
import type { StoreConfig } from '#config';
import { openStore } from '#store/open.ts';
import { byBytes, document, idsOf, ODD_IDS, written } from './documents.ts';

export interface StoreUnderTest {
  readonly store: DocumentStore;
  readonly config: StoreConfig;
  dispose(): Promise<void>;
}

/** What every store must do; each adapter brings a factory of an empty one. */
export const describeDocumentStore = (name: string, factory: () => Promise<StoreUnderTest>): void => {
  let current: StoreUnderTest;
  let store: DocumentStore;
  beforeEach(async () => {
    current = await factory();
    store = current.store;
  });
  afterEach(() => current.dispose());

  describe(`${name}: one document`, () => {
    it('gives back what was written, under the etag of the write', async () => {
      const index: DocumentIndex = {
        state: 'open',
        region: 'sormland',
        plan: 2026,
        date: '2026-03-01',
        cpv: '33140000',
        person: 'p1',
        parent: 'c1',
        key: 'anna@example.se',
        dueAt: '2026-03-01T08:00:00.000Z',
        pending: 1,
        facts: '{"item":"a"}',
      };
      const body = {
        text: 'Förbrukningsmaterial "å" \u2028',
        list: [1, 0.1, null, true, { a: [] }],
        empty: {},
      };
      const what = document('a', { index, body });
      const etag = await written(store, what);
      expect(await store.get('case', 'a')).toEqual({ ...what, etag });
    });

    it('keeps a pending of 0 apart from none, and every kind of body', async () => {
      await written(store, document('a', { index: { pending: 0 }, body: [] }));
      await written(store, { kind: 'case', id: 'b', index: {}, body: null });
      await written(store, { kind: 'case', id: 'c', index: {}, body: 0 });
      expect(await store.get('case', 'a')).toMatchObject({ index: { pending: 0 }, body: [] });
      expect((await store.get('case', 'b'))?.body).toBeNull();
      expect(await store.get('case', 'c')).toMatchObject({ index: {}, body: 0 });
    });

    it('has no document that was never written, and none of another kind', async () => {
      await written(store, document('a', { kind: 'case' }));
      expect(await store.get('case', 'b')).toBeNull();
      expect(await store.get('message', 'a')).toBeNull();
      expect(await store.get('case', '')).toBeNull();
      expect(await store.get('case', 'x'.repeat(5000))).toBeNull();
    });

    it('keeps the same id of two kinds apart', async () => {
      await written(store, document('a', { kind: 'case', body: 'a case' }));
      await written(store, document('a', { kind: 'person', body: 'a person' }));
      expect((await store.get('case', 'a'))?.body).toBe('a case');
      expect((await store.get('person', 'a'))?.body).toBe('a person');
    });

    it('creates only what is not there', async () => {
      const etag = await written(store, document('a', { body: 'first' }));
      expect(await store.put(document('a', { body: 'second' }), null)).toEqual({
        ok: false,
        error: 'conflict',
      });
      expect(await store.get('case', 'a')).toMatchObject({ body: 'first', etag });
    });

    it('replaces body and every index field, under a new etag', async () => {
      const first = await written(store, document('a', { index: { state: 'open', plan: 2026, pending: 1 } }));
      const second = await written(store, document('a', { index: { state: 'closed' }, body: 'new' }), first);
      expect(second).not.toBe(first);
      expect(await store.get('case', 'a')).toEqual({
        kind: 'case',
        id: 'a',
        index: { state: 'closed' },
        body: 'new',
        etag: second,
      });
    });

    it('refuses to replace what changed, is gone or never was', async () => {
      const first = await written(store, document('a', { kind: 'draft' }));
      await written(store, document('a', { kind: 'draft', body: 'second' }), first);
      const late = document('a', { kind: 'draft', body: 'late' });
      expect((await store.put(late, first)).ok).toBe(false);
      expect((await store.get('draft', 'a'))?.body).toBe('second');
      await store.remove('draft', 'a');
      expect((await store.put(late, first)).ok).toBe(false);
      expect((await store.put(document('never'), first)).ok).toBe(false);
      expect(await store.get('draft', 'a')).toBeNull();
    });

    it('never gives the same etag twice, not even to the same content or after a removal', async () => {
      const etags = new Set<string>();
      for (let round = 0; round < 5; round += 1) {
        const first = await written(store, document('a', { kind: 'setting' }));
        etags.add(first).add(await written(store, document('a', { kind: 'setting' }), first));
        await store.remove('setting', 'a');
      }
      expect(etags.size).toBe(10);
    });

    it('removes what is there and says whether it was', async () => {
      await written(store, document('a', { kind: 'conversation' }));
      await written(store, document('a', { kind: 'case' }));
      expect(await store.remove('conversation', 'a')).toBe(true);
      expect(await store.remove('conversation', 'a')).toBe(false);
      expect(await store.remove('conversation', '')).toBe(false);
      expect(await store.get('conversation', 'a')).toBeNull();
      expect(await store.get('case', 'a')).not.toBeNull();
    });

    it('takes any text as an id, and sorts by its UTF-8 bytes', async () => {
      for (const id of ODD_IDS) await written(store, document(id));
      for (const id of ODD_IDS) {
        expect(await store.get('case', id)).toMatchObject({ id, body: `body of ${id}` });
      }
      const sorted = [...ODD_IDS].sort(byBytes);
      expect(await idsOf(store, { kind: 'case' })).toEqual(sorted);
      expect(await idsOf(store, { kind: 'case', limit: 1 })).toEqual(sorted);
    });

    it('throws for what no store could keep, and keeps nothing of it', async () => {
      for (const id of ['', 'half a pair \ud83d', 'x'.repeat(1024), 'ö'.repeat(400)]) {
        await expect(store.put(document(id), null)).rejects.toThrow(/id/);
      }
      await expect(store.put({ ...document('a'), body: undefined }, null)).rejects.toThrow(/JSON/);
      await expect(store.put({ ...document('a'), body: 1n }, null)).rejects.toThrow(/BigInt/);
      await expect(store.put(document('a', { body: 'å'.repeat(1_000_000) }), null)).rejects.toThrow(/larger/);
      expect(await store.count({ kind: 'case' })).toBe(0);
    });

    it('keeps bodies of 200 KB whole', async () => {
      const body = { history: Array.from({ length: 2000 }, (_, at) => `${at} ${'åäö–'.repeat(12)}`) };
      expect(JSON.stringify(body).length).toBeGreaterThan(100_000);
      expect(Buffer.byteLength(JSON.stringify(body))).toBeGreaterThan(200_000);
      await written(store, document('a', { body }));
      expect((await store.get('case', 'a'))?.body).toEqual(body);
    });
  });

  describe(`${name}: several at once`, () => {
    it('lets exactly one of many creators win', async () => {
      const results = await Promise.all(
        Array.from({ length: 50 }, (_, at) => store.put(document('a', { body: at }), null)),
      );
      const winners = results.flatMap((result, at) => (result.ok ? [{ at, etag: result.value }] : []));
      expect(winners).toHaveLength(1);
      expect(await store.get('case', 'a')).toMatchObject({ body: winners[0]?.at, etag: winners[0]?.etag });
    });

    it('lets exactly one of many replacers of the same version win', async () => {
      const first = await written(store, document('a'));
      const results = await Promise.all(
        Array.from({ length: 50 }, (_, at) => store.put(document('a', { body: at }), first)),
      );
      expect(results.filter((result) => result.ok)).toHaveLength(1);
      expect((await store.get('case', 'a'))?.body).toBe(results.findIndex((result) => result.ok));
    });

    it('loses no change when everybody reads, changes and tries again', async () => {
      await written(store, document('a', { body: 0 }));
      const addOne = async (from: DocumentStore): Promise<void> => {
        for (;;) {
          const found = await from.get<number>('case', 'a');
          if (!found) throw new Error('gone');
          if ((await from.put({ ...found, body: found.body + 1 }, found.etag)).ok) return;
        }
      };
      const other = await openStore(current.config);
      try {
        await Promise.all(Array.from({ length: 12 }, (_, at) => addOne(at % 2 === 0 ? store : other)));
      } finally {
        await other.close();
      }
      expect((await store.get('case', 'a'))?.body).toBe(12);
    });

    it('gives each of many different writes its own result', async () => {
      await written(store, document('taken-7'));
      const ids = Array.from({ length: 40 }, (_, at) => (at === 7 ? 'taken-7' : `free-${at}`));
      const results = await Promise.all(ids.map((id) => store.put(document(id), null)));
      expect(results.flatMap((result, at) => (result.ok ? [] : [at]))).toEqual([7]);
      expect(await store.count({ kind: 'case' })).toBe(40);
    });
  });

  describe(`${name}: another connection`, () => {
    it('sees what was written, and is in conflict with what it did not see', async () => {
      const etag = await written(store, document('a', { body: 'first' }));
      const other = await openStore(current.config);
      try {
        expect(await other.get('case', 'a')).toMatchObject({ body: 'first', etag });
        const theirs = await written(other, document('a', { body: 'theirs' }), etag);
        expect((await store.put(document('a', { body: 'ours' }), etag)).ok).toBe(false);
        expect(await store.get('case', 'a')).toMatchObject({ body: 'theirs', etag: theirs });
      } finally {
        await other.close();
      }
    });

    it('finds everything again after the first was closed, and goes on with its etags', async () => {
      const etag = await written(store, document('å/1', { index: { state: 'open' } }));
      await store.close();
      const again = await openStore(current.config);
      try {
        expect(await idsOf(again, { kind: 'case', where: { state: ['open'] } })).toEqual(['å/1']);
        expect((await again.put(document('å/1', { body: 'next' }), etag)).ok).toBe(true);
      } finally {
        await again.close();
      }
    });

    it('is closed once for all: writes that were accepted are kept, later ones and reads are refused', async () => {
      const accepted = store.put(document('a'), null);
      await store.close();
      await store.close();
      expect((await accepted).ok).toBe(true);
      await expect(store.get('case', 'a')).rejects.toThrow('closed');
      await expect(store.query({ kind: 'case' })).rejects.toThrow('closed');
      await expect(store.indexes({ kind: 'case' })).rejects.toThrow('closed');
      await expect(store.count({ kind: 'case' })).rejects.toThrow('closed');
      await expect(store.put(document('b'), null)).rejects.toThrow('closed');
      await expect(store.remove('draft', 'b')).rejects.toThrow('closed');
    });
  });

  describe(`${name}: queries`, () => {
    const CASES: Readonly<Record<string, DocumentIndex>> = {
      a: { state: 'open', region: 'sormland', plan: 2026, date: '2026-01-01', cpv: '33140000' },
      b: { state: 'late', region: 'sormland', plan: 2026, date: '2026-03-31', cpv: '33141000' },
      c: { state: 'open', region: 'vastmanland', plan: 2026, date: '2026-04-01', cpv: '3' },
      d: {
        state: 'closed',
        region: 'vastmanland',
        plan: 2027,
        cpv: '331',
        dueAt: '2026-05-01T10:00:00.000Z',
      },
      e: {
        state: 'open',
        plan: 2027,
        cpv: '45000000',
        dueAt: '2026-05-01T10:00:00.001Z',
        pending: 1,
        key: 'K',
      },
      f: { person: 'p/1', parent: 'c#1', key: 'k', pending: 0, dueAt: '2025-12-31T23:59:59.999Z' },
      g: {},
    };
    const asked: readonly [string, DocumentQuery['where'], string][] = [
      ['everything without a filter', undefined, 'abcdefg'],
      ['one state', { state: ['open'] }, 'ace'],
      ['several states', { state: ['closed', 'late', 'unheard-of'] }, 'bd'],
      ['no state at all', { state: [] }, ''],
      ['a region', { region: 'vastmanland' }, 'cd'],
      ['a plan', { plan: 2027 }, 'de'],
      ['a period with both its ends', { from: '2026-01-01', to: '2026-03-31' }, 'ab'],
      ['a period open to the right', { from: '2026-03-31' }, 'bc'],
      ['a period open to the left', { to: '2026-03-30' }, 'a'],
      ['a CPV prefix, itself included', { cpvPrefix: '331' }, 'abd'],
      ['a whole CPV code', { cpvPrefix: '33141000' }, 'b'],
      ['a person', { person: 'p/1' }, 'f'],
      ['a parent', { parent: 'c#1' }, 'f'],
      ['a key, with its case', { key: 'k' }, 'f'],
      ['what is due at an instant, to the millisecond', { dueBefore: '2026-05-01T10:00:00.000Z' }, 'df'],
      ['what is pending', { pending: 1 }, 'e'],
      ['several filters at once', { state: ['open'], region: 'sormland', plan: 2026, cpvPrefix: '33' }, 'a'],
      ['what is due in a state', { state: ['closed', 'open'], dueBefore: '2027-01-01T00:00:00.000Z' }, 'de'],
      ['filters that exclude each other', { region: 'sormland', plan: 2027 }, ''],
    ];

    beforeEach(async () => {
      for (const [id, index] of Object.entries(CASES)) await written(store, document(id, { index }));
      await written(store, document('z', { kind: 'message', index: CASES.a ?? {} }));
    });

    it('gives the same indexes without their documents, page by page', async () => {
      const first = await store.indexes({ kind: 'case', limit: 4 });
      expect(first.next).toBe('d');
      const rest = await store.indexes({ kind: 'case', after: 'd' });
      expect(rest.next).toBeUndefined();
      expect([...first.documents, ...rest.documents]).toEqual(
        Object.entries(CASES).map(([id, index]) => ({ id, index })),
      );
      expect(await store.indexes({ kind: 'case', where: { plan: 2027, region: 'vastmanland' } })).toEqual({
        documents: [{ id: 'd', index: CASES.d }],
      });
    });

    it.each(asked)('finds %s, in the order of ids, and counts the same', async (_, where, ids) => {
      const query: DocumentQuery = where ? { kind: 'case', where } : { kind: 'case' };
      const page = await store.query(query);
      expect(page.documents.map(({ id }) => id).join('')).toBe(ids);
      expect(page.next).toBeUndefined();
      expect(await store.count(query)).toBe(ids.length);
      const paged = await idsOf(store, { ...query, limit: 1 });
      expect(paged.join('')).toBe(ids);
      expect((await idsOf(store, { ...query, after: 'c' })).join('')).toBe(ids.replace(/[a-c]/g, ''));
    });

    it('says by its stamp that nothing was written, or that it cannot tell', async () => {
      const first = await store.stamp('case');
      expect(await store.stamp('case')).toBe(first);
      const found = await store.get('case', 'a');
      await written(store, document('a', { index: { state: 'closed' } }), found?.etag ?? null);
      const second = await store.stamp('case');
      expect(first === null ? second : second !== first).toBe(first === null ? null : true);
      await written(store, document('another', { kind: 'message' }));
      expect(await store.stamp('case')).toBe(second);
    });

    it('gives whole documents', async () => {
      const found = (await store.query({ kind: 'case', where: { pending: 1 } })).documents[0];
      expect(found).toEqual(await store.get('case', 'e'));
    });

    it('follows a document to the state that it has now', async () => {
      const found = await store.get('case', 'a');
      await written(store, document('a', { index: { state: 'closed' } }), found?.etag ?? null);
      expect(await idsOf(store, { kind: 'case', where: { state: ['open'] } })).toEqual(['c', 'e']);
      expect(await idsOf(store, { kind: 'case', where: { state: ['closed'] } })).toEqual(['a', 'd']);
    });
  });

  describe(`${name}: pages`, () => {
    const COUNT = 1003;
    const ids = Array.from({ length: COUNT }, (_, at) => `n${String(at).padStart(5, '0')}`);
    beforeEach(() => Promise.all(ids.map((id) => written(store, document(id, { index: { plan: 1 } })))));

    it('gives 100 by default, never more than 1000, and says where to go on', async () => {
      const first = await store.query({ kind: 'case' });
      expect(first.documents.map(({ id }) => id)).toEqual(ids.slice(0, 100));
      expect(first.next).toBe('n00099');
      expect((await store.query({ kind: 'case', limit: 5000 })).documents).toHaveLength(1000);
      const last = await store.query({ kind: 'case', limit: 3, after: 'n00999' });
      expect(last.documents.map(({ id }) => id)).toEqual(ids.slice(-3));
      expect(last.next).toBeUndefined();
      expect((await store.query({ kind: 'case', limit: 0 })).documents).toHaveLength(1);
    });

    it('gives every document exactly once over all pages, and counts beyond any page', async () => {
      expect(await idsOf(store, { kind: 'case', where: { plan: 1 }, limit: 97 })).toEqual(ids);
      expect(await store.count({ kind: 'case', where: { plan: 1 } })).toBe(COUNT);
    });
  });
};
