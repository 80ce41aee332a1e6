import { mkdtemp, open, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DocumentStore } from '#application/ports/documents.ts';
import { StoreError } from '#store/errors.ts';
import { openStore } from '#store/open.ts';
import { flushOf } from '#store/sqlite/flush.ts';
import { prepareSchema } from '#store/sqlite/schema.ts';
import { createSqliteStore, type SqliteStoreOptions } from '#store/sqlite/store.ts';
import { document, written } from './documents.ts';

let folder: string;
let path: string;
const opened: DocumentStore[] = [];
const openWith = (options: SqliteStoreOptions): DocumentStore => {
  const database = new DatabaseSync(path);
  prepareSchema(database, path);
  const store = createSqliteStore(database, options);
  opened.push(store);
  return store;
};

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samordna-'));
  path = join(folder, 'samordna.db');
});
afterEach(async () => {
  for (const store of opened.splice(0)) await store.close();
  await rm(folder, { recursive: true, force: true });
});

/** A disk that flushes when it is told to. */
const slowDisk = () => {
  let flushes: (() => void)[] = [];
  return {
    flush: {
      run: () => new Promise<void>((resolve) => flushes.push(resolve)),
      close: () => undefined,
    },
    asked: () => flushes.length,
    finish: () => {
      for (const flush of flushes) flush();
      flushes = [];
    },
  };
};
const turns = async (until: () => boolean): Promise<void> => {
  for (let turn = 0; turn < 1000 && !until(); turn += 1) await new Promise((done) => setImmediate(done));
};
/** What has settled so far. */
const watch = (promises: readonly Promise<unknown>[]): (() => number) => {
  let settled = 0;
  for (const promise of promises) promise.finally(() => (settled += 1)).catch(() => undefined);
  return () => settled;
};

describe('a commit that is not yet on disk', () => {
  it('is neither promised nor shown, and holds up nobody who asks for something else', async () => {
    const disk = slowDisk();
    const store = openWith({ flush: disk.flush });
    const first = store.put(document('before'), null);
    await turns(() => disk.asked() === 1);
    disk.finish();
    expect((await first).ok).toBe(true);

    const put = store.put(document('a', { index: { pending: 1 } }), null);
    await turns(() => disk.asked() === 1);
    const waiting = [
      put,
      store.get('case', 'a'),
      store.query({ kind: 'case', where: { pending: 1 } }),
      store.count({ kind: 'case' }),
    ];
    const settled = watch(waiting);
    expect(await store.get('case', 'before')).not.toBeNull();
    await turns(() => settled() > 0);
    expect(settled()).toBe(0);

    disk.finish();
    const [, got, page, count] = await Promise.all(waiting);
    expect(got).toMatchObject({ id: 'a' });
    expect(page).toMatchObject({ documents: [{ id: 'a' }] });
    expect(count).toBe(2);
  });

  it('lets the writes that come meanwhile share the next flush', async () => {
    const disk = slowDisk();
    const store = openWith({ flush: disk.flush });
    const first = store.put(document('a'), null);
    await turns(() => disk.asked() === 1);
    const others = ['b', 'c', 'd'].map((id) => store.put(document(id), null));
    const settled = watch(others);
    disk.finish();
    await first;
    await turns(() => disk.asked() === 1);
    expect([disk.asked(), settled()]).toEqual([1, 0]);
    disk.finish();
    expect((await Promise.all(others)).every(({ ok }) => ok)).toBe(true);
  });
});

describe('a disk that cannot flush', () => {
  it('makes no promise, then or later, and what it may have lost is not shown', async () => {
    const reason = new StoreError('The disk is broken.');
    const store = openWith({
      flush: { run: () => Promise.reject(reason), close: () => undefined },
    });
    await expect(store.put(document('a'), null)).rejects.toBe(reason);
    await expect(store.get('case', 'a')).rejects.toBe(reason);
    await expect(store.count({ kind: 'case' })).rejects.toBe(reason);
    await expect(store.put(document('b'), null)).rejects.toBe(reason);
  });

  it('is named in words, and a later success is not believed', async () => {
    const database = new DatabaseSync(path);
    try {
      prepareSchema(database, path);
      const flush = flushOf(database);
      await expect(flush.run()).resolves.toBeUndefined();
      flush.close();
      const failure = await flush.run().catch((error: unknown) => error);
      expect(failure).toMatchObject({
        name: 'StoreError',
        message: expect.stringMatching(
          /^The database file .*samordna\.db could not be flushed to disk: .+ start Samordna again\.$/,
        ),
      });
      await expect(flush.run()).rejects.toBe(failure);
    } finally {
      database.close();
    }
  });
});

describe('the log of a file that is written without a pause', () => {
  /** Counts how often SQLite began the log anew (its header, bytes 12 to 15). */
  const begun = async (): Promise<number> => {
    const log = await open(`${path}-wal`);
    try {
      const { buffer } = await log.read(Buffer.alloc(16), 0, 16, 0);
      return buffer.readUInt32BE(12);
    } finally {
      await log.close();
    }
  };

  it('is folded in beside the commits and begins anew, and nothing is lost by it', async () => {
    const store = openWith({ limits: { often: 100_000, largest: 200_000 } });
    await written(store, document('first'));
    const before = await begun();
    let count = 1;
    while ((await begun()) < before + 2) {
      await Promise.all(
        Array.from({ length: 10 }, (_, at) =>
          written(store, document(`${count + at}`, { body: 'x'.repeat(3000) })),
        ),
      );
      count += 10;
    }
    expect(await store.count({ kind: 'case' })).toBe(count);
    await store.close();
    expect(await readdir(folder)).toEqual(['samordna.db']);
    const again = await openStore({ kind: 'sqlite', path });
    opened.push(again);
    expect(await again.count({ kind: 'case' })).toBe(count);
    expect((await again.get<string>('case', '7'))?.body).toBe('x'.repeat(3000));
  });
});
