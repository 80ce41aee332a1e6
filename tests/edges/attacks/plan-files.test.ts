import { read, utils, write } from '@e965/xlsx';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { createFileReader } from '#application/conversation/file-reader.ts';
import { SORMLAND } from '#support/world.ts';

const HEADER = ['Upphandlings-ID', 'Titel', 'Region'];
const workbook = (...rows: readonly (readonly string[])[]): Uint8Array => {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([HEADER, ...rows].map((row) => [...row])), 'Plan');
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
};
const csv = (rows: number, filling = ''): Uint8Array =>
  new TextEncoder().encode(
    `${HEADER.join(';')}\n${Array.from({ length: rows }, (_, i) => `A${i};Sak ${i};Sörmland;${filling}\n`).join('')}`,
  );
const file = (bytes: Uint8Array, name = 'plan.xlsx') => ({
  bytes,
  name,
  regions: [SORMLAND],
  today: '2026-11-23',
});

const endOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteLength - 22);

/** A workbook behind whose end a second one begins, with an end so short that only some readers take it for one. */
const twoInOne = (one: Uint8Array, other: Uint8Array): Uint8Array => {
  const end = endOf(other);
  const entries = end.getUint16(8, true);
  const directory = end.getUint32(16, true);
  const moved = Uint8Array.from(other.subarray(0, other.byteLength - 22));
  const view = new DataView(moved.buffer);
  for (let at = directory, left = entries; left > 0; left -= 1) {
    view.setUint32(at + 42, view.getUint32(at + 42, true) + one.byteLength, true);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  const short = new Uint8Array(other.subarray(other.byteLength - 22, other.byteLength - 2));
  new DataView(short.buffer).setUint32(16, directory + one.byteLength, true);
  return Uint8Array.from([...one, ...moved, ...short]);
};

describe('a plan file that was made to do harm', () => {
  it('is read by the directory that was measured, also where the library alone would find another', async () => {
    const bytes = twoInOne(workbook(['A', 'Measured', 'Sörmland']), workbook(['B', 'Hidden', 'Sörmland']));
    const library = JSON.stringify(read(bytes, { type: 'array' }).Sheets.Plan);
    expect(library).toContain('Hidden');
    const found = await createFileReader()(file(bytes));
    expect(found.ok && found.value.reading.items.map(({ item }) => item.title)).toEqual(['Measured']);
  });

  it('does not get past the limit on what it unpacks to by stating fewer parts than it has', async () => {
    const zeros = new Uint8Array(30 * 1024 * 1024);
    const bomb = zipSync({
      'a.xml': new Uint8Array(1),
      'b.xml': zeros,
      'c.xml': zeros,
      'd.xml': zeros,
      'e.xml': zeros,
    });
    endOf(bomb).setUint16(10, 1, true);
    const before = process.memoryUsage.rss();
    const found = await createFileReader()(file(bomb));
    expect(found).toMatchObject({ ok: false, error: { code: 'unreadable-workbook' } });
    expect(process.memoryUsage.rss() - before).toBeLessThan(100 * 1024 * 1024);
  });

  it('is given up when it takes too long or too much memory, and the next one is read', async () => {
    const slow = createFileReader({ milliseconds: 1, megabytes: 512 });
    expect(await slow(file(csv(20_000), 'plan.csv'))).toMatchObject({
      ok: false,
      error: { code: 'too-heavy' },
    });
    const small = createFileReader({ milliseconds: 60_000, megabytes: 64 });
    const [large, next] = await Promise.all([
      small(file(csv(40_000, 'x;'.repeat(200)), 'plan.csv')),
      small(file(csv(1), 'plan.csv')),
    ]);
    expect(large).toMatchObject({ ok: false, error: { code: 'too-heavy' } });
    expect(next).toMatchObject({ ok: true, value: { reading: { read: 1 } } });
  });

  it('keeps nobody waiting: others are answered while it is read', async () => {
    let longest = 0;
    let last = performance.now();
    const beat = setInterval(() => {
      const now = performance.now();
      longest = Math.max(longest, now - last);
      last = now;
    }, 5);
    const started = performance.now();
    const found = await createFileReader()(file(csv(45_000, 'x'.repeat(400)), 'plan.csv'));
    const took = performance.now() - started;
    clearInterval(beat);
    expect(found.ok && found.value.reading.items.length).toBe(45_000);
    expect(longest).toBeLessThan(took / 3);
  });
});
