import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { browserAt, createPrinter } from '../../src/chromium.ts';

let folder: string;
let browser: string;
/** Stands in for a browser: prints a page's own text, and notes when it began and ended. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samordna-printer-'));
  browser = join(folder, 'browser.mjs');
  await writeFile(
    browser,
    `#!${process.execPath}
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
const log = ${JSON.stringify(join(folder, 'log'))};
const to = process.argv.find((arg) => arg.startsWith('--print-to-pdf=')).slice('--print-to-pdf='.length);
const page = readFileSync(fileURLToPath(process.argv.at(-1)), 'utf8');
appendFileSync(log, 'begin ');
if (page === 'fails') process.exit(1);
writeFileSync(to, '%PDF ' + page);
appendFileSync(log, 'end ');
`,
  );
  await chmod(browser, 0o755);
});
afterAll(() => rm(folder, { recursive: true, force: true }));
const left = async () => (await readdir(tmpdir())).filter((name) => name.startsWith('samordna-page-'));

it('one page after the other is printed, and no file of it stays', async () => {
  const before = await left();
  const print = createPrinter(browser);
  const printed = await Promise.all(['ett', 'två', 'tre'].map((page) => print(page)));
  expect(printed.map((pdf) => (pdf instanceof Uint8Array ? new TextDecoder().decode(pdf) : pdf))).toEqual([
    '%PDF ett',
    '%PDF två',
    '%PDF tre',
  ]);
  expect(await readFile(join(folder, 'log'), 'utf8')).toBe('begin end begin end begin end ');
  expect((await left()).filter((name) => !before.includes(name))).toEqual([]);
});

it('whoever comes when four wait is asked to come again, and one that fails stops no other', async () => {
  const print = createPrinter(browser);
  const pages = ['fails', 'b', 'c', 'd', 'e'].map((page) => print(page));
  const [first, , , last, late] = await Promise.all(pages);
  expect([first, last instanceof Uint8Array, late]).toEqual([null, true, 'busy']);
  expect(await print('sedan')).toBeInstanceOf(Uint8Array);
});

it('where there is no browser nothing is printed', async () => {
  expect(browserAt('/nowhere/chromium')).toBeNull();
  expect(browserAt(browser)).toBe(browser);
  expect(await createPrinter('/nowhere/chromium')('x')).toBeNull();
});
