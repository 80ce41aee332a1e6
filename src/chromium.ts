import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { fail, ok, type Result } from '#domain/shared/result.ts';

/** Where Chromium and its kin are installed on Linux, macOS and Windows. */
const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
] as const;
const TIMEOUT_MS = 60_000;

const flags = (profile: string): readonly string[] => [
  '--headless',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  `--user-data-dir=${profile}`,
  // The page fetches nothing; whatever the browser itself would look up finds no address.
  '--host-resolver-rules=MAP * ~NOTFOUND',
  // Chromium has no sandbox for the superuser, as in many containers; the page is our own and runs no script.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--no-pdf-header-footer',
];

const ended = (path: string, args: readonly string[]): Promise<boolean> =>
  new Promise((done) => {
    const child = spawn(path, args, { stdio: 'ignore', timeout: TIMEOUT_MS });
    child.on('error', () => done(false));
    child.on('exit', (code) => done(code === 0));
  });

/** The browser that would print: the chosen one, or the first where one usually is; null where there is none. */
export const browserAt = (chosen?: string): string | null => {
  const path = chosen ?? PLACES.find((place) => existsSync(place));
  return path !== undefined && existsSync(path) ? path : null;
};

/** Prints a page of this machine as a tagged PDF; a missing or failing browser is a sentence, and the page stands. */
export const printPdf = async (
  page: string,
  pdf: string,
  chosen: string | undefined,
): Promise<Result<null, string>> => {
  const path = browserAt(chosen);
  if (path === null) {
    return fail(
      chosen === undefined
        ? 'There is no Chromium or Chrome on this machine, so no PDF was made: print index.html, or name one with --chromium PATH.'
        : `There is no browser at ${chosen}, so no PDF was made: correct --chromium.`,
    );
  }
  const profile = await mkdtemp(join(tmpdir(), 'samordna-pdf-'));
  try {
    const done = await ended(path, [...flags(profile), `--print-to-pdf=${pdf}`, pathToFileURL(page).href]);
    return done && existsSync(pdf)
      ? ok(null)
      : fail(`The browser at ${path} made no PDF: print index.html, or name another with --chromium PATH.`);
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 3 });
  }
};

/** As many as wait for their turn; who comes then is asked to come again. */
const MOST_WAITING = 4;

/**
 * A page's text as a PDF, without a file that stays. One at a time, since a browser takes as much as the rest of the
 * server; `busy` when too many wait, null when the browser made none.
 */
export const createPrinter = (chosen?: string): ((html: string) => Promise<Uint8Array | 'busy' | null>) => {
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  const print = async (html: string): Promise<Uint8Array | null> => {
    const folder = await mkdtemp(join(tmpdir(), 'samordna-page-'));
    try {
      const [page, pdf] = [join(folder, 'page.html'), join(folder, 'page.pdf')];
      await writeFile(page, html);
      const printed = await printPdf(page, pdf, chosen);
      return printed.ok ? new Uint8Array(await readFile(pdf)) : null;
    } finally {
      await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    }
  };
  return async (html) => {
    if (waiting >= MOST_WAITING) return 'busy';
    waiting += 1;
    const turn = last.then(() => print(html));
    last = turn.catch(() => {});
    try {
      return await turn;
    } finally {
      waiting -= 1;
    }
  };
};
