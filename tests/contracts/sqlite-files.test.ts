import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DocumentQuery, DocumentStore } from '#application/ports/documents.ts';
import { openStore } from '#store/open.ts';
import { prepareSchema } from '#store/sqlite/schema.ts';
import { conditionOf } from '#store/sqlite/where.ts';
import { document, written } from './documents.ts';

let folder: string;
let path: string;
const opened: DocumentStore[] = [];
const open = async (at = path): Promise<DocumentStore> => {
  const store = await openStore({ kind: 'sqlite', path: at });
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

describe('a stamp', () => {
  it('is another one once somebody else has written to the same file', async () => {
    const [one, other] = [await open(), await open()];
    await written(one, document('a'));
    const before = await one.stamp('case');
    expect(before).not.toBeNull();
    await written(other, document('b'));
    expect(await one.stamp('case')).not.toBe(before);
    expect(await one.get('case', 'b')).not.toBeNull();
  });
});

describe('a process that is killed', () => {
  it('has lost nothing that it had promised', async () => {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'putting.child.ts'), path], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    child.stdout.setEncoding('utf8');
    child.stdout.on('data', (text: string) => {
      output += text;
      if (output.length > 5_000) child.kill('SIGKILL');
    });
    const [, signal] = await once(child, 'close');
    expect(signal).toBe('SIGKILL');

    const promises = output.split('\n').slice(0, -1);
    const cases = promises.filter((line) => line.startsWith('case ')).map((line) => line.slice(5));
    expect(cases.length).toBeGreaterThan(300);
    const store = await open();
    for (const id of cases) expect((await store.get('case', id))?.body).toBe(id.repeat(500));
    const counted = promises.filter((line) => line.startsWith('counter ')).at(-1) ?? '';
    const counter = await store.get<number>('setting', 'counter');
    expect(counter?.body).toBeGreaterThanOrEqual(Number(counted.slice(8)));
    expect((await store.put(document('after'), null)).ok).toBe(true);
  });
});

describe('a file that another process holds', () => {
  it('is waited for: the write is neither lost nor early, and reads go on', async () => {
    const store = await open();
    await written(store, document('before'));
    const other = new DatabaseSync(path);
    other.exec('BEGIN IMMEDIATE');
    let settled = false;
    const writing = store.put(document('a'), null).finally(() => {
      settled = true;
    });
    try {
      for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
      expect(settled).toBe(false);
      expect(await store.get('case', 'before')).not.toBeNull();
    } finally {
      other.exec('ROLLBACK');
      other.close();
    }
    expect((await writing).ok).toBe(true);
    expect(await store.get('case', 'a')).not.toBeNull();
  });

  it('may be opened by several at the same moment', async () => {
    const stores = await Promise.all(Array.from({ length: 5 }, () => open()));
    await Promise.all(stores.map((store, at) => written(store, document(`by-${at}`))));
    expect(await stores[0]?.count({ kind: 'case' })).toBe(5);
  });
});

describe('what is kept of a document that was read or written', () => {
  it('gives way at once to what another process wrote', async () => {
    const [one, other] = [await open(), await open()];
    let etag = await written(one, document('a', { body: { at: 0 } }));
    for (let at = 1; at < 6; at += 1) {
      const [writer, reader] = at % 2 === 0 ? [one, other] : [other, one];
      expect((await reader.get('case', 'a'))?.etag).toBe(etag);
      etag = await written(writer, document('a', { body: { at }, index: { pending: 1 } }), etag);
      expect(await reader.get('case', 'a')).toMatchObject({ etag, body: { at } });
      expect(await reader.query({ kind: 'case', where: { pending: 1 } })).toMatchObject({
        documents: [{ etag, body: { at } }],
      });
    }
  });

  it('is gone when another process removes it', async () => {
    const [one, other] = [await open(), await open()];
    await written(one, document('a', { kind: 'draft' }));
    expect(await one.get('draft', 'a')).not.toBeNull();
    await other.remove('draft', 'a');
    expect(await one.get('draft', 'a')).toBeNull();
  });

  it('is no reader’s to change', async () => {
    const store = await open();
    await written(store, document('a', { body: { list: [1] } }));
    const found = await store.get<{ list: number[] }>('case', 'a');
    expect(() => found?.body.list.push(2)).toThrow(TypeError);
  });

  it('is what the file has, also where JSON makes something else of it', async () => {
    const store = await open();
    const body = {
      gone: undefined,
      date: new Date(0),
      zero: -0,
      list: [undefined],
      deep: { gone: undefined },
    };
    await written(store, document('a', { body }));
    expect((await store.get('case', 'a'))?.body).toStrictEqual(JSON.parse(JSON.stringify(body)));
  });

  it('leaves the columns alone that did not change, and clears what is no longer said', async () => {
    const store = await open();
    const body = { at: 1 };
    let etag = await written(
      store,
      document('a', { body, index: { state: 'asked', region: 'r', pending: 1 } }),
    );
    etag = await written(store, document('a', { body, index: { state: 'asked', pending: 0 } }), etag);
    await store.close();
    expect(await (await open()).get('case', 'a')).toEqual({
      kind: 'case',
      id: 'a',
      etag,
      index: { state: 'asked', pending: 0 },
      body,
    });
  });
});

describe('writes that share a commit', () => {
  it('do not suffer from one that fails', async () => {
    const store = await open();
    const results = await Promise.allSettled([
      store.put(document('a'), null),
      // A half plan year is no whole number, which the file refuses to keep.
      store.put(document('b', { index: { plan: 2026.5 } }), null),
      store.put(document('c'), null),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(results[1]).toMatchObject({ reason: { name: 'StoreError' } });
    expect(await store.count({ kind: 'case' })).toBe(2);
  });

  it('take effect in the order in which they were asked for', async () => {
    const store = await open();
    const results = await Promise.all([
      store.remove('draft', 'a'),
      store.put(document('a', { kind: 'draft', body: 1 }), null),
      store.remove('draft', 'a'),
      store.put(document('a', { kind: 'draft', body: 2 }), null),
      store.put(document('a', { kind: 'draft', body: 3 }), null),
    ]);
    expect(results.map((result) => (typeof result === 'boolean' ? result : result.ok))).toEqual([
      false,
      true,
      true,
      true,
      false,
    ]);
    expect((await store.get('draft', 'a'))?.body).toBe(2);
  });
});

describe('a file that cannot be used', () => {
  const refusal = async (at = path): Promise<unknown> => open(at).catch((error: unknown) => error);

  it('is made with its folders when it is only missing', async () => {
    const deep = join(folder, 'not', 'yet', 'there.db');
    await written(await open(deep), document('a'));
    await expect(access(deep)).resolves.toBeUndefined();
  });

  it('is refused in words when it is a folder', async () => {
    await mkdir(path);
    expect(await refusal()).toMatchObject({
      name: 'StoreError',
      message: expect.stringMatching(/^The database file .*samordna\.db cannot be opened: .+\.$/),
    });
  });

  it('is refused in words when its folder cannot be made', async () => {
    await writeFile(join(folder, 'file'), '');
    expect(await refusal(join(folder, 'file', 'samordna.db'))).toMatchObject({
      name: 'StoreError',
      message: expect.stringMatching(/cannot be opened: .+\.$/),
    });
  });

  it('is refused in words, and not touched, when it is no database', async () => {
    const text = 'Upphandlings-ID;Rubrik\n'.repeat(500);
    await writeFile(path, text);
    expect(await refusal()).toMatchObject({ name: 'StoreError', message: `${path} is no SQLite database.` });
    expect(await readFile(path, 'utf8')).toBe(text);
  });

  it('is refused in words, and not touched, when it is another program’s database', async () => {
    const other = new DatabaseSync(path);
    other.exec('CREATE TABLE documents (a)');
    other.close();
    const bytes = await readFile(path);
    expect(await refusal()).toMatchObject({
      name: 'StoreError',
      message: `${path} is a database of another program.`,
    });
    expect(await readFile(path)).toEqual(bytes);
  });

  it('is refused in words when a newer version made it', async () => {
    await (await open()).close();
    const newer = new DatabaseSync(path);
    newer.exec('PRAGMA user_version = 3');
    newer.close();
    expect(await refusal()).toMatchObject({
      name: 'StoreError',
      message: `${path} was made by a newer Samordna (schema 3, this one knows 2); start that one.`,
    });
  });
});

describe('a store in memory', () => {
  it('takes documents and gives them back, with no file of any name', async () => {
    const store = await open(':memory:');
    const body = { long: 'x'.repeat(100_000) };
    for (let i = 0; i < 60; i += 1) await written(store, document(`a${i}`, { body }));
    expect(await store.count({ kind: 'case' })).toBe(60);
    expect(await store.get('case', 'a59')).toMatchObject({ body });
  });
});

describe('a file of schema 1', () => {
  it('is brought up to date with everything in it, and takes facts from then on', async () => {
    const store = await open();
    await written(store, document('a', { index: { state: 'open' }, body: { kept: true } }));
    await store.close();
    const older = new DatabaseSync(path);
    older.exec('ALTER TABLE documents DROP COLUMN facts; PRAGMA user_version = 1');
    older.close();

    const again = await open();
    const found = await again.get('case', 'a');
    expect(found).toMatchObject({ index: { state: 'open' }, body: { kept: true } });
    await written(again, document('a', { index: { state: 'open', facts: '{}' } }), found?.etag ?? null);
    expect(await again.indexes({ kind: 'case' })).toEqual({
      documents: [{ id: 'a', index: { state: 'open', facts: '{}' } }],
    });
    await again.close();
    expect(await (await open()).count({ kind: 'case' })).toBe(1);
  });
});

describe('a commit', () => {
  it('is flushed to disk each time, not only when the log is folded in', () => {
    const database = new DatabaseSync(path);
    try {
      prepareSchema(database, path);
      expect(database.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
      expect(database.prepare('PRAGMA synchronous').get()).toEqual({ synchronous: 2 });
    } finally {
      database.close();
    }
  });
});

describe('an index', () => {
  const used: readonly [NonNullable<DocumentQuery['where']>, string][] = [
    [{ dueBefore: '2026' }, 'documents_due'],
    [{ dueBefore: '2026', state: ['a', 'b'] }, 'documents_due'],
    [{ pending: 1 }, 'documents_pending'],
    [{ state: ['a'] }, 'documents_state'],
    [{ state: ['a', 'b', 'c'] }, 'documents_state'],
    [{ region: 'a' }, 'documents_region'],
    [{ plan: 2026 }, 'documents_plan'],
    [{ plan: 2026, state: ['a', 'b'] }, 'documents_plan'],
    [{ person: 'a' }, 'documents_person'],
    [{ parent: 'a' }, 'documents_parent'],
    [{ key: 'a' }, 'documents_key'],
  ];

  it.each(used)('finds %j, from the first page to the last', (where, index) => {
    const database = new DatabaseSync(':memory:');
    try {
      prepareSchema(database, ':memory:');
      for (const query of [{ kind: 'case', where } as const, { kind: 'case', where, after: 'x' } as const]) {
        const { sql, values, order } = conditionOf(query);
        const plan = database
          .prepare(`EXPLAIN QUERY PLAN SELECT rowid FROM documents WHERE ${sql} ORDER BY ${order} LIMIT 5`)
          .all(...values);
        expect(plan[0]?.detail).toContain(` ${index} `);
      }
    } finally {
      database.close();
    }
  });
});
